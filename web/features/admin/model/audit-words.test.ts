import { expect, it } from 'vitest'
import { actorWord, fieldWord, valueWord } from './audit-words.ts'

it('speaks of actors and fields in words, and leaves what it does not know', () => {
  expect([actorWord('system:citizen', 'system:citizen'), actorWord('u1', '周静'), fieldWord('due_at'), fieldWord('strange')]).toEqual([
    '投诉举报人',
    '周静',
    '到期时间',
    'strange',
  ])
})
it.each([
  [null, '空'],
  [true, '是'],
  ['2026-11-21T17:00:00+00:00', '2026-11-22 01:00'],
  ['2026-11-21', '2026-11-21'],
  [['a', 'b'], 'a、b'],
  [3, '3'],
])('%o reads %s', (value, word) => expect(valueWord(value)).toBe(word))
