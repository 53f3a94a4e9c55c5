/**
 * SHA-256 in plain script. crypto.subtle is asynchronous (16,000 awaits are slow) and absent on plain http.
 * The constants are the fractional parts of the roots of the first primes (FIPS 180-4 §4.2.2).
 */
const primes = (() => {
  const found: number[] = []
  for (let n = 2; found.length < 64; n++) if (found.every((p) => n % p !== 0)) found.push(n)
  return found
})()
const fraction = (x: number) => Math.floor((x - Math.floor(x)) * 0x1_0000_0000) | 0
const roundConstants = Int32Array.from(primes, (p) => fraction(Math.cbrt(p)))
const initial = Int32Array.from(primes.slice(0, 8), (p) => fraction(Math.sqrt(p)))
const rotate = (x: number, n: number) => (x >>> n) | (x << (32 - n))

export function sha256(content: string | Uint8Array): Int32Array {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  const padded = new Uint8Array((((bytes.length + 8) >> 6) << 6) + 64)
  padded.set(bytes)
  padded[bytes.length] = 0x80
  const view = new DataView(padded.buffer)
  view.setUint32(padded.length - 4, bytes.length * 8)
  const hash = Int32Array.from(initial)
  const words = new Int32Array(64)
  for (let start = 0; start < padded.length; start += 64) compress(hash, words, view, start)
  return hash
}

const at = (list: Int32Array, i: number) => list[i] ?? 0

function compress(hash: Int32Array, w: Int32Array, view: DataView, start: number) {
  for (let i = 0; i < 16; i++) w[i] = view.getInt32(start + i * 4)
  for (let i = 16; i < 64; i++) {
    const x = at(w, i - 15)
    const y = at(w, i - 2)
    const s0 = rotate(x, 7) ^ rotate(x, 18) ^ (x >>> 3)
    const s1 = rotate(y, 17) ^ rotate(y, 19) ^ (y >>> 10)
    w[i] = (at(w, i - 16) + s0 + at(w, i - 7) + s1) | 0
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = hash
  for (let i = 0; i < 64; i++) {
    const s1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)
    const t1 = (h + s1 + ((e & f) ^ (~e & g)) + at(roundConstants, i) + at(w, i)) | 0
    const s0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)
    const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0
    ;[h, g, f, e, d, c, b, a] = [g, f, e, (d + t1) | 0, c, b, a, (t1 + t2) | 0]
  }
  ;[a, b, c, d, e, f, g, h].forEach((value, i) => (hash[i] = (at(hash, i) + value) | 0))
}

export const leadingZeroBits = (hash: Int32Array) => {
  let bits = 0
  for (const word of hash) {
    bits += Math.clz32(word)
    if (word !== 0) break
  }
  return bits
}
