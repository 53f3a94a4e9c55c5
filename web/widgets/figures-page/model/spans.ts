import { addDays } from '@/shared/format/date.ts'

/** Days, both included. */
export interface Span {
  from: string
  to: string
}

const dayLength = 86_400_000
const daysIn = ({ from, to }: Span) => (Date.parse(to) - Date.parse(from)) / dayLength + 1

/** 环比: as many days, right before. */
export const spanBefore = (span: Span): Span => ({ from: addDays(span.from, -daysIn(span)), to: addDays(span.from, -1) })

const yearEarlier = (day: string) => {
  const moved = `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`
  return moved.endsWith('-02-29') ? `${moved.slice(0, 4)}-02-28` : moved
}

/** 同比: the same days of the year before. */
export const spanYearEarlier = ({ from, to }: Span): Span => ({ from: yearEarlier(from), to: yearEarlier(to) })

/** Whole months, the last one that of the day. */
export function monthsUpTo(day: string, count: number): Span {
  const year = Number(day.slice(0, 4))
  const month = Number(day.slice(5, 7))
  const firstOf = (offset: number) => new Date(Date.UTC(year, month - 1 + offset, 1)).toISOString().slice(0, 10)
  return { from: firstOf(1 - count), to: addDays(firstOf(1), -1) }
}
