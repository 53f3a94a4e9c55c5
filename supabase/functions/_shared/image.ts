/**
 * What an upload really is, by its bytes, and the same picture without metadata: position, camera, time and embedded
 * previews stay with the sender. Trailing data after the end of the picture (a "motion photo" hides a film with its
 * position there) goes too. Only the orientation of a JPEG is kept, else it would lie on its side.
 */
import { FunctionError } from './errors.ts'

export interface CleanFile {
  mime: 'image/jpeg' | 'image/png' | 'image/webp' | 'application/pdf'
  bytes: Uint8Array<ArrayBuffer>
  width: number | null
  height: number | null
}

const maxPixels = 50_000_000
/** Progressive pictures have about ten; every one costs the viewer a pass over all pixels. */
const maxScans = 32

const broken = () => new FunctionError(422, 'attachment.broken', '图片已损坏或不完整，请重新选择', { field: 'photos' })

function join(parts: Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((total, part) => total + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

const ascii = (bytes: Uint8Array, at: number, length: number) => String.fromCharCode(...bytes.subarray(at, at + length))

/** Orientation from an Exif block, 1 (upright) when there is none or it cannot be read. */
function orientationOf(exif: Uint8Array): number {
  const view = new DataView(exif.buffer, exif.byteOffset, exif.length)
  if (ascii(exif, 0, 4) !== 'Exif' || exif.length < 14) return 1
  const little = ascii(exif, 6, 2) === 'II'
  const directory = 6 + view.getUint32(10, little)
  if (directory + 2 > exif.length) return 1
  const entries = view.getUint16(directory, little)
  for (let i = 0; i < entries; i += 1) {
    const entry = directory + 2 + i * 12
    if (entry + 12 > exif.length) return 1
    if (view.getUint16(entry, little) === 0x0112) {
      const value = view.getUint16(entry + 8, little)
      return value >= 1 && value <= 8 ? value : 1
    }
  }
  return 1
}

/** A minimal Exif segment that says nothing but the orientation. */
function orientationSegment(orientation: number): Uint8Array {
  const head = [0xff, 0xe1, 0, 34, ...[...'Exif\0\0MM'].map((char) => char.charCodeAt(0)), 0, 42, 0, 0, 0, 8]
  return Uint8Array.from([...head, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0])
}

const isFrameHeader = (marker: number) => marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
/** Baseline, extended and progressive: what browsers draw. */
const isDrawnFrame = (marker: number) => marker <= 0xc2

/**
 * What a decoder needs, by name; whatever else there is, known or not, stays behind. JFIF only without its thumbnail,
 * Adobe's colour mark only in its one length.
 */
function isPicture(marker: number, segment: Uint8Array): boolean {
  if (marker === 0xe0) return ascii(segment, 4, 5) === 'JFIF\0' && segment.length === 18
  if (marker === 0xee) return ascii(segment, 4, 5) === 'Adobe' && segment.length === 16
  return (marker >= 0xc0 && marker <= 0xcf) || marker === 0xdb || marker === 0xdd
}

/** Where the entropy-coded data that starts at `at` ends: the next marker that is neither stuffing nor a restart. */
function scanEnd(bytes: Uint8Array, at: number): number {
  let i = at
  while (i + 1 < bytes.length) {
    const next = bytes[i + 1] ?? 0
    if (bytes[i] === 0xff && next !== 0 && (next < 0xd0 || next > 0xd7) && next !== 0xff) return i
    i += 1
  }
  throw broken()
}

function cleanJpeg(bytes: Uint8Array): Omit<CleanFile, 'mime'> {
  const kept: Uint8Array[] = [bytes.subarray(0, 2)]
  let [width, height, orientation, at, scans] = [0, 0, 1, 2, 0]
  for (;;) {
    if (bytes[at] !== 0xff || at + 3 >= bytes.length) {
      if (bytes[at] === 0xff && bytes[at + 1] === 0xd9) break
      throw broken()
    }
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xd9) break
    const end = at + 2 + ((bytes[at + 2] ?? 0) << 8) + (bytes[at + 3] ?? 0)
    if (end > bytes.length) throw broken()
    const segment = bytes.subarray(at, end)
    if (isFrameHeader(marker)) {
      // A second frame would be drawn in a size that nobody has looked at.
      if (width > 0 || !isDrawnFrame(marker)) throw broken()
      height = ((segment[5] ?? 0) << 8) + (segment[6] ?? 0)
      width = ((segment[7] ?? 0) << 8) + (segment[8] ?? 0)
    }
    if (marker === 0xe1) orientation = Math.max(orientation, orientationOf(segment.subarray(4)))
    if (marker === 0xda) {
      scans += 1
      if (width === 0) throw broken()
      if (scans > maxScans)
        throw new FunctionError(422, 'attachment.too_many_scans', '图片的扫描段过多，请另存为普通 JPG 后重新选择', { field: 'photos' })
      const next = scanEnd(bytes, end)
      kept.push(bytes.subarray(at, next))
      at = next
      continue
    }
    if (isPicture(marker, segment)) kept.push(segment)
    at = end
  }
  if (orientation > 1) kept.splice(1, 0, orientationSegment(orientation))
  kept.push(Uint8Array.from([0xff, 0xd9]))
  return { bytes: join(kept), width, height }
}

/** What is kept, and how long it may be: a colour profile has a name and texts of its own and stays behind. */
const pngChunks: Record<string, number> = {
  IHDR: 13,
  PLTE: 768,
  IDAT: Infinity,
  IEND: 0,
  tRNS: 256,
  cHRM: 32,
  gAMA: 4,
  sRGB: 1,
  sBIT: 4,
  pHYs: 9,
  bKGD: 6,
}

function cleanPng(bytes: Uint8Array): Omit<CleanFile, 'mime'> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const kept: Uint8Array[] = [bytes.subarray(0, 8)]
  let at = 8
  for (;;) {
    if (at + 12 > bytes.length) throw broken()
    const end = at + 12 + view.getUint32(at)
    if (end > bytes.length) throw broken()
    const type = ascii(bytes, at + 4, 4)
    // The header first, once and whole: a decoder takes the size from wherever it stands.
    if ((type === 'IHDR') !== (at === 8) || (type === 'IHDR' && end !== 33)) throw broken()
    const longest = Object.hasOwn(pngChunks, type) ? pngChunks[type] : undefined
    if (longest !== undefined && end - at - 12 <= longest) kept.push(bytes.subarray(at, end))
    if (type === 'IEND') break
    at = end
  }
  return { bytes: join(kept), width: view.getUint32(16), height: view.getUint32(20) }
}

/** Width and height of a frame, which must begin as the format says. */
function webpFrame(type: string, chunk: Uint8Array): [number, number] {
  const view = new DataView(chunk.buffer, chunk.byteOffset, chunk.length)
  if (type === 'VP8L') {
    if (chunk[8] !== 0x2f) throw broken()
    const bits = view.getUint32(9, true)
    return [1 + (bits & 0x3fff), 1 + ((bits >>> 14) & 0x3fff)]
  }
  if (chunk[11] !== 0x9d || chunk[12] !== 0x01 || chunk[13] !== 0x2a) throw broken()
  return [view.getUint16(14, true) & 0x3fff, view.getUint16(16, true) & 0x3fff]
}

function webpCanvas(chunk: Uint8Array): [number, number] {
  const view = new DataView(chunk.buffer, chunk.byteOffset, chunk.length)
  return [1 + (view.getUint32(12, true) & 0xffffff), 1 + (view.getUint32(14, true) >>> 8)]
}

/** One still frame of the canvas's size. What moves has frames within frames, each with room for anything. */
function cleanWebp(bytes: Uint8Array): Omit<CleanFile, 'mime'> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const kept: Uint8Array[] = []
  const limit = Math.min(bytes.length, 8 + view.getUint32(4, true))
  let canvas: [number, number] | undefined
  let frame: [number, number] | undefined
  for (let at = 12; at + 8 <= limit;) {
    const length = view.getUint32(at + 4, true)
    const end = at + 8 + length + (length & 1)
    if (at + 8 + length > bytes.length) throw broken()
    const type = ascii(bytes, at, 4)
    const chunk = bytes.slice(at, end)
    at = end
    if (type === 'ANIM' || type === 'ANMF')
      throw new FunctionError(422, 'attachment.type_refused', '不接受会动的图片，请换一张静态图片', { field: 'photos' })
    if (type === 'VP8X') {
      if (kept.length > 0 || length !== 10) throw broken()
      canvas = webpCanvas(chunk)
      // Transparency stays; colour profile, EXIF and XMP are no longer there to be announced.
      chunk[8] = (chunk[8] ?? 0) & 0x10
    } else if (type === 'VP8 ' || type === 'VP8L') {
      if (frame) throw broken()
      frame = webpFrame(type, chunk)
    } else if (type !== 'ALPH') continue
    kept.push(chunk)
  }
  if (!frame || (canvas && (canvas[0] !== frame[0] || canvas[1] !== frame[1]))) throw broken()
  const body = join(kept)
  const head = bytes.slice(0, 12)
  new DataView(head.buffer).setUint32(4, body.length + 4, true)
  return { bytes: join([head, body]), width: frame[0], height: frame[1] }
}

/** What a PDF does by itself when it is opened, with the names written out: `#4a` is a letter too. */
function isActive(bytes: Uint8Array): boolean {
  const text = new TextDecoder('latin1').decode(bytes).replace(/#([0-9a-f]{2})/gi, (_whole, hex: string) => String.fromCharCode(parseInt(hex, 16)))
  return /\/(?:JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|XFA)\b/.test(text)
}

/** Kept as it is, so what could act is refused; what hides in its compressed parts meets the sandbox it is served in. */
function checkedPdf(bytes: Uint8Array): CleanFile {
  if (isActive(bytes))
    throw new FunctionError(422, 'attachment.active_pdf', 'PDF 中含有脚本、表单程序或夹带文件，请“打印为 PDF”后重新上传', { field: 'photos' })
  return { mime: 'application/pdf', bytes: bytes.slice(), width: null, height: null }
}

/** Raises attachment.type_refused, broken, too_large_picture, too_many_scans, active_pdf; the message names the field. */
export function cleanFile(bytes: Uint8Array, allowPdf: boolean): CleanFile {
  if (allowPdf && ascii(bytes, 0, 5) === '%PDF-') return checkedPdf(bytes)
  let clean: CleanFile
  try {
    if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) clean = { mime: 'image/jpeg', ...cleanJpeg(bytes) }
    else if (ascii(bytes, 0, 8) === '\x89PNG\r\n\x1a\n') clean = { mime: 'image/png', ...cleanPng(bytes) }
    else if (ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 4) === 'WEBP') clean = { mime: 'image/webp', ...cleanWebp(bytes) }
    else
      throw new FunctionError(422, 'attachment.type_refused', allowPdf ? '只接受 JPG、PNG、WebP 图片或 PDF 文件' : '只接受 JPG、PNG、WebP 图片', {
        field: 'photos',
      })
  } catch (error) {
    throw error instanceof FunctionError ? error : broken()
  }
  if (!clean.width || !clean.height) throw broken()
  if (clean.width * clean.height > maxPixels)
    throw new FunctionError(422, 'attachment.too_large_picture', '图片尺寸过大（超过 5000 万像素），请缩小后上传', { field: 'photos' })
  return clean
}
