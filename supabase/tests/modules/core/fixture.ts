/** What the core's tables hold besides: messages read, absences, grants that must open nothing, a dead letter. After all modules. */
import type pg from 'pg'
import { personOf, places } from '../../people.ts'
import { orgId } from '../../proof/kit.ts'
import { fillDefinitions } from './definition-fixture.ts'
import { failedMessage } from './functions.ts'
import { fillJobs } from './jobs.ts'
import { fillOfficers } from './officer-functions.ts'
import { fillPapers } from './papers.ts'
import { savedViews } from './saved-views.ts'

const handler = 'handler.county-market'

export async function fillCore(db: pg.ClientBase): Promise<void> {
  await db.query('begin')
  await db.query(`select private.act_as('system:fixture')`)
  await db.query(`insert into storage.objects (bucket_id, name) select distinct 'attachments', a.storage_path from public.attachments as a`)
  await fillPapers(db)
  await db.query(`insert into public.work_notification_reads (officer_id, notification_id) select $1, id from public.work_notifications limit 2`, [
    personOf(handler).id,
  ])
  await db.query(`insert into public.work_follows (officer_id, item_id) select $1, id from public.work_items limit 2`, [personOf(handler).id])
  for (const { id, officerId, name, isDefault } of savedViews)
    await db.query(`insert into public.officer_views (id, officer_id, list, name, query, is_default) values ($1, $2, 'cases', $3, 'late=true', $4)`, [
      id,
      officerId,
      name,
      isDefault,
    ])
  await db.query(`insert into public.work_notification_marks (officer_id, read_until) select unnest($1::uuid[]), now()`, [
    [personOf(handler).id, personOf('lead.sibling-market').id],
  ])
  await db.query(
    `insert into public.officer_invitations (org_id, email, name, role_codes, code_hash) select o.id, 'open-' || o.id || '@test.local', '待邀', '{}', o.id::text from public.orgs as o where o.region_code in ($1, $2, $3)`,
    [places.county, places.sibling, places.otherCity],
  )
  // Grants that must open nothing: one expired, one revoked, one of another part, beside the living ones of the hand-over.
  await db.query(
    `insert into private.row_grants (kind, row_id, org_id, permission, parts, purpose, expires_at, revoked_at, granted_by)
     select 'work', i.id, $1, 'complaint.read', g.parts, 'test', g.expires_at, g.revoked_at, 'system:fixture'
     from public.work_items as i, (values ('{row}'::text[], now() - interval '1 day', null::timestamptz), ('{row}', now() + interval '1 day', now()),
       ('{facts}', now() + interval '1 day', null)) as g (parts, expires_at, revoked_at)
     where i.org_id = $2`,
    [await orgId(db, places.sibling, 'market'), await orgId(db, places.county, 'market')],
  )
  await db.query(
    `insert into private.row_grants (kind, row_id, org_id, permission, purpose, expires_at, granted_by)
     select 'other', i.id, $1, 'complaint.read', 'test', now() + interval '1 day', 'system:fixture' from public.work_items as i where i.org_id = $2`,
    [await orgId(db, places.otherCity, 'market'), await orgId(db, places.county, 'environment')],
  )
  await db.query(
    `insert into public.officer_absences (officer_id, deputy_id, org_id, starts_on, ends_on)
     select a.id, b.id, a.org_id, private.local_day(now()) - 1, private.local_day(now()) + 1
     from (values ($1::uuid, $2::uuid), ($3::uuid, $4::uuid)) as p (officer, deputy) join public.officers as a on a.id = p.officer join public.officers as b on b.id = p.deputy`,
    ['handler.county-market', 'lead.county-market', 'lead.sibling-market', 'handler.sibling-market'].map((key) => personOf(key).id),
  )
  await db.query(
    `insert into public.sites (key, name, short_name, government, root_region, tiers, modules) values ('other', '其他站点', '其他', '其他', $1, '{4}', '{}')`,
    [places.county],
  )
  await db.query(`update public.officer_role_grants set expires_at = now() - interval '1 hour' where officer_id = $1`, [
    personOf('expired-asker.county-market').id,
  ])
  await db.query(
    `insert into private.messages (id, channel, address, shown, template, expires_at, released_at, error)
     values ($1, 'email', 'failed@test.local', 'f***@test.local', 'invitation', now() + interval '1 day', now(), '消息网关没有答复')`,
    [failedMessage],
  )
  await fillJobs(db)
  await fillOfficers(db)
  await db.query(`update private.outbox_deliveries set state = 'dead' where id = (select min(id) from private.outbox_deliveries)`)
  await db.query(`insert into private.sweep_failures (item_id, error) select i.id, 'test' from public.work_items as i limit 1`)
  await db.query('commit')
  await fillDefinitions(db)
}
