import type { ChartColors } from '../chart-colors.ts'

/** One line of numbers, as long as the names it belongs to; null: nothing known there. */
export interface Series {
  name: string
  data: readonly (number | null)[]
  /** Absent: the next of the palette. */
  color?: string | undefined
}

export const numberText = (value: unknown) => (typeof value === 'number' ? value.toLocaleString('zh-CN') : '—')
export const percentText = (value: unknown) => (typeof value === 'number' ? `${Math.round(value * 1000) / 10}%` : '—')

export const colorOf = (series: Series, index: number, colors: ChartColors) =>
  series.color ?? colors.series[index % colors.series.length] ?? colors.text

/** echarts takes what a formatter of a tooltip answers as HTML. */
export const escapeHtml = (text: string) => text.replaceAll(/[&<>"']/g, (letter) => `&#${letter.codePointAt(0)};`)

/** Names on one axis, numbers on the other. `containLabel` leaves every word its room. */
export function frame(colors: ChartColors, { hasLegend, unit }: { hasLegend: boolean; unit?: string | undefined }) {
  const words = { color: colors.text, fontSize: 12 }
  return {
    grid: { left: 4, right: 20, top: hasLegend ? 34 : unit ? 26 : 12, bottom: 4, containLabel: true },
    ...(hasLegend ? { legend: { top: 0, right: 0, itemWidth: 14, itemHeight: 10, textStyle: words } } : {}),
    names: {
      type: 'category' as const,
      axisLabel: { ...words, hideOverlap: true },
      axisLine: { lineStyle: { color: colors.line } },
      axisTick: { show: false },
    },
    numbers: {
      type: 'value' as const,
      minInterval: 1,
      axisLabel: words,
      splitLine: { lineStyle: { color: colors.line } },
      ...(unit ? { name: unit, nameTextStyle: { ...words, align: 'left' as const } } : {}),
    },
  }
}

/** Never wider than the screen it stands on. */
export const tooltip = (trigger: 'axis' | 'item', colors: ChartColors) => ({
  trigger,
  confine: true,
  textStyle: { color: colors.text, fontSize: 12 },
  valueFormatter: numberText,
})

/** A name too long for its line goes on in the next: cut, two places could read alike. */
export function wrapName(name: string, perLine: number): string {
  const letters = [...name]
  if (letters.length <= perLine) return name
  const lines = Math.ceil(letters.length / perLine)
  const each = Math.ceil(letters.length / lines)
  return Array.from({ length: lines }, (_, line) => letters.slice(line * each, (line + 1) * each).join('')).join('\n')
}
