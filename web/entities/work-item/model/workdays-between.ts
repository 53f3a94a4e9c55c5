import { addDays } from '@/shared/format/date.ts'

/** Days that differ from Monday to Friday, as the State Council has them. */
export interface CalendarDay {
  day: string
  kind: string
}

/** Working days after one day up to another, negative when it lies before; the count of the database, for terms that a view does not carry. */
export function workdaysBetween(from: string, to: string, exceptions: readonly CalendarDay[]): number {
  if (to < from) return -workdaysBetween(to, from, exceptions)
  const kindOf = new Map(exceptions.map(({ day, kind }) => [day, kind]))
  const isWorkday = (day: string) => {
    const kind = kindOf.get(day)
    if (kind) return kind === 'workday'
    const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
    return weekday !== 0 && weekday !== 6
  }
  let count = 0
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isWorkday(day)) count += 1
  return count
}
