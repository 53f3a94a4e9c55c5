import { expect, it } from 'vitest'
import { complaintPaths } from '../paths.ts'
import { caseSearch } from './case-filter.ts'

const fromPath = (path: string) => caseSearch.parse(Object.fromEntries(new URL(path, 'http://x').searchParams))

it('ignores nonsense', () => {
  expect(caseSearch.parse({ region: '12', late: 'yes', from: '2026-13-40', type: 'x', slot: '8-00', sort: 'org_id' })).toEqual(caseSearch.defaults)
})
it('reads what a figure links to', () => {
  expect(fromPath(complaintPaths.list())).toEqual(caseSearch.defaults)
  const link = {
    region: 340100000,
    exact: true,
    line: 'market',
    late: true,
    timely: true,
    slot: '1-08',
    unhappy: true,
    matter: 'food',
    from: '2026-01-01',
    to: '2026-03-31',
  } as const
  expect(fromPath(complaintPaths.list(link))).toEqual({ ...caseSearch.defaults, ...link })
})
it('keeps the scope when the conditions are cleared', () => {
  const filter = caseSearch.parse({ scope: 'all', unhappy: 'true' })
  expect({ ...filter, ...caseSearch.cleared }).toEqual({ ...caseSearch.defaults, scope: 'all' })
})
