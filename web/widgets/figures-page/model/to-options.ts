import type { Figure } from '@/shared/module/figures.ts'

export interface FigureColors {
  closed: string
  open: string
  late: string
  text: string
  line: string
}

const maxBars = 20
const rowHeight = 26

const axes = (colors: FigureColors) => ({
  names: { axisLabel: { color: colors.text }, axisLine: { lineStyle: { color: colors.line } }, axisTick: { show: false } },
  numbers: { type: 'value' as const, minInterval: 1, axisLabel: { color: colors.text }, splitLine: { lineStyle: { color: colors.line } } },
})

export const barsHeight = (rows: readonly Figure[]) => Math.max(160, Math.min(rows.length, maxBars) * rowHeight + 64)

/** A bar for each group, in the order of the table beside it: closed, open in time, open and late. */
export function toBarsOption(rows: readonly Figure[], colors: FigureColors) {
  const shown = rows.slice(0, maxBars)
  const { names, numbers } = axes(colors)
  const bar = (name: string, color: string, pick: (row: Figure) => number) => ({
    name,
    type: 'bar' as const,
    stack: 'all',
    barMaxWidth: 16,
    itemStyle: { color },
    data: shown.map(pick),
  })
  const lateOpen = (row: Figure) => Math.min(row.late, row.open)
  return {
    grid: { left: 4, right: 16, top: 32, bottom: 4, containLabel: true },
    legend: { top: 0, right: 0, itemWidth: 14, textStyle: { color: colors.text } },
    tooltip: { trigger: 'axis' as const, axisPointer: { type: 'shadow' as const } },
    yAxis: {
      ...names,
      type: 'category' as const,
      inverse: true,
      data: shown.map((row) => row.label),
      axisLabel: { ...names.axisLabel, width: 96, overflow: 'truncate' as const },
    },
    xAxis: numbers,
    series: [
      bar('已办结', colors.closed, (row) => row.closed),
      bar('在办（期限内）', colors.open, (row) => row.open - lateOpen(row)),
      bar('在办（超期）', colors.late, lateOpen),
    ],
  }
}

/** Month by month: what came in, and what of it is closed by now. */
export function toTrendOption(months: readonly Figure[], colors: FigureColors) {
  const { names, numbers } = axes(colors)
  const line = (name: string, color: string, pick: (row: Figure) => number) => ({
    name,
    type: 'line' as const,
    itemStyle: { color },
    lineStyle: { color, width: 2 },
    data: months.map(pick),
  })
  return {
    grid: { left: 4, right: 20, top: 32, bottom: 4, containLabel: true },
    legend: { top: 0, right: 0, itemWidth: 14, textStyle: { color: colors.text } },
    tooltip: { trigger: 'axis' as const },
    xAxis: { ...names, type: 'category' as const, boundaryGap: false, data: months.map((row) => row.label) },
    yAxis: numbers,
    series: [line('收到', colors.late, (row) => row.received), line('其中已办结', colors.closed, (row) => row.closed)],
  }
}

/** What the line shows, for whoever does not see it. */
export const trendWords = (months: readonly Figure[]) =>
  months.map((row) => `${row.label} 收到 ${row.received} 件、已办结 ${row.closed} 件`).join('；')
