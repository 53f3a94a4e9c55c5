import { describe, expect, it } from 'vitest'
import { addDays, formatDate, formatDateTime, startOfDay, todayInShanghai, toInstant } from './date.ts'

describe('dates in the office zone', () => {
  it('shows the Shanghai day for an instant late in the UTC day', () => {
    expect(formatDate('2026-11-21T17:00:00Z')).toBe('2026-11-22')
    expect(formatDateTime('2026-11-21T17:05:00Z')).toBe('2026-11-22 01:05')
  })
  it('reads what Postgres writes', () => {
    expect(toInstant('2026-12-11 15:59:59.999999+00').toISOString()).toBe('2026-12-11T15:59:59.999Z')
    expect(formatDate('2026-12-11')).toBe('2026-12-11')
  })
  it('shows a dash for nothing', () => expect(formatDate(null)).toBe('—'))
  it('knows today', () => expect(todayInShanghai(new Date('2026-12-31T16:00:00Z'))).toBe('2027-01-01'))
  it('crosses months', () => expect(addDays('2026-12-31', 1)).toBe('2027-01-01'))
  it('starts the day at +08', () => expect(new Date(startOfDay('2026-11-21')).toISOString()).toBe('2026-11-20T16:00:00.000Z'))
})
