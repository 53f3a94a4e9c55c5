/** The catalogue of the demonstration: its content as versions of the year before last, claimed by the bodies, and what is still open. */
import type pg from 'pg'
import type { World } from '../../world/world.ts'
import { readContent, type Item, type Law } from './content.ts'

/** Before everything that hangs on items. */
export const order = 10
/** Before the laws that ended since: what rests on them is found under 依据已废止. */
const since = '2025-01-01'

const lawBody = (one: Law) => ({
  title: one.title,
  doc_no: one.docNo ?? '',
  kind: one.kind,
  issuer: one.issuer,
  in_force_on: one.effectiveFrom,
  repealed_on: one.repealedOn,
  successor_code: one.successor,
})

const itemBody = (one: Item, line: string) => ({
  main_code: one.mainCode,
  name: one.name,
  line_code: line,
  objects: one.objects,
  object_kinds: one.objectKinds,
  methods: one.methods,
  measures: one.measures,
  levels: one.levels.map(String),
  bases: one.bases.map(({ law, article }) => ({ law_code: law, article: article ?? '' })),
  flow: one.flow,
  result: one.result,
  scopes: one.scope.map(String),
  source: 'demonstration',
})

/** A law comes after the one that replaced it. */
export function lawsInOrder(laws: Law[]): Law[] {
  const byCode = new Map(laws.map((one) => [one.code, one]))
  const depth = (one: Law | undefined): number => (one?.successor ? 1 + depth(byCode.get(one.successor)) : 0)
  return laws.toSorted((a, b) => depth(a) - depth(b))
}

/** Each by the function that a publication takes, in the order given. */
async function define(db: pg.ClientBase, kind: string, from: string, rows: { key: string; body: object }[]): Promise<void> {
  const written = db.query(
    `select count(private.define_version($1, r.key, r.body, $2, '演示数据')) from (
       select x.row ->> 'key' as key, x.row -> 'body' as body from jsonb_array_elements($3::jsonb) with ordinality as x (row, n)
       where not exists (select from public.definitions as d where d.kind = $1 and d.key = x.row ->> 'key') order by x.n) as r`,
    [kind, from, JSON.stringify(rows)],
  )
  // Which row, and why: the hint is what an official would read.
  await written.catch((error: Error & { hint?: string }) => {
    throw new Error(`${kind}: ${error.hint ?? error.message}`, { cause: error })
  })
}

/** Every body of the line at the levels of an item has claimed it, but a few that declined, and a few that have not answered. */
async function claim(db: pg.ClientBase): Promise<void> {
  await db.query(
    `insert into public.catalog_claims (item_code, org_id, asked_version, state, claimed_version, ground, note, asked_at, answered_at)
     select i.code, o.id, 1, s.state, case when s.state = 'claimed' then 1 end, case when s.state = 'declined' then 'no_object' end,
       case when s.state = 'declined' then '本地没有这类监管对象' else '' end, '2025-01-06 09:00+08', case when s.state <> 'pending' then timestamptz '2025-01-20 10:00+08' end
     from public.catalog_items as i
     join public.orgs as o on o.line_code = i.line_code and o.is_active and not o.is_coordinator
     join public.regions as r on r.code = o.region_code and r.tier = any (i.levels)
     cross join lateral (select abs(hashtextextended(i.code || o.region_code, 7)) % 1000 as n) as h
     -- Of some lines only, so that the inbox of the demo's people holds what they are shown.
     cross join lateral (select (case when h.n < 25 then 'declined' when h.n < 60 and o.line_code in ('culture', 'agriculture', 'water', 'education') then 'pending' else 'claimed' end)::public.catalog_claim_state as state) as s
     on conflict do nothing`,
  )
}

export async function loadWorld({ db }: World): Promise<void> {
  const { laws, mainItems, items } = readContent()
  const lineOf = new Map(mainItems.map((one) => [one.code, one.line]))
  await db.query('begin')
  await db.query(`select private.act_as('system:seed')`)
  await define(
    db,
    'catalog_law',
    '2020-01-01',
    lawsInOrder(laws).map((one) => ({ key: one.code, body: lawBody(one) })),
  )
  await db.query(
    `insert into public.catalog_main_items (code, name, line_code, sort)
     select m.code, m.name, m.line_code, m.sort from jsonb_populate_recordset(null::public.catalog_main_items, $1::jsonb) as m on conflict (code) do nothing`,
    [JSON.stringify(mainItems.map(({ code, name, line, sort }) => ({ code, name, line_code: line, sort })))],
  )
  await define(
    db,
    'catalog_item',
    since,
    items.map((one) => ({ key: one.code, body: itemBody(one, lineOf.get(one.mainCode) ?? '') })),
  )
  await claim(db)
  await db.query(
    `select private.catalog_open_tasks(array(select distinct c.item_code from public.catalog_claims as c where c.state = 'pending'),
       private.coordinator_of((select s.root_region from public.sites as s where s.is_active)))`,
  )
  await db.query('commit')
}
