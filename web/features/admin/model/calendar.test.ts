import { expect, it } from 'vitest'
import { monthWeeks, workdaysIn, yearChoices } from './calendar.ts'

const exceptions = new Map([
  ['2026-10-01', 'holiday'],
  ['2026-10-10', 'workday'],
] as const)

it('lays a month under Monday to Sunday', () => {
  const weeks = monthWeeks(2026, 10, exceptions)
  expect(weeks[0]?.slice(0, 4)).toEqual([null, null, null, { day: '2026-10-01', kind: 'holiday' }])
  expect(weeks[1]?.[5]).toEqual({ day: '2026-10-10', kind: 'workday' })
  expect(weeks[1]?.[6]?.kind).toBe('weekend')
  expect(weeks.flat().filter(Boolean)).toHaveLength(31)
})
it('counts working days', () => {
  expect(workdaysIn(2026, new Map())).toBe(261)
  expect(workdaysIn(2026, exceptions)).toBe(261)
  expect(workdaysIn(2026, new Map([['2026-10-01', 'holiday']]))).toBe(260)
})
it('offers the coming year before it is published', () =>
  expect(yearChoices([{ year: 2026, source: '', published_on: null }], 2026)).toEqual([2027, 2026]))
