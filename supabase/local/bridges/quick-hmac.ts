/**
 * lite has every token checked by WebCrypto, which takes the key apart anew and goes to another thread and back for a
 * few microseconds of work: a tenth of a request. Here the same check is made where it is asked for. For the process of
 * the API only; any other algorithm or key is left to WebCrypto.
 */
import { createHmac, createSecretKey, timingSafeEqual, webcrypto, type KeyObject } from 'node:crypto'

const HASHES: Readonly<Record<string, string>> = { 'SHA-256': 'sha256' }
const MAX_KEYS = 16

const bytesOf = (data: ArrayBuffer | ArrayBufferView) =>
  ArrayBuffer.isView(data) ? Buffer.from(data.buffer, data.byteOffset, data.byteLength) : Buffer.from(data)

function hashOf({ algorithm }: webcrypto.CryptoKey): string | undefined {
  const { hash } = algorithm as { hash?: { name: string } }
  return algorithm.name === 'HMAC' ? HASHES[hash?.name ?? ''] : undefined
}

export function quickenHmac(): void {
  const { subtle } = webcrypto
  const importKey = subtle.importKey.bind(subtle) as (...given: unknown[]) => Promise<webcrypto.CryptoKey>
  const verify = subtle.verify.bind(subtle)
  const imported = new Map<string, Promise<webcrypto.CryptoKey>>()
  const secrets = new WeakMap<webcrypto.CryptoKey, KeyObject>()

  Object.assign(subtle, {
    importKey(...given: unknown[]): Promise<webcrypto.CryptoKey> {
      const [format, data, ...how] = given
      if (format !== 'raw' || !(data instanceof Uint8Array)) return importKey(...given)
      const name = `${Buffer.from(data).toString('base64')} ${JSON.stringify(how)}`
      const known = imported.get(name)
      if (known) return known
      const secret = createSecretKey(data)
      const key = importKey(...given).then((made) => {
        secrets.set(made, secret)
        return made
      })
      if (imported.size >= MAX_KEYS) imported.clear()
      imported.set(name, key)
      key.catch(() => imported.delete(name))
      return key
    },
    async verify(...given: Parameters<typeof verify>): Promise<boolean> {
      const [, key, signature, data] = given
      const hash = hashOf(key)
      const secret = secrets.get(key)
      if (!hash || !secret || !key.usages.includes('verify')) return verify(...given)
      const expected = createHmac(hash, secret).update(bytesOf(data)).digest()
      const told = bytesOf(signature)
      return told.length === expected.length && timingSafeEqual(told, expected)
    },
  })
}
