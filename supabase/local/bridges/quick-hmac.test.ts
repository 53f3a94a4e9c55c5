/** The quick check of a signature says what WebCrypto says. */
import { webcrypto } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { quickenHmac } from './quick-hmac.ts'

const { subtle } = webcrypto
const bytes = (text: string) => new TextEncoder().encode(text)
const hmac = { name: 'HMAC', hash: 'SHA-256' }
const keyOf = (secret: string, usages: webcrypto.KeyUsage[] = ['verify', 'sign']) => subtle.importKey('raw', bytes(secret), hmac, false, usages)
const text = bytes('header.payload')
let signature: Uint8Array<ArrayBuffer>

beforeAll(async () => {
  signature = new Uint8Array(await subtle.sign('HMAC', await keyOf('secret'), text))
  quickenHmac()
})

test('right is right, anything else is not', async () => {
  const key = await keyOf('secret')
  const other = signature.map((byte, i) => (i === 5 ? byte ^ 1 : byte))
  expect(await subtle.verify('HMAC', key, signature, text)).toBe(true)
  expect(await subtle.verify('HMAC', key, signature.buffer, text)).toBe(true)
  expect(await subtle.verify('HMAC', key, other, text)).toBe(false)
  expect(await subtle.verify('HMAC', key, signature.slice(0, 31), text)).toBe(false)
  expect(await subtle.verify('HMAC', key, new Uint8Array(), text)).toBe(false)
  expect(await subtle.verify('HMAC', key, signature, bytes('header.other'))).toBe(false)
  expect(await subtle.verify('HMAC', await keyOf('another'), signature, text)).toBe(false)
})

test('nothing is taken for a key that was not given', async () => {
  await expect(subtle.importKey('raw', new Uint8Array(), hmac, false, ['verify'])).rejects.toThrow(/length/i)
})

test('a key is taken apart once, and never for another use', async () => {
  expect(await keyOf('secret')).toBe(await keyOf('secret'))
  expect(await keyOf('secret')).not.toBe(await keyOf('secreT'))
  const signing = await keyOf('secret', ['sign'])
  await expect(subtle.verify('HMAC', signing, signature, text)).rejects.toThrow(/Unable to use this key/)
})

test('other algorithms are left to WebCrypto', async () => {
  const longer = await subtle.importKey('raw', bytes('secret'), { name: 'HMAC', hash: 'SHA-512' }, false, ['verify', 'sign'])
  expect(await subtle.verify('HMAC', longer, await subtle.sign('HMAC', longer, text), text)).toBe(true)
  expect(await subtle.verify('HMAC', longer, signature, text)).toBe(false)
})
