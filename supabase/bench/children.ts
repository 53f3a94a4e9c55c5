/** What the policy of a child table costs, which asks for the item of every row: the events of one item, of twenty, of a month. */
import type pg from 'pg'
import { withClient } from '../local/connections.ts'
import { createTestDatabase, startTestCluster } from '../local/testing.ts'
import { loadFixture } from '../tests/fixture.ts'
import { personOf } from '../tests/people.ts'
import { as, officers, type Officer } from './rls.ts'
import { figure, median, timed, type Figure } from './figure.ts'

const defaultItems = 1_000_000
const warmRuns = 8
const runs = 61
/** What takes seconds varies little: its median stands after a few. */
const leastRuns = 7
const enoughMs = 10_000

/** Items over all bodies and three years, each with one event; triggers and foreign keys are off: what is measured is reading. */
const fill = `
  with body as (select id, region_code, line_code, row_number() over (order by id) - 1 as n, count(*) over () as all from public.orgs),
  item as (
    insert into public.work_items (kind, no, title, record_id, org_id, sender_org_id, owner_org_id, region_code, line_code, state, is_open, created_at)
    select case g % 3 when 0 then 'tip' when 1 then 'complaint' else 'trial_part' end, 'C' || g, 'bench', gen_random_uuid(), b.id, b.id, b.id, b.region_code, b.line_code,
      case g % 3 when 2 then 'working' else 'awaiting_receipt' end, g % 8 = 0, now() - make_interval(secs => abs(hashint8(g::bigint * 7919)) % 94608000)
    from generate_series($1::int, $2::int) as g join body as b on b.n = abs(hashint4(g)) % b.all
    returning id, created_at
  )
  insert into public.work_events (item_id, seq, action, action_label, to_state, actor, actor_name, created_at)
  select id, 1, 'file', 'x', 'x', 'x', 'x', created_at from item`

interface Query {
  name: string
  sql: string
  values: (own: { org: string; ids: string[]; scope: (string | number)[] }) => unknown[]
}

const month = `e.created_at >= now() - interval '30 days' and i.created_at >= now() - interval '30 days'`
const queries = (officer: Officer): Query[] => [
  {
    name: 'events of one',
    sql: 'select id, action_label from public.work_events where item_id = $1::uuid order by seq desc',
    values: ({ ids }) => [ids[0]],
  },
  { name: 'events of 20', sql: 'select id, action_label from public.work_events where item_id = any ($1::uuid[])', values: ({ ids }) => [ids] },
  {
    name: 'events of a month',
    sql: `select count(*) from public.work_items as i join public.work_events as e on e.item_id = i.id where ${officer.filter.replace(/\b(org_id|region_code|line_code)\b/g, 'i.$1')} and ${month}`,
    values: ({ scope }) => scope,
  },
]

async function measure(client: pg.Client, officer: Officer, query: Query, values: unknown[]): Promise<Figure> {
  const guarded: number[] = []
  const bare: number[] = []
  const ask = (who: string | undefined) =>
    as(client, who, () => timed(() => client.query({ name: `${query.name} ${officer.key} ${who ? 'guarded' : 'bare'}`, text: query.sql, values })))
  let spent = 0
  for (let run = -warmRuns; run < runs && (run < leastRuns || spent < enoughMs); run += 1) {
    const one = await ask(officer.key)
    const other = await ask(undefined)
    if (run < 0) continue
    spent += one + other
    guarded.push(one)
    bare.push(other)
  }
  return figure('children', `${query.name}, ${officer.name}`, median(guarded), 'ms', median(bare))
}

export async function benchChildren(items = defaultItems): Promise<Figure[]> {
  const cluster = await startTestCluster({ prepare: ({ url }) => loadFixture(url) })
  try {
    const database = await createTestDatabase(cluster.port)
    await withClient(database.adminUrl, async (client) => {
      await client.query('set session_replication_role = replica')
      for (let from = 1; from <= items; from += 500_000) await client.query(fill, [from, Math.min(items, from + 499_999)])
      await client.query('vacuum analyze public.work_items, public.work_events')
    })
    return await withClient(database.url, async (client) => {
      await client.query('set max_parallel_workers_per_gather = 0')
      const figures: Figure[] = []
      for (const officer of officers) {
        const { rows } = await client.query<{ org_id: string }>('select org_id from public.officers where id = $1', [personOf(officer.key).id])
        const org = rows[0]?.org_id ?? ''
        const scope = officer.values.length > 0 ? officer.values : [org]
        const { rows: found } = await client.query<{ id: string }>(
          `select id from public.work_items as i where ${officer.filter} order by created_at desc limit 20`,
          scope,
        )
        for (const query of queries(officer))
          figures.push(await measure(client, officer, query, query.values({ org, ids: found.map((row) => row.id), scope })))
      }
      return figures
    })
  } finally {
    await cluster.stop()
  }
}
