/** The days of the demo: when each case is to have been filed and each step taken. */
import type pg from 'pg'
import type { Step } from './courses.ts'
import { uuidOf } from '../../uuid-of.ts'

const dayMs = 86_400_000
const dayAfter = (day: string, days: number) => new Date(Date.parse(day) + days * dayMs).toISOString().slice(0, 10)
/** The same number below `below` for the same name, so that the demo looks the same on every first start. */
const drawn = (name: string, below: number) => Number.parseInt(uuidOf(name).slice(0, 8), 16) % below

const instant = (day: string, seconds: number) =>
  `${day}T${[seconds / 3600, (seconds / 60) % 60, seconds % 60].map((part) => String(Math.floor(part)).padStart(2, '0')).join(':')}+08:00`

/** The second of the day that an instant of ours names. */
const secondOf = (at: string) => {
  const [hour, minute, second] = at.slice(11, 19).split(':').map(Number) as [number, number, number]
  return hour * 3600 + minute * 60 + second
}

/** Today in Asia/Shanghai and the working days before it, the last one first: `before[0]` is the last one over. */
export interface Calendar {
  today: string
  before: string[]
}

export async function readCalendar(db: pg.ClientBase): Promise<Calendar> {
  const { rows } = await db.query<{ today: string; before: string[] }>(
    `select private.local_day(now())::text as today, array(
       select d::date::text from generate_series(private.local_day(now()) - 520, private.local_day(now()) - 1, interval '1 day') as d
       where private.is_workday(d::date) order by d desc) as before`,
  )
  return rows[0] as Calendar
}

/** A citizen writes on any day up to the next working day, from half past seven in the morning to half past ten at night. */
export function filingTime({ today, before }: Calendar, age: number, name: string): string {
  const day = before[age - 1] as string
  const next = before[age - 2] ?? today
  const free = Math.round((Date.parse(next) - Date.parse(day)) / dayMs)
  return instant(dayAfter(day, drawn(`${name}:day`, free)), 27_000 + drawn(`${name}:time`, 54_000))
}

/**
 * An officer works from nine, and comes back to a case of the same day 40 minutes later at least, before a quarter to
 * six; a citizen answers after work; the clock strikes at midnight. Null = not over yet, so it has not happened.
 */
export function stepTime({ before }: Calendar, ago: number, name: string, by: Step['by'], previous: string | null): string | null {
  const day = before[ago - 1]
  if (!day) return null
  if (by === 'clock') return instant(dayAfter(day, 1), 2 + drawn(name, 8))
  if (by === 'citizen') return instant(day, 64_800 + drawn(name, 12_000))
  if (!previous?.startsWith(day)) return instant(day, 32_460 + drawn(name, 21_600))
  const from = secondOf(previous) + 2_400
  return instant(day, from + drawn(name, Math.max(63_900 - from, 600)))
}
