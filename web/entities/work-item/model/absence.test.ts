import { expect, it } from 'vitest'
import { absencesNow, phaseOf, type Absence } from './absence.ts'

const absence = (patch: Partial<Absence>): Absence => ({
  id: 'x',
  officer_id: 'wang',
  deputy_id: 'li',
  starts_on: '2026-11-20',
  ends_on: '2026-11-24',
  officer: { name: '王芳' },
  deputy: { name: '李强' },
  ...patch,
})

it.each([
  ['2026-11-19', 'coming'],
  ['2026-11-20', 'running'],
  ['2026-11-24', 'running'],
  ['2026-11-25', 'over'],
] as const)('%s: %s', (today, phase) => expect(phaseOf(absence({}), today)).toBe(phase))

it('tells for whom one works from being away oneself', () => {
  const all = [absence({}), absence({ ends_on: '2026-11-20' })]
  expect(absencesNow(all, 'li', '2026-11-22')).toEqual({ deputised: [all[0]], own: undefined })
  expect(absencesNow(all, 'wang', '2026-11-22')).toEqual({ deputised: [], own: all[0] })
})
