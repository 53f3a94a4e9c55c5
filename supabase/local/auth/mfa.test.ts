/** Second factors by supabase-js as on hosted, and what GoTrue would refuse. The last test tells when upstream has them. */
import { TOTP, Secret } from 'otpauth'
import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import { withClient } from '../connections.ts'
import { clientOf, SITE_URL, useFixture } from '../testing/api.ts'
import { PUBLISHABLE_KEY } from '../secrets.ts'

const { api, bare, database } = await useFixture()
const password = 'Correct-horse-7'
const sql = <Row extends object>(text: string, values: unknown[] = []) =>
  withClient(database.url, async (db) => (await db.query<Row>(text, values)).rows)

let count = 0
/** A new officer, signed in. */
async function someone() {
  const email = `officer${(count += 1)}@example.cn`
  const client = clientOf(api.fetch)
  const { data, error } = await client.auth.signUp({ email, password, options: { data: { invitation_code: 'welcome' } } })
  if (error || !data.user) throw error ?? new Error('no user')
  return { client, email, id: data.user.id }
}
type Client = Awaited<ReturnType<typeof someone>>['client']

const codeOf = (secret: string, at = Date.now()) => new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at })
const later = (seconds: number) => vi.setSystemTime(Date.now() + seconds * 1000)

async function enrolled(client: Client) {
  const { data, error } = await client.auth.mfa.enroll({ factorType: 'totp', friendlyName: '手机', issuer: '互联网＋监管' })
  if (error) throw error
  const done = await client.auth.mfa.challengeAndVerify({ factorId: data.id, code: codeOf(data.totp.secret) })
  if (done.error) throw done.error
  return { id: data.id, secret: data.totp.secret, uri: data.totp.uri }
}

beforeAll(async () => {
  // The project's hook: refuses the account whose name says so, and keeps what it heard.
  await sql(`create table private.heard (at timestamptz default clock_timestamp(), event jsonb)`)
  await sql(`create function private.on_second_factor_attempt(event jsonb) returns jsonb language plpgsql security definer set search_path = '' as $$
    begin
      insert into private.heard (event) values (event);
      return case when exists (select from auth.users where id = (event ->> 'user_id')::uuid and raw_user_meta_data ? 'rejected')
        then '{"decision":"reject","message":"稍后再试"}'::jsonb else '{"decision":"continue"}'::jsonb end;
    end $$`)
})
afterEach(() => void vi.useRealTimers())

test('enrolling shows secret and address, and lifts the session once a code was right', async () => {
  const { client, email, id } = await someone()
  const { uri } = await enrolled(client)
  expect(decodeURIComponent(uri)).toMatch(new RegExp(`^otpauth://totp/互联网＋监管:${email}\\?`))
  expect(await sql('select aal from auth.sessions where user_id = $1', [id])).toEqual([{ aal: 'aal2' }])
  const { data } = await client.auth.mfa.listFactors()
  expect(data?.totp).toMatchObject([{ friendly_name: '手机', status: 'verified' }])
  expect(JSON.stringify(data)).not.toContain('secret')
  expect((await client.auth.refreshSession()).error).toBeNull()
  expect(await sql('select aal from auth.sessions where user_id = $1', [id])).toEqual([{ aal: 'aal2' }])
})

test('the next sign-in is a session of one factor until the code is given, which ends the other ones like it', async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  const { client, email, id } = await someone()
  const factor = await enrolled(client)
  later(60)
  const [second, third] = [clientOf(api.fetch), clientOf(api.fetch)]
  await second.auth.signInWithPassword({ email, password })
  await third.auth.signInWithPassword({ email, password })
  const levels = async () => (await sql<{ aal: string }>('select aal from auth.sessions where user_id = $1 order by aal', [id])).map((row) => row.aal)
  expect(await levels()).toEqual(['aal1', 'aal1', 'aal2'])
  expect((await second.auth.mfa.challengeAndVerify({ factorId: factor.id, code: codeOf(factor.secret) })).error).toBeNull()
  expect(await levels()).toEqual(['aal2', 'aal2'])
  expect((await third.auth.getUser()).error).not.toBeNull()
})

test('a wrong code, a code of yesterday and a code that was used are refused, and the hook hears of each', async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  const { client, id } = await someone()
  const { data } = await client.auth.mfa.enroll({ factorType: 'totp' })
  const factorId = data?.id ?? ''
  const secret = data?.totp.secret ?? ''
  const attempt = async (code: string) => (await client.auth.mfa.challengeAndVerify({ factorId, code })).error
  const right = codeOf(secret)
  const wrong = String((Number(right) + 1) % 1_000_000).padStart(6, '0')
  expect(await attempt(wrong)).toMatchObject({ status: 422, code: 'mfa_verification_failed' })
  expect(await attempt(codeOf(secret, Date.now() - 86_400_000))).toMatchObject({ code: 'mfa_verification_failed' })
  expect(await attempt(`${right} or 1=1`)).toMatchObject({ code: 'mfa_verification_failed' })
  expect(await attempt(right)).toBeNull()
  expect(await attempt(right)).toMatchObject({ code: 'mfa_verification_failed', message: 'TOTP code has been used already' })
  expect(await attempt(codeOf(secret, Date.now() - 30_000))).toMatchObject({ code: 'mfa_verification_failed' })
  expect(await attempt(codeOf(secret, Date.now() + 30_000))).toBeNull()
  const heard = await sql<{ valid: boolean }>(
    `select (event ->> 'valid')::boolean as valid from private.heard where event ->> 'user_id' = $1 order by at`,
    [id],
  )
  expect(heard.map((one) => one.valid)).toEqual([false, false, false, true, true, true, true])
})

test('one code given twenty times at once counts once', async () => {
  const { client } = await someone()
  const { data } = await client.auth.mfa.enroll({ factorType: 'totp' })
  const [factorId, code] = [data?.id ?? '', codeOf(data?.totp.secret ?? '')]
  const challenges = await Promise.all(Array.from({ length: 20 }, () => client.auth.mfa.challenge({ factorId })))
  const answers = await Promise.all(challenges.map(({ data: asked }) => client.auth.mfa.verify({ factorId, challengeId: asked?.id ?? '', code })))
  expect(answers.filter(({ error }) => error === null)).toHaveLength(1)
})

test('a challenge ends after five minutes, and after it was answered', async () => {
  const { client } = await someone()
  const { data } = await client.auth.mfa.enroll({ factorType: 'totp' })
  const factorId = data?.id ?? ''
  const { data: asked } = await client.auth.mfa.challenge({ factorId })
  const challengeId = asked?.id ?? ''
  await sql(`update auth.mfa_challenges set created_at = now() - interval '301 seconds' where id = $1`, [challengeId])
  const code = codeOf(data?.totp.secret ?? '')
  expect((await client.auth.mfa.verify({ factorId, challengeId, code })).error).toMatchObject({ code: 'mfa_challenge_expired' })
  expect((await client.auth.mfa.challengeAndVerify({ factorId, code })).error).toBeNull()
})

test('the hook may refuse what is right', async () => {
  const { client, id } = await someone()
  await sql(`update auth.users set raw_user_meta_data = raw_user_meta_data || '{"rejected":true}' where id = $1`, [id])
  const { data } = await client.auth.mfa.enroll({ factorType: 'totp' })
  const { error } = await client.auth.mfa.challengeAndVerify({ factorId: data?.id ?? '', code: codeOf(data?.totp.secret ?? '') })
  expect(error).toMatchObject({ status: 403, code: 'mfa_verification_rejected', message: '稍后再试' })
})

test('with the password alone nobody sets up, takes away or changes anything once there is a factor', async () => {
  const { client, email, id } = await someone()
  const factor = await enrolled(client)
  const thief = clientOf(api.fetch)
  await thief.auth.signInWithPassword({ email, password })
  expect((await thief.auth.mfa.enroll({ factorType: 'totp', friendlyName: '小偷' })).error).toMatchObject({ code: 'insufficient_aal' })
  expect((await thief.auth.mfa.unenroll({ factorId: factor.id })).error).toMatchObject({ code: 'insufficient_aal' })
  expect((await thief.auth.updateUser({ password: 'Stolen-horse-9', current_password: password })).error).toMatchObject({ code: 'insufficient_aal' })
  expect((await client.auth.updateUser({ password: 'Other-horse-8', current_password: password })).error).toBeNull()
  expect((await client.auth.mfa.unenroll({ factorId: factor.id })).error).toBeNull()
  expect(await sql(`select aal from auth.sessions where user_id = $1 and aal = 'aal2'`, [id])).toEqual([])
})

test('the factor of somebody else is not there', async () => {
  const [one, other] = [await someone(), await someone()]
  const factor = await enrolled(one.client)
  expect((await other.client.auth.mfa.challenge({ factorId: factor.id })).error).toMatchObject({ status: 404, code: 'mfa_factor_not_found' })
  expect((await other.client.auth.mfa.unenroll({ factorId: factor.id })).error).toMatchObject({ status: 404 })
})

const call = (method: string, path: string, headers: Record<string, string> = {}, body?: string) =>
  api.fetch(
    new Request(SITE_URL + path, {
      method,
      headers: { apikey: PUBLISHABLE_KEY, 'content-type': 'application/json', ...headers },
      ...(body ? { body } : {}),
    }),
  )

test('nobody without a session, with a forged token or with a broken request gets anywhere', async () => {
  const id = '00000000-0000-4000-8000-000000000000'
  const { client } = await someone()
  const { data } = await client.auth.getSession()
  const token = data.session?.access_token ?? ''
  const forged = `${token.split('.').slice(0, 2).join('.')}.${'A'.repeat(43)}`
  for (const authorization of ['', 'Bearer x', `Bearer ${forged}`, `Bearer ${PUBLISHABLE_KEY}`])
    expect((await call('POST', '/auth/v1/factors', authorization ? { authorization } : {}, '{"factor_type":"totp"}')).status).toBe(403)
  const authorization = `Bearer ${token}`
  expect((await call('POST', '/auth/v1/factors', { authorization }, 'not json')).status).toBe(400)
  expect((await call('POST', '/auth/v1/factors', { authorization }, '{"factor_type":"phone"}')).status).toBe(422)
  expect((await call('POST', `/auth/v1/factors/${id}/verify`, { authorization }, '{"challenge_id":{},"code":[]}')).status).toBe(404)
  expect((await call('GET', '/auth/v1/factors', { authorization })).status).toBe(404)
  expect((await call('PUT', `/auth/v1/factors/${id}`, { authorization }, '{}')).status).toBe(404)
  await client.auth.signOut({ scope: 'local' })
  expect((await call('POST', '/auth/v1/factors', { authorization }, '{"factor_type":"totp"}')).status).toBe(403)
})

test('a session knows its browser and its address', async () => {
  const { id, email } = await someone()
  const headers = { 'user-agent': 'Test/1.0', 'x-forwarded-for': '203.0.113.7' }
  expect((await call('POST', '/auth/v1/token?grant_type=password', headers, JSON.stringify({ email, password }))).status).toBe(200)
  expect(await sql('select user_agent, host(ip) as ip from auth.sessions where user_id = $1 and ip is not null', [id])).toEqual([
    { user_agent: 'Test/1.0', ip: '203.0.113.7' },
  ])
})

test('upstream still has no second factor', async () => {
  const client = clientOf(bare)
  const { data } = await client.auth.signUp({ email: 'bare@example.cn', password, options: { data: { invitation_code: 'welcome' } } })
  expect(data.session).not.toBeNull()
  // "404 Not Found" in plain text.
  expect((await client.auth.mfa.enroll({ factorType: 'totp' })).error).not.toBeNull()
})
