/** Pictures for the tests of seals: a red ring, or what is wrong with one. */
import { crc32, deflateSync } from 'node:zlib'

export function chunkOf(type: string, data: Uint8Array | string): Uint8Array {
  const named = Buffer.concat([Buffer.from(type), Buffer.from(data)])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(named.length - 4)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, sum])
}

interface SealPng {
  width?: number
  height?: number
  depth?: number
  /** 2 colour, 3 palette, 4 grey with transparency, 6 colour with transparency. */
  colours?: number
  interlacing?: number
  isOpaque?: boolean
  pixels?: Uint8Array
  packed?: Uint8Array
  extra?: readonly Uint8Array[]
  tail?: string
  /** Of the ring. */
  paint?: readonly [red: number, green: number, blue: number]
}

const perPixel: Readonly<Record<number, number>> = { 2: 3, 3: 1, 4: 2, 6: 4 }

function ring(width: number, height: number, colours: number, paint: readonly number[]): Uint8Array {
  const size = perPixel[colours] ?? 4
  const rows = new Uint8Array(height * (1 + width * size))
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const far = Math.hypot(x - width / 2, y - height / 2) / (width / 2)
      if (far > 0.96 || far < 0.86) continue
      const at = y * (1 + width * size) + 1 + x * size
      rows.set(colours === 3 ? [1] : colours === 4 ? [80, 255] : [...paint, 255].slice(0, size), at)
    }
  return rows
}

export function sealPng({
  width = 200,
  height = 200,
  depth = 8,
  colours = 6,
  interlacing = 0,
  isOpaque = false,
  pixels,
  packed,
  extra = [],
  tail = '',
  paint = [200, 30, 30],
}: SealPng = {}): Uint8Array {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width)
  header.writeUInt32BE(height, 4)
  header.set([depth, colours, 0, 0, interlacing], 8)
  const palette = [chunkOf('PLTE', Uint8Array.from([0, 0, 0, ...paint])), ...(isOpaque ? [] : [chunkOf('tRNS', Uint8Array.from([0]))])]
  return Uint8Array.from(
    Buffer.concat([
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
      chunkOf('IHDR', header),
      ...(colours === 3 ? palette : []),
      ...extra,
      chunkOf('IDAT', packed ?? deflateSync(pixels ?? ring(width, height, colours, paint))),
      chunkOf('IEND', ''),
      Buffer.from(tail),
    ]),
  )
}
