/** A calendar day as its three parts; what is not chosen yet is empty. */
export interface DayParts {
  year: string
  month: string
  day: string
}

/** `2026-11-03` and whatever of it is there: `2026-11-`, `2026--`, empty. */
export function splitDay(value: string): DayParts {
  const [year = '', month = '', day = ''] = value.split('-')
  return { year, month, day }
}

/** Numbers from one to the other, with two digits, as an ISO day writes them. */
const upTo = (last: number) => Array.from({ length: last }, (_, i) => String(i + 1).padStart(2, '0'))

/** What may be chosen without passing `max`, newest year first; an older year that is already chosen stays. */
export function dayChoices({ year, month }: DayParts, max: string, yearsBack: number) {
  const last = splitDay(max)
  const isLastYear = year === last.year
  const years = Array.from({ length: yearsBack + 1 }, (_, i) => String(Number(last.year) - i))
  return {
    years: year === '' || years.includes(year) ? years : [...years, year],
    months: upTo(isLastYear ? Number(last.month) : 12),
    // Before the year is known February has 29 days.
    days: upTo(
      isLastYear && month === last.month ? Number(last.day) : month === '' ? 31 : new Date(Number(year || 2000), Number(month), 0).getDate(),
    ),
  }
}

/** The parts as one text again; a month or a day that the other parts no longer allow is dropped. */
export function joinDay(parts: DayParts, max: string): string {
  const month = dayChoices(parts, max, 0).months.includes(parts.month) ? parts.month : ''
  const day = dayChoices({ ...parts, month }, max, 0).days.includes(parts.day) ? parts.day : ''
  return parts.year || month || day ? `${parts.year}-${month}-${day}` : ''
}
