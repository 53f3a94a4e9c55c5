import { expect, it } from 'vitest'
import { itemSearch } from './item-filter.ts'

it('says in words what the list was narrowed to', () => {
  const state = itemSearch.parse({ q: '食品', line: 'market', lapsing: 'true', state: 'suspended', law: 'food-safety' })
  expect(itemSearch.summary(state, { line: '市场监管', law: '《食品安全法》' })).toBe(
    '关键词：食品；监管部门：市场监管；状态：已暂停；依据已废止；设定依据：《食品安全法》',
  )
})
it('takes nonsense in an address for nothing', () =>
  expect(itemSearch.parse({ state: 'x', level: 'a b', lapsing: 'yes' })).toEqual(itemSearch.defaults))
