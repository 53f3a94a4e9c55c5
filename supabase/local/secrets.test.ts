import fs from 'node:fs'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { StackError } from './errors.ts'
import { isKeyBesideData, loadSecrets } from './secrets.ts'
import { temporaryDir } from './testing/stack.ts'

const dir = temporaryDir()
afterAll(() => fs.rmSync(dir, { recursive: true, force: true }))
const folder = () => fs.mkdtempSync(path.join(dir, 'data-'))
const key = Buffer.alloc(32, 7).toString('base64')
const another = Buffer.alloc(32, 8).toString('base64')
const keyFile = (text: string, mode = 0o600) => {
  const file = path.join(folder(), 'reporter.key')
  fs.writeFileSync(file, text, { mode })
  return file
}
const refusal = (data: string, env: NodeJS.ProcessEnv) => {
  try {
    loadSecrets(data, env)
    return 'accepted'
  } catch (error) {
    return error instanceof StackError ? error.message : String(error)
  }
}
const kept = (data: string) => fs.readFileSync(path.join(data, 'secrets.json'), 'utf8')

test('without a word the key is made once and kept beside the data', () => {
  const data = folder()
  expect(loadSecrets(data, {})).toEqual(loadSecrets(data, {}))
  expect(fs.statSync(path.join(data, 'secrets.json')).mode & 0o077).toBe(0)
  expect(isKeyBesideData({})).toBe(true)
})

test('a key from elsewhere is not beside the data, and is the same at every start or there is none', () => {
  const data = folder()
  const env = { REPORTER_KEY_FILE: keyFile(`${key}\n`) }
  expect(loadSecrets(data, env).reporterKey).toBe(key)
  expect(kept(data)).not.toContain(key)
  expect(loadSecrets(data, { REPORTER_KEY: key }).reporterKey).toBe(key)
  expect(isKeyBesideData(env)).toBe(false)
  const before = kept(data)
  expect(refusal(data, { REPORTER_KEY: another })).toMatch(/不符/)
  expect(refusal(data, {})).toMatch(/缺少身份密钥/)
  expect(kept(data)).toBe(before)
})

test('a key that lay beside the data leaves it when it is given from elsewhere, and only the same one', () => {
  const data = folder()
  const { reporterKey, jwtSecret } = loadSecrets(data, {})
  expect(refusal(data, { REPORTER_KEY: key })).toMatch(/不符/)
  expect(loadSecrets(data, { REPORTER_KEY: reporterKey }).jwtSecret).toBe(jwtSecret)
  expect(kept(data)).not.toContain(reporterKey)
})

test('what is no key, cannot be found or is open to others is said before anything is made', () => {
  const data = folder()
  for (const env of [
    { REPORTER_KEY: 'short' },
    { REPORTER_KEY_FILE: path.join(data, 'gone') },
    { REPORTER_KEY_FILE: keyFile(key, 0o644) },
    { REPORTER_KEY_FILE: keyFile('') },
  ])
    expect(refusal(data, env)).toMatch(/身份密钥/)
  expect(fs.readdirSync(data)).toEqual([])
})
