import { expect, it } from 'vitest'
import { isNarrowed, officersSearch } from './officers-filter.ts'

it('falls back on nonsense and keeps what is valid', () => {
  expect(officersSearch.parse({ page: 'x', size: '50', sort: 'id', q: '李', org: 'x', role: 'A', account: 'gone' })).toEqual({
    ...officersSearch.defaults,
    q: '李',
    size: 50,
  })
  expect(isNarrowed(officersSearch.defaults)).toBe(false)
  expect(isNarrowed({ ...officersSearch.defaults, account: 'disabled' })).toBe(true)
})
