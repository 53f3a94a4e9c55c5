/** Reads the State Council's yearly notice as it is pasted: 元旦：1月1日（周五）至3日（周日）放假调休，共3天。1月4日（周一）上班。 */

export type DayKind = 'holiday' | 'workday'

export interface CalendarDay {
  day: string
  kind: DayKind
}

export interface Notice {
  /** Only what differs from Monday to Friday: weekdays off, weekends worked. */
  days: CalendarDay[]
  /** What could not be read or makes no sense, in words for the person who pasted it. */
  doubts: string[]
}

const dates = /(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日(?:[至到~—–-]+(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日)?/g

const iso = (year: number, month: number, day: number) => `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
/** Undefined for the 31st of April. */
function toDay(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? iso(year, month, day) : undefined
}

export const isWeekend = (day: string) => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())

function span(from: string, to: string): string[] {
  const days: string[] = []
  for (let at = Date.parse(`${from}T00:00:00Z`); at <= Date.parse(`${to}T00:00:00Z`) && days.length < 40; at += 86_400_000)
    days.push(new Date(at).toISOString().slice(0, 10))
  return days
}

const kinds: Record<string, DayKind | undefined> = { 放假: 'holiday', 上班: 'workday' }

interface Mention {
  text: string
  days: string[]
  kind: DayKind | undefined
}

function mentionsIn(clause: string, year: number): Mention[] {
  let month = 0
  return [...clause.matchAll(dates)].map((match) => {
    const [text, ownYear, ownMonth, ownDay, endYear, endMonth, endDay] = match
    month = Number(ownMonth ?? month)
    const from = toDay(Number(ownYear ?? year), month, Number(ownDay))
    const firstMonth = month
    if (endMonth) month = Number(endMonth)
    const to = endDay ? toDay(Number(endYear ?? ownYear ?? year), Number(endMonth ?? firstMonth), Number(endDay)) : from
    const said = /放假|上班/.exec(clause.slice(match.index + text.length))?.[0]
    return { text, days: from && to && from <= to ? span(from, to) : [], kind: kinds[said ?? ''] }
  })
}

export function readNotice(text: string, year: number): Notice {
  const found = new Map<string, DayKind>()
  const doubts: string[] = []
  const clauses = text
    .replaceAll(/[（(][^）)]*[）)]/g, '')
    .replaceAll(/[ \t\u3000]/g, '')
    .replaceAll(/(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})/g, '$1年$2月$3日')
    .split(/[。；;\n]/)
  for (const { text: said, days, kind } of clauses.flatMap((clause) => mentionsIn(clause, year))) {
    if (days.length === 0) doubts.push(`“${said}”不是有效的日期`)
    else if (!kind) doubts.push(`“${said}”没有写明放假还是上班`)
    else if (days.every((day) => !day.startsWith(String(year)))) doubts.push(`“${said}”不在 ${year} 年，请在该年录入`)
    for (const day of kind ? days : []) {
      if (!day.startsWith(String(year))) continue
      if (found.has(day) && found.get(day) !== kind) doubts.push(`${day} 既放假又上班`)
      found.set(day, kind as DayKind)
      if (kind === 'workday' && !isWeekend(day)) doubts.push(`${day} 不是周末，上班无需调休`)
    }
  }
  const differs = ([day, kind]: [string, DayKind]) => isWeekend(day) === (kind === 'workday')
  return {
    days: [...found]
      .filter(differs)
      .map(([day, kind]) => ({ day, kind }))
      .toSorted((a, b) => a.day.localeCompare(b.day)),
    doubts,
  }
}
