/** What the engine costs inside the database: an act, an item, a cascade, a sweep. The floor of each is the bare rows it writes. */
import type pg from 'pg'
import { withClient } from '../local/connections.ts'
import { createTestDatabase, startTestCluster } from '../local/testing.ts'
import { loadFixture } from '../tests/fixture.ts'
import { claimsFor, personOf, places } from '../tests/people.ts'
import { figure, median, timed, type Figure } from './figure.ts'

const runs = 200
const receivers = 1500
const openItems = 100_000

const claims = (who: string) => JSON.stringify(claimsFor(personOf(who).id))
const one = async <Row extends pg.QueryResultRow>(db: pg.Client, sql: string, params: unknown[] = []) =>
  (await db.query<Row>(sql, params)).rows[0] as Row

async function inTransaction(db: pg.Client, work: () => Promise<unknown>): Promise<void> {
  await db.query('begin')
  await work()
  await db.query('commit')
}

/** Item, event and term as they end up, without any rule: what any engine has to write. */
const bareAct = `
  with i as (update public.work_items set version = version + 1, seq = seq + 1 where id = $1 returning *),
  e as (insert into public.work_events (item_id, seq, action, action_label, to_state, actor, actor_name) select id, seq, 'bare', 'bare', state, 'x', 'x' from i)
  select seq from i`

async function fileMany(db: pg.Client, count: number): Promise<string[]> {
  const org = await one<{ id: string }>(db, `select id from public.orgs where region_code = $1 and line_code = 'market'`, [places.county])
  const { rows } = await db.query<{ item_id: string }>(
    `select (private.work_system_act(f.item_id, 'route', jsonb_build_object('to_org_id', $2::uuid, 'note', 'x'), 'system:bench', 'x')).id as item_id
     from generate_series(1, $1::int) as n
     cross join lateral private.file_complaint(gen_random_uuid(), jsonb_build_object('caseTypes', '["complaint"]'::jsonb, 'matterCode', 'food', 'title', 'bench ' || n, 'content', 'x',
       'subjectName', 'x', 'regionCode', $3::int), '{"isAnonymous":false,"nameMasked":"x","phoneMasked":"x"}', gen_random_uuid()::text, 'tail', null) as f`,
    [count, org.id, places.county],
  )
  return rows.map((row) => row.item_id)
}

async function benchAct(db: pg.Client): Promise<Figure[]> {
  await db.query(`select private.act_as('system:bench')`)
  const items = await fileMany(db, runs)
  const acts: number[] = []
  const bare: number[] = []
  await db.query(`select set_config('request.jwt.claims', $1, false)`, [claims('handler.county-market')])
  for (const [action, from] of [
    ['receive', 3],
    ['accept', 4],
  ] as const)
    for (const [index, item] of items.entries()) {
      const { version } = await one<{ version: number }>(db, 'select version from public.work_items where id = $1', [item])
      let spent = 0
      await inTransaction(db, async () => {
        spent = await timed(() => db.query(`select private.work_act($1, $2, '{}', $3, gen_random_uuid())`, [item, action, version]))
      })
      if (index > 20) acts.push(spent)
      if (from === 4) bare.push(await timed(() => db.query(bareAct, [item])))
    }
  await db.query(`select set_config('request.jwt.claims', '', false), private.act_as('system:bench')`)
  return [figure('core', 'work_act, p50', median(acts), 'ms', median(bare))]
}

const createSql = `select private.work_create('trial', 'open', 'bench', gen_random_uuid(), $1, $1, $2, 'market', '{}', 'x')`
const bareItem = `
  with i as (insert into public.work_items (kind, no, title, record_id, org_id, sender_org_id, owner_org_id, region_code, state)
    select 'trial', 'B' || gen_random_uuid(), 'bench', gen_random_uuid(), $1, $1, $1, $2, 'drafting' from generate_series(1, $3::int) returning id)
  insert into public.work_events (item_id, seq, action, action_label, to_state, actor, actor_name) select id, 1, 'open', 'x', 'drafting', 'x', 'x' from i`

async function benchCreate(db: pg.Client, org: string): Promise<Figure[]> {
  const made: number[] = []
  const bare: number[] = []
  for (let run = 0; run < runs; run += 1) {
    made.push(await timed(() => db.query(createSql, [org, places.county])))
    bare.push(await timed(() => db.query(bareItem, [org, places.county, 1])))
  }
  return [figure('core', 'create an item, p50', median(made), 'ms', median(bare))]
}

async function benchCascade(db: pg.Client, org: string): Promise<Figure[]> {
  const parent = await one<{ id: string }>(db, `${createSql.replace('select private', 'select (private')}).id`, [org, places.county])
  const cascade = await timed(() =>
    db.query(
      `select count(*) from private.work_create_many('trial_part', 'deliver', (select jsonb_agg(jsonb_build_object('title', 'bench', 'record_id', gen_random_uuid(), 'org_id', o.id,
         'owner_org_id', $1::uuid, 'parent_id', $2::uuid, 'region_code', o.region_code, 'line_code', o.line_code, 'payload', '{"due_on":"2099-01-05"}'::jsonb))
         from (select * from public.orgs order by id limit ${receivers}) as o), 'x')`,
      [org, parent.id],
    ),
  )
  const bare = await timed(() => db.query(bareItem, [org, places.county, receivers]))
  return [figure('core', `cascade to ${receivers} bodies`, cascade / 1000, 's', bare / 1000)]
}

/** So many open items over all bodies, each with a running term; one in ten turns yellow or worse when the sweep comes. */
const fillOpen = `
  with body as (select id, region_code, line_code, row_number() over (order by id) - 1 as n, count(*) over () as all from public.orgs),
  i as (
    insert into public.work_items (kind, no, title, record_id, org_id, sender_org_id, owner_org_id, region_code, line_code, state, warn_at, due_at, red_at, next_light_at)
    select 'trial_part', 'W' || g, 'bench', gen_random_uuid(), b.id, b.id, b.id, b.region_code, b.line_code, 'awaiting',
      t.at, t.at + interval '1 day', t.at + interval '7 days', t.at
    from generate_series(1, $1::int) as g join body as b on b.n = g % b.all
    cross join lateral (select case when g % 10 < $2 then now() - make_interval(secs => g % 1000 + 1) else now() + interval '20 days' end as at) as t
    returning id, org_id, warn_at, due_at, red_at
  )
  insert into public.work_terms (item_id, rule_id, key, label, org_id, started_on, due_on, warn_at, due_at, red_at)
  select i.id, r.id, r.key, r.label, i.org_id, current_date, i.due_at::date, i.warn_at, i.due_at, i.red_at from i, public.deadline_rules as r where r.key = 'trial.answer'`

async function sweepAll(db: pg.Client): Promise<number> {
  let swept = 0
  const spent = await timed(async () => {
    for (let n = -1; n !== 0; swept += n) n = Number((await one<{ n: string }>(db, 'select private.work_sweep() as n')).n)
  })
  return swept > 0 ? spent : 0
}

async function benchSweep(db: pg.Client, admin: string): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const share of [1, 10]) {
    await withClient(admin, async (client) => {
      await client.query(`set session_replication_role = replica`)
      await client.query(`delete from public.work_notifications where kind = 'trial_part'`)
      await client.query(`delete from public.work_terms where key = 'trial.answer'`)
      await client.query(`delete from public.work_items where no like 'W%'`)
      await client.query(fillOpen, [openItems, share])
      await client.query('analyze public.work_items, public.work_terms')
    })
    const bare = await timed(async () => {
      await db.query('begin')
      await db.query(`update public.work_items set light = 'yellow' where is_open and next_light_at <= now()`)
      await db.query('rollback')
    })
    figures.push(figure('core', `sweep of ${openItems} open items, ${share * 10} % of them due`, (await sweepAll(db)) / 1000, 's', bare / 1000))
  }
  return figures
}

export async function benchCore(): Promise<Figure[]> {
  const cluster = await startTestCluster({ prepare: ({ url }) => loadFixture(url) })
  try {
    const database = await createTestDatabase(cluster.port)
    return await withClient(database.url, async (db) => {
      await db.query(`select set_config('app.actor', 'system:bench', false)`)
      const org = await one<{ id: string }>(db, `select id from public.orgs where region_code = $1 and line_code = 'market'`, [places.county])
      return [
        ...(await benchAct(db)),
        ...(await benchCreate(db, org.id)),
        ...(await benchCascade(db, org.id)),
        ...(await benchSweep(db, database.adminUrl)),
      ]
    })
  } finally {
    await cluster.stop()
  }
}
