/** The one font of all papers, and what it can write. */
import { readFile } from 'node:fs/promises'

const name = 'NotoSerifSC_400Regular.ttf'
/** Beside the function when it is deployed (static_files), else where npm put it. */
const places = [
  new URL(`./${name}`, import.meta.url),
  new URL(`../../../node_modules/@expo-google-fonts/noto-serif-sc/400Regular/${name}`, import.meta.url),
]

async function readFirst(): Promise<Uint8Array> {
  for (const place of places) {
    try {
      return await readFile(place)
    } catch {
      // Not there: the next place.
    }
  }
  throw new Error(`the font ${name} is neither beside the function nor in node_modules`)
}

type HasGlyph = (codePoint: number) => boolean

/** Of the character map of a TrueType font the format that holds all of Unicode (12), as ranges in order. */
function glyphsOf(font: Uint8Array): HasGlyph {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength)
  const tableAt = (tag: string) => {
    for (let at = 12; at < 12 + view.getUint16(4) * 16; at += 16)
      if (String.fromCharCode(...font.subarray(at, at + 4)) === tag) return view.getUint32(at + 8)
    throw new Error(`the font has no ${tag}`)
  }
  const map = tableAt('cmap')
  for (let i = 0; i < view.getUint16(map + 2); i += 1) {
    const table = map + view.getUint32(map + 8 + i * 8)
    if (view.getUint16(table) !== 12) continue
    const groups = view.getUint32(table + 12)
    const start = (group: number) => view.getUint32(table + 16 + group * 12)
    const end = (group: number) => view.getUint32(table + 20 + group * 12)
    return (codePoint) => {
      let [low, high] = [0, groups - 1]
      while (low <= high) {
        const middle = (low + high) >> 1
        if (codePoint < start(middle)) high = middle - 1
        else if (codePoint > end(middle)) low = middle + 1
        else return true
      }
      return false
    }
  }
  throw new Error('the font has no map of all characters')
}

export interface PaperFont {
  bytes: Uint8Array
  hasGlyph: HasGlyph
}

let loading: Promise<PaperFont> | undefined

/** Read once; a failure is not kept. */
export function paperFont(): Promise<PaperFont> {
  loading ??= readFirst().then((bytes) => ({ bytes, hasGlyph: glyphsOf(bytes) }))
  loading.catch(() => (loading = undefined))
  return loading
}

/** Line ends are no glyphs. */
const unwritten = /\s/u

export function missingFrom(font: PaperFont, text: string): string[] {
  return [...new Set(text)].filter((one) => !unwritten.test(one) && !font.hasGlyph(one.codePointAt(0) ?? 0))
}
