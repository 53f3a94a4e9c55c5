import { leadingZeroBits, sha256 } from './sha256.ts'

/** The smallest counter whose hash with the key begins with the wanted zero bits. */
export function findNonce(key: string, bits: number): string {
  for (let n = 0; ; n++) if (leadingZeroBits(sha256(`${key}:${n}`)) >= bits) return String(n)
}
