import { describe, expect, it } from 'vitest'
import { decodeOrNull, flag, listOf, maybe, number, oneOf, otherwise, shape, text } from './decode.ts'

const person = shape({ name: text, age: maybe(number), kind: oneOf('a', 'b') })

describe('decoders', () => {
  it('read what fits and drop what was not asked for', () => {
    expect(person({ name: '甲', kind: 'b', extra: 1 }, '')).toEqual({ name: '甲', age: null, kind: 'b' })
  })
  it('say where it went wrong', () => {
    expect(() => listOf(person)([{ name: '甲', kind: 'c' }], 'rows')).toThrow('rows[0].kind: a | b expected')
    expect(() => person({ name: 1, kind: 'a' }, '')).toThrow('name: text expected')
    expect(() => person(null, '')).toThrow('answer: object expected')
  })
  it('fall back where told', () => expect(otherwise(flag, false)('yes', '')).toBe(false))
  it('give null for junk when asked so', () => expect(decodeOrNull(person, 'x')).toBeNull())
})
