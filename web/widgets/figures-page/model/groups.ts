import { tierOf } from '@/entities/region/model/tier-of.ts'
import type { Figure, RowsLink } from '@/shared/module/figures.ts'
import { dayParts, hoursTogether, weekdays } from './slots.ts'

/** 本级 (filed at the region itself, not below) and 未定条线 are groups too. */
export function linkOfGroup(key: string, by: 'region' | 'line', top: number | undefined): RowsLink {
  if (by === 'line') return { line: key || 'none' }
  return Number(key) === top ? { exact: true } : { region: Number(key) }
}

/** A town has nothing below it that a map could show. */
export const hasMap = (region: number) => tierOf(region) < 5

/** `D-HH`, Monday = 1, into days by parts of two hours: twenty-four columns would not be read on a phone. */
export function byDayAndHour(rows: readonly Figure[]): number[][] {
  const grid = weekdays.map(() => dayParts.map(() => 0))
  for (const { key, received } of rows) {
    const [day = '', hour = ''] = key.split('-')
    const line = grid[Number(day) - 1]
    const part = Math.floor(Number(hour) / hoursTogether)
    if (line?.[part] !== undefined) line[part] += received
  }
  return grid
}

/** Two years by month: the last twelve, and beside each the same month of the year before. */
export function twoYears(months: readonly Figure[]): { now: readonly Figure[]; before: readonly Figure[] } {
  const sorted = months.toSorted((a, b) => a.key.localeCompare(b.key))
  return { now: sorted.slice(-12), before: sorted.slice(-24, -12) }
}
