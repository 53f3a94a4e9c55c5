import { expect, it } from 'vitest'
import { placeOnTrail, trailState, type Trail } from './trail.ts'

const trail: Trail = {
  title: '待办事项',
  path: '/work/inbox?box=org',
  items: ['a', 'b', 'c'].map((id) => ({ path: `/work/items/${id}`, title: id })),
}

it.each([[null], [undefined], ['x'], [{ trail, at: 3 }], [{ trail, at: -1 }], [{ trail: { ...trail, path: 'https://x' }, at: 0 }]])(
  'has no neighbours without a list: %j',
  (state) => expect(placeOnTrail(state)).toBeNull(),
)
it('leads nowhere from what is not on the list', () => {
  expect(trailState(trail, '/work/items/x')).toBeUndefined()
  expect(trailState(null, '/work/items/a')).toBeUndefined()
})
it('knows the neighbours, and takes the list along to them', () => {
  const place = placeOnTrail(trailState(trail, '/work/items/b'))
  expect(place).toMatchObject({ at: 2, count: 3, list: { path: '/work/inbox?box=org' }, previous: { title: 'a' }, next: { title: 'c' } })
  expect(placeOnTrail(place?.next?.state)).toMatchObject({ at: 3, next: undefined, previous: { title: 'b' } })
})
