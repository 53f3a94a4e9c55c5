/** What a running system asks of the complaint's indexes: see ../../workload.ts. */
import type pg from 'pg'
import { countOpenSql, listSql } from '../../../bench/case-list.ts'
import { fillCases } from '../../../bench/rls-rows.ts'
import { withClient } from '../../../local/connections.ts'
import { places } from '../../people.ts'
import type { ModuleProof } from '../../proof/types.ts'
import { fileCase } from './filing.ts'

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

export async function fillCaseWork(adminUrl: string): Promise<void> {
  await fillCases(adminUrl, cases)
  await withClient(adminUrl, async (db) => {
    await db.query('set session_replication_role = replica')
    await db.query(fillWork)
  })
}

export async function fileAndRoute(db: pg.ClientBase): Promise<void> {
  const [filed] = await fileCase(db, { name: 'workload', types: ['complaint'], matter: 'food', region: places.town })
  await db.query(`select private.complaint_apply_route($1)`, [JSON.stringify([{ item_id: filed?.item_id, candidates: [], is_confident: false }])])
  const recovery = `insert into private.complaint_recoveries (id, phone_mac, code_hash) values (gen_random_uuid(), 'phone:workload', 'x') returning id`
  const { rows } = await db.query<{ id: string }>(recovery)
  await db.query(`select * from private.complaint_recovery_address($1, 'sms')`, [rows[0]?.id])
}

const inRegion = (from: number, size: number) => `region_code between ${from} and ${from + size}`

export const complaintScreens: ModuleProof['screens'] = {
  'handler.county-market': (v) => [
    listSql(`org_id = '${v.own}'`),
    countOpenSql(`org_id = '${v.own}'`),
    listSql(`handler_id = '${v.officer}'`),
    `select id from public.complaint_case_list where id = '${v.record}'`,
    `select id from public.complaint_answers where case_id = '${v.record}' order by id`,
    `select id from public.complaint_materials where case_id = '${v.record}' order by id`,
    `select * from public.reveal_asks('${v.record}')`,
    `select id from public.complaint_history('${v.record}') order by filed_at desc limit 5`,
    `select id from public.attachments where owner_kind = 'complaint_case' and owner_id = '${v.record}'`,
  ],
  'coordinator.city-coordination': () => [listSql(inRegion(places.city, 99_999)), countOpenSql(inRegion(places.city, 99_999))],
  'leader.province-coordination': () => [
    listSql(inRegion(places.province, 9_999_999)),
    countOpenSql(inRegion(places.province, 9_999_999)),
    listSql(`line_code = 'market' and ${inRegion(places.province, 9_999_999)}`),
    listSql(inRegion(places.town, 0)),
    `select * from public.complaint_figures(${places.province}, null, '2026-01-01', '2026-12-31', 'region')`,
    `select * from public.complaint_figures(${places.province}, null, '2026-01-01', '2026-12-31', 'matter')`,
  ],
  'audit_admin.province-coordination': (v) => [`select * from public.audit_entries('public.complaint_cases', '${v.record}'::text)`],
}
