/**
 * Citizens file while everything under them is killed: whatever was acknowledged is there, once, with all that belongs
 * to it. The project itself, not the fixture.
 */
import { hash, randomUUID } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { demoPhoto } from '../seed/demo-photo.ts'
import { challengeFrom, minimalFiling, proofOf, sendFiling, type Filed } from '../seed/modules/complaint/filing.ts'
import { withClient } from './connections.ts'
import { projectDir } from './migrate.ts'
import { freePort } from './postgres.ts'
import { PUBLISHABLE_KEY } from './secrets.ts'
import { readyOf, runStack, type StackChild } from './testing/child.ts'
import { eventually, temporaryDir } from './testing/stack.ts'

const filings = 200
const caseTypes = [['complaint'], ['tip'], ['complaint', 'tip']]

const dir = temporaryDir()
// The address stays when the stack is started again, as it does for citizens.
const port = await freePort()
const url = `http://127.0.0.1:${port}`
const start = () => runStack(path.join(dir, 'data'), { port, workdir: projectDir, site: 'anhui', empty: true, quiet: true })
let child: StackChild = await start()
const challenge = await challengeFrom(url, PUBLISHABLE_KEY)

afterAll(async () => {
  if (child.process.exitCode === null && child.process.signalCode === null) await child.end('SIGTERM')
  fs.rmSync(dir, { recursive: true, force: true })
})

const inDatabase = <Result>(work: (client: pg.Client) => Promise<Result>) => withClient(readyOf(child).dbUrl, work)
const rowsOf = <Row extends pg.QueryResultRow>(sql: string, values: unknown[] = []) =>
  inDatabase(async (client) => (await client.query<Row>(sql, values)).rows)

interface Citizen {
  key: string
  proof: string
  types: string[]
  phone: string
  photos: Buffer[]
}

const citizens: Citizen[] = Array.from({ length: filings }, (_unused, index) => {
  const key = randomUUID()
  const types = caseTypes[index % caseTypes.length] ?? []
  // One object for both cases, so that a photo can be lost in more ways than one.
  const photos = types.length === 2 ? [demoPhoto(index), demoPhoto(index + 1)] : []
  return { key, proof: proofOf(key, challenge), types, phone: `138${String(10_000_000 + index * 7919)}`, photos }
})
const acknowledged = new Map<string, Filed>()
let attempts = 0

/** Sends the same filing until it is answered; a client error would never be answered otherwise and is thrown. */
async function file({ key, proof, types, phone, photos }: Citizen): Promise<void> {
  const form = { ...minimalFiling, caseTypes: types, reporter: { name: '张三', phone } }
  for (;;) {
    attempts += 1
    const attempt = { url, publishableKey: PUBLISHABLE_KEY, key, proof, form, photos, signal: AbortSignal.timeout(20_000) }
    const answer = await sendFiling(attempt).catch(() => undefined)
    if (answer?.status === 200) {
      acknowledged.set(key, answer)
      return
    }
    if (answer && answer.status < 500) throw new Error(`${answer.status} ${JSON.stringify(answer.error)}`)
    await delay(300 + Math.random() * 700)
  }
}

const whenAcknowledged = (count: number) => eventually(() => acknowledged.size >= count || undefined, 60_000)

test('200 filings at once under kill -9 of Postgres, of Deno and of the whole', { timeout: 180_000 }, async () => {
  await inDatabase(async (client) => {
    await client.query(`update private.quotas set amount = 1000000`)
  })
  const all = Promise.all(citizens.map(file))
  all.catch(() => undefined)

  await whenAcknowledged(15)
  process.kill(readyOf(child).postgres, 'SIGKILL')
  await whenAcknowledged(60)
  process.kill(readyOf(child).deno, 'SIGKILL')
  await whenAcknowledged(110)
  await child.end('SIGKILL')
  const known = acknowledged.size
  expect(known).toBeLessThan(filings)
  child = await start()
  await all
  expect(acknowledged.size).toBe(filings)
  expect(attempts).toBeGreaterThan(filings)
})

test('every acknowledged filing is one filing with its cases, and nothing else is there', async () => {
  const found = await rowsOf<{ key: string; nos: string[] }>(
    `select f.key, array_agg(c.case_no order by c.case_type) as nos
     from private.complaint_filings as f left join public.complaint_cases as c on c.filing_id = f.id group by f.id`,
  )
  const expected = citizens.map(({ key }) => [key, acknowledged.get(key)?.cases?.map((one) => one.caseNo)])
  expect(new Map(found.map(({ key, nos }) => [key, nos]))).toEqual(new Map(expected as [string, string[]][]))
  expect(found).toHaveLength(filings)
  for (const { key, types } of citizens) expect(acknowledged.get(key)?.cases?.map((one) => one.caseType)).toEqual(types)
})

test('every photo is there, once for both cases, and is what was sent', async () => {
  const { secretKey } = readyOf(child)
  const found = await rowsOf<{ paths: string[]; digests: string[]; cases: string }>(
    `select array_agg(distinct a.storage_path) as paths, array_agg(distinct a.sha256) as digests, count(*) as cases
     from public.attachments as a join public.complaint_cases as c on c.id = a.owner_id group by c.filing_id`,
  )
  expect(found).toHaveLength(citizens.filter(({ photos }) => photos.length > 0).length)
  for (const { paths, digests, cases } of found) {
    expect([paths.length, digests.length, Number(cases)]).toEqual([2, 2, 4])
    for (const place of paths) {
      const response = await fetch(`${url}/storage/v1/object/attachments/${place}`, {
        headers: { apikey: secretKey, authorization: `Bearer ${secretKey}` },
      })
      expect(response.status).toBe(200)
      expect(place).toContain(hash('sha256', new Uint8Array(await response.arrayBuffer())))
    }
  }
})

test('every case has one item, everything that happened to it one event and one message in the outbox', async () => {
  const odd = await rowsOf(
    `with items as (
       select i.id, i.no, i.seq, i.record_id,
         (select array_agg(e.seq order by e.seq) from public.work_events as e where e.item_id = i.id) as seqs,
         (select array_agg(i.kind || '.' || e.action order by e.seq) from public.work_events as e where e.item_id = i.id) as topics,
         (select array_agg(o.topic order by o.id) from private.outbox_events as o where o.key = i.id::text) as sent
       from public.work_items as i
     )
     select c.case_no, items.* from public.complaint_cases as c full join items on items.id = c.item_id
     where c.id is null or items.id is null or items.record_id <> c.id or items.no <> c.case_no
       or items.seqs is distinct from array(select generate_series(1, items.seq)) or items.sent is distinct from items.topics`,
  )
  expect(odd).toEqual([])
  const [count] = await rowsOf<{ events: string; messages: string }>(
    `select (select count(*) from public.work_events) as events, (select count(*) from private.outbox_events where topic <> 'core.message') as messages`,
  )
  expect(count?.messages).toBe(count?.events)
})

test('every new case is delivered to the router once and routed once', async () => {
  // A lease of a sender that was killed ends after half a minute; the clock is put forward instead of waiting.
  const remaining = () =>
    rowsOf(
      `with later as (update private.outbox_deliveries set available_at = now() where state = 'leased' and available_at < now() + interval '20 seconds')
       select d.state, count(*) from private.outbox_deliveries as d where d.state <> 'done' group by d.state`,
    )
  await eventually(async () => ((await remaining()).length === 0 ? true : undefined), 40_000)
  const [count] = await rowsOf(
    `select (select count(*)::int from public.complaint_cases) as cases,
       (select count(*)::int from private.outbox_deliveries where consumer = 'route-complaint') as deliveries,
       -- One for each filing; by day it is sent at once, by night it waits.
       (select count(*)::int from private.messages where template = 'complaint_filed') as receipts,
       (select count(*)::int from public.work_events where action = 'route') as routed,
       (select count(*)::int from public.complaint_routes where is_chosen) as chosen`,
  )
  const cases = citizens.reduce((sum, { types }) => sum + types.length, 0)
  expect(count).toEqual({ cases, deliveries: cases, receipts: citizens.length, routed: cases, chosen: cases })
})

test('the code that a citizen was given opens their cases', async () => {
  const opened = await Promise.all(
    citizens.map(async ({ key, phone }) => {
      const response = await fetch(`${url}/functions/v1/look-up-complaint`, {
        method: 'POST',
        headers: { apikey: PUBLISHABLE_KEY, 'content-type': 'application/json' },
        body: JSON.stringify({ code: acknowledged.get(key)?.code, phoneTail: phone.slice(-4) }),
      })
      const { cases } = (await response.json()) as Filed
      return [key, cases?.map((one) => one.caseNo)]
    }),
  )
  expect(opened).toEqual(citizens.map(({ key }) => [key, acknowledged.get(key)?.cases?.map((one) => one.caseNo)]))
})
