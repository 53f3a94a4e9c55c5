import { expect, it } from 'vitest'
import { formatBytes, isImage } from './attachment.ts'

it.each([
  [10, '1 KB'],
  [204_800, '200 KB'],
  [3_145_728, '3.0 MB'],
])('%i bytes', (bytes, text) => expect(formatBytes(bytes)).toBe(text))
it('tells pictures from documents', () => expect([isImage({ mime: 'image/png' }), isImage({ mime: 'application/pdf' })]).toEqual([true, false]))
