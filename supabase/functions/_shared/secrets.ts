/**
 * Everything that depends on REPORTER_KEY, which never enters the database: sealing of identities, digests of codes
 * and phones, and the look-up code itself, derived from the idempotency key so that a retry gets the same code.
 */
const encoder = new TextEncoder()
const codeAlphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

function toBase64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (char) => char.charCodeAt(0))
}

const algorithms = {
  hmac: { algorithm: { name: 'HMAC', hash: 'SHA-256' }, usages: ['sign'] },
  seal: { algorithm: { name: 'AES-GCM' }, usages: ['encrypt', 'decrypt'] },
} as const

const subKeys = new Map<string, Promise<CryptoKey>>()

/** Derived once for a purpose and kept, never to be exported: deriving one costs more than all else that is done with it. */
function subKey(master: string, purpose: string, use: keyof typeof algorithms): Promise<CryptoKey> {
  const name = `${use}|${purpose}|${master}`
  const known = subKeys.get(name)
  if (known) return known
  const { algorithm, usages } = algorithms[use]
  const derived = (async () => {
    const root = await crypto.subtle.importKey('raw', fromBase64(master), 'HKDF', false, ['deriveBits'])
    const parameters = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(32), info: encoder.encode(purpose) }
    return crypto.subtle.importKey('raw', await crypto.subtle.deriveBits(parameters, root, 256), algorithm, false, [...usages])
  })()
  subKeys.set(name, derived)
  derived.catch(() => subKeys.delete(name))
  return derived
}

async function hmac(master: string, purpose: string, text: string): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.sign('HMAC', await subKey(master, purpose, 'hmac'), encoder.encode(text)))
}

/** Hex digest under the key; `purpose` keeps digests of different things apart. */
export async function mac(master: string, purpose: string, text: string): Promise<string> {
  return Array.from(await hmac(master, purpose, text), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** 16 characters of 5 bits: 80 bits that nobody without the key can guess. */
export async function lookUpCode(master: string, idempotencyKey: string): Promise<string> {
  const bytes = await hmac(master, 'look-up-code', idempotencyKey)
  const characters = Array.from({ length: 16 }, (_, i) => codeAlphabet[(bytes[i] ?? 0) & 31])
  return [0, 4, 8, 12].map((from) => characters.slice(from, from + 4).join('')).join('-')
}

/** The pair by which the database finds a filing: digest of the code, digest of code and phone tail together. */
export async function lookUpMacs(master: string, code: string, phoneTail: string) {
  const [p_code_mac, p_tail_mac] = await Promise.all([mac(master, 'code', code), mac(master, 'tail', `${code}|${phoneTail}`)])
  return { p_code_mac, p_tail_mac }
}

export async function seal(master: string, value: unknown): Promise<string> {
  const key = await subKey(master, 'seal', 'seal')
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const cipher = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, encoder.encode(JSON.stringify(value)))
  return `v1.${toBase64(iv)}.${toBase64(new Uint8Array(cipher))}`
}

export async function unseal(master: string, sealed: string): Promise<unknown> {
  const [version, iv, cipher] = sealed.split('.')
  if (version !== 'v1' || !iv || !cipher) throw new Error('unknown seal')
  const key = await subKey(master, 'seal', 'seal')
  const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: fromBase64(iv) }, key, fromBase64(cipher))
  return JSON.parse(new TextDecoder().decode(plain))
}
