import { describe, expect, it } from 'vitest'
import { places } from './people.ts'
import { fileCase } from './modules/complaint/filing.ts'
import { openSession } from './session.ts'

const session = await openSession()
const claim = () => session.act('postgres', `select * from private.outbox_claim()`)

describe('outbox', () => {
  it('keeps an event with the write that caused it, and drops it with a rollback', async () => {
    // Without the receipt, which goes at once by day and waits by night.
    const count = async () =>
      (await session.read('postgres', `select count(*)::int as n from private.outbox_events where topic <> 'core.message'`))[0]?.n as number
    const before = await count()
    await session.db.query('begin')
    await fileCase(session.db, { name: 'rolled-back', types: ['complaint'], matter: 'food', region: places.county })
    await session.db.query('rollback')
    expect(await count()).toBe(before)
    await session.db.query('begin')
    await fileCase(session.db, { name: 'kept', types: ['complaint'], matter: 'food', region: places.county })
    await session.db.query('commit')
    expect(await count()).toBe(before + 1)
  })

  it('leases each delivery once, and again when nobody acknowledged', async () => {
    const first = await claim()
    expect(first.length).toBeGreaterThan(0)
    expect(await claim()).toEqual([])
    await session.act('postgres', `update private.outbox_deliveries set available_at = now() where state = 'leased'`)
    const again = await claim()
    expect(again.map((row) => row.id)).toEqual(first.map((row) => row.id))
    const stale = first[0]
    expect((await session.act('service', `select public.outbox_settle($1, $2) as done`, [stale?.id, stale?.lease]))[0]?.done).toBe(false)
    for (const row of again)
      expect((await session.act('service', `select public.outbox_settle($1, $2) as done`, [row.id, row.lease]))[0]?.done).toBe(true)
    await session.act('postgres', `update private.outbox_deliveries set available_at = now()`)
    expect(await claim()).toEqual([])
  })

  it('does not wait for a time that only a clock set back can have left, and waits for every other', async () => {
    const due = (when: string) =>
      session.act('postgres', `update private.outbox_deliveries set state = 'pending', available_at = now() + interval '${when}'`)
    await due('2 days')
    const claimed = await claim()
    expect(claimed.length).toBeGreaterThan(0)
    await due('9 minutes')
    expect(await claim()).toEqual([])
    await session.act('postgres', `update private.outbox_deliveries set state = 'done', available_at = now()`)
  })

  it('has no more calls of a consumer under way than it may, and holds up no other for them', async () => {
    await session.act('postgres', `update private.outbox_subscriptions set at_once = 3 where consumer = 'make-export'`)
    await session.act('postgres', `select private.emit('core.export', n::text, '{}') from generate_series(1, 5) as n`)
    await session.act('postgres', `select private.emit('core.paper', 'beside', '{}')`)
    const first = await claim()
    expect(first.map((row) => row.consumer).toSorted()).toEqual(['make-export', 'make-export', 'make-export', 'render-paper'])
    expect(await claim()).toEqual([])
    const one = first.find((row) => row.consumer === 'make-export')
    await session.act('service', `select public.outbox_settle($1, $2)`, [one?.id, one?.lease])
    expect((await claim()).map((row) => row.key)).toEqual(['4'])
    // A call that was lost takes no place for longer than its thirty seconds, however long its next attempt waits.
    await session.act(
      'postgres',
      `update private.outbox_deliveries set attempts = 9, available_at = now() + interval '4 minutes' where state = 'leased'`,
    )
    expect((await claim()).map((row) => row.key)).toEqual(['5'])
    await session.act('postgres', `update private.outbox_deliveries set state = 'done', available_at = now()`)
  })

  it('shows what was given up to site.admin only, and drives it again', async () => {
    await session.act(
      'postgres',
      `update private.outbox_deliveries set state = 'dead', last_error = 'x' where id = (select min(id) from private.outbox_deliveries)`,
    )
    expect(await session.read('handler.county-market', `select * from public.outbox_dead_letters()`)).toEqual([])
    const [dead] = await session.read('system_admin.province-coordination', `select * from public.outbox_dead_letters()`)
    expect(dead).toMatchObject({ last_error: 'x' })
    expect(await session.refusal('handler.county-market', `select public.outbox_redrive($1)`, [dead?.id])).toBe('PT404 outbox.not_found')
    await session.act('system_admin.province-coordination', `select public.outbox_redrive($1)`, [dead?.id])
    expect((await claim()).map((row) => row.id)).toEqual([dead?.id])
  })

  it('sends due deliveries to their function', async () => {
    await session.act('postgres', `insert into private.settings values ('functions_url', 'http://127.0.0.1:1/functions/v1'), ('service_key', 'k')`)
    await session.act(
      'postgres',
      `update private.outbox_deliveries set state = 'pending', available_at = now() where id = (select min(id) from private.outbox_deliveries)`,
    )
    expect((await session.act('postgres', `select private.outbox_dispatch() as n`))[0]?.n).toBe(1)
    const [queued] = await session.read(
      'postgres',
      `select url, headers, convert_from(body, 'UTF8')::jsonb as body from net.http_request_queue order by id desc limit 1`,
    )
    expect(queued).toMatchObject({ url: 'http://127.0.0.1:1/functions/v1/route-complaint' })
    expect(queued?.body).toMatchObject({ topic: 'complaint.file' })
  })
})
