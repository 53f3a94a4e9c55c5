import { describe, expect, it } from 'vitest'
import { readEntries } from './code-entry.ts'
import { codesSearch, matchingCodes } from './codes-filter.ts'
import type { Version } from './version.ts'

let n = 0
const make = (code: string, body: object, patch: Partial<Version> = {}): Version => ({
  id: String(++n),
  key: `tip.outcome/${code}`,
  version: n,
  body: { label: code, sort: 1, is_active: true, ...body },
  effective_from: '2000-01-01',
  effective_to: null,
  state: 'published',
  reason: '依据',
  published_at: '2026-01-01T00:00:00Z',
  withdrawn_at: null,
  publisher: null,
  ...patch,
})
const entries = readEntries(
  [
    make('kept', { label: '保留' }),
    make('renamed', { label: '旧名', sort: 2 }, { effective_to: '2026-11-30' }),
    make('renamed', { label: '新名', sort: 2 }, { effective_from: '2026-12-01' }),
    make('ending', { sort: 3 }, { effective_to: '2026-11-30' }),
    make('ending', { sort: 3, is_active: false }, { effective_from: '2026-12-01' }),
    make('ended', {}, { effective_to: '2026-01-31' }),
    make('ended', { is_active: false }, { effective_from: '2026-02-01' }),
    make('fresh', { sort: 9 }, { effective_from: '2026-12-01' }),
    make('gone', {}, { effective_from: '2026-12-01', state: 'withdrawn', withdrawn_at: '2026-11-20T00:00:00Z' }),
  ],
  '2026-11-24',
)
const words = (code: string) => {
  const { standing, to, change } = entries.find((one) => one.code === code) ?? {}
  return { standing, to, change }
}

describe('codes', () => {
  it('stand where the day puts them', () => {
    expect(words('kept')).toEqual({ standing: 'active', to: null, change: '' })
    expect(words('renamed')).toEqual({ standing: 'active', to: null, change: '2026-12-01 起改名为“新名”' })
    expect(words('ending')).toEqual({ standing: 'active', to: '2026-11-30', change: '2026-12-01 起停用' })
    expect(words('ended')).toEqual({ standing: 'ended', to: '2026-01-31', change: '' })
    expect(words('fresh')).toEqual({ standing: 'coming', to: null, change: '2026-12-01 起启用' })
    expect(words('gone').standing).toBeUndefined()
  })
  it('are found, and sorted as the lists show them', () => {
    const found = (patch: object) => matchingCodes(entries, { ...codesSearch.defaults, ...patch }).map((one) => one.code)
    expect(found({})).toEqual(['kept', 'renamed', 'ending', 'fresh', 'ended'])
    expect(found({ q: '旧' })).toEqual(['renamed'])
    expect(found({ standing: 'ended' })).toEqual(['ended'])
    expect(found({ sort: '-code' })[0]).toBe('renamed')
  })
})
