// @vitest-environment jsdom
import { beforeEach, expect, it } from 'vitest'
import { textDraft } from './text-draft.ts'

beforeEach(() => localStorage.clear())

it('keeps and forgets one text', () => {
  textDraft.write('item-1:note', '已联系商家')
  expect(textDraft.read('item-1:note')).toBe('已联系商家')
  textDraft.write('item-1:note', '')
  expect(textDraft.read('item-1:note')).toBe('')
  expect(localStorage).toHaveLength(0)
})
it('clears one record, then everything of ours and nothing else', () => {
  localStorage.setItem('other', '1')
  textDraft.write('a:x', '1')
  textDraft.write('b:x', '2')
  textDraft.clear('a:')
  expect(textDraft.read('b:x')).toBe('2')
  textDraft.clear()
  expect(Object.keys(localStorage)).toEqual(['other'])
})
it('keeps texts for one person only', () => {
  textDraft.keepFor('a')
  textDraft.write('item-1:note', '甲写的')
  textDraft.keepFor('a')
  expect(textDraft.read('item-1:note')).toBe('甲写的')
  textDraft.keepFor('b')
  expect(textDraft.read('item-1:note')).toBe('')
})
it('takes one away and not those whose name only begins alike', () => {
  textDraft.write('item-1:note', '1')
  textDraft.write('item-1:note-2', '2')
  textDraft.write('item-1:note', '')
  expect(textDraft.read('item-1:note-2')).toBe('2')
})

it('forgets what nobody came back for within a day', () => {
  textDraft.write('item-1:note', '甲写的')
  textDraft.forgetOld(Date.now() + 23 * 3_600_000)
  expect(textDraft.read('item-1:note')).toBe('甲写的')
  textDraft.forgetOld(Date.now() + 25 * 3_600_000)
  expect(textDraft.read('item-1:note')).toBe('')
})
