import { mkdtempSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, it } from 'vitest'
import { StackError } from './errors.ts'
import { messageGateway } from './message-gateway.ts'

const key = 'a key of more than sixteen'

it('is the output of the process where none is named', () => {
  expect(messageGateway('http://127.0.0.1:8000', {})).toEqual({
    env: { SITE_URL: 'http://127.0.0.1:8000', MESSAGE_CHANNEL: 'console' },
    allowNet: [],
  })
})

it('lets the functions reach the gateway, and nothing else', () => {
  const env = { MESSAGE_URL: 'https://gateway.example/messages', MESSAGE_KEY: key, SITE_URL: 'https://site.example' }
  expect(messageGateway('http://127.0.0.1:8000', env)).toEqual({ env, allowNet: ['gateway.example:443'] })
  expect(messageGateway('x', { ...env, MESSAGE_URL: 'http://10.0.0.8:9000/' }).allowNet).toEqual(['10.0.0.8:9000'])
})

it("reads the key from a file that is nobody else's", () => {
  const file = path.join(mkdtempSync(path.join(os.tmpdir(), 'gateway-')), 'key')
  writeFileSync(file, `${key}\n`, { mode: 0o600 })
  expect(messageGateway('x', { MESSAGE_URL: 'https://gateway.example/', MESSAGE_KEY_FILE: file }).env.MESSAGE_KEY).toBe(key)
})

it.each([
  [{ MESSAGE_URL: 'gateway' }],
  [{ MESSAGE_URL: 'file:///etc/passwd', MESSAGE_KEY: key }],
  [{ MESSAGE_URL: 'https://gateway.example/' }],
  [{ MESSAGE_URL: 'https://gateway.example/', MESSAGE_KEY: 'short' }],
  [{ MESSAGE_URL: 'https://gateway.example/', MESSAGE_KEY_FILE: '/no/such/file' }],
])('is refused by half: %j', (env) => {
  expect(() => messageGateway('x', env)).toThrow(StackError)
})
