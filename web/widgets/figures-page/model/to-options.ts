import type { ChartColors } from '@/shared/chart/chart-colors.ts'
import { stackedOption } from '@/shared/chart/options/bar-option.ts'
import { bandOption } from '@/shared/chart/options/line-option.ts'
import { pieOption } from '@/shared/chart/options/pie-option.ts'
import type { Counts, Figure, RowsLink } from '@/shared/module/figures.ts'

export const maxBars = 20

const lateOpen = (row: Counts) => Math.min(row.late, row.open)

/** How it stands, in parts that add up: each with the rows it counts. */
export const parts: readonly { name: string; color: 'closed' | 'open' | 'late'; of: (row: Counts) => number; rows: RowsLink }[] = [
  { name: '已办结', color: 'closed', of: (row) => row.closed, rows: { closed: true } },
  { name: '期限内在办', color: 'open', of: (row) => row.open - lateOpen(row), rows: { open: true, timely: true } },
  { name: '超期在办', color: 'late', of: lateOpen, rows: { open: true, late: true } },
]

/** A bar for each group, in the order of the table beside it. */
export const toBarsOption = (rows: readonly Figure[], colors: ChartColors) =>
  stackedOption(
    { names: rows.map((row) => row.label), series: parts.map(({ name, color, of }) => ({ name, color: colors[color], data: rows.map(of) })) },
    colors,
  )

export const toPartsOption = (total: Counts, colors: ChartColors) =>
  pieOption(
    parts.map(({ name, color, of }) => ({ name, value: of(total), color: colors[color] })),
    colors,
  )

/** Month by month: what came in and what of it is closed by now, before how much came in the year before. */
export const toTrendOption = (now: readonly Figure[], before: readonly Figure[], colors: ChartColors) =>
  bandOption(
    {
      names: now.map((row) => row.label),
      lines: [
        { name: '收到', color: colors.late, data: now.map((row) => row.received) },
        { name: '其中已办结', color: colors.closed, data: now.map((row) => row.closed) },
      ],
      band: { name: '上年同月收到', high: now.map((_, index) => before[index]?.received ?? null) },
    },
    colors,
  )

/** What the line shows, for whoever does not see it. */
export const trendWords = (months: readonly Figure[]) =>
  months.map((row) => `${row.label} 收到 ${row.received} 件、已办结 ${row.closed} 件`).join('；')
