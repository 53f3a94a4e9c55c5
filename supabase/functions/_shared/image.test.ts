import { describe, expect, it } from 'vitest'
import { FunctionError } from './errors.ts'
import { cleanFile } from './image.ts'

const bytes = (...parts: (number[] | string | Uint8Array)[]) =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...part].map((char) => char.charCodeAt(0)) : [...part])))
const segment = (marker: number, body: Uint8Array) => bytes([0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 255], body)
const u32 = (n: number) => [(n >>> 24) & 255, (n >>> 16) & 255, (n >>> 8) & 255, n & 255]
const le32 = (n: number) => u32(n).reverse()

const frame = (width: number, height: number) => segment(0xc0, bytes([8, height >> 8, height & 255, width >> 8, width & 255, 1, 1, 0x11, 0]))
const exif = (orientation: number) =>
  segment(0xe1, bytes('Exif\0\0MM', [0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0], 'GPS 31.8N 117.2E'))
const scan = bytes(segment(0xda, bytes([1, 1, 0, 0, 63, 0])), [0x12, 0xff, 0, 0x34, 0xff, 0xd0, 0x56])
const jpeg = (...extra: Uint8Array[]) => bytes([0xff, 0xd8], ...extra, frame(40, 30), scan, [0xff, 0xd9])

const chunk = (type: string, body: Uint8Array) => bytes(u32(body.length), type, body, [0, 0, 0, 0])
const png = (...extra: Uint8Array[]) =>
  bytes(
    [0x89],
    'PNG\r\n\x1a\n',
    chunk('IHDR', bytes(u32(20), u32(10), [8, 2, 0, 0, 0])),
    ...extra,
    chunk('IDAT', bytes([1, 2, 3])),
    chunk('IEND', bytes()),
  )

const riff = (...chunks: Uint8Array[]) => {
  const body = bytes(...chunks)
  return bytes('RIFF', le32(body.length + 4), 'WEBP', body)
}
const webpChunk = (type: string, body: Uint8Array) => bytes(type, le32(body.length), body, body.length % 2 ? [0] : [])
const vp8x = (flags: number) => webpChunk('VP8X', bytes([flags, 0, 0, 0], [99, 0, 0], [49, 0, 0]))

/** A key frame that says its size, in a canvas of 100 × 50. */
const vp8 = (width = 100, height = 50) => webpChunk('VP8 ', bytes([0, 0, 0, 0x9d, 0x01, 0x2a], le32(width).slice(0, 2), le32(height).slice(0, 2)))
const vp8l = (width: number, height: number) => webpChunk('VP8L', bytes([0x2f], le32((width - 1) | ((height - 1) << 14))))

const textOf = (data: Uint8Array) => String.fromCharCode(...data)

function refusal(work: () => unknown): string {
  try {
    work()
    return 'accepted'
  } catch (error) {
    return error instanceof FunctionError ? error.code : String(error)
  }
}

describe('cleanFile', () => {
  it('keeps the picture and the orientation of a JPEG, and drops position, comments and what follows the end', () => {
    const clean = cleanFile(
      bytes(jpeg(exif(6), segment(0xfe, bytes('comment')), segment(0xed, bytes('photoshop'))), 'ftypmp42 film with position'),
      false,
    )
    expect(clean).toMatchObject({ mime: 'image/jpeg', width: 40, height: 30 })
    expect(textOf(clean.bytes)).not.toMatch(/GPS|comment|photoshop|film/)
    expect([...clean.bytes].slice(0, 4)).toEqual([0xff, 0xd8, 0xff, 0xe1])
    expect(textOf(clean.bytes)).toContain('Exif')
    expect(cleanFile(clean.bytes, false).bytes).toEqual(clean.bytes)
  })

  it('writes no Exif at all for an upright JPEG', () => {
    expect(textOf(cleanFile(jpeg(exif(1)), false).bytes)).not.toContain('Exif')
  })

  it('drops text, time and unknown chunks of a PNG', () => {
    const clean = cleanFile(bytes(png(chunk('tEXt', bytes('Author me')), chunk('eXIf', bytes('GPS')), chunk('caBX', bytes('hidden'))), 'tail'), false)
    expect(clean).toMatchObject({ mime: 'image/png', width: 20, height: 10 })
    expect(textOf(clean.bytes)).not.toMatch(/Author|GPS|hidden|tail/)
  })

  it('drops EXIF and XMP of a WebP and says so in its header', () => {
    const clean = cleanFile(riff(vp8x(0x0c), vp8(), webpChunk('EXIF', bytes('GPS')), webpChunk('XMP ', bytes('author'))), false)
    expect(clean).toMatchObject({ mime: 'image/webp', width: 100, height: 50 })
    expect(textOf(clean.bytes)).not.toMatch(/GPS|author/)
    expect(clean.bytes[20]).toBe(0)
  })

  it('drops what could hide a preview or a text under the name of something harmless', () => {
    const hidden = [
      segment(0xe0, bytes('JFXX\0\x10', 'secret')),
      segment(0xe0, bytes('JFIF\0', [1, 1, 0, 0, 1, 0, 1, 8, 8], 'secret')),
      segment(0xee, bytes('Adobe', 'secret secret')),
      segment(0xe2, bytes('ICC_PROFILE\0', 'secret')),
      segment(0xf9, bytes('secret')),
    ]
    expect(textOf(cleanFile(jpeg(...hidden), false).bytes)).not.toContain('secret')
    const chunks = ['Exif', 'ICCP', 'XXXX'].map((type) => webpChunk(type, bytes('secret')))
    expect(textOf(cleanFile(riff(vp8x(0x2c), vp8(), ...chunks), false).bytes)).not.toContain('secret')
  })

  it('refuses a program under the name of a picture, and a PDF where none is wanted', () => {
    expect(refusal(() => cleanFile(bytes('MZ\x90\0 this program cannot be run'), false))).toBe('attachment.type_refused')
    expect(refusal(() => cleanFile(bytes('%PDF-1.7'), false))).toBe('attachment.type_refused')
    expect(refusal(() => cleanFile(bytes('<svg onload=alert(1)>'), true))).toBe('attachment.type_refused')
    expect(refusal(() => cleanFile(bytes('%PDF-1.7'), true))).toBe('accepted')
    expect(refusal(() => cleanFile(bytes(), false))).toBe('attachment.type_refused')
  })

  it('refuses what is cut off anywhere, without ever running past the end', () => {
    for (const whole of [jpeg(exif(6)), png(), riff(vp8x(0), vp8())])
      for (let length = 12; length < whole.length - 2; length += 1)
        expect(['attachment.broken', 'accepted', 'attachment.type_refused']).toContain(refusal(() => cleanFile(whole.slice(0, length), false)))
  })

  it('refuses a picture of too many pixels by its header', () => {
    expect(refusal(() => cleanFile(bytes([0xff, 0xd8], frame(20000, 20000), scan, [0xff, 0xd9]), false))).toBe('attachment.too_large_picture')
  })

  it('is not deceived about the size: one header, first, of one frame that fills the canvas', () => {
    const huge = chunk('IHDR', bytes(u32(65000), u32(65000), [8, 2, 0, 0, 0]))
    const small = chunk('IHDR', bytes(u32(4), u32(4), [8, 2, 0, 0, 0]))
    const pngOf = (...chunks: Uint8Array[]) => bytes([0x89], 'PNG\r\n\x1a\n', ...chunks, chunk('IDAT', bytes([1])), chunk('IEND', bytes()))
    const jpegOf = (...frames: Uint8Array[]) => bytes([0xff, 0xd8], ...frames, scan, [0xff, 0xd9])
    const odd = [
      pngOf(chunk('gAMA', bytes(u32(4), u32(4))), huge),
      pngOf(small, huge),
      pngOf(chunk('IHDR', bytes(u32(4), u32(4), [8, 2, 0, 0, 0, 0]))),
      jpegOf(frame(4, 4), frame(65000, 65000)),
      bytes([0xff, 0xd8], scan, frame(4, 4), [0xff, 0xd9]),
      bytes([0xff, 0xd8], frame(4, 4), scan, frame(65000, 65000), scan, [0xff, 0xd9]),
      bytes([0xff, 0xd8], segment(0xc3, bytes([8, 0, 4, 0, 4, 1, 1, 0x11, 0])), scan, [0xff, 0xd9]),
      riff(vp8x(0), vp8(16000, 16000)),
      riff(vp8x(0), vp8l(16000, 16000)),
      riff(vp8(), vp8x(0)),
      riff(vp8x(0), vp8(), vp8()),
      riff(vp8x(0)),
      riff(vp8x(0), webpChunk('VP8 ', bytes([0, 0, 0, 0, 0, 0, 100, 0, 50, 0]))),
    ]
    expect(odd.map((one) => refusal(() => cleanFile(one, false)))).toEqual(odd.map(() => 'attachment.broken'))
    expect(cleanFile(riff(vp8l(300, 200)), false)).toMatchObject({ width: 300, height: 200 })
  })

  it('refuses a picture that takes a viewer a pass too many, or that moves', () => {
    const scans = (count: number) => bytes([0xff, 0xd8], frame(40, 30), ...Array.from({ length: count }, () => scan), [0xff, 0xd9])
    expect(refusal(() => cleanFile(scans(10), false))).toBe('accepted')
    expect(refusal(() => cleanFile(scans(100), false))).toBe('attachment.too_many_scans')
    const nested = webpChunk('ANMF', bytes(new Uint8Array(16), webpChunk('EXIF', bytes('GPS')), vp8()))
    expect(refusal(() => cleanFile(riff(vp8x(2), webpChunk('ANIM', bytes([0, 0, 0, 0, 0, 0])), nested), false))).toBe('attachment.type_refused')
  })

  it('leaves the texts of a colour profile behind, and chunks that are longer than what they are for', () => {
    const hidden = [
      chunk('iCCP', bytes('secret name\0\0')),
      chunk('gAMA', bytes('secret')),
      chunk('pHYs', bytes('a secret text')),
      chunk('sRGB', bytes([0])),
    ]
    const text = textOf(cleanFile(png(...hidden), false).bytes)
    expect(text).not.toMatch(/iCCP|gAMA|a secret/)
    expect(text).toContain('sRGB')
  })

  it('refuses a PDF that acts by itself, however its words are spelt', () => {
    for (const word of ['/JavaScript', '/JS (app.alert(1))', '/J#61vaScript', '/OpenAction << /S /Launch >>', '/EmbeddedFiles 3 0 R'])
      expect(refusal(() => cleanFile(bytes('%PDF-1.7\n1 0 obj << ', word, ' >> endobj'), true))).toBe('attachment.active_pdf')
    expect(refusal(() => cleanFile(bytes('%PDF-1.7\n1 0 obj << /Type /Catalog /JSON 1 >> endobj'), true))).toBe('accepted')
  })
})
