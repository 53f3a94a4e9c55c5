import { expect, it } from 'vitest'
import { likePattern } from './like-pattern.ts'

it.each([
  ['超市', '%超市%'],
  ['a,b)', '%a,b)%'],
  ['50%', '%50\\%%'],
  ['a*b', '%ab%'],
])('%s', (text, pattern) => expect(likePattern(text)).toBe(pattern))
