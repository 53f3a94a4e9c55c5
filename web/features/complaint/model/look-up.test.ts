import { expect, it } from 'vitest'
import { lookUpAnswer, normalizeCode } from './look-up.ts'

it.each([
  ['2a3b4c5d6e7f8g9h', '2A3B-4C5D-6E7F-8G9H'],
  [' 2A3B 4C5D－6E7F—8G9H ', '2A3B-4C5D-6E7F-8G9H'],
  ['', ''],
])('normalizes %s', (raw, code) => expect(normalizeCode(raw)).toBe(code))

it('reads a case that has only just been filed', () => {
  const one = {
    caseNo: 'JB20261121000001',
    caseType: 'tip',
    title: '甲',
    stateLabel: '待分派',
    orgName: null,
    orgReason: '',
    termLabel: null,
    dueAt: null,
    filedAt: '2026-11-21T00:00:00Z',
    answers: [],
    timeline: [],
    materialRequest: null,
    canSupply: false,
    canWithdraw: true,
    canRate: false,
    rating: null,
    filing: { content: '经过', wish: '', subjectName: '店', occurredOn: null, place: '庐阳区', materials: [] },
  }
  expect(lookUpAnswer({ cases: [one] }, '').cases[0]).toMatchObject({ isOpen: true, canWithdraw: true, dueIsProvisional: false })
})
