import { expect, it } from 'vitest'
import { leaveText } from './leave-text.ts'

it('tells who was signed out why, and that nothing is lost', () => {
  expect(leaveText({ from: '/work', reason: 'idle' })).toMatch(/30 分钟.*保留/)
  expect(leaveText({ from: '/work', reason: 'lost' })).toMatch(/失效.*保留/)
})

it.each([undefined, null, 'idle', {}, { from: '/work' }, { reason: 'toString' }, { reason: 1 }])('says nothing for %j', (state) => {
  expect(leaveText(state)).toBeUndefined()
})
