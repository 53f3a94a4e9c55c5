const zone = 'Asia/Shanghai'
const dateParts = new Intl.DateTimeFormat('zh-CN', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' })
const timeParts = new Intl.DateTimeFormat('zh-CN', { timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })

const join = (value: Date) =>
  dateParts
    .formatToParts(value)
    .filter((part) => part.type !== 'literal')
    .map((part) => part.value)
    .join('-')

/** Postgres may write `2026-12-11 15:59:59.99+00`; Safari reads only `2026-12-11T15:59:59.99+00:00`. */
export const toInstant = (value: string) => new Date(value.replace(' ', 'T').replace(/(:\d{2}(?:\.\d+)?[+-]\d{2})$/, '$1:00'))

export const formatDate = (iso: string | null | undefined) => (iso ? join(toInstant(iso)) : '—')

export const formatDateTime = (iso: string | null | undefined) => (iso ? `${join(toInstant(iso))} ${timeParts.format(toInstant(iso))}` : '—')

/** `2026-11-21`, today where the office is, whatever the machine's own zone. */
export const todayInShanghai = (now = new Date()) => join(now)

/** Shanghai calendar day → the instant it begins; used for period filters. */
export const startOfDay = (day: string) => `${day}T00:00:00+08:00`

export function addDays(day: string, days: number) {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + days)
  return date.toISOString().slice(0, 10)
}
