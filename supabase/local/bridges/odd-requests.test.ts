/** Requests that no page sends, and that took a connection, or an answer of 500, from everybody else. */
import { expect, test, vi } from 'vitest'
import { SITE_URL, useFixture } from '../testing/api.ts'
import { PUBLISHABLE_KEY } from '../secrets.ts'

vi.spyOn(console, 'error').mockImplementation(() => undefined)
vi.spyOn(console, 'warn').mockImplementation(() => undefined)

const { api } = await useFixture()

async function ask(method: string, path: string, body?: string): Promise<{ status: number; code: unknown }> {
  const headers = { apikey: PUBLISHABLE_KEY, 'content-type': 'application/json' }
  const response = await api.fetch(new Request(`${SITE_URL}${path}`, { method, headers, ...(body === undefined ? {} : { body }) }))
  const text = await response.text()
  return { status: response.status, code: text.startsWith('{') ? (JSON.parse(text) as { code?: unknown }).code : text }
}

const describeDay = (body: string) => ask('POST', '/rest/v1/rpc/describe_day', body)

test.each([
  ['a number for a date', '{"p_day":1}', '22007'],
  ['an object for a date', '{"p_day":{"a":1}}', '22007'],
  ['an object that cannot be written out', '{"p_day":{"toString":1,"valueOf":1}}', '22007'],
  ['a day that is none', '{"p_day":"2026-02-30"}', '22008'],
  ['a number for a list', '{"p_day":"2026-02-01","p_names":7}', '22P02'],
])('%s is refused, and keeps no connection', async (_what, body, code) => {
  // More than there are connections.
  const answers = await Promise.all(Array.from({ length: 30 }, () => describeDay(body)))
  expect(new Set(answers.map((one) => JSON.stringify(one)))).toEqual(new Set([JSON.stringify({ status: 400, code })]))
  expect((await describeDay('{"p_day":"2026-02-01","p_names":["a","b"]}')).status).toBe(200)
})

test('a row that is no row is refused as JSON that cannot be read', async () =>
  expect(await ask('POST', '/rest/v1/notes', '1')).toEqual({ status: 400, code: 'PGRST102' }))

test('a statement that lite cannot make says nothing of itself', async () =>
  expect(await ask('POST', '/rest/v1/notes?columns=id', '[{"body":"x"}]')).toEqual({ status: 400, code: 'PGRST100' }))

test.each([
  ['GET', '/storage/v1/object/attachments/%00', undefined, 'validation_failed'],
  ['GET', '/storage/v1/object/sign/attachments/x?token=x.y.z', undefined, 'InvalidJWT'],
  ['POST', '/storage/v1/object/list/attachments', '{"prefix":"\\u0000"}', 'validation_failed'],
  ['POST', '/storage/v1/object/list/attachments', '{"prefix":"","limit":-1}', 'validation_failed'],
  ['POST', '/storage/v1/object/list/attachments', '[', 'bad_json'],
  ['POST', '/auth/v1/token?grant_type=password', '{"email":["a"],"password":{}}', 'validation_failed'],
  ['POST', '/auth/v1/token?grant_type=password', '{"email":"\\u0000a@x.y","password":"x"}', 'validation_failed'],
  ['POST', '/auth/v1/token?grant_type=refresh_token', '{"refresh_token":"\\u0000"}', 'validation_failed'],
  ['POST', '/auth/v1/signup', '{"email":"a@x.y","password":123}', 'validation_failed'],
])('%s %s %s is the fault of who asks', async (method, path, body, code) => expect(await ask(method, path, body)).toEqual({ status: 400, code }))

test('a password is still taken', async () =>
  expect(await ask('POST', '/auth/v1/token?grant_type=password', '{"email":"a@x.yy","password":"x"}')).toMatchObject({ status: 400, code: 400 }))
