import { expect, it } from 'vitest'
import { termWord } from './term-word.ts'

it.each([
  [{ amount: 7, unit: 'workday' }, '7 个工作日'],
  [{ amount: 60, unit: 'day' }, '60 个自然日'],
  [{ amount: 24, unit: 'hour' }, '24 小时'],
  [{ amount: 1, unit: 'month' }, '1 个月'],
] as const)('%o is %s', (term, word) => expect(termWord(term)).toBe(word))
