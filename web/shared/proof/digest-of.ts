import { sha256 } from './sha256.ts'

/** SHA-256 of a file in hex: by the browser, or in script on plain http, where the browser has none. */
export async function digestOf(file: Blob): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  const subtle = (globalThis.crypto as Partial<Crypto> | undefined)?.subtle
  return subtle ? hex(new Uint8Array(await subtle.digest('SHA-256', bytes))) : hexOfWords(sha256(bytes))
}

const hex = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
const hexOfWords = (words: Int32Array) => Array.from(words, (word) => (word >>> 0).toString(16).padStart(8, '0')).join('')
