import { expect, it } from 'vitest'
import { followAnswer, normalizeCode } from './follow.ts'

it.each([
  ['2a3b4c5d6e7f8g9h', '2A3B-4C5D-6E7F-8G9H'],
  [' 2A3B 4C5D－6E7F—8G9H ', '2A3B-4C5D-6E7F-8G9H'],
  ['', ''],
])('normalizes %s', (raw, code) => expect(normalizeCode(raw)).toBe(code))

it('reads a case that has only just been filed', () => {
  const one = { caseNo: 'T1', caseType: 'tip', title: '甲', state: 'registered', stateLabel: '已登记', orgName: null, orgReason: null, termLabel: null, dueAt: null, filedAt: '2026-11-21T00:00:00Z', answer: null, timeline: [], materialRequest: null }
  expect(followAnswer.parse({ cases: [one] }).cases).toHaveLength(1)
})
