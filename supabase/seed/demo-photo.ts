/** A picture for the demo and the tests: a drawn till receipt, a valid PNG made from nothing but zlib. */
import { crc32, deflateSync } from 'node:zlib'

const [width, height] = [360, 480]

function chunk(type: string, body: Buffer): Buffer {
  const head = Buffer.concat([Buffer.from(type, 'latin1'), body])
  const size = Buffer.alloc(4)
  size.writeUInt32BE(body.length)
  const check = Buffer.alloc(4)
  check.writeUInt32BE(crc32(head))
  return Buffer.concat([size, head, check])
}

/** Grey of one pixel: paper, lines of print of uneven length, a dark total at the foot. */
function grey(x: number, y: number, seed: number): number {
  const isPaper = x > 40 && x < width - 40 && y > 24 && y < height - 24
  if (!isPaper) return 96 + ((x + y) % 7)
  const line = Math.floor((y - 48) / 22)
  const isPrint = (y - 48) % 22 < 9 && line >= 0 && line < 17 && x > 64
  const length = line === 0 || line === 15 ? 230 : 90 + ((line * 53 + seed * 31) % 140)
  const isPrice = x > width - 110 && x < width - 64 && line > 2 && line < 14
  if (isPrint && (x < 64 + length || isPrice)) return line === 15 ? 20 : 70
  return 246
}

export function demoPhoto(seed: number): Buffer {
  const rows = Buffer.alloc(height * (width + 1))
  for (let y = 0; y < height; y += 1) for (let x = 0; x < width; x += 1) rows[y * (width + 1) + x + 1] = grey(x, y, seed)
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 0, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}
