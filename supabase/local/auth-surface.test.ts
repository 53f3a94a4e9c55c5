/** What of the auth service can be reached, and that nothing else can, however it is written. */
import { App } from '@supabase/lite'
import { afterEach, expect, test, vi } from 'vitest'
import { limitSignIns } from './auth-limits.ts'
import { withClient } from './connections.ts'
import { clientOf, SITE_URL, useFixture } from './testing/api.ts'
import { PUBLISHABLE_KEY } from './secrets.ts'

const init = vi.spyOn(App.prototype, 'init')
const { api, bare, database } = await useFixture()
const [app] = init.mock.contexts as App[]
const email = 'officer@example.cn'
const password = 'Correct-horse-7'
const client = clientOf(api.fetch)
await client.auth.signUp({ email, password, options: { data: { invitation_code: 'welcome' } } })

afterEach(() => void vi.restoreAllMocks())

const token = async () => (await client.auth.getSession()).data.session?.access_token ?? ''

async function call(method: string, path: string, body?: object, authorization?: string): Promise<Response> {
  const headers: Record<string, string> = { apikey: PUBLISHABLE_KEY, 'content-type': 'application/json' }
  if (authorization) headers.authorization = `Bearer ${authorization}`
  return api.fetch(new Request(SITE_URL + path, { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) }))
}

test.each([
  ['POST', '/auth/v1/otp'],
  ['POST', '/auth/v1/magiclink'],
  ['POST', '/auth/v1/recover'],
  ['POST', '/auth/v1/resend'],
  ['POST', '/auth/v1/verify'],
  ['GET', '/auth/v1/verify?type=recovery&token=123456'],
  ['GET', '/auth/v1/reauthenticate'],
  ['GET', '/auth/v1/callback'],
  ['GET', '/auth/v1/authorize?provider=github'],
  ['GET', '/auth/v1/admin/users'],
  ['GET', '/auth/v1/.well-known/jwks.json'],
  ['POST', '/auth/v1/token?grant_type=pkce'],
  ['POST', '/auth/v1/token?grant_type=password&grant_type=pkce'],
  ['POST', '/auth/v1/token'],
  ['GET', '/auth/v1/token?grant_type=password'],
  ['POST', '/auth/v1/%72ecover'],
  ['POST', '/auth/v1/token/../recover'],
  ['POST', '/rest/v1/../../auth/v1/recover'],
  ['POST', '/rest/v1/../../%61uth/v1/recover'],
  ['POST', '/rest/v1/%2e%2e/%2e%2e/%61uth/v1/recover'],
  ['POST', '/auth/v1/token/?grant_type=password'],
  ['DELETE', '/auth/v1/user'],
])('%s %s is nothing', async (method, path) => {
  const response = await call(method, path, method === 'POST' ? { email, type: 'recovery', token: '123456' } : undefined)
  expect({ status: response.status, body: await response.json() }).toMatchObject({ status: 404, body: { error: { code: 'not_found' } } })
})

test('what the pages use is there', async () => {
  expect((await call('GET', '/auth/v1/settings')).status).toBe(200)
  expect((await call('GET', '/auth/v1/health')).status).toBe(200)
  expect((await call('OPTIONS', '/auth/v1/token')).status).toBeLessThan(300)
  expect((await client.auth.getUser()).data.user?.email).toBe(email)
  expect((await client.auth.refreshSession()).error).toBeNull()
  const other = clientOf(api.fetch)
  expect((await other.auth.signInWithPassword({ email, password })).error).toBeNull()
  expect((await other.auth.signOut({ scope: 'local' })).error).toBeNull()
})

test.each([
  { email: 'new@example.cn' },
  { phone: '13800000000' },
  { data: { role: 'admin' } },
  { password: 'Other-horse-8', current_password: 'Correct-horse-7', data: {} },
  {},
])('an account cannot be changed to %o', async (change) => {
  const response = await call('PUT', '/auth/v1/user', change, await token())
  expect({ status: response.status, body: await response.json() }).toMatchObject({
    status: 422,
    body: { message: '只能修改密码，其他账号信息请联系本单位管理员' },
  })
})

test('a password can be changed by whoever knows the old one', async () => {
  const next = 'Other-horse-8'
  const sessions = () => withClient(database.url, async (db) => (await db.query('select from auth.sessions')).rowCount)
  expect((await client.auth.updateUser({ password: next })).error).toMatchObject({ status: 400, code: 'current_password_required' })
  const before = await sessions()
  expect((await client.auth.updateUser({ password: next, current_password: next })).error).toMatchObject({
    status: 400,
    code: 'current_password_invalid',
  })
  expect((await clientOf(api.fetch).auth.signInWithPassword({ email, password: next })).error).not.toBeNull()
  expect((await client.auth.updateUser({ password: next, current_password: password })).error).toBeNull()
  expect(await sessions()).toBe(before)
  expect((await clientOf(api.fetch).auth.signInWithPassword({ email, password: next })).error).toBeNull()
  expect((await client.auth.updateUser({ password, current_password: next })).error).toBeNull()
})

test('upstream still lets a password be changed without the old one', async () => {
  const other = clientOf(bare)
  await other.auth.signUp({ email, password, options: { data: { invitation_code: 'welcome' } } })
  expect((await other.auth.updateUser({ password: 'Other-horse-8', current_password: 'wrong' })).error).toBeNull()
})

test('a disabled account is neither signed in to nor kept signed in', async () => {
  const kept = clientOf(api.fetch)
  await kept.auth.signInWithPassword({ email, password })
  const ban = (until: string | null) =>
    withClient(database.url, async (db) => {
      await db.query(`update auth.users set banned_until = $2::timestamptz where email = $1`, [email, until])
      if (until) await db.query(`delete from auth.sessions where user_id = (select id from auth.users where email = $1)`, [email])
    })
  await ban('9999-12-31')
  expect((await clientOf(api.fetch).auth.signInWithPassword({ email, password })).error).toMatchObject({ code: 'user_banned' })
  expect((await kept.auth.refreshSession()).error).not.toBeNull()
  await ban(null)
  expect((await client.auth.signInWithPassword({ email, password })).error).toBeNull()
})

test('a token for renewing that is used a second time ends the session of whoever has the new one', async () => {
  const { data } = await clientOf(api.fetch).auth.signInWithPassword({ email, password })
  const renew = (refresh_token: string | undefined) => call('POST', '/auth/v1/token?grant_type=refresh_token', { refresh_token })
  const second = (await (await renew(data.session?.refresh_token)).json()) as { refresh_token: string }
  const third = (await (await renew(second.refresh_token)).json()) as { refresh_token: string }
  expect((await renew(data.session?.refresh_token)).status).toBe(400)
  expect((await renew(third.refresh_token)).status).toBe(400)
})

test.each(['Short-1', 'no-capitals-7', 'NO-SMALL-LETTERS-7', 'No-digits-here'])('%s is no password', async (weak) => {
  expect((await client.auth.updateUser({ password: weak, current_password: password })).error).toMatchObject({ status: 422, code: 'weak_password' })
  const options = { data: { invitation_code: 'welcome' } }
  const signUp = await clientOf(api.fetch).auth.signUp({ email: 'weak@example.cn', password: weak, options })
  expect(signUp.error).toMatchObject({ status: 422, code: 'weak_password' })
})

test('a path written otherwise is no way around the limit on guesses', async () => {
  const limited = limitSignIns(api.fetch)
  const guess = async (guessed: string) => {
    const headers = { apikey: PUBLISHABLE_KEY, 'content-type': 'application/json' }
    const body = JSON.stringify({ email, password: guessed })
    return (await limited(new Request(`${SITE_URL}/auth/v1/%74oken?grant_type=password`, { method: 'POST', headers, body }))).status
  }
  for (let i = 0; i < 15; i += 1) expect(await guess(`guess ${i}`)).toBe(404)
  expect(await guess(password)).toBe(404)
})

test('no code, link or address is printed', async () => {
  const printed = (['log', 'info', 'warn', 'error'] as const).map((name) => vi.spyOn(console, name).mockImplementation(() => undefined))
  const message = { to: email, subject: '123456', html: '123456', text: '123456' }
  await app?.drivers.email.send(message as Parameters<App['drivers']['email']['send']>[0])
  await app?.drivers.sms.send({ to: '13800000000', body: '123456' })
  expect(app).toBeDefined()
  for (const spy of printed) expect(spy).not.toHaveBeenCalled()
})
