/** Cases at several bodies, in every state that something tells apart. */
import type pg from 'pg'
import { personOf, places } from '../../people.ts'
import { actAs, callAs, orgId, walk } from '../../proof/kit.ts'
import { fileCase } from './filing.ts'
import { complaintFlow } from './flow.ts'

const complaint = complaintFlow('complaint')
const tip = complaintFlow('tip')
const handler = 'handler.county-market'

async function fileAll(db: pg.ClientBase): Promise<void> {
  await fileCase(db, { name: 'county-market-complaint', types: ['complaint'], matter: 'food', region: places.town, dispatchTo: 'market' })
  await fileCase(db, { name: 'county-market-tip', types: ['tip'], matter: 'food', region: places.county, dispatchTo: 'market' })
  await fileCase(db, { name: 'county-environment', types: ['tip'], matter: 'pollution', region: places.county, dispatchTo: 'environment' })
  await fileCase(db, { name: 'county-desk', types: ['complaint', 'tip'], matter: 'other', region: places.county })
  await fileCase(db, { name: 'sibling-market', types: ['complaint'], matter: 'goods', region: places.sibling, dispatchTo: 'market' })
  await fileCase(db, { name: 'city-desk', types: ['complaint'], matter: 'goods', region: places.city })
  await fileCase(db, { name: 'othercity-market', types: ['complaint'], matter: 'goods', region: places.otherCounty, dispatchTo: 'market' })
}

async function handleSome(db: pg.ClientBase): Promise<void> {
  const environment = await orgId(db, places.county, 'environment')
  const file = async (name: string, type: 'complaint' | 'tip', region: number = places.county) =>
    (await fileCase(db, { name, types: [type], matter: 'food', region, dispatchTo: 'market' }))[0]?.item_id as string

  await walk(
    db,
    await file('extended', 'tip'),
    tip,
    [
      [handler, 'receive'],
      [handler, 'extend'],
    ],
    environment,
  )
  // What waits for a second person: asked by one who cannot grant, and by one who could, but not to themselves.
  for (const who of [handler, 'lead.county-market', 'expired-asker.county-market']) {
    const asked = await file(`asked ${who}`, 'tip')
    await walk(db, asked, tip, [[who, 'receive']])
    await actAs(db, who, asked, 'file_case', { note: '现场属实' }, false)
  }
  await walk(
    db,
    await file('answered', 'complaint'),
    complaint,
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
    complaint,
    [
      [handler, 'receive'],
      [handler, 'hand_over'],
    ],
    environment,
  )
  await walk(db, await file('returned', 'tip'), tip, [[handler, 'give_back']], environment)
  await walk(
    db,
    await file('paused', 'complaint'),
    complaint,
    [
      [handler, 'receive'],
      [handler, 'request_material'],
    ],
    environment,
  )
  await walk(
    db,
    await file('pressed', 'tip', places.sibling),
    tip,
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
}

/** What only a case has: photos, reasons of its route, a case lent to a body elsewhere that has nothing else to do with it. */
async function attach(db: pg.ClientBase): Promise<void> {
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
  await db.query(
    `insert into public.complaint_routes (case_id, org_id, rank, score, reasons, is_chosen) select c.id, c.org_id, 1, 75, '{属地管理}', true from public.complaint_cases as c`,
  )
  await db.query(
    `insert into private.row_grants (kind, row_id, org_id, permission, purpose, expires_at, granted_by)
     select 'work', c.item_id, $1, 'complaint.read', 'test', now() + interval '1 day', 'system:fixture' from public.complaint_cases as c where c.title = '测试件 answered'`,
    [await orgId(db, places.otherCity, 'market')],
  )
  await db.query('commit')
}

const caseOf = (name: string) => `(select id from public.complaint_cases where title = '测试件 ${name}')`

/** Who filed: seen by the 承办人 of an open case; asked for of a closed one: refused and asked again, and granted. */
async function askAndSee(db: pg.ClientBase): Promise<void> {
  await callAs(db, handler, `select private.reveal_reporter(${caseOf('extended')}, '电话核实情况')`)
  const ask = (who: string) => callAs(db, who, `select private.ask_reveal(${caseOf('answered')}, '上级督查需要回访')`)
  const decide = (who: string, isGranted: boolean) =>
    callAs(
      db,
      'reviewer.county-market',
      `select private.decide_reveal((select id from private.complaint_reveal_asks where asked_by = $1 and is_granted is null), $2, '与督查无关')`,
      [personOf(who).id, isGranted],
    )
  await ask(handler)
  await decide(handler, false)
  await ask(handler)
  await ask('lead.county-market')
  await decide('lead.county-market', true)
}

/** One case is about a registered subject; another of the same name is of nobody that was found. */
async function link(db: pg.ClientBase): Promise<void> {
  const subject = (name: string) => `(select id from public.subjects where name = '${name}')`
  await callAs(db, handler, `select private.complaint_link_subject(${caseOf('county-market-complaint')}, ${subject('庐阳区鼎香小吃店')})`)
  await callAs(db, handler, `select private.complaint_link_subject(${caseOf('extended')}, ${subject('合肥鼎香餐饮管理有限公司')})`)
}

export async function fillComplaint(db: pg.ClientBase): Promise<void> {
  await fileAll(db)
  await handleSome(db)
  await attach(db)
  await askAndSee(db)
  await link(db)
}
