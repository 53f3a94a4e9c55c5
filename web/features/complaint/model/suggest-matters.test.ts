import { expect, it } from 'vitest'
import { suggestMatters } from './suggest-matters.ts'

const matters = [
  { code: 'price', label: '价格', hint: null, keywords: ['乱收费', '明码标价'] },
  { code: 'food', label: '食品安全', hint: null, keywords: ['过期', '食品', '牛奶'] },
]

it('ranks by hits', () => {
  expect(suggestMatters(matters, '食品过期还乱收费').map((m) => m.code)).toEqual(['food', 'price'])
})
it('says nothing without a hit', () => expect(suggestMatters(matters, '噪声扰民')).toEqual([]))
