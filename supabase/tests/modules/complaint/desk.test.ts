import { describe, expect, it } from 'vitest'
import { complaintSteps, handler } from './steps.ts'
import { places } from '../../people.ts'
import { openSession } from '../../session.ts'

const session = await openSession()
const { file, act, age, lookUp, org } = complaintSteps(session)

describe('routing', () => {
  it('finds exactly one owner for every matter in every place of the site, or the coordinator', async () => {
    const [gaps] = await session.read(
      'postgres',
      `select count(*) filter (where o.n <> 1 and m.line_code is not null)::int as none, count(*) filter (where o.n <> 0 and m.line_code is null)::int as stray,
         count(*) filter (where private.coordinator_of(r.code) is null)::int as deskless, count(*)::int as pairs
       from public.complaint_matters m cross join public.regions r cross join lateral (select count(*) as n from private.complaint_owner(m.code, r.code)) o
       where r.tier between 3 and 4`,
    )
    expect(gaps).toMatchObject({ none: 0, stray: 0, deskless: 0 })
    expect(gaps?.pairs).toBeGreaterThan(3000)
  })

  it('is confident once, and harmless when the outbox delivers again', async () => {
    const [one] = await file('routed', { dispatchTo: undefined })
    const candidates = [{ org_id: await org(places.county, 'market'), rank: 1, score: 85, reasons: ['属地管理'] }]
    const told = JSON.stringify([{ item_id: one?.item_id, candidates, is_confident: true }])
    for (let i = 0; i < 2; i += 1) {
      const [receipt] = await session.act('service', `select * from public.complaint_apply_route($1)`, [told])
      const [found] = await lookUp('routed')
      // The receipt says what the look-up page says.
      expect(found).toMatchObject(Object.fromEntries(Object.entries(receipt ?? {}).filter(([name]) => name !== 'item_id')))
    }
    const routes = await session.read(handler, `select is_chosen from public.complaint_routes where case_id = $1`, [one?.case_id])
    expect(routes).toEqual([{ is_chosen: true }])
    const deliveries = await session.read(
      'postgres',
      `select d.state::text from private.outbox_deliveries d join private.outbox_events e on e.id = d.event_id where e.key = $1`,
      [one?.item_id],
    )
    expect(deliveries).toEqual([{ state: 'done' }])
    expect((await lookUp('routed'))[0]).toMatchObject({ state: 'awaiting_receipt', org_reason: '属地管理' })
  })

  it('prefers a ruling for the place to the rule for all', async () => {
    await session.db.query('begin')
    await session.db.query(`select private.act_as('system:test')`)
    await session.db.query(
      `insert into public.complaint_routing_rules (matter_code, line_code, region_code, tier, reason, source) values ('food', 'urban', $1, 4, '裁定', 'ruling')`,
      [places.county],
    )
    const { rows } = await session.db.query(`select org_name from public.complaint_owner('food', $1)`, [places.town])
    await session.db.query('rollback')
    expect(rows).toEqual([{ org_name: '庐阳区城市管理局' }])
  })
})

describe('realtime', () => {
  it('numbers every topic without a gap, and gives what was missed to whoever may join', async () => {
    const [one] = await file('live')
    await act(handler, one?.item_id as string, 'receive')
    const missed = await session.read(handler, `select seq::int, event from public.topic_since($1, 0)`, [`work:${one?.item_id}`])
    // One a transaction, whatever happened in it; nobody watches an item before it is there.
    expect(missed.map((row) => row.seq)).toEqual([1, 2])
    expect(missed.map((row) => row.event)).toEqual(['work_changed', 'work_changed'])
    expect(await session.read('handler.sibling-market', `select * from public.topic_since($1, 0)`, [`work:${one?.item_id}`])).toEqual([])
  })
})

describe('figures', () => {
  it('count what the list shows, and the parts add up', async () => {
    const leader = 'leader.province-coordination'
    const [one] = await file('figures')
    await age(one?.item_id as string, 40)
    for (const by of ['region', 'line', 'month', 'org', 'hour', 'matter']) {
      const rows = await session.read(
        leader,
        `select key, received::int, open::int, late::int, closed::int, on_time::int, rated::int, satisfied::int from public.complaint_figures($1, null, '2020-01-01', '2099-12-31', $2)`,
        [places.province, by],
      )
      const [list] = await session.read(
        leader,
        `select count(*)::int as received, count(*) filter (where is_open)::int as open, count(*) filter (where is_open and is_late)::int as late, count(*) filter (where not is_open)::int as closed,
           count(*) filter (where not is_open and not is_late)::int as on_time,
           count(satisfaction)::int as rated, count(*) filter (where satisfaction >= 4)::int as satisfied from public.complaint_case_list`,
      )
      const sum = (column: string) => rows.reduce((total, row) => total + Number(row[column]), 0)
      for (const column of ['received', 'open', 'late', 'closed', 'on_time', 'rated', 'satisfied'])
        expect(sum(column), `${by} ${column}`).toBe(list?.[column])
      for (const row of rows) expect(Number(row.open) + Number(row.closed)).toBe(row.received)
      expect(sum('late')).toBeGreaterThan(0)
    }
  })

  it('name bodies and matters, and count an hour as the clock in Shanghai has it', async () => {
    const [one] = await file('figures by hour')
    await session.act('postgres', `update public.complaint_cases set filed_at = '2026-03-01T16:30:00Z' where id = $1`, [one?.case_id])
    const read = (by: string) =>
      session.read(
        'leader.province-coordination',
        `select key, label, received::int from public.complaint_figures($1, null, '2026-03-02', '2026-03-02', $2)`,
        [places.province, by],
      )
    expect(await read('hour')).toEqual([{ key: '1-00', label: '1-00', received: 1 }])
    expect(
      await session.read('leader.province-coordination', `select filed_hour from public.complaint_case_list where id = $1`, [one?.case_id]),
    ).toEqual([{ filed_hour: '1-00' }])
    const [named] = await session.read(
      'postgres',
      `select c.org_id::text as org, o.name, c.matter_code as matter, m.label from public.complaint_cases as c
       join public.orgs as o on o.id = c.org_id join public.complaint_matters as m on m.code = c.matter_code where c.id = $1`,
      [one?.case_id],
    )
    expect(await read('org')).toEqual([{ key: named?.org, label: named?.name, received: 1 }])
    expect(await read('matter')).toEqual([{ key: named?.matter, label: named?.label, received: 1 }])
  })

  it('name the counties under a province itself with zeros, and no development zone', async () => {
    const below = [349000000, 349004000, 349100000]
    await session.act(
      'postgres',
      `insert into public.regions (code, name, full_name, tier, kind, parent_code, range_end) values
         ($1, '省直辖县级行政区划', '省直辖县级行政区划', 3, 'zone', $4, $1 + 99999), ($2, '某市', '某市', 4, 'division', $1, $2 + 999),
         ($3, '某开发区', '某开发区', 3, 'zone', $4, $3 + 99999)`,
      [...below, places.province],
    )
    const rows = await session.read(
      'leader.province-coordination',
      `select key, label, received::int from public.complaint_figures($1, null, '2020-01-01', '2020-01-02', 'region') where key::int = any ($2)`,
      [places.province, below],
    )
    expect(rows).toEqual([{ key: '349000000', label: '省直辖县级行政区划', received: 0 }])
  })

  it('know no other way of counting', async () => {
    const call = `select * from public.complaint_figures($1, null, '2026-01-01', '2026-02-01', $2)`
    expect(await session.refusal('leader.city-coordination', call, [places.city, 'handler_id'])).toBe('PT422 figures.invalid')
  })

  it('refuse a period that ends before it begins and a region that is none', async () => {
    const call = `select * from public.complaint_figures($1, null, $2, $3, 'line')`
    expect(await session.refusal('leader.city-coordination', call, [places.city, '2026-02-01', '2026-01-01'])).toBe('PT422 figures.invalid')
    expect(await session.refusal('leader.city-coordination', call, [999999999, '2026-01-01', '2026-02-01'])).toBe('PT422 figures.invalid')
  })
})
