import { expect, it } from 'vitest'
import { officersSearch } from './officers-filter.ts'

it('falls back on nonsense and keeps what is valid', () => {
  expect(officersSearch.parse({ page: 'x', size: '50', sort: 'id', q: '李' })).toEqual({ q: '李', page: 1, size: 50, sort: '' })
})
