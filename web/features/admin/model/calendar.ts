import { z } from 'zod'
import { isWeekend, type DayKind } from './holiday-notice.ts'

export const calendarYearSchema = z.object({ year: z.number(), source: z.string(), published_on: z.string().nullable() })
export type CalendarYear = z.infer<typeof calendarYearSchema>
export const calendarDaySchema = z.object({ day: z.string(), kind: z.enum(['holiday', 'workday']) })

export interface DayCell {
  day: string
  kind: DayKind | 'weekend' | 'plain'
}

export const kindLabels: Record<DayCell['kind'], string> = { holiday: '放假', workday: '调休上班', weekend: '周末', plain: '工作日' }

/** Days of a month under Monday to Sunday; null before the first and after the last. */
export function monthWeeks(year: number, month: number, exceptions: ReadonlyMap<string, DayKind>): (DayCell | null)[][] {
  const first = new Date(Date.UTC(year, month - 1, 1))
  const length = new Date(Date.UTC(year, month, 0)).getUTCDate()
  const lead = (first.getUTCDay() + 6) % 7
  const cells = Array.from({ length: Math.ceil((lead + length) / 7) * 7 }, (_, index): DayCell | null => {
    const date = index - lead + 1
    if (date < 1 || date > length) return null
    const day = new Date(Date.UTC(year, month - 1, date)).toISOString().slice(0, 10)
    return { day, kind: exceptions.get(day) ?? (isWeekend(day) ? 'weekend' : 'plain') }
  })
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7))
}

export function workdaysIn(year: number, exceptions: ReadonlyMap<string, DayKind>): number {
  let count = 0
  for (let month = 1; month <= 12; month += 1)
    for (const cell of monthWeeks(year, month, exceptions).flat()) if (cell && (cell.kind === 'plain' || cell.kind === 'workday')) count += 1
  return count
}

/** Published years, the present one and the next, newest first. */
export const yearChoices = (published: readonly CalendarYear[], thisYear: number) =>
  [...new Set([...published.map(({ year }) => year), thisYear, thisYear + 1])].toSorted((a, b) => b - a)
