import type { Figure } from './figures.ts'

export interface FigureColors {
  closed: string
  open: string
  late: string
  text: string
  line: string
}

const maxBars = 15

/** Stacked columns, the busiest first: closed, open in time, open and late. */
export function toFiguresOption(rows: readonly Figure[], colors: FigureColors) {
  const shown = [...rows].sort((a, b) => b.received - a.received).slice(0, maxBars)
  const bar = (name: string, color: string, pick: (row: Figure) => number) => ({
    name,
    type: 'bar' as const,
    stack: 'all',
    barMaxWidth: 28,
    itemStyle: { color },
    data: shown.map(pick),
  })
  const lateOpen = (row: Figure) => Math.min(row.late, row.open)
  return {
    aria: { enabled: true },
    grid: { left: 8, right: 12, top: 36, bottom: 4, containLabel: true },
    legend: { top: 0, right: 0, itemWidth: 14, textStyle: { color: colors.text } },
    tooltip: { trigger: 'axis' as const, axisPointer: { type: 'shadow' as const } },
    xAxis: {
      type: 'category' as const,
      data: shown.map((row) => row.label),
      axisLabel: { color: colors.text, interval: 0, width: 76, overflow: 'truncate' as const, rotate: shown.length > 8 ? 30 : 0 },
      axisLine: { lineStyle: { color: colors.line } },
      axisTick: { show: false },
    },
    yAxis: {
      type: 'value' as const,
      minInterval: 1,
      name: '件',
      axisLabel: { color: colors.text },
      splitLine: { lineStyle: { color: colors.line } },
    },
    series: [
      bar('已办结', colors.closed, (row) => row.closed),
      bar('在办（期限内）', colors.open, (row) => row.open - lateOpen(row)),
      bar('在办（超期）', colors.late, lateOpen),
    ],
  }
}
