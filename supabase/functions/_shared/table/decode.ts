/** Text of a table in whatever encoding offices use: UTF-8, GB 18030 (GBK), UTF-16 with or without its mark. */

const strictly = (encoding: string, bytes: Uint8Array): string | undefined => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** Every other byte of Latin letters and separators is zero in UTF-16. */
function zerosAt(bytes: Uint8Array, parity: number): number {
  const head = bytes.subarray(0, 2_000)
  return head.filter((byte, index) => byte === 0 && index % 2 === parity).length
}

/** Nothing when it is no text at all. */
export function decodeText(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return strictly('utf-16le', bytes)
  if (first === 0xfe && second === 0xff) return strictly('utf-16be', bytes)
  const [even, odd] = [zerosAt(bytes, 0), zerosAt(bytes, 1)]
  if (odd > 0 && even === 0) return strictly('utf-16le', bytes)
  if (even > 0 && odd === 0) return strictly('utf-16be', bytes)
  if (even > 0) return undefined
  return strictly('utf-8', bytes) ?? strictly('gb18030', bytes)
}
