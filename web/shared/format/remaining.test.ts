import { expect, it } from 'vitest'
import { formatRemaining } from './remaining.ts'

const now = Date.parse('2026-11-21T00:00:00Z')
it.each([
  [null, '无期限'],
  ['2026-11-24T01:00:00Z', '剩余 3 天'],
  ['2026-11-21T05:30:00Z', '剩余 5 小时'],
  ['2026-11-21T00:10:00Z', '剩余 1 小时'],
  ['2026-11-18T23:00:00Z', '逾期 2 天'],
])('%s → %s', (due, text) => expect(formatRemaining(due, now)).toBe(text))
