/**
 * What a running system asks of its indexes, on a database of some size: the check of every foreign key, the jobs, and
 * the queries of the screens as people of different reach send them. `npm run db:advisors` asks the linter afterwards: an
 * index that nothing here can use is one too many.
 */
import type pg from 'pg'
import { withClient } from '../local/connections.ts'
import { countOpenSql, listSql } from '../bench/case-list.ts'
import { fillCases } from '../bench/rls-rows.ts'
import { fileCase } from './filing.ts'
import { loadFixture } from './fixture.ts'
import { personOf, places } from './people.ts'

/** Enough for the planner to care. */
const cases = 20_000

/** The work items and events of those cases, as closed and open work and delivered news. */
const fillWork = `
  with item as (
    insert into public.work_items (kind, no, title, record_id, sender_org_id, owner_org_id, org_id, region_code, line_code, state, is_open, is_supervised, next_light_at)
    select c.case_type, c.case_no, c.title, c.id, c.org_id, c.org_id, c.org_id, c.region_code, c.line_code, c.state, c.is_open, hashtext(c.case_no) % 50 = 0, c.due_at
    from public.complaint_cases as c where c.item_id is null
    returning id
  ), event as (
    insert into private.outbox_events (topic, key, payload) select 'work.filled', item.id::text, '{}' from item returning id
  )
  insert into private.outbox_deliveries (event_id, consumer, state) select event.id, 'route-complaint', 'done' from event`

/** What Postgres itself asks of the referencing table when a referenced row goes or changes its key. */
const keyChecks = `
  select format('select from only %s where %s for key share', c.conrelid::regclass, string_agg(format('%I = (select %I from %s limit 1)', a.attname, b.attname, c.confrelid::regclass), ' and ')) as sql
  from pg_constraint as c
  cross join lateral unnest(c.conkey, c.confkey) as k (child, parent)
  join pg_attribute as a on a.attrelid = c.conrelid and a.attnum = k.child
  join pg_attribute as b on b.attrelid = c.confrelid and b.attnum = k.parent
  where c.contype = 'f' and c.connamespace in ('public'::regnamespace, 'private'::regnamespace)
  group by c.oid, c.conrelid, c.confrelid`

const jobs = [
  'select private.definition_chore()',
  'select private.work_sweep()',
  'select private.outbox_claim()',
  'select private.audit_seal()',
  'select private.housekeeping()',
]

const inRegion = (from: number, size: number) => `region_code between ${from} and ${from + size}`
const inbox = (box: string) =>
  `select id, no, title, light, due_at from public.work_inbox where ${box} order by created_at desc nulls last, id limit 20`

interface Values {
  /** The body of who opens the screen. */
  own: string
  officer: string
  item: string
  case: string
}

/** By who opens the screen. */
const screens: Record<string, (values: Values) => string[]> = {
  'handler.county-market': (v) => [
    listSql(`org_id = '${v.own}'`),
    countOpenSql(`org_id = '${v.own}'`),
    inbox(`org_id = '${v.own}' and is_open`),
    inbox(`(org_id = '${v.own}' and not is_open) or (sender_org_id = '${v.own}' and org_id <> '${v.own}')`),
    inbox(`owner_org_id = '${v.own}' and org_id <> '${v.own}' and is_open`),
    inbox(`sender_org_id = '${v.own}'`),
    inbox(`is_handled_by_me and is_open`),
    inbox(`handler_id = '${v.officer}' and is_open`),
    inbox(`awaits_my_approval`),
    listSql(`handler_id = '${v.officer}'`),
    inbox(`is_supervised and is_open`),
    inbox(`is_followed`),
    `select id from public.my_notifications order by id desc limit 20`,
    `select id from public.work_events where item_id = '${v.item}' order by seq desc`,
    `select id from public.work_terms where item_id = '${v.item}' order by id`,
    `select id from public.work_approvals where item_id = '${v.item}' order by asked_at`,
    `select id from public.officer_absences where officer_id = '${v.officer}' order by ends_on`,
    `select id from public.complaint_case_list where id = '${v.case}'`,
    `select id from public.complaint_answers where case_id = '${v.case}' order by id`,
    `select id from public.complaint_materials where case_id = '${v.case}' order by id`,
    `select id from public.attachments where owner_kind = 'complaint_case' and owner_id = '${v.case}'`,
  ],
  'coordinator.city-coordination': () => [listSql(inRegion(places.city, 99_999)), countOpenSql(inRegion(places.city, 99_999))],
  'leader.province-coordination': () => [
    listSql(inRegion(places.province, 9_999_999)),
    countOpenSql(inRegion(places.province, 9_999_999)),
    listSql(`line_code = 'market' and ${inRegion(places.province, 9_999_999)}`),
    listSql(inRegion(places.town, 0)),
    `select * from public.complaint_figures(${places.province}, null, '2026-01-01', '2026-12-31', 'region')`,
  ],
  'security_admin.province-coordination': (v) => [
    `select id from public.officer_invitations where org_id = '${v.own}' and used_at is null order by created_at desc limit 100`,
    `select id from public.officers where org_id = '${v.own}' order by name limit 20`,
    `select code from public.regions where parent_code = ${places.city}`,
    `select id from public.orgs where line_code = 'market' and ${inRegion(places.city, 99_999)}`,
  ],
  'system_admin.province-coordination': () => [
    'select * from public.outbox_dead_letters()',
    `select id from public.deadline_rules order by key, effective_from`,
    `select id from public.definitions where kind = 'deadline_rule' and key = 'complaint.accept' order by version desc`,
    `select id from public.definitions where kind = 'code' and key like 'complaint.refuse\\_ground/%' order by version desc`,
    `select * from public.preview_deadline_rule('complaint.accept', '{"amount": 9}', current_date + 2)`,
  ],
  'audit_admin.province-coordination': (v) => [
    `select * from public.audit_entries('public.complaint_cases', '${v.case}'::text)`,
    `select * from public.check_audit_seals('2020-01-01')`,
  ],
}

async function fileAndRoute(db: pg.ClientBase): Promise<void> {
  const [filed] = await fileCase(db, { name: 'workload', types: ['complaint'], matter: 'food', region: places.town })
  await db.query(`select private.complaint_apply_route($1, '[]', false)`, [filed?.item_id])
}

async function rolledBack(db: pg.ClientBase, who: string | undefined, work: string | (() => Promise<unknown>)): Promise<void> {
  await db.query('begin')
  try {
    if (who) {
      await db.query(`select set_config('request.jwt.claims', $1, true)`, [JSON.stringify({ sub: personOf(who).id, role: 'authenticated' })])
      await db.query('set local role authenticated')
    } else await db.query(`select private.act_as('system:workload')`)
    await (typeof work === 'string' ? db.query(work) : work())
  } finally {
    await db.query('rollback')
  }
}

export async function exercise({ url, adminUrl }: { url: string; adminUrl: string }): Promise<void> {
  await loadFixture(url)
  await fillCases(adminUrl, cases)
  await withClient(adminUrl, async (db) => {
    await db.query('set session_replication_role = replica')
    await db.query(fillWork)
  })
  await withClient(url, async (db) => {
    await db.query('analyze')
    // Most tables are small here and large in service; whether an index can serve is the question, not whether it pays.
    await db.query('set enable_seqscan = off')
    const { rows: checks } = await db.query<{ sql: string }>(keyChecks)
    for (const { sql } of checks) await rolledBack(db, undefined, sql)
    for (const sql of jobs) await rolledBack(db, undefined, sql)
    await rolledBack(db, undefined, () => fileAndRoute(db))
    const { rows: items } = await db.query<Omit<Values, 'own' | 'officer'>>(
      'select id as item, record_id as case from public.work_items where is_open limit 1',
    )
    for (const [who, queries] of Object.entries(screens)) {
      const { rows: bodies } = await db.query<{ own: string; officer: string }>(
        'select org_id as own, id as officer from public.officers where id = $1',
        [personOf(who).id],
      )
      for (const sql of queries({ item: '', case: '', own: '', officer: '', ...items[0], ...bodies[0] })) await rolledBack(db, who, sql)
    }
  })
}
