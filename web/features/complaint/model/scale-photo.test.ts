import { expect, it } from 'vitest'
import { fitWithin } from './scale-photo.ts'

it('shrinks the longer side only', () => expect(fitWithin(4096, 1024, 2048)).toEqual({ width: 2048, height: 512 }))
it('never enlarges', () => expect(fitWithin(640, 480, 2048)).toEqual({ width: 640, height: 480 }))
it('keeps at least one pixel', () => expect(fitWithin(9000, 1, 2048)).toEqual({ width: 2048, height: 1 }))
