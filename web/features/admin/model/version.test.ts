import { describe, expect, it } from 'vitest'
import { comingOf, currentOf, periodWord, standingOf, type Version } from './version.ts'

const make = (patch: Partial<Version>): Version => ({
  id: 'a',
  key: 'k',
  version: 1,
  body: {},
  effective_from: '2026-01-01',
  effective_to: null,
  state: 'published',
  reason: '依据',
  published_at: '2026-01-01T00:00:00Z',
  withdrawn_at: null,
  publisher: null,
  ...patch,
})

describe('versions', () => {
  it.each([
    [make({}), 'current'],
    [make({ effective_to: '2026-11-24' }), 'current'],
    [make({ effective_to: '2026-11-23' }), 'past'],
    [make({ effective_from: '2026-11-25' }), 'coming'],
    [make({ effective_from: '2026-11-25', state: 'withdrawn' }), 'withdrawn'],
  ])('stand where the day puts them', (version, standing) => expect(standingOf(version, '2026-11-24')).toBe(standing))

  it('come one after another', () => {
    const all = [make({ id: 'far', effective_from: '2027-06-01' }), make({ id: 'near', effective_from: '2027-01-01' }), make({ id: 'now' })]
    expect(comingOf(all, '2026-11-24')?.id).toBe('near')
    expect(currentOf(all, '2026-11-24')?.id).toBe('now')
    expect(periodWord(make({ effective_to: '2026-12-31' }))).toBe('2026-01-01 至 2026-12-31')
  })
})
