/** Rows of every kind, at several bodies: an isolation test over an empty table proves nothing. */
import type pg from 'pg'
import { payloadFor } from './flow-model.ts'
import { fileCase } from './filing.ts'
import { personOf, places } from './people.ts'
import { savedViews } from './saved-views.ts'

export async function orgId(db: pg.ClientBase, region: number, line: string): Promise<string> {
  const { rows } = await db.query<{ id: string }>('select id from public.orgs where region_code = $1 and line_code = $2', [region, line])
  return rows[0]?.id as string
}

/** One statement as a person. */
export async function callAs(db: pg.ClientBase, person: string, sql: string, params: unknown[] = []): Promise<void> {
  await db.query('begin')
  await db.query(`select set_config('request.jwt.claims', $1, true)`, [JSON.stringify({ sub: personOf(person).id })])
  await db.query(sql, params)
  await db.query('commit')
}

/** Takes an action as a person, by the same function that the API calls; what needs a second person gets one of the same body. */
export async function actAs(
  db: pg.ClientBase,
  who: string,
  itemId: string,
  action: string,
  payload: Record<string, unknown>,
  isAgreed = true,
): Promise<void> {
  const as = (person: string, sql: string, params: unknown[]) => callAs(db, person, sql, params)
  await as(who, `select private.work_act($1, $2, $3, (select version from public.work_items where id = $1), gen_random_uuid())`, [
    itemId,
    action,
    JSON.stringify(payload),
  ])
  if (!isAgreed) return
  const { rows } = await db.query<{ id: string }>('select id from public.work_approvals where item_id = $1 and outcome is null', [itemId])
  if (rows[0]) await as(`reviewer.${who.split('.')[1]}`, `select private.work_decide($1, true, '')`, [rows[0].id])
}

async function walk(db: pg.ClientBase, itemId: string, kind: string, steps: [who: string, action: string][], toOrg: string): Promise<void> {
  for (const [who, action] of steps) await actAs(db, who, itemId, action, payloadFor(kind, action, toOrg))
}

const handler = 'handler.county-market'

export async function enrich(db: pg.ClientBase): Promise<void> {
  const environment = await orgId(db, places.county, 'environment')
  const file = async (name: string, type: 'complaint' | 'tip', region: number = places.county) =>
    (await fileCase(db, { name, types: [type], matter: 'food', region, dispatchTo: 'market' }))[0]?.item_id as string

  await walk(
    db,
    await file('extended', 'tip'),
    'tip',
    [
      [handler, 'receive'],
      [handler, 'extend'],
    ],
    environment,
  )
  // What waits for a second person: asked by one who cannot grant, and by one who could, but not to themselves.
  for (const who of [handler, 'lead.county-market']) {
    const asked = await file(`asked ${who}`, 'tip')
    await walk(db, asked, 'tip', [[who, 'receive']], environment)
    await actAs(db, who, asked, 'file_case', { note: '现场属实' }, false)
  }
  await walk(
    db,
    await file('answered', 'complaint'),
    'complaint',
    [
      [handler, 'receive'],
      [handler, 'accept'],
      [handler, 'conclude'],
      [handler, 'answer'],
    ],
    environment,
  )
  await walk(
    db,
    await file('handed-over', 'complaint'),
    'complaint',
    [
      [handler, 'receive'],
      [handler, 'hand_over'],
    ],
    environment,
  )
  await walk(db, await file('returned', 'tip'), 'tip', [[handler, 'give_back']], environment)
  await walk(
    db,
    await file('paused', 'complaint'),
    'complaint',
    [
      [handler, 'receive'],
      [handler, 'request_material'],
    ],
    environment,
  )
  await walk(
    db,
    await file('pressed', 'tip', places.sibling),
    'tip',
    [
      ['coordinator.city-coordination', 'urge'],
      ['coordinator.city-coordination', 'supervise'],
    ],
    environment,
  )

  await db.query(
    `select public.citizen_act('code:answered', 'tail:answered', (select case_no from public.complaint_cases c join private.complaint_filings f on f.id = c.filing_id where f.code_mac = 'code:answered'), 'rate', '{"level": 4}')`,
  )
  await db.query(
    `select public.citizen_act('code:paused', 'tail:paused', (select case_no from public.complaint_cases c join private.complaint_filings f on f.id = c.filing_id where f.code_mac = 'code:paused'), 'supply_material', '{"text": "小票照片"}')`,
  )

  await db.query('begin')
  await db.query(`select private.act_as('system:fixture')`)
  await db.query(
    `select private.add_attachments('complaint_case', array[c.id], jsonb_build_array(jsonb_build_object('name', '照片.jpg', 'mime', 'image/jpeg', 'bytes', 100,
       'sha256', encode(sha256(c.id::text::bytea), 'hex'), 'width', 10, 'height', 10))) from public.complaint_cases as c`,
  )
  // One object that belongs to two cases of different bodies.
  await db.query(
    `select private.add_attachments('complaint_case', (select array_agg(w.id) from (select distinct on (c.org_id) c.id from public.complaint_cases as c order by c.org_id, c.id limit 2) as w),
       jsonb_build_array(jsonb_build_object('name', '照片.jpg', 'mime', 'image/jpeg', 'bytes', 100, 'sha256', repeat('a', 64), 'width', 10, 'height', 10)))`,
  )
  await db.query(`insert into storage.objects (bucket_id, name) select distinct 'attachments', a.storage_path from public.attachments as a`)
  await db.query(
    `insert into public.complaint_routes (case_id, org_id, rank, score, reasons, is_chosen) select c.id, c.org_id, 1, 75, '{属地管理}', true from public.complaint_cases as c`,
  )
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
  // One of another kind of record, and one that lives: a body elsewhere that has nothing else to do with the case.
  await db.query(
    `insert into private.row_grants (kind, row_id, org_id, permission, purpose, expires_at, granted_by)
     select 'work', c.item_id, $1, 'complaint.read', 'test', now() + interval '1 day', 'system:fixture' from public.complaint_cases as c where c.title = '测试件 answered'`,
    [await orgId(db, places.otherCity, 'market')],
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
  await db.query(`update private.outbox_deliveries set state = 'dead' where id = (select min(id) from private.outbox_deliveries)`)
  await db.query(`insert into private.sweep_failures (item_id, error) select i.id, 'test' from public.work_items as i limit 1`)
  await db.query('commit')
}
