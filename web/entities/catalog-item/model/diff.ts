import type { ItemBody } from './catalog-item.ts'
import { itemFields, moreItemFields, type ItemWords } from './item-fields.ts'

export interface Piece {
  text: string
  isChanged: boolean
}

export interface ChangedField {
  key: string
  label: string
  before: Piece[]
  after: Piece[]
}

const words = new Intl.Segmenter('zh', { granularity: 'word' })
const wordsOf = (text: string) => [...words.segment(text)].map(({ segment }) => segment)

/** Elements that differ, with old and new text; within each, the words that went and came are marked. */
export function diffOfBodies(before: ItemBody, after: ItemBody, names: ItemWords): ChangedField[] {
  return [...itemFields, ...moreItemFields].flatMap(({ key, label, text }) => {
    const [old, now] = [text(before, names), text(after, names)]
    return old === now ? [] : [{ key, label, ...markedWords(old, now) }]
  })
}

/** Both texts in pieces, those that the other one lacks marked: the longest common run of words stays unmarked. */
export function markedWords(before: string, after: string): { before: Piece[]; after: Piece[] } {
  const [a, b] = [wordsOf(before), wordsOf(after)]
  const kept = commonLengths(a, b)
  const [was, is] = [a.map(() => true), b.map(() => true)]
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (a[i] === b[j]) {
      was[i] = false
      is[j] = false
      i += 1
      j += 1
    } else if (kept(i + 1, j) >= kept(i, j + 1)) i += 1
    else j += 1
  }
  return { before: joined(a, was), after: joined(b, is) }
}

/** Length of the longest common subsequence of what is left of both, by where it is left. */
function commonLengths(a: readonly string[], b: readonly string[]) {
  const width = b.length + 1
  const table = new Uint16Array((a.length + 1) * width)
  const at = (i: number, j: number) => table[i * width + j] ?? 0
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1) table[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
  return at
}

function joined(tokens: readonly string[], isChanged: readonly boolean[]): Piece[] {
  const pieces: Piece[] = []
  tokens.forEach((text, i) => {
    const last = pieces.at(-1)
    const mark = isChanged[i] ?? false
    if (last?.isChanged === mark) last.text += text
    else pieces.push({ text, isChanged: mark })
  })
  return pieces
}
