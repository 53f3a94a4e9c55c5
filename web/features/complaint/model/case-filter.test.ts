import { expect, it } from 'vitest'
import { complaintPaths } from '../paths.ts'
import { caseSearch, clearedFilter, isNarrowed, scopeOf } from './case-filter.ts'

const fromPath = (path: string) => caseSearch.parse(Object.fromEntries(new URL(path, 'http://x').searchParams))

it('opens newest first', () => {
  expect(fromPath(complaintPaths.list())).toEqual(caseSearch.defaults)
})
it('reads what a figure links to', () => {
  const filter = fromPath(complaintPaths.list({ region: 340100000, line: 'market', late: true, from: '2026-01-01', to: '2026-03-31' }))
  expect(filter).toMatchObject({ region: 340100000, line: 'market', late: true, from: '2026-01-01', to: '2026-03-31' })
})
it('ignores nonsense', () => {
  expect(caseSearch.parse({ region: '12', late: 'yes', from: '2026-13-40', type: 'x', sort: 'org_id' })).toEqual(caseSearch.defaults)
})
it('knows whether anything is set, and clears it', () => {
  const filter = caseSearch.parse({ q: '超市' })
  expect([isNarrowed(filter), isNarrowed({ ...filter, ...clearedFilter })]).toEqual([true, false])
})
it('opens on the own body, on the region for a coordinator, and on the region whenever one is picked', () => {
  const plain = caseSearch.defaults
  expect([scopeOf(plain, false), scopeOf(plain, true), scopeOf({ ...plain, scope: 'own' }, true)]).toEqual(['own', 'all', 'own'])
  expect(scopeOf({ ...plain, scope: 'own', region: 340100000 }, false)).toBe('all')
})
