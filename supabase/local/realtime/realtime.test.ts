/** The real client library against the real server: private topics, by the policies of the fixture. */
import type { RealtimeChannel, SupabaseClient } from '@supabase/supabase-js'
import { createHmac } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { eventually, startFixtureStack } from '../testing/stack.ts'

const fixture = await startFixtureStack()
const { stack } = fixture
let db: pg.Client
let anna: SupabaseClient
let boris: SupabaseClient

beforeAll(async () => {
  db = new pg.Client({ connectionString: stack.dbUrl })
  db.on('error', () => undefined)
  await db.connect()
  anna = await fixture.signedIn('anna@example.cn')
  boris = await fixture.signedIn('boris@example.cn')
})

afterAll(async () => {
  await db.end().catch(() => undefined)
  await fixture.stop()
})

interface Joined {
  channel: RealtimeChannel
  status: string
  reason: string
}

function join(channel: RealtimeChannel): Promise<Joined> {
  return new Promise((resolve) => {
    channel.subscribe((status, error) => {
      if (status === 'SUBSCRIBED' || status === 'CHANNEL_ERROR') resolve({ channel, status, reason: error?.message ?? '' })
    })
  })
}

const room = (client: SupabaseClient, topic: string, config: object = {}) => client.channel(topic, { config: { private: true, ...config } })

/** Collects what arrives. */
function listen(channel: RealtimeChannel, event = '*'): { event: string; payload: Record<string, unknown> }[] {
  const heard: { event: string; payload: Record<string, unknown> }[] = []
  channel.on('broadcast', { event }, (message) => heard.push({ event: message.event, payload: message.payload as Record<string, unknown> }))
  return heard
}

describe('joining', () => {
  test('a topic the policies open is joined', async () => {
    const { channel, status } = await join(room(anna, 'room:join'))
    expect(status).toBe('SUBSCRIBED')
    await anna.removeChannel(channel)
  })

  test.each([
    ['one the policies do not open', () => room(anna, 'vault:1'), /permissions to read/],
    ['one for the signed-in, by a stranger', () => room(fixture.client(), 'room:join'), /permissions to read/],
    ['a public one', () => anna.channel('room:public'), /only allows private channels/],
  ])('%s is refused', async (_name, make, reason) => {
    const joined = await join(make())
    expect(joined.status).toBe('CHANNEL_ERROR')
    expect(joined.reason).toMatch(reason)
    await joined.channel.unsubscribe()
  })

  test('a token signed by somebody else is refused', async () => {
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
    const body = `${part({ alg: 'HS256', typ: 'JWT' })}.${part({ role: 'service_role', exp: 4_000_000_000 })}`
    const forged = fixture.client()
    await forged.realtime.setAuth(`${body}.${createHmac('sha256', 'not the secret').update(body).digest('base64url')}`)
    const { status, reason, channel } = await join(room(forged, 'room:join'))
    expect({ status, reason }).toEqual({ status: 'CHANNEL_ERROR', reason: 'Unauthorized: the token is invalid or has expired' })
    await channel.unsubscribe()
  })
})

describe('broadcast', () => {
  test('from SQL, with the transaction, in order, also above 8,000 bytes', async () => {
    const channel = room(anna, 'room:sql')
    const heard = listen(channel)
    await join(channel)
    await db.query('begin')
    await db.query("select private.announce('room:sql', 'first'), private.announce('room:sql', $1), private.announce('room:other', 'elsewhere')", [
      '监'.repeat(20_000),
    ])
    await new Promise((resolve) => setTimeout(resolve, 150))
    expect(heard).toEqual([])
    await db.query('commit')
    await db.query('begin')
    await db.query("select private.announce('room:sql', 'never')")
    await db.query('rollback')
    await db.query("select private.announce('room:sql', 'last')")
    await eventually(() => (heard.length >= 3 ? heard : undefined))
    expect(heard.map(({ payload }) => String(payload.text).slice(0, 5))).toEqual(['first', '监监监监监', 'last'])
    expect(heard[0]?.event).toBe('said')
    await anna.removeChannel(channel)
  })

  test('from a client to the others, acknowledged; not without the right to write', async () => {
    const hers = room(anna, 'room:talk', { broadcast: { ack: true, self: false } })
    const his = room(boris, 'room:talk')
    const [sheHears, heHears] = [listen(hers), listen(his)]
    await Promise.all([join(hers), join(his)])
    expect(await hers.send({ type: 'broadcast', event: 'hello', payload: { text: '你好' } })).toBe('ok')
    await eventually(() => (heHears.length > 0 ? heHears : undefined))
    expect(heHears).toEqual([{ event: 'hello', payload: { text: '你好' } }])
    expect(sheHears).toEqual([])
    await Promise.all([anna.removeChannel(hers), boris.removeChannel(his)])

    const board = room(anna, 'board:1', { broadcast: { ack: true } })
    await join(board)
    expect(await board.send({ type: 'broadcast', event: 'hello', payload: {} })).toBe('error')
    await anna.removeChannel(board)
  })
})

test('presence: who is there, who comes, who goes', async () => {
  const hers = room(anna, 'room:presence', { presence: { key: 'anna', enabled: true } })
  const his = room(boris, 'room:presence', { presence: { key: 'boris', enabled: true } })
  await Promise.all([join(hers), join(his)])
  await hers.track({ name: '安娜' })
  await his.track({ name: '鲍里斯' })
  await eventually(() => Object.keys(hers.presenceState()).length === 2 && Object.keys(his.presenceState()).length === 2)
  expect(his.presenceState<{ name: string }>().anna?.[0]?.name).toBe('安娜')
  await boris.removeChannel(his)
  await eventually(() => Object.keys(hers.presenceState()).length === 1)
  await anna.removeChannel(hers)
})

describe('rights that change', () => {
  test('end the channel of whom they concern, at once, and nobody else’s', async () => {
    await db.query(`create table if not exists private.barred (id uuid)`)
    await db.query(`grant select on private.barred to authenticated; grant usage on schema private to authenticated`)
    await db.query(`create policy topics_club on realtime.messages for select to authenticated
      using ((select realtime.topic()) like 'club:%' and not exists (select from private.barred b where b.id = (select auth.uid())))`)
    const [hers, his] = [room(anna, 'club:1'), room(boris, 'club:1')]
    await Promise.all([join(hers), join(his)])
    const sheHears = listen(hers)
    const heHears = listen(his)
    const { data } = await anna.auth.getUser()
    await db.query(`insert into private.barred values ($1)`, [data.user?.id])
    await db.query(`select pg_notify('rights', $1)`, [data.user?.id])
    await eventually(() => (hers.state === 'closed' || hers.state === 'errored' ? true : undefined))
    await db.query(`select private.announce('club:1', 'for members')`)
    await eventually(() => (heHears.length > 0 ? true : undefined))
    expect(sheHears).toEqual([])
    await Promise.all([anna.removeChannel(hers), boris.removeChannel(his)])
  })

  test('a flood of joins on one socket is cut short and a client that left is on no topic', async () => {
    const crowd = fixture.client()
    const { data } = await boris.auth.getSession()
    await crowd.realtime.setAuth(data.session?.access_token ?? '')
    const joined = await Promise.all(Array.from({ length: 200 }, (_unused, i) => join(room(crowd, `room:flood-${i}`))))
    expect(joined.filter(({ status }) => status === 'SUBSCRIBED').length).toBeLessThanOrEqual(100)
    expect(joined.filter(({ status }) => status === 'CHANNEL_ERROR').length).toBeGreaterThanOrEqual(100)
    await crowd.removeAllChannels()
  })

  test('a broadcast of many messages is refused whole', async () => {
    const { data } = await boris.auth.getSession()
    const messages = Array.from({ length: 101 }, () => ({ topic: 'room:many', event: 'said', payload: {}, private: true }))
    const send = (some: object[]) =>
      fetch(`${stack.url}/realtime/v1/api/broadcast`, {
        method: 'POST',
        headers: { authorization: `Bearer ${data.session?.access_token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ messages: some }),
      })
    expect((await send(messages)).status).toBe(422)
    expect((await send(messages.slice(1))).status).toBe(202)
  })
})

test('an expired token closes the channel', async () => {
  const { data } = await anna.auth.getSession()
  const claims = JSON.parse(Buffer.from(data.session?.access_token.split('.')[1] ?? '', 'base64url').toString()) as Record<string, unknown>
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const body = `${part({ alg: 'HS256', typ: 'JWT' })}.${part({ ...claims, exp: Math.floor(Date.now() / 1000) + 2 })}`
  const brief = fixture.client()
  await brief.realtime.setAuth(`${body}.${createHmac('sha256', stack.secrets.jwtSecret).update(body).digest('base64url')}`)
  const channel = room(brief, 'room:brief')
  const closed = new Promise<string>((resolve) => channel.subscribe((status) => status === 'CLOSED' && resolve(status)))
  expect(await closed).toBe('CLOSED')
})

test('after the database was killed the same channel hears again, and what was said meanwhile', async () => {
  const channel = room(anna, 'room:crash')
  const heard = listen(channel)
  await join(channel)
  const { postgres } = stack.pids()
  process.kill(postgres ?? 0, 'SIGKILL')
  const next = await eventually(async () => {
    const client = new pg.Client({ connectionString: stack.dbUrl })
    client.on('error', () => undefined)
    return client.connect().then(
      () => client,
      () => undefined,
    )
  })
  await next.query("select private.announce('room:crash', 'after the fall')")
  await eventually(() => heard.find(({ payload }) => payload.text === 'after the fall'))
  await next.end()
  await anna.removeChannel(channel)
})
