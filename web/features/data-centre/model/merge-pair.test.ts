import { expect, it } from 'vitest'
import { makeSubject } from '@/testing/make-subject.ts'
import { comparePair, likelyWinner } from './merge-pair.ts'

const left = makeSubject({ id: 'l', uscc: null, name: '鼎香' })
const right = makeSubject({ id: 'r' })

it('marks what differs', () => {
  const different = comparePair(left, right).filter(({ isDifferent }) => isDifferent)
  expect(different.map(({ label }) => label)).toEqual(['名称', '信用代码'])
})

it('would keep the one whose code is right, else the older one, else the first', () => {
  expect(likelyWinner(left, right)).toBe('r')
  expect(likelyWinner(right, left)).toBe('r')
  expect(likelyWinner({ ...left, uscc: 'x', is_uscc_doubtful: true }, right)).toBe('r')
  expect(likelyWinner(left, { ...right, uscc: null, registered_on: '2001-01-01' })).toBe('r')
  expect(likelyWinner({ ...left, registered_on: null }, { ...right, uscc: null, registered_on: null })).toBe('l')
})
