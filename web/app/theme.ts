import type { ThemeConfig } from 'antd'

/** The same palette as app/styles/tokens.css; antd computes shades, so it needs the values themselves. */
export const palette = {
  ink900: '#10262b',
  ink700: '#2a4249',
  ink500: '#4c6369',
  line: '#d3dbd8',
  paper: '#f1f4f2',
  teal900: '#06343a',
  teal700: '#0b4d54',
  teal600: '#11626a',
  teal50: '#edf5f3',
  seal600: '#a3261f',
  green: '#2b7a4b',
  orange: '#b04a06',
} as const

/** As `--font-text` there. */
const fontFamily =
  "'PingFang SC', 'HarmonyOS Sans SC', 'MiSans', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', 'Source Han Sans SC', sans-serif"

export const theme: ThemeConfig = {
  token: {
    colorPrimary: palette.teal700,
    colorInfo: palette.teal600,
    colorLink: palette.teal600,
    colorLinkHover: palette.teal900,
    colorLinkActive: palette.teal900,
    colorError: palette.seal600,
    colorSuccess: palette.green,
    colorWarning: palette.orange,
    // What antd computes from dark colours is murky as a ground.
    colorSuccessBg: '#eaf4ee',
    colorSuccessBorder: '#b5d6c2',
    colorErrorBg: '#fbefec',
    colorErrorBorder: '#e3bab4',
    colorWarningBg: '#fcf2e9',
    colorWarningBorder: '#ebc9a9',
    colorInfoBg: palette.teal50,
    colorInfoBorder: '#b3d0cf',
    colorText: palette.ink900,
    colorTextSecondary: palette.ink700,
    colorTextTertiary: palette.ink500,
    colorTextQuaternary: '#5c7176',
    colorTextPlaceholder: '#5c7176',
    colorTextDescription: palette.ink500,
    colorBorder: '#a9b8b6',
    colorBorderSecondary: palette.line,
    colorBgLayout: palette.paper,
    fontFamily,
    fontSize: 14,
    borderRadius: 3,
    controlHeight: 30,
    motionDurationMid: '0.12s',
    motionDurationSlow: '0.16s',
    boxShadowTertiary: 'none',
  },
  components: {
    Table: {
      headerBg: '#e6eeec',
      headerColor: palette.ink700,
      headerSplitColor: 'transparent',
      rowHoverBg: palette.teal50,
      rowSelectedBg: '#e2efec',
      rowSelectedHoverBg: '#d8e9e5',
      cellPaddingBlockSM: 6,
      cellPaddingInlineSM: 8,
      borderColor: palette.line,
    },
    Descriptions: { labelBg: '#eef3f1' },
    Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
  },
}
