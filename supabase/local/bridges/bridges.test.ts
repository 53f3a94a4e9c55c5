/**
 * Each bridge twice: what our API does, and that lite alone still does not. When a test of the second kind turns red,
 * upstream has mended the gap and the bridge can go.
 */
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { clientOf, SECRET_KEY, SITE_URL, useFixture } from '../testing/api.ts'
import { PUBLISHABLE_KEY } from '../secrets.ts'
import { STATEMENT_TIMEOUTS } from './api-connection.ts'

vi.spyOn(console, 'error').mockImplementation(() => undefined)
vi.spyOn(console, 'warn').mockImplementation(() => undefined)

const { database, api, bare } = await useFixture()
const ours = clientOf(api.fetch)
const lite = clientOf(bare)
const db = new pg.Client({ connectionString: database.url })
const signUp = { email: 'officer@example.cn', password: 'Correct-horse-7', options: { data: { invitation_code: 'welcome' } } }

beforeAll(async () => {
  await db.connect()
  await ours.auth.signUp(signUp)
})
afterAll(() => db.end())

describe('errors of the database keep their code', () => {
  test.each([
    ['P0001', { code: 'P0001', message: 'plain failure', details: 'the detail', hint: 'the hint' }],
    ['23514', { code: '23514', message: 'check failed', details: 'the detail', hint: null }],
  ])('%s is 400 with code, message, details and hint', async (code, expected) => {
    const { status, error } = await ours.rpc('fail', { p_code: code })
    expect(status).toBe(400)
    expect(error).toMatchObject(expected)
  })

  test('a PTxyz code is the status', async () => {
    const { status, error } = await ours.rpc('fail', { p_code: 'PT409' })
    expect(status).toBe(409)
    expect(error).toMatchObject({ code: 'PT409', message: 'note.conflict', details: '{"id": 7}', hint: '请刷新后重试' })
  })

  test('upstream still answers SUP', async () => {
    const { status, error } = await lite.rpc('fail', { p_code: 'P0001' })
    expect({ status, code: error?.code }).toEqual({ status: 500, code: 'SUP' })
  })
})

describe('statement limits of the API roles', () => {
  test('anon is stopped after three seconds', async () => {
    const began = Date.now()
    const { status, error } = await clientOf(api.fetch).rpc('wait', { p_seconds: 6 })
    expect({ status, code: error?.code }).toEqual({ status: 500, code: '57014' })
    expect(Date.now() - began).toBeLessThan(5000)
  })

  test('they are those of the roles', async () => {
    const { rows } = await db.query<{ rolname: string; rolconfig: string[] | null }>(
      "select rolname, rolconfig from pg_roles where rolname in ('anon', 'authenticated', 'service_role')",
    )
    for (const { rolname, rolconfig } of rows) {
      const limit = rolconfig?.find((entry) => entry.startsWith('statement_timeout='))?.split('=')[1] ?? '0'
      expect(STATEMENT_TIMEOUTS[rolname]).toBe(limit)
    }
  })
})

describe('nothing is granted behind our back', () => {
  test('a table granted to nobody stays closed', async () => {
    const { error } = await ours.from('secrets').select()
    expect(error?.code).toBe('42501')
    const { rows } = await db.query(
      "select grantee from information_schema.role_table_grants where table_name = 'secrets' and grantee in ('anon', 'authenticated', 'service_role')",
    )
    expect(rows).toEqual([])
  })

  test('upstream still grants everything', async () => {
    const { error } = await lite.from('secrets').select()
    expect(error).toBeNull()
  })
})

describe('auth', () => {
  const uninvited = { ...signUp, email: 'stranger@example.cn', options: { data: { invitation_code: 'wrong' } } }

  test('a sign-up refused by a trigger says so as GoTrue does', async () => {
    const { error } = await clientOf(api.fetch).auth.signUp(uninvited)
    expect({ status: error?.status, message: error?.message }).toEqual({ status: 500, message: 'Database error saving new user' })
    const { rows } = await db.query("select from auth.users where email = 'stranger@example.cn'")
    expect(rows).toHaveLength(0)
  })

  test('an address that is taken is refused in the same words, headers included', async () => {
    const answerTo = async (email: string) => {
      const headers = { apikey: PUBLISHABLE_KEY, 'content-type': 'application/json' }
      const body = JSON.stringify({ email, password: signUp.password, data: { invitation_code: 'wrong' } })
      const response = await api.fetch(new Request(`${SITE_URL}/auth/v1/signup`, { method: 'POST', headers, body }))
      return { status: response.status, body: await response.json(), headers: [...response.headers] }
    }
    expect(await answerTo(signUp.email)).toEqual(await answerTo('stranger@example.cn'))
  })

  test('metadata is an object', async () => {
    const { rows } = await db.query(
      'select jsonb_typeof(raw_user_meta_data) as users from auth.users union all select jsonb_typeof(identity_data) from auth.identities',
    )
    expect(rows.map((row: { users: string }) => row.users)).toEqual(['object', 'object'])
  })

  test('upstream still answers something else', async () => {
    const response = await bare(
      new Request(`${SITE_URL}/auth/v1/signup`, {
        method: 'POST',
        headers: { apikey: PUBLISHABLE_KEY, 'content-type': 'application/json' },
        body: JSON.stringify({ email: 'x@example.cn', password: 'Correct-horse-7' }),
      }),
    )
    expect(await response.json()).toMatchObject({ error: 'server_error' })
  })
})

describe('values', () => {
  test.each([
    ['object', { a: [1, '监管'] }],
    ['array', [1, { b: null }]],
    ['string', '文字'],
    ['number', 5],
    ['boolean', false],
  ])('a JSON argument stays what it is: %s', async (type, value) => {
    const { data } = await ours.rpc('describe_value', { p_value: value })
    expect(data).toEqual({ type, value })
  })

  test('upstream still wraps it', async () => {
    const { data } = await lite.rpc('describe_value', { p_value: { a: 1 } })
    expect(data).toMatchObject({ type: 'string' })
  })

  test('times and numbers are written as PostgREST writes them', async () => {
    const { data } = await clientOf(api.fetch).from('moments').select()
    expect(data).toEqual([{ id: 1, at: '2026-01-01T00:00:00.5+00:00', local_at: '2026-01-01T08:00:00', share: 0.2 }])
  })

  test('upstream still writes them as Postgres prints them', async () => {
    const { data } = await clientOf(bare).from('moments').select('at,share')
    expect(data).toEqual([{ at: '2026-01-01 00:00:00.5+00', share: '0.20' }])
  })
})

describe('a count tells nothing of hidden rows', () => {
  const counted = (handler: typeof api.fetch, prefer: string) =>
    handler(new Request(`${SITE_URL}/rest/v1/hidden?select=id`, { method: 'HEAD', headers: { apikey: PUBLISHABLE_KEY, prefer } }))

  test.each(['count=planned', 'count=estimated', 'count = planned', 'return=representation, count=planned'])('%s', async (prefer) => {
    expect((await counted(api.fetch, prefer)).headers.get('content-range')).toBe('*/0')
  })

  test('upstream still answers what the planner thinks', async () => {
    expect((await counted(bare, 'count=planned')).headers.get('content-range')).not.toBe('*/0')
  })
})

describe('JSON nested without end', () => {
  const send = (path: string, body: string) => {
    const headers = { apikey: PUBLISHABLE_KEY, 'content-type': 'application/json' }
    return api.fetch(new Request(`${SITE_URL}/rest/v1/${path}`, { method: 'POST', headers, body }))
  }
  const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`

  test.each([
    ['as an argument', `{"p_value":${nested(100_000)}}`],
    ['as a text that becomes one', JSON.stringify({ p_value: nested(100_000) })],
    ['as objects', `{"p_value":${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}}`],
  ])('is the mistake of the caller: %s', async (_how, body) => {
    expect((await send('rpc/describe_value', body)).status).toBe(400)
    expect((await send('notes', body)).status).toBe(400)
  })

  test('a body is read without a type, too', async () => {
    const body = new TextEncoder().encode('{"p_value":7}')
    const response = await api.fetch(
      new Request(`${SITE_URL}/rest/v1/rpc/describe_value`, { method: 'POST', headers: { apikey: PUBLISHABLE_KEY }, body }),
    )
    expect(await response.json()).toEqual({ type: 'number', value: 7 })
  })

  test('brackets in a text are a text', async () => {
    const value = '"[{'.repeat(200)
    const { data } = await ours.rpc('describe_value', { p_value: { value } })
    expect(data).toMatchObject({ value: { value } })
  })
})

describe('storage', () => {
  const file = new Blob(['hello'], { type: 'text/plain' })

  test('storage-js uploads a blob, reads it back and signs it', async () => {
    const files = ours.storage.from('files')
    const uploaded = await files.upload('a/问.txt', file, { cacheControl: '60', metadata: { from: 'test' } })
    expect(uploaded.error).toBeNull()
    const downloaded = await files.download('a/问.txt')
    expect(await downloaded.data?.text()).toBe('hello')
    const signed = await files.createSignedUrl('a/问.txt', 60)
    expect(signed.data?.signedUrl).toMatch(new RegExp(`^${SITE_URL}/storage/v1/object/sign/files/`))
    const response = await api.fetch(new Request(signed.data?.signedUrl ?? ''))
    expect(await response.text()).toBe('hello')
    expect(response.headers.get('cache-control')).toContain('max-age=60')
  })

  test('a signed URL lives five minutes at most', async () => {
    const lifeOf = (url: string) => {
      const payload = new URL(url, SITE_URL).searchParams.get('token')?.split('.')[1] ?? ''
      const { iat, exp } = JSON.parse(Buffer.from(payload, 'base64url').toString()) as { iat: number; exp: number }
      return exp - iat
    }
    const files = ours.storage.from('files')
    await files.upload('signed.txt', file)
    expect(lifeOf((await files.createSignedUrl('signed.txt', 60)).data?.signedUrl ?? '')).toBe(60)
    expect(lifeOf((await files.createSignedUrl('signed.txt', 86_400)).data?.signedUrl ?? '')).toBe(300)
    const { data } = await ours.auth.getSession()
    const response = await api.fetch(
      new Request(`${SITE_URL}/storage/v1/object/%73ign/files/signed.txt`, {
        method: 'POST',
        headers: { apikey: PUBLISHABLE_KEY, authorization: `Bearer ${data.session?.access_token}`, 'content-type': 'application/json' },
        body: '{"expiresIn":86400}',
      }),
    )
    const body = (await response.json()) as { signedUrl?: string; signedURL?: string }
    expect(lifeOf(body.signedURL ?? body.signedUrl ?? '')).toBe(300)
  })

  test('the policies hold', async () => {
    const anonymous = clientOf(api.fetch).storage.from('files')
    expect((await anonymous.upload('b.txt', file)).error).not.toBeNull()
    expect((await anonymous.download('a/问.txt')).error).not.toBeNull()
  })

  test('upstream still looks for a field named file', async () => {
    const { error } = await clientOf(bare, SECRET_KEY).storage.from('files').upload('c.txt', file)
    expect(error?.message).toMatch(/Missing file/)
  })

  test('upstream still answers signedUrl only', async () => {
    const headers = { apikey: SECRET_KEY, authorization: `Bearer ${SECRET_KEY}` }
    await bare(
      new Request(`${SITE_URL}/storage/v1/object/files/d.txt`, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'text/plain' },
        body: 'hello',
      }),
    )
    const response = await bare(
      new Request(`${SITE_URL}/storage/v1/object/sign/files/d.txt`, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json' },
        body: '{"expiresIn":60}',
      }),
    )
    const body: unknown = await response.json()
    expect(body).toHaveProperty('signedUrl')
    expect(body).not.toHaveProperty('signedURL')
  })
})

test('a new table is known after the reload', async () => {
  await db.query('create table public.later (id int); grant select on public.later to anon')
  expect((await ours.from('later').select()).status).toBe(404)
  await api.reloadSchema()
  expect((await clientOf(api.fetch).from('later').select()).data).toEqual([])
})

test('a role that is no API role is refused', async () => {
  await expect(clientOf(api.fetch, 'nonsense').from('notes').select()).resolves.toMatchObject({ status: 401 })
})
