/** The schedules of pg_cron: '5 seconds', five fields, and the @ names. Times are GMT, as there. */

export type Schedule = { kind: 'interval'; seconds: number } | { kind: 'calendar'; matches: (at: Date) => boolean }

const NAMED: Record<string, string> = {
  '@hourly': '0 * * * *',
  '@daily': '0 0 * * *',
  '@midnight': '0 0 * * *',
  '@weekly': '0 0 * * 0',
  '@monthly': '0 0 1 * *',
  '@yearly': '0 0 1 1 *',
  '@annually': '0 0 1 1 *',
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']

interface Field {
  has: (value: number) => boolean
  isAny: boolean
  lastDay: boolean
}

function parseField(source: string, min: number, max: number, names: string[] = []): Field | undefined {
  const numberOf = (word: string) => {
    const named = names.indexOf(word.toLowerCase())
    return named >= 0 ? named + (names === MONTHS ? 1 : 0) : /^\d+$/.test(word) ? Number(word) : Number.NaN
  }
  const values = new Set<number>()
  let lastDay = false
  for (const part of source.split(',')) {
    if (part === '$') {
      lastDay = true
      continue
    }
    const match = /^(\*|\w+)(?:-(\w+))?(?:\/(\d+))?$/.exec(part)
    if (!match) return undefined
    const [, from = '', to, step] = match
    const low = from === '*' ? min : numberOf(from)
    const high = to ? numberOf(to) : from === '*' || step ? max : low
    const by = step ? Number(step) : 1
    if (!(low >= min && high <= max && low <= high && by > 0)) return undefined
    for (let value = low; value <= high; value += by) values.add(value)
  }
  return { has: (value) => values.has(value), isAny: source === '*', lastDay }
}

const isLastDay = (at: Date) => new Date(at.getTime() + 86_400_000).getUTCDate() === 1

export function parseSchedule(source: string): Schedule | undefined {
  const interval = /^([1-9]|[1-5]\d) seconds$/.exec(source.trim())
  if (interval) return { kind: 'interval', seconds: Number(interval[1]) }
  const fields = (NAMED[source.trim()] ?? source).trim().split(/\s+/)
  if (fields.length !== 5) return undefined
  const minute = parseField(fields[0] ?? '', 0, 59)
  const hour = parseField(fields[1] ?? '', 0, 23)
  const day = parseField(fields[2] ?? '', 1, 31)
  const month = parseField(fields[3] ?? '', 1, 12, MONTHS)
  const weekday = parseField((fields[4] ?? '').replace(/\b7\b/g, '0'), 0, 6, DAYS)
  if (!minute || !hour || !day || !month || !weekday) return undefined
  return {
    kind: 'calendar',
    matches(at) {
      const onDay = day.has(at.getUTCDate()) || (day.lastDay && isLastDay(at))
      const onWeekday = weekday.has(at.getUTCDay())
      // Cron's old rule: with both given, either will do.
      const dayMatches = day.isAny || weekday.isAny ? onDay && onWeekday : onDay || onWeekday
      return minute.has(at.getUTCMinutes()) && hour.has(at.getUTCHours()) && month.has(at.getUTCMonth() + 1) && dayMatches
    },
  }
}

const MINUTES_OF_A_YEAR = 366 * 24 * 60

/** Whether one of its times lies after that minute and not after the other; further back than a year nobody looks. */
export function hasTimeWithin(schedule: Schedule, after: number, until: number): boolean {
  if (schedule.kind === 'interval') return false
  for (let minute = until; minute > Math.max(after, until - MINUTES_OF_A_YEAR); minute -= 1) {
    if (schedule.matches(new Date(minute * 60_000))) return true
  }
  return false
}
