/** What goes on every paper is a picture that can be drawn and nothing besides. */
import { deflateSync, inflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { FunctionError } from './errors.ts'
import { sealPicture } from './seal-picture.ts'
import { chunkOf, sealPng } from './seal-png.ts'

const textOf = (bytes: Uint8Array) => new TextDecoder('latin1').decode(bytes)
const refusal = async (bytes: Uint8Array) => {
  const error: unknown = await sealPicture(bytes).then(
    () => undefined,
    (failure: unknown) => failure,
  )
  if (error === undefined) return 'accepted'
  if (!(error instanceof FunctionError)) throw error
  expect(error.field).toBe('file')
  expect(error.message).toMatch(/请/)
  return error.code
}

describe('a good picture', () => {
  it.each([3, 4, 6])('of colour type %i is kept dot by dot', async (colours) => {
    const clean = await sealPicture(sealPng({ colours }))
    const data = /IDAT/.exec(textOf(clean))?.index ?? 0
    const length = new DataView(clean.buffer).getUint32(data - 4)
    const before = sealPng({ colours })
    const at = /IDAT/.exec(textOf(before))?.index ?? 0
    expect(inflateSync(clean.subarray(data + 4, data + 4 + length))).toEqual(
      inflateSync(before.subarray(at + 4, at + 4 + new DataView(before.buffer).getUint32(at - 4))),
    )
    // Clean once is clean: the same picture has one name.
    expect(await sealPicture(clean)).toEqual(clean)
  })

  it('loses what is no picture: texts, position, what follows its end', async () => {
    const clean = await sealPicture(sealPng({ extra: [chunkOf('tEXt', 'secret'), chunkOf('eXIf', 'GPS')], tail: '<script>' }))
    expect(textOf(clean)).not.toMatch(/secret|GPS|script|tEXt|eXIf/)
  })
})

describe('anything else is refused, and says what to do', () => {
  it.each<[string, Uint8Array, string]>([
    ['a JPEG called png', Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]), 'type_refused'],
    ['an SVG', new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'), 'type_refused'],
    ['nothing', new Uint8Array(), 'type_refused'],
    ['no transparency', sealPng({ colours: 2 }), 'type_refused'],
    ['a palette without transparency', sealPng({ colours: 3, isOpaque: true }), 'type_refused'],
    ['sixteen bits', sealPng({ depth: 16 }), 'type_refused'],
    ['interlaced rows', sealPng({ interlacing: 1 }), 'type_refused'],
    ['10,000 × 10,000 dots', sealPng({ width: 10_000, height: 10_000, pixels: new Uint8Array(8) }), 'size_refused'],
    ['a wide one', sealPng({ width: 300, height: 200 }), 'size_refused'],
    ['a tiny one', sealPng({ width: 40, height: 40 }), 'size_refused'],
    ['half a file', sealPng({}).subarray(0, 400), 'broken'],
    ['half its rows', sealPng({ pixels: new Uint8Array(1000) }), 'broken'],
    ['more rows than it says', sealPng({ pixels: new Uint8Array(40_000_000) }), 'broken'],
    ['rows of no known kind', sealPng({ pixels: new Uint8Array(200 * 801).fill(9) }), 'broken'],
    ['no pixels', sealPng({ packed: Buffer.from('not packed') }), 'broken'],
    ['a second header', sealPng({ extra: [chunkOf('IHDR', 'x'.repeat(13))] }), 'broken'],
    ['over 512 KB', sealPng({ extra: [chunkOf('tEXt', 'x'.repeat(600_000))] }), 'too_large'],
  ])('%s', async (_, bytes, code) => expect(await refusal(bytes)).toBe(`paper_seal.${code}`))

  it('reads a picture that was packed for size, too', async () => {
    expect(await refusal(sealPng({ packed: deflateSync(new Uint8Array(200 * 801), { level: 9 }) }))).toBe('accepted')
  })
})
