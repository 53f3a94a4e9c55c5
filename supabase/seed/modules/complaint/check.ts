/**
 * What must hold of a fresh demo: no contradiction in dates, terms, lateness, approvals and messages, and every story is there.
 * `node supabase/seed/modules/complaint/check.ts --db-url=…` prints each broken rule with its cases; `findContradictions` is for tests.
 */
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { items, storyRules } from './check-stories.ts'

/** Each query returns one column of text, a row for each case that breaks the rule. */
export type Rules = Record<string, string>

const move = `join private.work_transitions as t on t.kind = i.kind and t.from_state = coalesce(e.from_state, '') and t.action = e.action`
const itemEvents = `from ${items} as i join public.work_events as e on e.item_id = i.id`
const nonWork = (column: string) => `t.${column} not like 'work.%'`

const dateRules: Rules = {
  'events follow one another, numbered without gaps': `
    select i.no || ' ' || e.seq ${itemEvents}
    left join public.work_events as p on p.item_id = i.id and p.seq = e.seq - 1
    where e.seq > 1 and (p.id is null or p.created_at >= e.created_at or p.to_state <> e.from_state)`,
  'seq counts the events; version the decisions among them': `
    select i.no || ' ' || i.seq || ' ' || i.version from ${items} as i
    where i.seq <> (select count(*) from public.work_events as e where e.item_id = i.id) or i.version > i.seq
      or i.version < 1 + (select count(*) from public.work_events as e ${move} where e.item_id = i.id and e.seq > 1 and (
        e.to_state <> e.from_state or t.effects && '{hand_over,give_back,suspend,resume,extend,assign,take}'
        or exists (select from unnest(t.meets) as m where m not like 'work.%')))
      or i.version > 1 + (select count(*) from public.work_events as e where e.item_id = i.id and e.seq > 1
        and e.action not in ('urge', 'supervise', 'answer_supervision', 'lapse_supervision', 'release_supervision', 'instruct', 'refuse_approval', 'call_back'))`,
  'every event is a move of the flow, and the last one is the state': `
    select i.no || ' ' || e.action ${itemEvents} left ${move}
    where t.kind is null and e.action not in ('ask', 'refuse_approval') or t.to_state <> e.to_state or e.seq = i.seq and e.to_state <> i.state`,
  'nothing lies in the future or before the filing': `
    select i.no || ' ' || e.action ${itemEvents} where e.created_at > now() or e.created_at < i.created_at`,
  'officers act on working days between nine and half past six': `
    select i.no || ' ' || e.action || ' ' || e.created_at ${itemEvents}
    where e.actor not in ('system:filing', 'system:route-complaint', 'system:citizen', 'system:sweep')
      and (not private.is_workday(private.local_day(e.created_at)) or (e.created_at at time zone 'Asia/Shanghai')::time not between '9:00' and '18:30')`,
  'numbers bear the day of filing and grow with it': `
    select i.no from ${items} as i join ${items} as p on p.kind = i.kind and right(p.no, 6)::int < right(i.no, 6)::int
    where p.created_at > i.created_at or substr(i.no, 3, 8) <> to_char(private.local_day(i.created_at), 'YYYYMMDD')`,
  'an item is created, changed and closed with its events': `
    select i.no from ${items} as i
    where i.created_at <> (select e.created_at from public.work_events as e where e.item_id = i.id and e.seq = 1)
      or i.closed_at is distinct from (select min(e.created_at) from public.work_events as e join public.work_states as s on s.kind = i.kind and s.state = e.to_state
        where e.item_id = i.id and not s.is_open) or i.is_open <> (i.closed_at is null)`,
  'who acted was an officer by then': `
    select i.no || ' ' || e.actor_name ${itemEvents} join public.officers as f on f.id::text = e.actor where f.created_at > e.created_at`,
  'answers, material and ratings have the time of their step': `
    select c.case_no from public.complaint_cases as c join public.complaint_answers as a on a.case_id = c.id
    where not exists (select from public.work_events as e where e.item_id = c.item_id and e.action = a.action and e.created_at = a.created_at)
    union all select c.case_no from public.complaint_cases as c join public.complaint_materials as a on a.case_id = c.id
    where not exists (select from public.work_events as e where e.item_id = c.item_id and e.action = 'supply_material' and e.created_at = a.created_at)
    union all select c.case_no from public.complaint_cases as c join public.complaint_ratings as a on a.case_id = c.id
    where a.created_at <= c.closed_at or a.created_at > now()
      or exists (select from public.work_events as e where e.item_id = c.item_id and e.action = 'call_back' and e.created_at < a.created_at)`,
  'a case follows its item': `
    select i.no from ${items} as i join public.complaint_cases as c on c.id = i.record_id
    where (c.item_id, c.case_no, c.org_id, c.line_code, c.handler_id, c.state, c.is_open, c.light, c.due_at, c.due_is_provisional, c.is_supervised, c.was_late, c.closed_at, c.filed_at)
      is distinct from (i.id, i.no, i.org_id, i.line_code, i.handler_id, i.state, i.is_open, i.light, i.due_at, i.due_is_provisional, i.is_supervised, i.was_late, i.closed_at, i.created_at)`,
  'a body that passed a case on reads it for 180 days from then': `
    select i.no from private.row_grants as g join ${items} as i on i.id = g.row_id
    where g.kind <> 'work' or g.expires_at <> g.created_at + interval '180 days'
      or not exists (select from public.work_events as e ${move} where e.item_id = i.id and e.created_at = g.created_at and t.effects && '{hand_over,give_back}')`,
}

const termRules: Rules = {
  'a term starts with an event that starts it': `
    select i.no || ' ' || w.key from public.work_terms as w join ${items} as i on i.id = w.item_id
    where w.started_on <> private.local_day(w.started_at) or not exists (
      select from public.work_events as e ${move} where e.item_id = i.id and e.created_at = w.started_at and t.starts @> jsonb_build_array(jsonb_build_object('key', w.key)))`,
  'a term ends with an event that meets it, passes it back or closes the item': `
    select i.no || ' ' || w.key from public.work_terms as w join ${items} as i on i.id = w.item_id
    where w.finished_at is not null and not exists (
      select from public.work_events as e ${move} join public.work_states as s on s.kind = i.kind and s.state = e.to_state
      where e.item_id = i.id and e.created_at = w.finished_at and (w.key = any (t.meets) or 'give_back' = any (t.effects) or not s.is_open
        or w.key = 'work.supervise' and t.effects && '{supervise,release}'))
      or w.finished_at < w.started_at or w.finished_at is null and not i.is_open`,
  'a term ends on the day that its rule, extensions and pauses give': `
    select i.no || ' ' || w.key from public.work_terms as w
    join ${items} as i on i.id = w.item_id
    cross join lateral private.rule_in_force(w.key, w.started_on) as r
    cross join lateral (select coalesce(array_agg(s), '{}') as pauses from public.work_suspensions as s
      where s.item_id = w.item_id and (s.term_key is null or s.term_key = w.key) and s.ended_on >= w.started_on) as p
    cross join lateral private.term_timing(w, r, p.pauses) as x
    where r.id <> w.rule_id or w.due_at is not null and (x.due_on, x.due_at, x.warn_at, x.red_at, x.is_provisional) is distinct from (w.due_on, w.due_at, w.warn_at, w.red_at, w.is_provisional)
      or w.extra_amount <> (select coalesce(sum(e.amount), 0) from public.work_extensions as e where e.term_id = w.id)`,
  'an extension is granted before the end that it moves': `
    select i.no from public.work_extensions as x join ${items} as i on i.id = x.item_id join public.work_terms as w on w.id = x.term_id
    where not exists (select from public.work_events as e where e.item_id = i.id and e.action = 'extend' and e.created_at = x.created_at)
      or private.local_day(x.created_at) > (select n.due_on from public.deadline_rules as r, private.term_end(w.started_on, r.amount, r.unit) as n where r.id = w.rule_id)`,
  'late is what ended after its end': `
    select i.no || ' ' || w.key from public.work_terms as w join ${items} as i on i.id = w.item_id
    where (w.state = 'late') is distinct from coalesce(w.finished_at > w.due_at, false) or (w.state in ('met', 'late', 'cancelled')) <> (w.finished_at is not null)`,
  'lateness is charged to the body that let the term run out': `
    with holder as (
      select i.id, i.no, e.created_at as since, coalesce(lead(e.created_at) over (partition by i.id order by e.seq), 'infinity') as until,
        (array_remove(array_agg(case when 'hand_over' = any (t.effects) then (e.payload ->> 'to_org_id')::uuid
          when 'give_back' = any (t.effects) then private.coordinator_of(i.region_code) when e.seq = 1 then i.owner_org_id end) over (partition by i.id order by e.seq desc rows between current row and unbounded following), null))[1] as org_id
      ${itemEvents} left ${move})
    select h.no || ' ' || w.key from holder as h join public.work_terms as w on w.item_id = h.id and w.due_at >= h.since and w.due_at < h.until
    where w.is_charged and w.late_org_id is distinct from (case when w.finished_at > w.due_at
        or exists (select from holder as l where l.id = h.id and l.since > w.due_at and l.org_id <> h.org_id and l.since < coalesce(w.finished_at, now())) then h.org_id end)
      or not w.is_charged and w.late_org_id is not null`,
  'due date, light and lateness of an item are those of its terms': `
    select i.no from ${items} as i cross join lateral private.work_clock(i) as c
    where (c.warn_at, c.due_at, c.red_at, c.term_key, c.due_is_provisional, c.was_late, c.light, c.next_light_at)
      is distinct from (i.warn_at, i.due_at, i.red_at, i.term_key, i.due_is_provisional, i.was_late, i.light, i.next_light_at)`,
  'a closed item keeps the light of its end': `
    select i.no from ${items} as i where not i.is_open and i.light <> coalesce((
      select l.light from public.work_terms as t cross join lateral private.light_at(t.warn_at, t.due_at, t.red_at, i.closed_at) as l
      where t.item_id = i.id and ${nonWork('key')} and t.finished_at = i.closed_at and t.due_at is not null order by t.due_at limit 1), 'green')`,
  'pauses run from their event to the next that ends them': `
    select i.no from public.work_suspensions as s join ${items} as i on i.id = s.item_id
    where not exists (select from public.work_events as e ${move} where e.item_id = i.id and e.created_at = s.started_at and 'suspend' = any (t.effects))
      or s.ended_at is not null and not exists (select from public.work_events as e ${move} where e.item_id = i.id and e.created_at = s.ended_at and 'resume' = any (t.effects))
      or s.started_on <> private.local_day(s.started_at) or s.ended_on is distinct from private.local_day(s.ended_at) or s.ended_at < s.started_at
      or (s.ended_at is null) <> exists (select from public.work_terms as w where w.item_id = i.id and w.key = s.term_key and w.state = 'suspended')`,
  'what time does was done at the end of its term, and nothing of it is overdue': `
    select i.no || ' ' || w.key from public.work_terms as w join ${items} as i on i.id = w.item_id
    where w.has_move and w.state = 'running' and w.due_at < now()
    union all
    select i.no || ' ' || e.action ${itemEvents} ${move}
    where t.at_end_of is not null and not exists (select from public.work_terms as w
      where w.item_id = i.id and w.key = t.at_end_of and w.finished_at = e.created_at and e.created_at between w.due_at and w.due_at + interval '1 minute')`,
  'a 督办 has the day that it names': `
    select i.no ${itemEvents} join public.work_terms as w on w.item_id = i.id and w.key = 'work.supervise' and w.started_at = e.created_at
    where e.action = 'supervise' and (w.fixed_due_on is distinct from (e.payload ->> 'due_on')::date or w.fixed_due_on <= w.started_on)`,
}

const peopleRules: Rules = {
  'asked before decided, some hours or a working day apart, by two people': `
    select i.no || ' ' || a.action from public.work_approvals as a join ${items} as i on i.id = a.item_id
    where a.decided_at - a.asked_at < interval '30 minutes' or private.local_day(a.decided_at) > private.nth_workday(private.local_day(a.asked_at), 3)
      or a.decided_by = a.asked_by or (a.outcome is null) <> (a.decided_at is null) or a.outcome is null and not i.is_open
      or a.outcome = 'refused' and a.reason = ''
      or a.decided_by is not null and not private.officer_may(a.decided_by, a.permission, (select f.org_id from public.officers as f where f.id = a.asked_by))`,
  'each request and each decision has its event': `
    select i.no || ' ' || a.action from public.work_approvals as a join ${items} as i on i.id = a.item_id
    where not exists (select from public.work_events as e where e.item_id = i.id and e.action = 'ask' and e.created_at = a.asked_at and e.actor = a.asked_by::text)
      or a.outcome in ('granted', 'refused') and not exists (select from public.work_events as e where e.item_id = i.id and e.created_at = a.decided_at
        and e.actor = a.decided_by::text and e.asked_by_name = a.asked_by_name and e.action = case a.outcome when 'granted' then a.action else 'refuse_approval' end)`,
  'no move that needs a second person was made by one': `
    select i.no || ' ' || e.action ${itemEvents} ${move} where t.approval is not null and e.asked_by_name in ('', e.actor_name)`,
  'own steps are taken by the 承办人': `
    select i.no || ' ' || e.action ${itemEvents} ${move} join public.officers as f on f.id::text = e.actor
    where t.is_for_handler and t.approval is null and i.org_id = f.org_id and e.to_state <> 'awaiting_receipt' and f.id <> i.handler_id
      and not exists (select from public.work_events as a where a.item_id = i.id and a.action = 'assign' and a.seq > e.seq)
    union all select i.no from ${items} as i join public.officers as f on f.id = i.handler_id where f.org_id <> i.org_id`,
  'an anonymous reporter is told nothing': `
    select i.no from ${items} as i join public.complaint_cases as c on c.id = i.record_id join public.complaint_reporters as r on r.filing_id = c.filing_id
    where r.is_anonymous and (exists (select from public.work_terms as w where w.item_id = i.id and w.key = 'tip.notify')
      or exists (select from public.work_events as e where e.item_id = i.id and e.action = 'notify'))`,
  'messages are in the order of their time and within that of their item': `
    select i.no || ' ' || n.code from public.work_notifications as n join ${items} as i on i.id = n.item_id
    where n.created_at > now() or n.created_at < i.created_at or position(i.no in n.body) <> 1
      or exists (select from public.work_notifications as p where p.id < n.id and p.created_at > n.created_at)`,
  'an open item has told of its light, once': `
    select i.no || ' ' || x.code from ${items} as i
    cross join (values ('yellow', 'reminded'), ('orange', 'overdue'), ('red', 'overdue_long')) as x (light, code)
    where i.is_open and i.light = x.light::public.work_light and i.created_at < now() - interval '1 day'
      and (select count(*) from public.work_notifications as n where n.item_id = i.id and n.code = x.code
        and n.created_at = case x.light when 'yellow' then i.warn_at when 'orange' then i.due_at else i.red_at end) not between 1 and 2`,
  'a reminder goes to an officer of the body that had the case': `
    select i.no || ' ' || n.code from public.work_notifications as n join ${items} as i on i.id = n.item_id join public.officers as f on f.id = n.officer_id
    where f.org_id <> n.org_id or n.code in ('reminded', 'overdue') and not exists (
      select from public.work_events as e where e.item_id = i.id and e.created_at < n.created_at and f.id::text in (e.actor, e.payload ->> 'officer_id'))`,
  'each request and decision was told': `
    select i.no || ' ' || a.action from public.work_approvals as a join ${items} as i on i.id = a.item_id
    where not exists (select from public.work_notifications as n where n.item_id = i.id and n.code = 'approval_asked' and n.created_at = a.asked_at)
      or a.outcome in ('granted', 'refused') and not exists (select from public.work_notifications as n
        where n.item_id = i.id and n.code = 'approval_' || a.outcome and n.officer_id = a.asked_by)`,
}

/** Broken rules with what breaks them; empty = none. */
export async function findContradictions(db: pg.ClientBase): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {}
  for (const [rule, sql] of Object.entries({ ...dateRules, ...termRules, ...peopleRules, ...storyRules })) {
    const { rows } = await db.query<string[]>({ text: sql, rowMode: 'array' })
    if (rows.length > 0) found[rule] = rows.map(([what]) => what ?? '')
  }
  return found
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { values } = parseArgs({ options: { 'db-url': { type: 'string' } } })
  const db = new pg.Client({ connectionString: values['db-url'] })
  await db.connect()
  const found = await findContradictions(db)
  await db.end()
  const all = [dateRules, termRules, peopleRules, storyRules].flatMap((rules) => Object.keys(rules))
  for (const rule of all) console.log(`${found[rule] ? '✗' : '✓'} ${rule}${found[rule] ? `: ${found[rule].join('；')}` : ''}`)
  console.log(`${all.length} rules, ${Object.values(found).flat().length} violations`)
  process.exitCode = Object.keys(found).length > 0 ? 1 : 0
}
