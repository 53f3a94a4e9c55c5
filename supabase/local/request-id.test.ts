/** One identity from what the page was told to every row of the audit log. The project itself, not the fixture. */
import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { toAppError } from '../../web/shared/errors/to-app-error.ts'
import { functionError } from '../../web/shared/http/function-error.ts'
import { identifiedFetch } from '../../web/shared/http/identified-fetch.ts'
import { challengeFrom, minimalFiling, proofOf } from '../seed/modules/complaint/filing.ts'
import { withClient } from './connections.ts'
import { projectDir } from './migrate.ts'
import { PUBLISHABLE_KEY } from './secrets.ts'
import { readyOf, runStack } from './testing/child.ts'
import { temporaryDir } from './testing/stack.ts'

const dir = temporaryDir()
const child = await runStack(path.join(dir, 'data'), { workdir: projectDir, site: 'anhui', empty: true })
const { url, dbUrl, secretKey } = readyOf(child)
const challenge = await challengeFrom(url, PUBLISHABLE_KEY)
// The outbox routes what a slow submission has not routed yet, under an identity of its own: not in the time of a test.
await withClient(dbUrl, (client) =>
  client.query(`alter table private.outbox_deliveries alter column available_at set default now() + interval '9 minutes'`),
)

afterAll(async () => {
  await child.end('SIGTERM')
  fs.rmSync(dir, { recursive: true, force: true })
})

interface Row {
  request_id: string | null
  table_name: string
}

/** What the log has of it, without what the clock does of itself. */
async function loggedBy<Result>(work: () => Promise<Result>): Promise<{ result: Result; rows: Row[] }> {
  return withClient(dbUrl, async (client) => {
    const last = await client.query<{ id: string }>('select coalesce(max(id), 0) as id from private.audit_log')
    const result = await work()
    const { rows } = await client.query<Row>(
      `select request_id, table_name from private.audit_log where id > $1 and not (actor like 'system%' and request_id is null) order by id`,
      [last.rows[0]?.id],
    )
    return { result, rows }
  })
}

const photo = new Blob([Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')], {
  type: 'image/png',
})

function file(headers: Record<string, string>): Promise<Response> {
  const key = randomUUID()
  const body = new FormData()
  body.set('case', JSON.stringify(minimalFiling))
  body.append('photos', photo, '照片.png')
  const own = { apikey: PUBLISHABLE_KEY, 'idempotency-key': key, 'x-proof': proofOf(key, challenge) }
  return fetch(`${url}/functions/v1/file-complaint`, { method: 'POST', headers: { ...own, ...headers }, body })
}

test.each(['the page', 'the gateway'])('a submission with the identity of %s: every row of it', async (whose) => {
  const given: Record<string, string> = whose === 'the page' ? { 'x-request-id': randomUUID() } : {}
  const { result, rows } = await loggedBy(() => file(given))
  expect({ status: result.status, body: await result.json() }).toMatchObject({ status: 200, body: { cases: [{ caseType: 'complaint' }] } })
  const id = result.headers.get('x-request-id') ?? ''
  expect(id).toMatch(/^[0-9a-f-]{36}$/)
  if (given['x-request-id']) expect(id).toBe(given['x-request-id'])
  const tables = new Set(rows.map((row) => row.table_name.replace(/^public\./, '')))
  for (const table of ['complaint_cases', 'work_items', 'attachments']) expect(tables).toContain(table)
  expect(new Set(rows.map((row) => row.request_id))).toEqual(new Set([id]))
})

test('two submissions at once are not mixed up', async () => {
  const ids = [randomUUID(), randomUUID(), randomUUID()]
  const { result, rows } = await loggedBy(() => Promise.all(ids.map((id) => file({ 'x-request-id': id }))))
  expect(result.map((response) => response.status)).toEqual([200, 200, 200])
  const counts = ids.map((id) => rows.filter((row) => row.request_id === id).length)
  expect(counts[0]).toBeGreaterThan(0)
  expect(new Set(counts).size).toBe(1)
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(rows.length)
})

test('a call of the API', async () => {
  const id = randomUUID()
  const { reporter: _reporter, ...form } = minimalFiling
  const mac = '0'.repeat(32)
  const { result, rows } = await loggedBy(() =>
    fetch(`${url}/rest/v1/rpc/file_complaint`, {
      method: 'POST',
      headers: { apikey: secretKey, 'content-type': 'application/json', 'x-request-id': id },
      body: JSON.stringify({
        p_key: randomUUID(),
        p_form: form,
        p_reporter: { isAnonymous: false, nameMasked: '张*', phoneMasked: '138****5678', sealed: 'v1.test' },
        p_code_mac: mac,
        p_tail_mac: mac,
        p_phone_mac: mac,
      }),
    }),
  )
  expect({ status: result.status, body: await result.text() }).toMatchObject({ status: 200 })
  expect(result.headers.get('x-request-id')).toBe(id)
  expect(rows.length).toBeGreaterThan(0)
  expect(new Set(rows.map((row) => row.request_id))).toEqual(new Set([id]))
})

test('words of a client do not get into the log', async () => {
  const { result, rows } = await loggedBy(() => file({ 'x-request-id': 'made up' }))
  expect(result.headers.get('x-request-id')).not.toBe('made up')
  expect(rows.filter((row) => row.request_id === 'made up')).toEqual([])
})

test('between two requests a connection of the API may read nothing, write nothing and call nothing', async () => {
  const { rows } = await withClient(dbUrl, (client) =>
    client.query(`select p.oid::regprocedure::text as what from pg_proc as p
        where p.pronamespace in ('public'::regnamespace, 'private'::regnamespace) and has_function_privilege('api_reader', p.oid, 'execute')
          and has_schema_privilege('api_reader', p.pronamespace, 'usage')
      union all
      select c.oid::regclass::text from pg_class as c
        where c.relnamespace in ('public'::regnamespace, 'private'::regnamespace, 'auth'::regnamespace, 'storage'::regnamespace) and c.relkind in ('r', 'v', 'p')
          and has_table_privilege('api_reader', c.oid, 'select, insert, update, delete')`),
  )
  expect(rows).toEqual([])
})

/** What the server wrote down under that number. */
const complaintsOf = (id: string) => child.said.flatMap(({ log }) => (log?.includes(id) ? [log] : []))

test('the number that the page shows is the one in the log', async () => {
  const response = await identifiedFetch(`${url}/rest/v1/rpc/no_such_function`, {
    method: 'POST',
    headers: { apikey: PUBLISHABLE_KEY, 'content-type': 'application/json' },
    body: '{}',
  })
  const { message, requestId = '' } = toAppError(await response.json())
  expect(message).toContain(`报障时请提供编号 ${response.headers.get('x-request-id')}。`)
  await expect.poll(() => complaintsOf(requestId)).toEqual([expect.stringContaining('/rest/v1/rpc/no_such_function')])
})

test('the number of a failed function stands in its log and in that of the API below it', async () => {
  await withClient(dbUrl, async (client) => {
    await client.query('alter function public.take_quota rename to take_quota_away')
    try {
      const response = await file({})
      const { message, requestId = '' } = functionError(response.status, await response.json(), response.headers.get('x-request-id'))
      expect(message).toContain(`报障时请提供编号 ${requestId}。`)
      await expect.poll(() => complaintsOf(requestId).join()).toMatch(/\[api\].*take_quota/)
      await expect.poll(() => complaintsOf(requestId).join()).toMatch(/\[functions\].*service\.unavailable/)
    } finally {
      await client.query('alter function public.take_quota_away rename to take_quota')
    }
  })
})

test('a refusal has no number, in the page or in the log', async () => {
  const response = await identifiedFetch(`${url}/rest/v1/work_items?select=id`, { headers: { apikey: PUBLISHABLE_KEY } })
  const refused = toAppError(await response.json())
  expect(refused).toMatchObject({ kind: 'forbidden', requestId: undefined })
  expect(refused.message).not.toContain('编号')
  expect(complaintsOf(response.headers.get('x-request-id') ?? '?')).toEqual([])
})
