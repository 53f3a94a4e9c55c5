/**
 * The picture of a seal written anew: its pixels are unpacked to the last row and packed again, so that what goes on every
 * paper is a picture that every program can draw and nothing besides. Only a PNG of eight bits with transparency, square.
 */
import { maxSealBytes, sealPixels } from './contract/paper-seal.ts'
import { FunctionError } from './errors.ts'

type Bytes = Uint8Array<ArrayBuffer>

const refuse = (code: string, message: string, status = 422) => new FunctionError(status, `paper_seal.${code}`, message, { field: 'file' })
const broken = () => refuse('broken', '印章图样已损坏或不完整，请重新导出后上传')

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
/** Palette, grey with transparency, colour with transparency: bytes of a pixel. */
const pixelBytes: Readonly<Record<number, number>> = { 3: 1, 4: 2, 6: 4 }

const crcTable = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n
  for (let k = 0; k < 8; k += 1) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1
  return c >>> 0
})

function crcOf(bytes: Uint8Array): number {
  let c = 0xffffffff
  for (const byte of bytes) c = (crcTable[(c ^ byte) & 0xff] ?? 0) ^ (c >>> 8)
  return (c ^ 0xffffffff) >>> 0
}

function join(parts: readonly Uint8Array[]): Bytes {
  const whole = new Uint8Array(parts.reduce((total, part) => total + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

function chunk(type: string, data: Uint8Array): Bytes {
  const named = join([Uint8Array.from(type, (letter) => letter.charCodeAt(0)), data])
  const whole = new Uint8Array(named.length + 8)
  const view = new DataView(whole.buffer)
  view.setUint32(0, data.length)
  whole.set(named, 4)
  view.setUint32(4 + named.length, crcOf(named))
  return whole
}

/** The chunks that say what the picture is; whatever else it carries stays behind. */
function chunksOf(bytes: Uint8Array): Map<string, Uint8Array[]> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const chunks = new Map<string, Uint8Array[]>()
  for (let at = signature.length; ;) {
    if (at + 12 > bytes.length) throw broken()
    const end = at + 12 + view.getUint32(at)
    if (end > bytes.length) throw broken()
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8))
    if ((type === 'IHDR') !== (at === signature.length)) throw broken()
    chunks.set(type, [...(chunks.get(type) ?? []), bytes.subarray(at + 8, end - 4)])
    if (type === 'IEND') return chunks
    at = end
  }
}

async function through(data: Bytes, stream: TransformStream<BufferSource, Uint8Array>, limit: number): Promise<Bytes> {
  const reader = new Blob([data]).stream().pipeThrough(stream).getReader()
  const parts: Uint8Array[] = []
  let total = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return join(parts)
    total += value.length
    // A file of a few bytes may unpack to gigabytes: no further than the picture says it is large.
    if (total > limit) {
      void reader.cancel()
      throw broken()
    }
    parts.push(value)
  }
}

async function unpacked(data: Bytes, limit: number): Promise<Bytes> {
  try {
    return await through(data, new DecompressionStream('deflate') as TransformStream<BufferSource, Uint8Array>, limit)
  } catch {
    throw broken()
  }
}

/** Raises paper_seal.type_refused, too_large, broken, size_refused; the message says what to do. */
export async function sealPicture(bytes: Uint8Array): Promise<Bytes> {
  if (bytes.length > maxSealBytes) throw refuse('too_large', `印章图样超过 ${maxSealBytes / 1024} KB，请缩小后上传`, 413)
  if (signature.some((byte, i) => bytes[i] !== byte)) throw refuse('type_refused', '印章图样只接受 PNG 图片，请另存为背景透明的 PNG 后上传')
  const chunks = chunksOf(bytes)
  const header = chunks.get('IHDR')?.[0]
  if (header?.length !== 13) throw broken()
  const view = new DataView(header.buffer, header.byteOffset, header.length)
  const [width, height] = [view.getUint32(0), view.getUint32(4)]
  if (width !== height || width < sealPixels.min || width > sealPixels.max)
    throw refuse('size_refused', `印章图样应为正方形，边长 ${sealPixels.min} 至 ${sealPixels.max} 像素，这一张是 ${width}×${height}，请调整后上传`)
  const [depth, colours = 0, packing, filtering, interlacing] = header.subarray(8)
  const perPixel = pixelBytes[colours]
  const [palette] = chunks.get('PLTE') ?? []
  const [transparent] = chunks.get('tRNS') ?? []
  const isTransparent = colours !== 3 || (transparent !== undefined && transparent.length > 0 && transparent.length <= 256)
  if (depth !== 8 || perPixel === undefined || !isTransparent || packing !== 0 || filtering !== 0 || interlacing !== 0)
    throw refuse('type_refused', '印章图样应为背景透明、8 位、非隔行的 PNG，请重新导出后上传')
  if (colours === 3 && (!palette || palette.length === 0 || palette.length > 768 || palette.length % 3 !== 0)) throw broken()
  const row = 1 + width * perPixel
  const pixels = await unpacked(join(chunks.get('IDAT') ?? []), row * height)
  if (pixels.length !== row * height) throw broken()
  for (let at = 0; at < pixels.length; at += row) if ((pixels[at] ?? 0) > 4) throw broken()
  const packed = await through(pixels, new CompressionStream('deflate') as TransformStream<BufferSource, Uint8Array>, Infinity)
  return join([
    Uint8Array.from(signature),
    chunk('IHDR', header),
    ...(colours === 3 && palette && transparent ? [chunk('PLTE', palette), chunk('tRNS', transparent)] : []),
    chunk('IDAT', packed),
    chunk('IEND', new Uint8Array()),
  ])
}
