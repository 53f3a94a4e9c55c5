import { expect, it } from 'vitest'
import { workdaysBetween } from './workdays-between.ts'

it.each([
  ['2026-11-20', '2026-11-20', 0],
  ['2026-11-20', '2026-11-23', 1],
  ['2026-11-21', '2026-11-22', 0],
  ['2026-11-24', '2026-11-13', -7],
  ['2026-09-30', '2026-10-12', 4],
])('%s → %s: %i', (from, to, count) => {
  const holidays = [1, 2, 5, 6, 7].map((day) => ({ day: `2026-10-0${day}`, kind: 'holiday' }))
  expect(workdaysBetween(from, to, [...holidays, { day: '2026-10-10', kind: 'workday' }])).toBe(count)
})
