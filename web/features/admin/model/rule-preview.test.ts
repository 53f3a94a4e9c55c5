import { expect, it } from 'vitest'
import { readPreview, shiftWord, type PreviewRow } from './rule-preview.ts'

const row: PreviewRow = {
  running: 0,
  suspended: 1,
  compared: 0,
  earlier: 0,
  later: 0,
  same: 0,
  start_due_on: '2026-12-08',
  start_due_on_now: '2026-12-04',
  no: null,
  started_on: null,
  due_on: null,
  new_due_on: null,
}

it('reads the counts of a rule without open items', () => {
  expect(readPreview([row])).toEqual({
    counts: { running: 0, suspended: 1, compared: 0, earlier: 0, later: 0, same: 0 },
    startDueOn: '2026-12-08',
    startDueOnNow: '2026-12-04',
    items: [],
  })
})
it.each([
  ['2026-12-01', '2026-12-04', '推后 3 天'],
  ['2026-12-04', '2026-12-01', '提前 3 天'],
  ['2026-12-04', '2026-12-04', '不变'],
])('%s → %s: %s', (due_on, new_due_on, words) => expect(shiftWord({ due_on, new_due_on })).toBe(words))
