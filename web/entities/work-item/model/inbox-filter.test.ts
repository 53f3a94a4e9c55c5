import { expect, it } from 'vitest'
import { firstSort, inboxSearch } from './inbox-filter.ts'

it('falls back field by field on nonsense', () => {
  expect(inboxSearch.parse({ box: 'x', page: '-3', size: '7', sort: 'drop table', light: 'blue' })).toEqual(inboxSearch.defaults)
})
it('reads a full address', () => {
  expect(inboxSearch.parse({ box: 'done', light: 'red', q: '超市', page: '3', size: '50', sort: '-created_at' })).toEqual({
    box: 'done',
    kind: undefined,
    light: 'red',
    q: '超市',
    page: 3,
    size: 50,
    sort: '-created_at',
  })
})
it('orders closed work by when it was closed', () => {
  expect([firstSort('done'), firstSort('todo')]).toEqual(['-closed_at', 'due_at'])
  expect(inboxSearch.parse({ box: 'done' }).sort).toBe('-closed_at')
})
