import { expect, it } from 'vitest'
import { sparkPath } from './sparkline.tsx'

it('draws nothing of nothing', () => expect([sparkPath([]), sparkPath([4]), sparkPath([0, 0]), sparkPath([null, null])]).toEqual(['', '', '', '']))
it('begins at zero and reaches the top with the most', () => expect(sparkPath([0, 5, 10])).toBe('M2.0 20.0L48.0 11.0L94.0 2.0'))
it('is interrupted where nothing is known', () => expect(sparkPath([1, null, 1, 1])).toBe('M2.0 2.0M63.3 2.0L94.0 2.0'))
