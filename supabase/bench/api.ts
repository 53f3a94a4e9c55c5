/** Filing and listing through the gateway, and the same calls as bare SQL on the same database. */
import { randomBytes, randomUUID } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import type pg from 'pg'
import { routeOf, type Candidate } from '../functions/_shared/choose.ts'
import { proofBits } from '../functions/_shared/contract/filing-limits.ts'
import { isProof } from '../functions/_shared/contract/proof.ts'
import { createPool, withClient } from '../local/connections.ts'
import { projectDir } from '../local/migrate.ts'
import { PUBLISHABLE_KEY } from '../local/secrets.ts'
import type { DemoAccount } from '../local/seeding.ts'
import { readyOf, runStack } from '../local/testing/child.ts'
import { temporaryDir } from '../local/testing/stack.ts'
import { challengeFrom, minimalFiling, proofOf, sendFiling } from '../seed/modules/complaint/filing.ts'
import { listSql, ownListAddress } from './case-list.ts'
import { figure, median, quantile, timed, type Figure } from './figure.ts'

const senders = 4
const filings = 120
const readings = 1200
const warmFilings = senders * 2
const warmReadings = 400

interface Load {
  times: number[]
  perSecond: number
}

/**
 * That many calls by a few senders at once. The first are not counted: a server that has just started compiles what it
 * runs, once, and a day has more than its first second. The floor is warmed alike.
 */
async function load(calls: number, warmUp: number, call: (index: number) => Promise<unknown>): Promise<Load> {
  let next = 0
  const send = (until: number, times: number[]) =>
    Promise.all(
      Array.from({ length: senders }, async () => {
        for (let index = next++; index < until; index = next++) times.push(await timed(() => call(index)))
      }),
    )
  await send(warmUp, [])
  const times: number[] = []
  next = warmUp
  const whole = await timed(() => send(warmUp + calls, times))
  return { times, perSecond: (calls / whole) * 1000 }
}

const figures = (name: string, through: Load, bare: Load): Figure[] => [
  figure('api', `${name}, p50`, median(through.times), 'ms', median(bare.times)),
  figure('api', `${name}, p95`, quantile(through.times, 0.95), 'ms', quantile(bare.times, 0.95)),
  figure('api', `${name}, ${senders} at once`, through.perSecond, 'req/s', bare.perSecond),
]

/** What nothing can be without: the proof checked, and the same three calls on the same database. */
async function fileBare(client: pg.PoolClient, filing: typeof minimalFiling, { key, proof }: Ticket): Promise<void> {
  const [code, phone] = [randomBytes(16).toString('hex'), randomBytes(16).toString('hex')]
  const { reporter: _reporter, ...form } = filing
  const call = async <Row extends pg.QueryResultRow>(sql: string, values: unknown[]) => (await client.query<Row>(sql, values)).rows
  if (!(await isProof(key, proof, proofBits))) throw new Error('bare filing: no proof')
  await call('select public.take_quota($1, $2)', ['file-complaint.address', phone])
  const reporter = { isAnonymous: false, nameMasked: '张*', phoneMasked: '138****5678', sealed: 'v1.bench' }
  const cases = await call<{ item_id: string; candidates: Candidate[] }>('select * from public.file_complaint($1, $2, $3, $4, $5, $6, $7)', [
    key,
    JSON.stringify(form),
    JSON.stringify(reporter),
    code,
    code,
    phone,
    phone,
  ])
  const routes = cases.map((one) => routeOf(one.item_id, one.candidates))
  const receipts = await call('select * from public.complaint_apply_route($1)', [JSON.stringify(routes)])
  if (receipts.length !== 1) throw new Error('bare filing: no receipt')
}

async function signIn(url: string, { email, password }: DemoAccount): Promise<{ token: string; id: string }> {
  const response = await fetch(`${url}/auth/v1/token?grant_type=password`, {
    method: 'POST',
    headers: { apikey: PUBLISHABLE_KEY, 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  })
  const { access_token: token, user } = (await response.json()) as { access_token: string; user: { id: string } }
  return { token, id: user.id }
}

interface Ticket {
  key: string
  proof: string
}

/** Keys whose proof is found already: that is the sender's work, on the sender's machine. */
function tickets(count: number, challenge: string): (index: number) => Ticket {
  const made = Array.from({ length: count }, (): Ticket => {
    const key = randomUUID()
    return { key, proof: proofOf(key, challenge) }
  })
  return (index) => made[index] ?? { key: '', proof: '' }
}

/** In the county of the officer whose list is read afterwards. */
async function benchFiling(url: string, pool: pg.Pool, regionCode: number): Promise<Figure[]> {
  const form = { ...minimalFiling, regionCode }
  const challenge = await challengeFrom(url, PUBLISHABLE_KEY)
  const [sent, bareSent] = [tickets(filings + warmFilings, challenge), tickets(filings + warmFilings, challenge)]
  const through = await load(filings, warmFilings, async (index) => {
    const { status } = await sendFiling({ url, publishableKey: PUBLISHABLE_KEY, ...sent(index), form })
    if (status !== 200) throw new Error(`filing: ${status}`)
  })
  const bare = await load(filings, warmFilings, async (index) => {
    const client = await pool.connect()
    await fileBare(client, form, bareSent(index)).finally(() => client.release())
  })
  return figures('submit a complaint', through, bare)
}

interface Reader {
  id: string
  token: string
  orgId: string
  regionCode: number
}

async function readerOf(url: string, pool: pg.Pool, account: DemoAccount): Promise<Reader> {
  const { token, id } = await signIn(url, account)
  const { rows } = await pool.query<{ org_id: string; region_code: number }>(
    'select f.org_id, o.region_code from public.officers as f join public.orgs as o on o.id = f.org_id where f.id = $1',
    [id],
  )
  return { id, token, orgId: rows[0]?.org_id ?? '', regionCode: rows[0]?.region_code ?? 0 }
}

async function benchList(url: string, pool: pg.Pool, { token, orgId }: Reader): Promise<Figure[]> {
  const headers = { apikey: PUBLISHABLE_KEY, authorization: `Bearer ${token}` }
  const through = await load(readings, warmReadings, async () => {
    const response = await fetch(url + ownListAddress(orgId), { headers })
    const found = (await response.json()) as unknown[]
    if (response.status !== 200 || found.length !== 20) throw new Error(`list: ${response.status}, ${found.length} rows`)
  })
  const bare = await load(readings, warmReadings, async () => {
    const client = await pool.connect()
    try {
      await client.query('begin read only')
      await client.query(`select set_config('request.jwt.claims', $1, true), set_config('role', 'authenticated', true)`, [
        Buffer.from(token.split('.')[1] ?? '', 'base64url').toString(),
      ])
      await client.query(listSql('org_id = $1::uuid'), [orgId])
      await client.query('commit')
    } finally {
      client.release()
    }
  })
  return figures('list of the own body', through, bare)
}

export async function benchApi(): Promise<Figure[]> {
  const dir = temporaryDir()
  const data = path.join(dir, 'data')
  const child = await runStack(data, { workdir: projectDir, site: 'anhui', quiet: true })
  try {
    const { url, dbUrl } = readyOf(child)
    await withClient(dbUrl, (client) => client.query('update private.quotas set amount = 1000000'))
    const accounts = JSON.parse(fs.readFileSync(path.join(data, 'demo-accounts.json'), 'utf8')) as DemoAccount[]
    const account = accounts.find(({ email }) => email.startsWith('handler.market@'))
    if (!account) throw new Error('the demo has no handler.market')
    const pool = createPool(dbUrl, 'bench', senders)
    try {
      const reader = await readerOf(url, pool, account)
      return [...(await benchFiling(url, pool, reader.regionCode)), ...(await benchList(url, pool, reader))]
    } finally {
      await pool.end()
    }
  } finally {
    await child.end('SIGTERM')
    fs.rmSync(dir, { recursive: true, force: true })
  }
}
