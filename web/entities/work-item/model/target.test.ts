import { expect, it } from 'vitest'
import { groupTargets } from './target.ts'

const row = (id: string, reason = '') => ({ id, name: `${id}局`, reason })
const shown = (...args: Parameters<typeof groupTargets>) =>
  groupTargets(...args).map(({ label, rows }) => `${label}：${rows.map(({ id, reason }) => id + reason).join('、')}`)

it('offers nothing where nothing may be chosen, not even a proposal', () => {
  expect(shown([], [{ id: 'a', reason: '事项归口' }])).toEqual([])
  expect(shown([row('b')], [{ id: 'a', reason: '事项归口' }])).toEqual(['可选单位：b'])
})
it('puts proposals first in their order, else what is near, each with its reason', () => {
  const found = [row('a', '本地区'), row('b', '下属单位'), row('c')]
  expect(shown(found, [])).toEqual(['推荐：a本地区、b下属单位', '其他单位：c'])
  expect(
    shown(found, [
      { id: 'c', reason: '事项归口' },
      { id: 'a', reason: '属地' },
    ]),
  ).toEqual(['推荐：c事项归口、a属地', '其他单位：b下属单位'])
})
