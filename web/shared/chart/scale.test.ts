import { describe, expect, it } from 'vitest'
import { colorIn, contrast, inkOn, luminance, stepsOf, tints } from './scale.ts'

describe('steps of a colour', () => {
  it('hold about as many values each, whatever the biggest is', () => {
    const steps = stepsOf([1, 2, 3, 4, 5, 6, 7, 8, 9, 100_000], 'teal')
    expect(steps.map(({ from, to }) => [from, to])).toEqual([
      [1, 2],
      [3, 4],
      [5, 6],
      [7, 8],
      [9, 100_000],
    ])
    expect(steps.map(({ color }) => color)).toEqual([...tints.teal])
  })
  it('are fewer where there are fewer values, and none of nothing', () => {
    expect(stepsOf([0, 0], 'teal')).toEqual([])
    expect(stepsOf([4, 4, 0], 'seal')).toEqual([{ from: 4, to: 4, color: tints.seal[2] }])
    expect(stepsOf([4, 9], 'seal').map(({ color }) => color)).toEqual([tints.seal[0], tints.seal[4]])
  })
  it('give a value its own, and nothing the colour of paper', () => {
    const steps = stepsOf([1, 2, 3, 4, 5], 'teal')
    expect(colorIn(steps, 4)).toBe(tints.teal[3])
    expect(colorIn(steps, 99)).toBe(tints.teal[4])
    expect([colorIn(steps, 0), colorIn(steps, null), colorIn([], 3)]).toEqual(Array.from({ length: 3 }, () => '#f4f6f5'))
  })
})

describe('words on a colour', () => {
  it('knows black and white', () => {
    expect(luminance('#000000')).toBe(0)
    expect(luminance('#ffffff')).toBeCloseTo(1)
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21)
  })
  it.each([...tints.teal, ...tints.seal, '#f4f6f5'])('are read on %s', (color) => expect(contrast(inkOn(color), color)).toBeGreaterThanOrEqual(4.5))
})
