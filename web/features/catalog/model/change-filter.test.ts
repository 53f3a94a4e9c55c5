import { expect, it } from 'vitest'
import { scopeOf } from '@/widgets/work-list/model/scope.ts'
import { changeSearch } from './change-filter.ts'

it('falls back on nonsense and keeps what is valid', () => {
  expect(changeSearch.parse({ page: 'x', size: '50', sort: 'no', type: 'amend', reason: '<b>', from: '2026-13-01' })).toEqual({
    ...changeSearch.defaults,
    size: 50,
    type: 'amend',
  })
})
it('shows a body what it asked for, though somebody else holds it now', () => {
  expect(scopeOf(changeSearch.defaults, { overlooks: false })).toBe('all')
  expect(scopeOf(changeSearch.parse({ scope: 'own' }), { overlooks: false })).toBe('own')
  expect(changeSearch.isNarrowed(changeSearch.defaults)).toBe(false)
})
