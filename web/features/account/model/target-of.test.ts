import { expect, it } from 'vitest'
import { targetOf } from './target-of.ts'

it.each([
  [{ from: '/work/cases?q=1' }, '/work/cases?q=1'],
  [{ from: 'https://elsewhere.example/work' }, '/work'],
  [{ from: '//elsewhere.example' }, '/work'],
  [{ from: 7 }, '/work'],
  [null, '/work'],
])('%o leads to %s', (state, target) => expect(targetOf(state)).toBe(target))
