import { expect, it } from 'vitest'
import { toSearch } from './use-search-state.ts'

it('leaves defaults and blanks out of the address', () => {
  expect(toSearch({ page: 1, q: '', late: true, region: 340100000 }, { page: 1, late: false }).toString()).toBe('late=true&region=340100000')
})
it('keeps a false that differs from its default', () => {
  expect(toSearch({ open: false }, { open: true }).toString()).toBe('open=false')
})
