import { expect, it } from 'vitest'
import { dayChoices, joinDay, splitDay } from './day-parts.ts'

const max = '2026-11-24'
const lastDay = (value: string) => dayChoices(splitDay(value), max, 2).days.at(-1)

it.each(['', '2026-11-03', '2026-11-', '2026--', '-11-', '--03'])('%j is split and joined without loss', (value) =>
  expect(joinDay(splitDay(value), max)).toBe(value),
)
it('drops what the other parts no longer allow', () => {
  expect(joinDay({ year: '2026', month: '12', day: '01' }, max)).toBe('2026--01')
  expect(joinDay({ year: '2026', month: '11', day: '25' }, max)).toBe('2026-11-')
  expect(joinDay({ year: '2026', month: '02', day: '29' }, max)).toBe('2026-02-')
  expect(joinDay({ year: '2024', month: '02', day: '29' }, max)).toBe('2024-02-29')
})
it('offers nothing later than the last day', () => {
  expect(dayChoices(splitDay('2026--'), max, 2).months.at(-1)).toBe('11')
  expect(dayChoices(splitDay('2025--'), max, 2).months.at(-1)).toBe('12')
  expect([lastDay('2026-11-'), lastDay('2026-10-'), lastDay('2025-02-'), lastDay('-02-'), lastDay('')]).toEqual(['24', '31', '28', '29', '31'])
})
it('offers the years from now backwards, and keeps an older one that is chosen', () => {
  expect(dayChoices(splitDay(''), max, 2).years).toEqual(['2026', '2025', '2024'])
  expect(dayChoices(splitDay('1999-01-01'), max, 2).years).toEqual(['2026', '2025', '2024', '1999'])
})
