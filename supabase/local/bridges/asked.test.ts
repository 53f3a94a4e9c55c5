/** What the database learns of a request, and as whom it is read. */
import { createPostgresConnection } from '@supabase/lite/postgres'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { PUBLISHABLE_KEY } from '../secrets.ts'
import { createSafePool, type Manner } from './safe-pool.ts'
import { clientOf, SITE_URL, useFixture } from '../testing/api.ts'

vi.spyOn(console, 'error').mockImplementation(() => undefined)

const { database, api, bare } = await useFixture()
const ours = clientOf(api.fetch)
const db = new pg.Client({ connectionString: database.url })
const signUp = { email: 'officer@example.cn', password: 'Correct-horse-7', options: { data: { invitation_code: 'welcome' } } }

beforeAll(async () => {
  await db.connect()
  await ours.auth.signUp(signUp)
})
afterAll(() => db.end())

describe('the identity of a request is known to SQL', () => {
  const headers = { apikey: PUBLISHABLE_KEY, 'x-request-id': 'request-7', 'content-type': 'application/json' }

  test.each(['POST', 'GET'])('in a function called by %s', async (method) => {
    const response = await api.fetch(new Request(`${SITE_URL}/rest/v1/rpc/request_id`, { method, headers }))
    expect(await response.json()).toBe('request-7')
  })

  test('in a view', async () => {
    const response = await api.fetch(new Request(`${SITE_URL}/rest/v1/whose_request`, { headers }))
    expect(await response.json()).toEqual([{ id: 'request-7', method: 'GET', path: '/whose_request', key: null }])
  })

  test('in a trigger on the accounts', async () => {
    const body = JSON.stringify({ email: 'second@example.cn', password: signUp.password, data: { invitation_code: 'welcome' } })
    expect((await api.fetch(new Request(`${SITE_URL}/auth/v1/signup`, { method: 'POST', headers, body }))).status).toBe(200)
    const { rows } = await db.query("select request_id from private.sign_ups where email = 'second@example.cn'")
    expect(rows).toEqual([{ request_id: 'request-7' }])
  })

  test('upstream still tells functions only', async () => {
    const response = await bare(new Request(`${SITE_URL}/rest/v1/whose_request`, { headers }))
    expect(await response.json()).toMatchObject([{ id: null }])
  })
})

describe('who writes', () => {
  const post = (path: string, body: object) =>
    api.fetch(
      new Request(`${SITE_URL}/rest/v1/${path}`, {
        method: 'POST',
        headers: { apikey: PUBLISHABLE_KEY, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    )

  test('may do nothing when the transaction did not begin, whatever role was asked for', async () => {
    const { driver } = createPostgresConnection({ url: database.url.replace('postgres:', 'authenticator:') })
    const pool = createSafePool({ ...driver.options, connection: { role: 'api_reader' }, onnotice: () => undefined }, 1)
    const manner: Manner = {
      isKept: (sql) => sql === 'begin' || sql.includes('set_config'),
      rename: (sql) => (sql === 'begin' ? 'begin nonsense' : sql),
    }
    for (const sql of ['insert into public.notes default values', 'select * from auth.users']) {
      const reserved = await pool.reserve(manner)
      await reserved.unsafe('begin', [])
      await reserved.unsafe(`select set_config('role', 'service_role', true)`, [])
      await expect(reserved.unsafe(sql, [])).rejects.toThrow(/syntax error/)
      // What the statement itself was told, which nobody hears of above.
      await expect(reserved.unsafe(sql, [])).rejects.toThrow(/permission denied/)
      await reserved.unsafe('rollback', [])
      reserved.release()
    }
    await pool.close()
  })

  test('many at once, with failures among them, leave no transaction open', async () => {
    const answers = await Promise.all(
      Array.from({ length: 40 }, async (_unused, i) => (await post(i % 2 ? 'rpc/who_am_i' : 'rpc/nothing', {})).status),
    )
    expect(new Set(answers.filter((_status, i) => i % 2))).toEqual(new Set([200]))
    expect(new Set(answers.filter((_status, i) => i % 2 === 0))).toEqual(new Set([404]))
    const { rows } = await db.query(
      "select distinct state from pg_stat_activity where application_name = 'api' and datname = current_database() and state <> 'idle'",
    )
    expect(rows).toEqual([])
  })
})

describe('who reads', () => {
  const read = (path: string) => api.fetch(new Request(SITE_URL + path, { headers: { apikey: PUBLISHABLE_KEY } }))

  test('cannot write', async () => {
    const response = await read('/rest/v1/writing_view')
    expect({ status: response.status, body: await response.json() }).toMatchObject({ status: 405, body: { code: '25006' } })
  })

  test('works as nobody when the transaction did not begin', async () => {
    const client = new pg.Client({ connectionString: database.url.replace('postgres:', 'authenticator:'), options: '-c role=api_reader' })
    await client.connect()
    await expect(client.query('select * from public.notes')).rejects.toThrow(/permission denied/)
    await expect(client.query('select * from auth.users')).rejects.toThrow(/permission denied/)
    await client.end()
  })

  test('many at once, with failures among them, each as who they are', async () => {
    const token = (await ours.auth.getSession()).data.session?.access_token ?? ''
    const answers = await Promise.all(
      Array.from({ length: 90 }, async (_unused, i) => {
        if (i % 3 === 2) return (await read('/rest/v1/secrets')).status
        const authorization: Record<string, string> = i % 3 === 0 ? { authorization: `Bearer ${token}` } : {}
        const response = await api.fetch(new Request(`${SITE_URL}/rest/v1/rpc/who_am_i`, { headers: { apikey: PUBLISHABLE_KEY, ...authorization } }))
        return response.json()
      }),
    )
    expect(new Set(answers.filter((_answer, i) => i % 3 === 0))).toEqual(new Set(['authenticated']))
    expect(new Set(answers.filter((_answer, i) => i % 3 === 1))).toEqual(new Set(['anon']))
    expect(new Set(answers.filter((_answer, i) => i % 3 === 2))).toEqual(new Set([401]))
  })
})
