// @vitest-environment jsdom
import { afterEach, expect, it } from 'vitest'
import { isCovered, titleClass } from './title-class.ts'

const declare = (faces: readonly { family: string; unicodeRange: string }[]) =>
  Object.defineProperty(document, 'fonts', { configurable: true, value: new Set(faces) })

afterEach(() => Reflect.deleteProperty(document, 'fonts'))

it('reads single characters and ranges; a space is in every face', () => {
  expect(isCovered('一丁 七', ['U+4E00-4E03'])).toBe(true)
  expect(isCovered('一事', ['U+4e00-4e03, U+4e8b'])).toBe(true)
  expect(isCovered('一二', ['U+4e00-4e03', 'U+4e8b'])).toBe(false)
})

it('a name with one character outside the face is set in the other as a whole', () => {
  declare([
    { family: '"Title Song"', unicodeRange: 'U+4e00' },
    { family: '"Title Song"', unicodeRange: 'U+4e8b' },
    { family: 'other', unicodeRange: 'U+0-10ffff' },
  ])
  expect(titleClass('一事')).toBeUndefined()
  expect(titleClass('一事龘')).toBe('typed-title')
})

it('a browser that cannot tell keeps the face', () => expect(titleClass('龘')).toBeUndefined())
