import { expect, it } from 'vitest'
import { tierOf } from './tier-of.ts'

it.each([
  [340000000, 2],
  [340100000, 3],
  [321081000, 4],
  [340102001, 5],
])('%i is tier %i', (code, tier) => expect(tierOf(code)).toBe(tier))
