import { expect, it } from 'vitest'
import { officersSearch } from './officers-filter.ts'

it('falls back on nonsense and keeps what is valid', () => {
  expect(officersSearch.parse({ page: 'x', size: '50', sort: 'id', q: '李', org: 'x', role: 'A b', account: 'gone', region: '3401' })).toEqual({
    ...officersSearch.defaults,
    q: '李',
    size: 50,
  })
  expect(officersSearch.isNarrowed(officersSearch.defaults)).toBe(false)
  expect(officersSearch.isNarrowed({ ...officersSearch.defaults, account: 'disabled' })).toBe(true)
})
