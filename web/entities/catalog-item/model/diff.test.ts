import fc from 'fast-check'
import { expect, it } from 'vitest'
import { itemWords, makeItemBody } from '@/testing/make-catalog-item.ts'
import { diffOfBodies, markedWords } from './diff.ts'

const said = (pieces: readonly { text: string }[]) => pieces.map(({ text }) => text).join('')
const marked = (pieces: readonly { text: string; isChanged: boolean }[]) => pieces.filter((one) => one.isChanged).map(({ text }) => text)

it('finds nothing between equal bodies', () => expect(diffOfBodies(makeItemBody(), makeItemBody(), itemWords)).toEqual([]))
it('names each element that changed, with old and new text', () => {
  const changes = diffOfBodies(makeItemBody(), makeItemBody({ methods: ['random'], levels: ['4'], state: 'suspended' }), itemWords)
  expect(changes.map(({ key, before, after }) => [key, said(before), said(after)])).toEqual([
    ['methods', '双随机、一公开监管、日常检查', '双随机、一公开监管'],
    ['levels', '市级、县级', '县级'],
    ['state', '在用', '已暂停'],
  ])
})
it('marks the words that went and came within a long text, and no others', () => {
  const { before, after } = markedWords('制定计划，现场检查，记录结果。', '制定计划，现场检查两次，记录结果。')
  expect(marked(before)).toEqual([])
  expect(marked(after).join('')).toBe('两次')
})
it('loses nothing of either text, and what is unmarked is the same in both', () => {
  const text = fc.string({ unit: fc.constantFrom('检', '查', '，', '现', 'a', ' '), maxLength: 40 })
  fc.assert(
    fc.property(text, text, (a, b) => {
      const { before, after } = markedWords(a, b)
      expect(said(before)).toBe(a)
      expect(said(after)).toBe(b)
      const kept = (pieces: typeof before) => said(pieces.filter((one) => !one.isChanged))
      expect(kept(before)).toBe(kept(after))
    }),
  )
})
