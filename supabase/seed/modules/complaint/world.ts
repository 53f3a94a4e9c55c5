/**
 * The year before the demo: cases that are over, opened and moved by the engine itself, many at a time and a step a
 * transaction, then dated as the demo's own are.
 */
import type pg from 'pg'
import { randomOf } from '../../world/random.ts'
import { givenTails, surnames } from '../../world/words.ts'
import type { World } from '../../world/world.ts'
import { uuidOf } from '../../uuid-of.ts'
import { subjectsOfSite } from '../data-centre/world.ts'
import { readCalendar } from './dates.ts'
import { pastCases, type PastCase } from './past.ts'
import { putDates, type Moments } from './redate.ts'

export const order = 14

/** One statement as the system, in a transaction of its own. */
async function asSystem(db: pg.ClientBase, actor: string, sql: string, values: unknown[] = []): Promise<pg.QueryResult> {
  await db.query('begin')
  try {
    await db.query('select private.act_as($1)', [`system:${actor}`])
    const result = await db.query(sql, values)
    await db.query('commit')
    return result
  } catch (error) {
    await db.query('rollback')
    throw error
  }
}

const open = `
  with given as materialized (
    select g.*, private.coordinator_of(g.region) as desk
    from jsonb_to_recordset($1::jsonb) as g (n int, id uuid, filing uuid, type text, matter text, title text, content text, wish text, region int,
      place text, subject text, uscc text, subject_id uuid, masked text)
  ), filing as (
    insert into private.complaint_filings (id, key, code_mac, tail_mac, form_digest) select g.filing, g.filing, g.filing::text, 'past', 'past' from given as g
  ), reporter as (
    insert into public.complaint_reporters (filing_id, is_anonymous, name_masked, phone_masked) select g.filing, false, g.masked, '139****0000' from given as g
  ), secret as (
    insert into private.complaint_reporter_secrets (filing_id) select g.filing from given as g
  ), item as materialized (
    select i.* from (select g.type, jsonb_agg(jsonb_build_object('title', g.title, 'record_id', g.id, 'org_id', g.desk, 'owner_org_id', g.desk,
      'region_code', g.region) order by g.n) as rows from given as g group by g.type) as k
    cross join lateral private.work_create_many(k.type, 'file', k.rows, '投诉举报人') as i
  ), opened as (
    insert into public.complaint_cases (id, filing_id, item_id, case_no, case_type, matter_code, title, content, wish, region_code, place_text,
      subject_name, subject_uscc, subject_id, org_id, state, due_at, due_is_provisional, light)
    select g.id, g.filing, i.id, i.no, g.type::public.complaint_case_type, g.matter, g.title, g.content, g.wish, g.region, g.place,
      g.subject, g.uscc, s.id, i.org_id, i.state, i.due_at, i.due_is_provisional, i.light
    from given as g join item as i on i.record_id = g.id left join public.subjects as s on s.id = g.subject_id
    returning id, item_id, case_no
  )
  select id, item_id as item, case_no as no from opened`

/** The router need not look at what is over. */
const settle = `
  update private.outbox_deliveries as d set state = 'done', done_at = now()
  from private.outbox_events as e join public.complaint_cases as c on c.item_id::text = e.key
  where d.event_id = e.id and c.id = any ($1) and d.state <> 'done'`

/** Papers of the past are made two a second, so that whoever waits for one of today does not wait for a thousand others. */
const putOff = `
  update private.outbox_deliveries as d set available_at = now() + least(q.n * interval '0.4 second', interval '9 minutes')
  from (
    select d.id, row_number() over (order by d.id) as n
    from private.outbox_deliveries as d join private.outbox_events as e on e.id = d.event_id
    join public.papers as p on p.id::text = e.key join public.complaint_cases as c on c.item_id = p.item_id
    where d.consumer = 'render-paper' and d.state = 'pending' and c.id = any ($1)
  ) as q
  where d.id = q.id`

const move = `
  select count((private.work_apply(i, t,
    case g.action when 'route' then (select jsonb_build_object('to_org_id', w.org_id, 'note', w.reason) from private.complaint_owner(c.matter_code, c.region_code) as w)
      else g.payload end,
    g.actor, case g.action when 'route' then null else i.org_id end, g.asked)).id)
  from jsonb_to_recordset($1::jsonb) as g (item uuid, action text, payload jsonb, actor text, asked text)
  join public.work_items as i on i.id = g.item
  join public.complaint_cases as c on c.item_id = i.id
  join private.work_transitions as t on t.kind = i.kind and t.from_state = i.state and t.action = g.action`

const caseId = (seed: string, number: number) => uuidOf(`${seed}:past:${number}`)
const needAgreement = new Set(['refuse', 'not_file', 'file_case', 'answer'])

function formOf(seed: string, { number, type, grievance, subject, isLinked }: PastCase, turn: number) {
  const random = randomOf(number)
  return {
    n: turn,
    id: caseId(seed, number),
    filing: uuidOf(`${seed}:past filing:${number}`),
    type,
    matter: grievance.matter,
    title: grievance.title,
    content: grievance.content,
    wish: type === 'complaint' ? '退款并赔偿' : '',
    region: subject.regionCode,
    place: subject.address,
    subject: subject.name,
    uscc: random.chance(0.3) ? subject.uscc : null,
    subject_id: isLinked ? subject.id : null,
    masked: `${random.pick(surnames)}*`,
  }
}

/** Two who work in a body: who acts, and who agrees. */
function peopleOf({ subject }: PastCase) {
  const random = randomOf(Math.floor(subject.regionCode / 1000), subject.line.length)
  const name = () => random.pick(surnames) + random.pick(givenTails)
  return { actor: name(), agrees: name() }
}

function stepOf(one: PastCase, item: string, round: number) {
  const step = one.steps[round]
  if (!step) return []
  const { actor, agrees } = peopleOf(one)
  if (step.action === 'route') return [{ item, action: step.action, payload: {}, actor: '自动分派', asked: '' }]
  const isAgreed = needAgreement.has(step.action)
  return [{ item, action: step.action, payload: step.payload, actor: isAgreed ? agrees : actor, asked: isAgreed ? actor : '' }]
}

const momentsOf = (one: PastCase, caseNo: string): Moments => ({
  caseNo,
  filedAt: one.filedAt,
  // The filing is the first event.
  steps: Object.fromEntries(one.steps.flatMap(({ at }, i) => (at ? [[i + 2, at]] : []))),
  dueIn: {},
  ratedAt: one.rating?.at ?? null,
})

export async function loadWorld({ db, site, seed, scale }: World): Promise<void> {
  const isThere = await db.query('select from public.complaint_cases where id = $1', [caseId(seed, 0)])
  if (isThere.rowCount) return
  const make = subjectsOfSite(seed, site)
  const all = [...pastCases(seed, await readCalendar(db), make, Math.round(24_000 * scale), Math.round(600 * scale))]
  // In the order of their days, so that numbers grow with them.
  const cases = all.toSorted((a, b) => Date.parse(a.filedAt) - Date.parse(b.filedAt))
  const { rows } = await asSystem(db, 'filing', open, [JSON.stringify(cases.map((one, turn) => formOf(seed, one, turn)))])
  const opened = new Map((rows as { id: string; item: string; no: string }[]).map((row) => [row.id, row]))
  const known = cases.flatMap((one) => {
    const row = opened.get(caseId(seed, one.number))
    return row ? [{ one, row }] : []
  })
  for (let round = 0; round < 6; round += 1) {
    const steps = known.flatMap(({ one, row }) => stepOf(one, row.item, round))
    if (steps.length > 0) await asSystem(db, round === 0 ? 'route-complaint' : 'seed', move, [JSON.stringify(steps)])
  }
  await asSystem(
    db,
    'citizen',
    `insert into public.complaint_ratings (case_id, level) select g.id, g.level from jsonb_to_recordset($1::jsonb) as g (id uuid, level smallint)
     join public.complaint_cases as c on c.id = g.id where not c.is_open`,
    [JSON.stringify(known.flatMap(({ one, row }) => (one.rating ? [{ id: row.id, level: one.rating.level }] : [])))],
  )
  await asSystem(db, 'seed', settle, [[...opened.keys()]])
  await asSystem(db, 'seed', putOff, [[...opened.keys()]])
  await putDates(
    db,
    known.map(({ one, row }) => momentsOf(one, row.no)),
    { isSilent: true },
  )
  await db.query('analyze public.work_items, public.work_events, public.work_terms, public.complaint_cases')
}
