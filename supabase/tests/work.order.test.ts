/** What runs at the same time never waits for each other for ever, and what is done daily is done whatever fails beside it. */
import { describe, expect, it } from 'vitest'
import { complaintSteps, handler } from './modules/complaint/steps.ts'
import { claimsFor, personOf } from './people.ts'
import { openSession } from './session.ts'

const session = await openSession()
const { file, act } = complaintSteps(session)

describe('transactions that meet', () => {
  it('say what they have to say at their end, sorted, in whatever order they worked', async () => {
    const [a, b] = [await session.another(), await session.another()]
    const say = (db: typeof a, topic: string) => db.query(`select private.broadcast(array[$1], 'work_changed', 'complaint', '{}')`, [topic])
    for (const db of [a, b]) await db.query('begin')
    await say(a, 'org:one')
    await say(b, 'org:two')
    await say(a, 'org:two')
    await say(b, 'org:one')
    await Promise.all([a.query('commit'), b.query('commit')])
    const rows = await session.read(
      'postgres',
      `select topic, array_agg(seq::int order by seq) as seqs from private.realtime_events where topic in ('org:one', 'org:two') group by topic order by topic`,
    )
    expect(rows).toEqual([
      { topic: 'org:one', seqs: [1, 2] },
      { topic: 'org:two', seqs: [1, 2] },
    ])
    expect(await session.read('postgres', 'select * from private.realtime_queue')).toEqual([])
  })

  it('say the same thing once, with what is true at the end', async () => {
    await session.within('postgres', async (db) => {
      for (const version of [1, 2, 3])
        await db.query(`select private.broadcast(array['work:x'], 'work_changed', 'complaint', jsonb_build_object('version', $1::int))`, [version])
    })
    expect(await session.read('postgres', `select payload from private.realtime_events where topic = 'work:x'`)).toEqual([
      { payload: { kind: 'complaint', version: 3, seq: 1 } },
    ])
  })

  it('the citizen who withdraws and the officer who accepts: one of them comes second, none is thrown out', async () => {
    const [citizen, officer] = [await session.another(), await session.another()]
    await officer.query(`select set_config('request.jwt.claims', $1, false)`, [JSON.stringify(claimsFor(personOf(handler).id))])
    for (let round = 0; round < 25; round += 1) {
      const [one] = await file(`race-${round}`)
      await act(handler, one?.item_id as string, 'receive')
      const [item] = await session.read('postgres', 'select version from public.work_items where id = $1', [one?.item_id])
      const outcomes = await Promise.allSettled([
        citizen.query(`select public.citizen_act($1, $2, $3, 'withdraw', '{}')`, [`code:race-${round}`, `tail:race-${round}`, one?.case_no]),
        officer.query(`select private.work_act($1, 'accept', '{}', $2, gen_random_uuid())`, [one?.item_id, item?.version]),
      ])
      const failed = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [(outcome.reason as { code: string }).code] : []))
      expect(failed.filter((code) => code !== 'PT409')).toEqual([])
      expect(outcomes[0]?.status).toBe('fulfilled')
    }
  })
})

describe('housekeeping', () => {
  const count = async (sql: string) => Number((await session.read('postgres', `select count(*) as n from ${sql}`))[0]?.n)

  it('does every other chore although one fails, and says which', async () => {
    await session.act(
      'postgres',
      `insert into private.idempotency_keys (actor, key, result, created_at) values ('x', gen_random_uuid(), '{}', now() - interval '8 days')`,
    )
    await session.act('postgres', `alter function private.outbox_purge() rename to outbox_purge_gone`)
    await session.act('postgres', 'select private.housekeeping()')
    await session.act('postgres', `alter function private.outbox_purge_gone() rename to outbox_purge`)
    expect(await count(`private.idempotency_keys where actor = 'x'`)).toBe(0)
    expect(
      await session.read('system_admin.province-coordination', `select job, error from public.sweep_failures() where job = 'housekeeping'`),
    ).toMatchObject([{ job: 'housekeeping', error: expect.stringContaining('outbox_purge') }])
  })

  it('takes out delivered news and old messages, and keeps dead letters', async () => {
    await session.act('postgres', `update private.outbox_events set created_at = now() - interval '40 days'`)
    await session.act('postgres', `update private.outbox_deliveries set state = 'done', done_at = now() - interval '31 days' where state <> 'dead'`)
    await session.act(
      'postgres',
      `update public.work_notifications set created_at = now() - interval '2 years' where id = (select min(id) from public.work_notifications)`,
    )
    const messages = await count('public.work_notifications')
    await session.act('postgres', 'select private.housekeeping()')
    expect(await count('private.outbox_deliveries')).toBe(1)
    expect(await count('private.outbox_events')).toBe(1)
    expect(await count('public.work_notifications')).toBe(messages - 1)
  })

  it('makes the partitions of two years, so that no row has to go where it would stand in the way', async () => {
    const [ahead] = await session.read(
      'postgres',
      `select to_regclass('private.audit_log_' || to_char(now() + interval '24 months', 'YYYYMM')) is not null as is_there`,
    )
    expect(ahead).toEqual({ is_there: true })
    expect(await count('private.audit_log_default')).toBe(0)
    // A month whose rows fell into the default one fails by itself, and keeps nothing from being cleaned.
    const next = `date_trunc('month', now())`
    await session.act(
      'postgres',
      `alter table private.audit_log detach partition private.audit_log_${new Date().toISOString().slice(0, 7).replace('-', '')}`,
    )
    await session.act('postgres', `drop table private.audit_log_${new Date().toISOString().slice(0, 7).replace('-', '')}`)
    await session.act('postgres', `insert into private.audit_log (at, actor, table_name, row_key, op) values (${next}, 'x', 'x', 'x', 'insert')`)
    await session.act(
      'postgres',
      `insert into private.idempotency_keys (actor, key, result, created_at) values ('y', gen_random_uuid(), '{}', now() - interval '8 days')`,
    )
    await session.act('postgres', 'select private.housekeeping()')
    expect(await count(`private.idempotency_keys where actor = 'y'`)).toBe(0)
  })
})
