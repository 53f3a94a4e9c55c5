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

export async function isProof(key: string, nonce: string, bits: number): Promise<boolean> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`${key}:${nonce}`))
  return leadingZeroBits(new Uint8Array(digest)) >= bits
}

/** Searches nonces from `from`; gives up after `attempts` so that the caller can yield to the page between rounds. */
export async function searchProof(key: string, bits: number, from: number, attempts: number): Promise<string | null> {
  for (let n = from; n < from + attempts; n += 1) {
    if (await isProof(key, n.toString(36), bits)) return n.toString(36)
  }
  return null
}
