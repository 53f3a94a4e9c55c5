/**
 * The one transaction that puts the days of the demo where the real functions wrote "now". Terms, numbers, lights,
 * lateness and reminders are worked out anew from them, by the engine's own functions.
 */
import type pg from 'pg'

/** What happened to a case, and when it is to have happened. */
export interface Moments {
  caseNo: string
  /** The minute of filing; the automatic steps keep their distance from it. */
  filedAt: string
  /** By the number of the event. */
  steps: Record<number, string>
  /** Working days that a 督办 leaves, by the number of the event. */
  dueIn: Record<number, number>
  ratedAt: string | null
}

/**
 * The guards that are off while the dates are put: they keep whoever works with a case from dating it otherwise than
 * now, which is just what a demo must do. Only here, in one transaction, before anybody has signed in; nothing outside the seed may.
 * The audit triggers stay on, so the log says that system:seed moved the dates.
 */
const guards = [
  ['public.officers', 'tg_10_stamp'],
  ['public.work_items', 'tg_10_stamp'],
  ['public.complaint_cases', 'tg_10_stamp'],
  ['public.attachments', 'tg_10_stamp'],
  ['public.work_events', 'tg_00_append_only'],
] as const

/** For each event when it was written, when it is to have happened, and who held the item after it; what another table wrote follows the event of its transaction. */
const prepare = `
create temp table demo_cases (item_id uuid primary key, case_id uuid, old_no text, no text, filed_at timestamptz, rated_at timestamptz) on commit drop;
create temp table demo_moments (item_id uuid, seq int, action text, was timestamptz, at timestamptz, due_on date, org_id uuid, has_passed boolean, primary key (item_id, seq)) on commit drop;
-- Rows that carry the start of the transaction (now()) come before its event, rows with clock_timestamp() after it.
create function pg_temp.moment(p_item uuid, p_was timestamptz) returns timestamptz language sql stable as
$$ select m.at from demo_moments as m where m.item_id = p_item and m.was >= p_was order by m.was limit 1 $$;
create function pg_temp.moment_before(p_item uuid, p_was timestamptz) returns timestamptz language sql stable as
$$ select m.at from demo_moments as m where m.item_id = p_item and m.was <= p_was order by m.was desc limit 1 $$;
create function pg_temp.holder(p_item uuid, p_at timestamptz) returns uuid language sql stable as
$$ select m.org_id from demo_moments as m where m.item_id = p_item and m.at <= p_at order by m.seq desc limit 1 $$`

const fill = [
  `insert into demo_cases
   select i.id, i.record_id, i.no, regexp_replace(i.no, '\\d{8}(?=\\d{6}$)', to_char(private.local_day(g."filedAt"), 'YYYYMMDD')), g."filedAt", g."ratedAt"
   from jsonb_to_recordset($1::jsonb) as g ("caseNo" text, "filedAt" timestamptz, "ratedAt" timestamptz)
   join public.work_items as i on i.no = g."caseNo"`,
  `insert into demo_moments
   select e.item_id, e.seq, e.action, e.created_at, n.at,
     private.nth_workday(private.local_day(n.at), (g."dueIn" ->> e.seq::text)::int), null, p.org_id is not null
   from jsonb_to_recordset($1::jsonb) as g ("caseNo" text, "filedAt" timestamptz, steps jsonb, "dueIn" jsonb)
   join public.work_items as i on i.no = g."caseNo"
   join (select *, created_at - min(created_at) over (partition by item_id) as since from public.work_events) as e on e.item_id = i.id
   cross join lateral (select coalesce((g.steps ->> e.seq::text)::timestamptz, g."filedAt" + e.since) as at) as n
   left join private.work_transitions as t on t.kind = i.kind and t.from_state = coalesce(e.from_state, '') and t.action = e.action
   cross join lateral (select case when 'hand_over' = any (t.effects) then (e.payload ->> 'to_org_id')::uuid
     when 'give_back' = any (t.effects) then private.coordinator_of(i.region_code) end as org_id) as p`,
  `update demo_moments as m set org_id = h.org_id
   from (select e.item_id, e.seq, coalesce((
       select case when 'hand_over' = any (t.effects) then (x.payload ->> 'to_org_id')::uuid else private.coordinator_of(i.region_code) end
       from public.work_events as x join private.work_transitions as t on t.kind = i.kind and t.from_state = x.from_state and t.action = x.action
       where x.item_id = e.item_id and x.seq <= e.seq and t.effects && '{hand_over,give_back}' order by x.seq desc limit 1), i.owner_org_id) as org_id
     from public.work_events as e join public.work_items as i on i.id = e.item_id where $1::jsonb is not null) as h
   where h.item_id = m.item_id and h.seq = m.seq`,
]

/** In the order in which one needs the other: terms before items, since the mirror of an item reads them. */
const terms = `
update public.work_suspensions as s
set started_on = private.local_day(n.at), started_at = n.at, created_at = n.at, ended_on = private.local_day(n.until), ended_at = n.until
from (select o.id, pg_temp.moment(o.item_id, o.created_at) as at, pg_temp.moment(o.item_id, o.ended_at) as until
  from public.work_suspensions as o join demo_cases as d on d.item_id = o.item_id) as n
where n.id = s.id;
update public.work_extensions as x set created_at = pg_temp.moment(x.item_id, x.created_at) from demo_cases as d where d.item_id = x.item_id;

update public.work_terms as t
set started_on = private.local_day(n.at), started_at = n.at, created_at = n.at, finished_at = pg_temp.moment(t.item_id, t.finished_at),
  fixed_due_on = case when t.fixed_due_on is not null then (select m.due_on from demo_moments as m where m.item_id = t.item_id and m.at = n.at and m.due_on is not null) end
from (select o.id, pg_temp.moment(o.item_id, o.created_at) as at from public.work_terms as o join demo_cases as d on d.item_id = o.item_id) as n
where n.id = t.id;
update public.work_terms as t set rule_id = r.id, label = r.label, is_charged = r.is_charged
from public.deadline_rules as r, demo_cases as d
where d.item_id = t.item_id and r.key = t.key and t.started_on >= r.effective_from and t.started_on <= coalesce(r.effective_to, t.started_on) and r.id <> t.rule_id;
-- The engine brings open terms up to date and leaves finished ones alone; their end comes from the same function. One that ended in a pause has none.
select private.terms_refresh(d.item_id) from demo_cases as d;
update public.work_terms as t
set due_on = (n.term).due_on, due_at = (n.term).due_at, warn_at = (n.term).warn_at, red_at = (n.term).red_at, is_provisional = (n.term).is_provisional,
  state = case when t.finished_at > (n.term).due_at then 'late' else t.state end
from (
  select o.id, private.term_timing(o, r, p.pauses) as term
  from public.work_terms as o
  join demo_cases as d on d.item_id = o.item_id
  join public.deadline_rules as r on r.id = o.rule_id
  cross join lateral (
    select coalesce(array_agg(s), '{}') as pauses from public.work_suspensions as s
    where s.item_id = o.item_id and (s.term_key is null or s.term_key = o.key) and s.ended_on >= o.started_on and s.started_at < o.finished_at) as p
  where o.finished_at is not null and o.due_at is not null) as n
where n.id = t.id;
-- Charged to the body that held it when it ran out, as soon as it is passed on or ends after that.
update public.work_terms as t set late_org_id = case when t.is_charged and exists (
    select from demo_moments as m
    where m.item_id = t.item_id and m.at > t.due_at and (m.at = t.finished_at or m.has_passed and m.at < coalesce(t.finished_at, 'infinity')))
  then pg_temp.holder(t.item_id, t.due_at) end
from demo_cases as d where d.item_id = t.item_id`

const records = `
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
update public.work_links as k set created_at = d.filed_at from demo_cases as d where d.item_id = k.from_item_id;
update private.row_grants as g
set created_at = pg_temp.moment(d.item_id, g.created_at), expires_at = g.expires_at - (g.created_at - pg_temp.moment(d.item_id, g.created_at))
from demo_cases as d where g.kind = 'work' and g.row_id = d.item_id;
update public.work_approvals as a
set asked_at = pg_temp.moment(a.item_id, a.asked_at),
  decided_at = case a.outcome when 'withdrawn' then pg_temp.moment_before(a.item_id, a.decided_at) else pg_temp.moment(a.item_id, a.decided_at) end
from demo_cases as d where d.item_id = a.item_id;
update public.work_notifications as n
set created_at = case n.code when 'dissatisfied' then d.rated_at else pg_temp.moment_before(n.item_id, n.created_at) end, body = replace(n.body, d.old_no, d.no)
from demo_cases as d where d.item_id = n.item_id;
-- Before anything is rendered: what a paper says of days and of its case.
update public.papers as p
set issued_at = m.at, "values" = p."values" || jsonb_build_object('case_no', d.no, 'date', private.chinese_date(private.local_day(m.at)),
    'filed_on', private.chinese_date(private.local_day(d.filed_at)))
  || coalesce((select jsonb_build_object('due_on', private.chinese_date(t.due_on)) from public.work_terms as t
    where t.item_id = p.item_id and t.due_on is not null and (m.action = 'request_material' and t.key like '%.supply' and t.started_at = m.at or m.action = 'extend' and t.key = 'tip.decide')
    order by t.id desc limit 1), '{}')
from demo_cases as d, demo_moments as m where d.item_id = p.item_id and m.item_id = p.item_id and m.seq = p.event_seq and p.state = 'waiting';
update private.outbox_events as o set payload = jsonb_set(o.payload, '{no}', to_jsonb(d.no)) from demo_cases as d where o.key = d.item_id::text;

-- A closed item keeps the light it had when it was closed: that of the term that was to end first.
update public.work_items as i
set no = d.no, created_at = d.filed_at, closed_at = n.closed_at,
  updated_at = (select max(m.at) from demo_moments as m where m.item_id = d.item_id),
  light = case when i.is_open then i.light else coalesce((
    select l.light from public.work_terms as t cross join lateral private.light_at(t.warn_at, t.due_at, t.red_at, n.closed_at) as l
    where t.item_id = i.id and t.key not like 'work.%' and t.finished_at = n.closed_at and t.due_at is not null order by t.due_at limit 1), 'green') end
from demo_cases as d
cross join lateral (select pg_temp.moment(w.id, w.closed_at) as closed_at from public.work_items as w where w.id = d.item_id) as n
where d.item_id = i.id;
update public.work_events as e
set created_at = m.at, payload = case when m.due_on is null then e.payload else e.payload || jsonb_build_object('due_on', m.due_on) end
from demo_moments as m where m.item_id = e.item_id and m.seq = e.seq;
select private.work_refresh(d.item_id) from demo_cases as d`

/** What the sweep would have told at each change of a light, by the ladder of the flow; then all messages anew in the order of their time, which is the order of lists. */
const messages = `
do $do$
declare
  one record;
  item public.work_items;
  last_id bigint;
begin
  for one in
    select t.item_id, c.light, c.at
    from public.work_terms as t
    join demo_cases as d on d.item_id = t.item_id
    cross join lateral (values
      ('yellow', t.warn_at, t.warn_at < t.due_at), ('orange', t.due_at, not t.has_move and t.due_at < t.red_at), ('red', t.red_at, not t.has_move)) as c (light, at, is_told)
    where t.key not like 'work.%' and c.is_told and c.at > t.started_at and c.at < least(now(), t.finished_at)
      -- Only the term that governs, and not in a pause.
      and not exists (select from public.work_terms as o where o.item_id = t.item_id and o.id <> t.id and o.key not like 'work.%'
        and o.started_at < c.at and c.at < coalesce(o.finished_at, 'infinity') and (o.due_at, o.id) < (t.due_at, t.id)
        and not exists (select from public.work_suspensions as s where s.item_id = o.item_id and s.term_key = o.key and s.started_at < c.at and c.at < coalesce(s.ended_at, 'infinity')))
      and not exists (select from public.work_suspensions as s where s.item_id = t.item_id and s.term_key = t.key and s.started_at < c.at and c.at < coalesce(s.ended_at, 'infinity'))
  loop
    select * into item from public.work_items as i where i.id = one.item_id;
    item.light := one.light;
    item.org_id := pg_temp.holder(item.id, one.at);
    -- The 承办人 of then: whoever was appointed last, else whoever of that body signed for it.
    item.handler_id := (
      select case e.action when 'assign' then (e.payload ->> 'officer_id')::uuid else f.id end
      from public.work_events as e join public.officers as f on f.id::text = e.actor
      where e.item_id = item.id and f.org_id = item.org_id and e.created_at < one.at and e.action in ('receive', 'assign')
      order by e.action = 'assign' desc, e.seq desc limit 1);
    select coalesce(max(n.id), 0) into last_id from public.work_notifications as n;
    perform private.work_escalate(array[item]);
    update public.work_notifications as n set created_at = one.at where n.id > last_id;
  end loop;
end $do$;
create temp table demo_messages on commit drop as select * from public.work_notifications;
delete from public.work_notifications;
insert into public.work_notifications (org_id, officer_id, permission, item_id, kind, code, body, created_at)
select org_id, officer_id, permission, item_id, kind, code, body, created_at from demo_messages order by created_at, id;

-- Whoever acted weeks ago was there.
update public.officers as f set created_at = f.created_at - interval '200 days', updated_at = f.updated_at - interval '200 days';
update public.officer_role_grants as g set granted_at = g.granted_at - interval '200 days';
drop function pg_temp.moment, pg_temp.moment_before, pg_temp.holder`

/** Of what is long over nobody has an unread message. */
const silence = `
delete from public.work_notifications as n using demo_cases as d where d.item_id = n.item_id;
drop function pg_temp.moment, pg_temp.moment_before, pg_temp.holder`

export async function putDates(db: pg.ClientBase, cases: Moments[], { isSilent = false } = {}): Promise<void> {
  await db.query('begin')
  try {
    await db.query(`select private.act_as('system:seed')`)
    for (const [table, trigger] of guards) await db.query(`alter table ${table} disable trigger ${trigger}`)
    await db.query(prepare)
    for (const insert of fill) await db.query(insert, [JSON.stringify(cases)])
    for (const part of [terms, records, isSilent ? silence : messages]) await db.query(part)
    for (const [table, trigger] of guards) await db.query(`alter table ${table} enable trigger ${trigger}`)
    await db.query('commit')
  } catch (error) {
    await db.query('rollback')
    throw error
  }
}
