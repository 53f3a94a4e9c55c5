/** A part of a day of the week, e.g. Mondays from eight to ten: what the heat chart counts and a list can be narrowed to. */
export const weekdays = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'] as const
export const hoursTogether = 2
const starts = Array.from({ length: 24 / hoursTogether }, (_, index) => index * hoursTogether)
export const dayParts = starts.map((hour) => `${hour}时`)

const keyOf = (day: number, hour: number) => `${day + 1}-${String(hour).padStart(2, '0')}`

/** `D-HH` of its first hour, Monday = 1: as the database writes an hour. */
export const slotOf = (day: number, part: number) => keyOf(day, part * hoursTogether)

export const slotLabels: Readonly<Record<string, string>> = Object.fromEntries(
  weekdays.flatMap((name, day) => starts.map((hour) => [keyOf(day, hour), `${name} ${hour} 时至 ${hour + hoursTogether} 时`])),
)

export const slotOptions = Object.entries(slotLabels).map(([value, label]) => ({ value, label }))

/** The hours that are counted together under a slot. */
export function hoursOfSlot(slot: string): string[] {
  const [day = '1', hour = '0'] = slot.split('-')
  return Array.from({ length: hoursTogether }, (_, index) => keyOf(Number(day) - 1, Number(hour) + index))
}
