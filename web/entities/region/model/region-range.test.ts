import { expect, it } from 'vitest'
import { ownRange, regionRange } from './region-range.ts'

it.each([
  [340000000, 349999999],
  [340100000, 340199999],
  [340102000, 340102999],
  [340102001, 340102001],
])('%i reaches to %i', (from, to) => expect(regionRange(from)).toEqual({ from, to }))

it.each([
  [340000000, 340099999],
  [340100000, 340100999],
  [340102000, 340102000],
])('%i itself ends at %i', (from, to) => expect(ownRange(from)).toEqual({ from, to }))
