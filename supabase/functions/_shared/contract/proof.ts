/** Proof of work instead of a foreign captcha: a submission costs the sender a fraction of a second. */

/** Leading zero bits of a digest. */
export function leadingZeroBits(digest: Uint8Array): number {
  let bits = 0
  for (const byte of digest) {
    if (byte === 0) {
      bits += 8
      continue
    }
    return bits + Math.clz32(byte) - 24
  }
  return bits
}

/** `proof`: `challenge:nonce`. */
export async function isProof(key: string, proof: string, bits: number): Promise<boolean> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`${key}:${proof}`))
  return leadingZeroBits(new Uint8Array(digest)) >= bits
}
