/**
 * The days of the demo: when each case is to have been filed and each step taken, and the one transaction that
 * puts those times where the real functions wrote "now". Terms, numbers and lights are worked out anew from them.
 */
import type pg from 'pg'
import { uuidOf } from './uuid-of.ts'

/** What happened to a case, and when it is to have happened. */
export interface Moments {
  caseNo: string
  /** The minute of filing; the automatic steps keep their distance from it. */
  filedAt: string
  /** By the number of the event. */
  steps: Record<number, string>
  ratedAt: string | null
}

const dayMs = 86_400_000
const dayAfter = (day: string, days: number) => new Date(Date.parse(day) + days * dayMs).toISOString().slice(0, 10)
/** The same number below `below` for the same name, so that the demo looks the same on every first start. */
const drawn = (name: string, below: number) => Number.parseInt(uuidOf(name).slice(0, 8), 16) % below

const instant = (day: string, seconds: number) =>
  `${day}T${[seconds / 3600, (seconds / 60) % 60, seconds % 60].map((part) => String(Math.floor(part)).padStart(2, '0')).join(':')}+08:00`

/** Today in Asia/Shanghai and the working days before it, the last one first: `before[0]` is the last one over. */
export interface Calendar {
  today: string
  before: string[]
}

export async function readCalendar(db: pg.ClientBase): Promise<Calendar> {
  const { rows } = await db.query<{ today: string; before: string[] }>(
    `select private.local_day(now())::text as today, array(
       select d::date::text from generate_series(private.local_day(now()) - 120, private.local_day(now()) - 1, interval '1 day') as d
       where private.is_workday(d::date) order by d desc) as before`,
  )
  return rows[0] as Calendar
}

/** A citizen writes on any day up to the next working day, from half past seven in the morning to half past ten at night. */
export function filingTime({ today, before }: Calendar, age: number, name: string): string {
  const day = before[age - 1] as string
  const next = before[age - 2] ?? today
  const free = Math.round((Date.parse(next) - Date.parse(day)) / dayMs)
  return instant(dayAfter(day, drawn(`${name}:day`, free)), 27_000 + drawn(`${name}:time`, 54_000))
}

/** An officer works from nine to half past five; a citizen answers after work. Null = not over yet, so it has not happened. */
export function stepTime({ before }: Calendar, ago: number, name: string, isCitizen: boolean): string | null {
  const day = before[ago - 1]
  if (!day) return null
  return instant(day, isCitizen ? 64_800 + drawn(name, 12_000) : 32_460 + drawn(name, 30_000))
}

/**
 * The guards that are off while the dates are put: they keep whoever works with a case from dating it otherwise than
 * now, which is just what a demo must do. Only here, in one transaction, before anybody has signed in; nothing outside the seed may.
 * The audit triggers stay on, so the log says that system:seed moved the dates.
 */
const guards = [
  ['public.work_items', 'tg_10_stamp'],
  ['public.complaint_cases', 'tg_10_stamp'],
  ['public.attachments', 'tg_10_stamp'],
  ['public.work_events', 'tg_00_append_only'],
] as const

/** For each event when it was written and when it is to have happened; what another table wrote follows the event of its transaction. */
const prepare = `
create temp table demo_cases (item_id uuid primary key, case_id uuid, old_no text, no text, filed_at timestamptz, rated_at timestamptz) on commit drop;
create temp table demo_moments (item_id uuid, seq int, was timestamptz, at timestamptz, primary key (item_id, seq)) on commit drop;
-- Rows that carry the start of the transaction (now()) come before its event, rows with clock_timestamp() after it.
create function pg_temp.moment(p_item uuid, p_was timestamptz) returns timestamptz language sql stable as
$$ select m.at from demo_moments as m where m.item_id = p_item and m.was >= p_was order by m.was limit 1 $$;
create function pg_temp.moment_before(p_item uuid, p_was timestamptz) returns timestamptz language sql stable as
$$ select m.at from demo_moments as m where m.item_id = p_item and m.was <= p_was order by m.was desc limit 1 $$`

const fill = [
  `insert into demo_cases
   select i.id, i.subject_id, i.no, regexp_replace(i.no, '\\d{8}(?=\\d{6}$)', to_char(private.local_day(g."filedAt"), 'YYYYMMDD')), g."filedAt", g."ratedAt"
   from jsonb_to_recordset($1::jsonb) as g ("caseNo" text, "filedAt" timestamptz, "ratedAt" timestamptz)
   join public.work_items as i on i.no = g."caseNo"`,
  `insert into demo_moments
   select e.item_id, e.seq, e.created_at, coalesce((g.steps ->> e.seq::text)::timestamptz, g."filedAt" + (e.created_at - min(e.created_at) over (partition by e.item_id)))
   from jsonb_to_recordset($1::jsonb) as g ("caseNo" text, "filedAt" timestamptz, steps jsonb)
   join public.work_items as i on i.no = g."caseNo"
   join public.work_events as e on e.item_id = i.id`,
]

/** In the order in which one needs the other: terms before items, since the mirror of an item reads them. */
const redate = `
update public.work_suspensions as s
set started_on = private.local_day(pg_temp.moment(s.item_id, s.created_at)), created_at = pg_temp.moment(s.item_id, s.created_at),
  ended_on = case when s.ended_on is not null then (
    select private.local_day(m.at) from public.work_events as e
    join public.work_items as i on i.id = e.item_id
    join private.work_transitions as t on t.kind = i.kind and t.from_state = e.from_state and t.action = e.action and t.effect = 'resume'
    join demo_moments as m on m.item_id = e.item_id and m.seq = e.seq
    where e.item_id = s.item_id and m.was > s.created_at order by e.seq limit 1) end
from demo_cases as d where d.item_id = s.item_id;

update public.work_terms as t
set started_on = private.local_day(pg_temp.moment(t.item_id, t.created_at)), created_at = pg_temp.moment(t.item_id, t.created_at),
  finished_at = pg_temp.moment(t.item_id, t.finished_at)
from demo_cases as d where d.item_id = t.item_id;
update public.work_terms as t set rule_id = r.id, label = r.label
from public.deadline_rules as r, demo_cases as d
where d.item_id = t.item_id and r.key = t.key and t.started_on >= r.effective_from and t.started_on <= coalesce(r.effective_to, t.started_on) and r.id <> t.rule_id;
-- Open terms are refreshed by the engine below; it leaves finished ones alone, so their end is worked out here by the same rule.
update public.work_terms as t
set due_on = n.due_on, due_at = private.end_of_day(n.due_on), is_provisional = n.is_provisional,
  state = case when t.finished_at > private.end_of_day(n.due_on) then 'late' when t.state = 'late' then 'met' else t.state end
from (
  select o.id, e.due_on, e.is_provisional
  from public.work_terms as o
  join demo_cases as d on d.item_id = o.item_id
  join public.deadline_rules as r on r.id = o.rule_id
  cross join lateral (
    select coalesce(array_agg(daterange(s.started_on + 1, s.ended_on, '[]')) filter (where s.ended_on > s.started_on), '{}') as pauses
    from public.work_suspensions as s
    where s.item_id = o.item_id and s.ended_on > o.started_on and s.created_at < o.finished_at) as p
  cross join lateral private.term_end(o.started_on, r.amount + o.extra_amount, r.unit, p.pauses) as e
  where o.finished_at is not null) as n
where n.id = t.id;

update public.complaint_cases as c
set case_no = d.no, filed_at = d.filed_at, created_at = d.filed_at, updated_at = (select max(m.at) from demo_moments as m where m.item_id = d.item_id)
from demo_cases as d where d.case_id = c.id;
update private.complaint_filings as f set filed_at = c.filed_at from public.complaint_cases as c, demo_cases as d where d.case_id = c.id and c.filing_id = f.id;
update public.complaint_reporters as r set created_at = c.filed_at from public.complaint_cases as c, demo_cases as d where d.case_id = c.id and c.filing_id = r.filing_id;
update public.complaint_routes as r set created_at = d.filed_at from demo_cases as d where d.case_id = r.case_id;
update public.complaint_answers as a set created_at = pg_temp.moment(d.item_id, a.created_at) from demo_cases as d where d.case_id = a.case_id;
update public.complaint_materials as a set created_at = pg_temp.moment(d.item_id, a.created_at) from demo_cases as d where d.case_id = a.case_id;
update public.complaint_ratings as a set created_at = d.rated_at from demo_cases as d where d.case_id = a.case_id;
update public.attachments as a set created_at = d.filed_at, updated_at = d.filed_at from demo_cases as d where d.case_id = a.owner_id;
update private.row_grants as g
set created_at = pg_temp.moment(d.item_id, g.created_at), expires_at = g.expires_at - (g.created_at - pg_temp.moment(d.item_id, g.created_at))
from demo_cases as d where g.row_id in (d.item_id, d.case_id);
update public.work_notifications as n
set created_at = pg_temp.moment_before(n.item_id, n.created_at), body = replace(n.body, d.old_no, d.no)
from demo_cases as d where d.item_id = n.item_id;
update private.outbox_events as o set payload = jsonb_set(o.payload, '{no}', to_jsonb(d.no)) from demo_cases as d where o.key = d.item_id::text;
update private.realtime_events as o set payload = jsonb_set(o.payload, '{no}', to_jsonb(d.no)) from demo_cases as d where o.payload ->> 'item_id' = d.item_id::text;

-- A closed item keeps the light it had when it was closed: that of the term that was to end first.
update public.work_items as i
set no = d.no, created_at = d.filed_at, closed_at = pg_temp.moment(i.id, i.closed_at),
  updated_at = (select max(m.at) from demo_moments as m where m.item_id = i.id),
  light = coalesce((
    select l.light from public.work_terms as t
    cross join lateral private.light_of(t.started_on, t.due_on, t.due_at, t.finished_at) as l
    where t.item_id = i.id and t.finished_at = pg_temp.moment(i.id, i.closed_at) order by t.due_at limit 1), i.light)
from demo_cases as d where d.item_id = i.id;
update public.work_events as e set created_at = m.at from demo_moments as m where m.item_id = e.item_id and m.seq = e.seq;
select private.work_refresh(d.item_id) from demo_cases as d;
drop function pg_temp.moment, pg_temp.moment_before`

export async function putDates(db: pg.ClientBase, cases: Moments[]): Promise<void> {
  await db.query('begin')
  try {
    await db.query(`select private.act_as('system:seed')`)
    for (const [table, trigger] of guards) await db.query(`alter table ${table} disable trigger ${trigger}`)
    await db.query(prepare)
    for (const insert of fill) await db.query(insert, [JSON.stringify(cases)])
    await db.query(redate)
    for (const [table, trigger] of guards) await db.query(`alter table ${table} enable trigger ${trigger}`)
    await db.query('commit')
  } catch (error) {
    await db.query('rollback')
    throw error
  }
}
