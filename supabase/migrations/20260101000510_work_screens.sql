-- Work items, part eleven: inbox, messages, follows, absences, realtime topics.
-- Who may do what: everything under the caller's own policies; an absence is entered by oneself or by whoever appoints.

create function private.workdays_left(p_due timestamptz)
returns int
language sql stable
security definer set search_path = ''
as $$
  select d.n - t.n from private.workdays as t, private.workdays as d where t.day = private.local_day(now()) and d.day = private.local_day(p_due)
$$;
comment on function private.workdays_left is 'Working days from today to the day of an instant: 0 today, negative when it is over. Definer: the ordinals are closed.';
grant execute on function private.workdays_left to authenticated;

create function private.due_limit(p_workdays int)
returns timestamptz
language sql stable
security definer set search_path = ''
as $$
  -- The last day with that ordinal: what ends on the Saturday after the third working day has three working days left too.
  select private.end_of_day(case when p_workdays = 0 then private.local_day(now()) else max(d.day) end)
  from private.workdays as t, private.workdays as d where t.day = private.local_day(now()) and d.n = t.n + p_workdays
$$;
comment on function private.due_limit is 'Last instant that workdays_left calls so many working days from today; 0: the end of today. Definer: the ordinals are closed.';
grant execute on function private.due_limit to authenticated;

create view public.work_inbox with (security_invoker = true) as
select
  i.id, i.kind, i.no, i.title, i.record_id, i.state, i.is_open, i.light, i.due_at, i.due_is_provisional,
  i.term_key, i.version, i.urge_count, i.is_supervised, i.hop_count, i.org_id, i.sender_org_id, i.owner_org_id, i.handler_id,
  i.parent_id, i.child_count, i.open_child_count, i.region_code, i.line_code,
  i.org_id = (select private.my_org_id()) as is_mine,
  i.handler_id in (select h.id from private.my_handler_ids() as h (id)) as is_handled_by_me,
  i.org_id = (select private.my_org_id()) and exists (
    select from public.work_approvals as a
    where a.item_id = i.id and a.outcome is null and a.asked_by <> (select private.my_id()) and a.permission in (select private.permissions_at_my_org())) as awaits_my_approval,
  exists (select from public.work_approvals as a where a.item_id = i.id and a.outcome is null) as has_open_approval,
  exists (select from public.work_follows as w where w.item_id = i.id and w.officer_id = (select private.my_id())) as is_followed,
  i.created_at, i.updated_at, i.closed_at,
  i.no || ' ' || i.title as search_text,
  -- Names by subquery, not by join: looked up for the rows that are shown, and not at all for a count.
  case when i.is_open then private.workdays_left(i.due_at) end as workdays_left,
  -- The limits by subquery: worked out once for the whole list.
  case
    when not i.is_open or i.due_at is null then null
    when i.due_at < now() then 'late'
    when i.due_at <= (select private.due_limit(0)) then 'today'
    when i.due_at <= (select private.due_limit(3)) then 'soon'
    else 'later' end as due_in,
  (select k.label from public.codes as k where k.set_key = 'work.kind' and k.code = i.kind) as kind_label,
  (select s.label from public.work_states as s where s.kind = i.kind and s.state = i.state) as state_label,
  (select t.name from public.orgs as t where t.id = i.org_id) as org_name,
  (select f.name from public.orgs as f where f.id = i.sender_org_id) as sender_org_name,
  (select f.name from public.orgs as f where f.id = i.owner_org_id) as owner_org_name,
  (select f.name from public.officers as f where f.id = i.handler_id) as handler_name,
  (select r.full_name from public.regions as r where r.code = i.region_code) as region_name
from public.work_items as i;
comment on view public.work_inbox is '待办（本人、本单位、待我审批）、我发起的、已办、督办、关注 of the caller over all flows; workdays_left: working days to the end, negative when it is over; due_in: of open work with a term, late, today, soon (within three working days) or later.';
grant select on public.work_inbox to authenticated;

create view public.work_term_list with (security_invoker = true) as
select t.id, t.item_id, t.key, t.label, t.started_on, t.due_at, t.is_provisional, t.state, t.finished_at, t.is_charged, t.extra_amount,
  t.late_org_id is not null as is_late,
  (select r.unit from public.deadline_rules as r where r.id = t.rule_id) as unit,
  case when t.state = 'running' then private.workdays_left(t.due_at) end as workdays_left
from public.work_terms as t;
comment on view public.work_term_list is '时限 of an item for its page, with the unit of the rule and the working days to the end; is_late: some body is charged with having let it run out.';
grant select on public.work_term_list to authenticated;

create view public.my_notifications with (security_invoker = true) as
select n.id, n.item_id, n.kind, n.code, n.body, n.created_at, n.officer_id is not null as is_personal,
  (select c.label from public.codes as c where c.set_key = 'work.message' and c.code = n.code) as title,
  n.created_at <= coalesce((select m.read_until from public.work_notification_marks as m where m.officer_id = (select private.my_id())), '-infinity')
    or exists (select from public.work_notification_reads as r where r.officer_id = (select private.my_id()) and r.notification_id = n.id) as is_read
from public.work_notifications as n;
comment on view public.my_notifications is 'Messages to the caller, to their body, or to those in it who may do something, with the caller''s own reading marks.';
grant select on public.my_notifications to authenticated;

create function private.mark_notifications_read(p_until timestamptz default null, p_id bigint default null)
returns void
language plpgsql
security definer set search_path = ''
as $$
begin
  if private.my_org_id() is null then
    return;
  end if;
  if p_until is not null then
    insert into public.work_notification_marks as m (officer_id, read_until) values ((select private.my_id()), least(p_until, clock_timestamp()))
    on conflict (officer_id) do update set read_until = greatest(m.read_until, excluded.read_until);
  end if;
  insert into public.work_notification_reads (officer_id, notification_id)
  select (select private.my_id()), n.id from public.work_notifications as n where n.id = p_id and n.org_id = private.my_org_id()
  on conflict do nothing;
end
$$;
comment on function private.mark_notifications_read is 'Definer: marks take no direct write; touches only the caller''s own.';

select private.expose('private.mark_notifications_read', '{authenticated}',
  'Marks the caller''s messages up to a time, or a single one, as read.');

create function private.follow_item(p_item_id uuid, p_on boolean)
returns void
language plpgsql
security definer set search_path = ''
as $$
begin
  if private.my_org_id() is null
    or not exists (select from public.work_items as i where i.id = p_item_id and private.can_read_item(i)) then
    perform private.fail(404, 'work.not_found', '没有找到该事项，可能已移交其他单位');
  end if;
  if p_on then
    insert into public.work_follows (officer_id, item_id) values ((select private.my_id()), p_item_id) on conflict do nothing;
  else
    delete from public.work_follows where officer_id = (select private.my_id()) and item_id = p_item_id;
  end if;
end
$$;
comment on function private.follow_item is 'Definer: follows take no direct write; only readable items.';

select private.expose('private.follow_item', '{authenticated}',
  'Adds an item to, or takes it off, the caller''s 关注. Raises work.not_found.');

create function private.set_absence(p_deputy_id uuid, p_starts_on date, p_ends_on date)
returns uuid
language plpgsql
security definer set search_path = ''
as $$
declare
  me public.officers;
  made uuid;
begin
  select * into me from public.officers as f where f.id = (select private.my_id()) and f.is_active;
  if me.id is null then
    perform private.fail(404, 'officer.not_found', '没有找到该人员');
  end if;
  if p_starts_on is null or p_ends_on is null or p_ends_on < p_starts_on or p_ends_on < private.local_day(now()) or p_ends_on > p_starts_on + 365 then
    perform private.fail(422, 'officer.absence_period', '请填写正确的起止日期：结束不早于开始和今天，最长一年', '{"field":"endsOn"}');
  end if;
  if p_deputy_id = me.id or not exists (select from public.officers as f where f.id = p_deputy_id and f.org_id = me.org_id and f.is_active) then
    perform private.fail(422, 'officer.deputy_unfit', '请选择本单位的另一位在岗人员代办', '{"field":"deputyId"}');
  end if;
  if exists (select from public.officer_absences as a where a.officer_id = me.id and daterange(a.starts_on, a.ends_on, '[]') && daterange(p_starts_on, p_ends_on, '[]')) then
    perform private.fail(409, 'officer.absence_overlaps', '这段时间已登记外出，请先结束原来的登记', '{"field":"startsOn"}');
  end if;
  insert into public.officer_absences (officer_id, deputy_id, org_id, starts_on, ends_on)
  values (me.id, p_deputy_id, me.org_id, p_starts_on, p_ends_on) returning id into made;
  return made;
end
$$;
comment on function private.set_absence is 'Definer: absences take no direct write; only one''s own.';

select private.expose('private.set_absence', '{authenticated}',
  'Enters that the caller is away and which colleague of the same body works on their items meanwhile. Raises officer.not_found, absence_period, deputy_unfit, absence_overlaps.');

create function private.end_absence(p_id uuid)
returns void
language plpgsql
security definer set search_path = ''
as $$
declare
  today date := private.local_day(now());
begin
  if not exists (select from public.officer_absences as a where a.id = p_id and a.officer_id = (select private.my_id())) or private.my_org_id() is null then
    perform private.fail(404, 'officer.absence_not_found', '没有找到该登记');
  end if;
  delete from public.officer_absences as a where a.id = p_id and a.starts_on >= today;
  update public.officer_absences as a set ends_on = least(a.ends_on, today - 1) where a.id = p_id;
end
$$;
comment on function private.end_absence is 'Definer: absences take no direct write; only one''s own.';

select private.expose('private.end_absence', '{authenticated}',
  'The caller is back: the absence ends with yesterday, one that has not begun is taken out. Raises officer.absence_not_found.');

create function private.can_join_topic(p_topic text)
returns boolean
language plpgsql stable
security definer set search_path = ''
as $$
declare
  kind text := split_part(p_topic, ':', 1);
  ref text := split_part(p_topic, ':', 2);
  org uuid;
begin
  if kind = 'officer' then
    return ref = (select private.my_id())::text and private.my_org_id() is not null;
  elsif kind = 'work' and ref ~ '^[0-9a-f-]{36}$' then
    return exists (select from public.work_items as i where i.id = ref::uuid and private.can_read_item(i));
  elsif kind = 'org' and ref ~ '^[0-9a-f-]{36}$' then
    org := ref::uuid;
  elsif kind = 'screen' and ref ~ '^[1-9][0-9]{8}$' then
    -- A screen shows a whole region: whoever reads its coordinator's work may watch it.
    org := private.coordinator_of(ref::int);
  end if;
  return org is not null and exists (
    select from (select distinct k.read_permission as code from private.work_kinds as k) as p where private.has_permission(p.code, org));
end
$$;
comment on function private.can_join_topic is
  'Who may listen to officer:<id>, org:<id>, work:<id>, screen:<region>; evaluated once at the join. A body''s topic names flows only, so whoever reads any flow there may hear it. Definer: as has_permission.';

create function private.topic_since(p_topic text, p_seq bigint)
returns table (seq bigint, event text, payload jsonb)
language sql stable
security definer set search_path = ''
as $$
  select e.seq, e.event, e.payload from private.realtime_events as e
  where private.can_join_topic(p_topic) and e.topic = p_topic and e.seq > p_seq
  order by e.seq limit 500
$$;
comment on function private.topic_since is 'Definer: the event store is closed; answers only for topics the caller may join.';

select private.expose('private.topic_since', '{authenticated}',
  'What was broadcast on a topic after a sequence number, at most 500 (seq −1: nothing older than 3 days); none for a topic the caller may not join.');

grant execute on function private.can_join_topic to authenticated;

-- In plpgsql and planned for the values that are given: a filter that is not asked for must not cost the index of another.
create function public.work_state_counts(p_kinds text[] default null, p_org uuid default null, p_from int default null, p_to int default null, p_line text default null)
returns table (kind text, state text, n bigint)
language plpgsql stable
security invoker set search_path = '' set plan_cache_mode = 'force_custom_plan'
as $$
begin
  return query
    select i.kind, i.state, count(*)
    from public.work_items as i
    where i.is_open
      and (p_kinds is null or i.kind = any (p_kinds))
      and (p_org is null or i.org_id = p_org)
      and (p_from is null or i.region_code >= p_from)
      and (p_to is null or i.region_code <= p_to)
      and (p_line is null or coalesce(i.line_code, 'none') = p_line)
    group by i.kind, i.state;
end
$$;
comment on function public.work_state_counts is
  'How many open items the caller may read in each state, of some kinds, at one body or in a range of region codes, of one line (none: of no line). Null: not filtered.';
grant execute on function public.work_state_counts to authenticated;
