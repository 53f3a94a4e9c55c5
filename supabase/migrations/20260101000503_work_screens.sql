-- Work items, part four: inbox, messages, follows, catch-up, calendar publication, the sweep and its schedule.
-- Who may do what: everything under the caller's own policies; publish_work_calendar needs site.admin.

create view public.work_inbox with (security_invoker = true) as
select
  i.id, i.kind, i.no, i.title, i.subject_id, i.state, i.is_open, i.light, i.due_at, i.due_is_provisional,
  i.term_key, i.version, i.urge_count, i.is_supervised, i.hop_count, i.to_org_id, i.from_org_id, i.region_code, i.line_code,
  i.to_org_id = (select private.my_org_id()) as is_mine,
  exists (select from public.work_follows as w where w.item_id = i.id and w.officer_id = (select auth.uid())) as is_followed,
  i.created_at, i.updated_at, i.closed_at,
  i.no || ' ' || i.title as search_text,
  -- Names by subquery, not by join: looked up for the rows that are shown, and not at all for a count.
  (select k.label from public.codes as k where k.set_key = 'work.kind' and k.code = i.kind) as kind_label,
  (select s.label from public.work_states as s where s.kind = i.kind and s.state = i.state) as state_label,
  (select t.name from public.orgs as t where t.id = i.to_org_id) as to_org_name,
  (select f.name from public.orgs as f where f.id = i.from_org_id) as from_org_name,
  (select r.full_name from public.regions as r where r.code = i.region_code) as region_name
from public.work_items as i;
comment on view public.work_inbox is '待办/已办/督办/关注 of the caller over all flows.';
grant select on public.work_inbox to authenticated;

create view public.my_notifications with (security_invoker = true) as
select n.id, n.item_id, n.kind, n.title, n.body, n.created_at,
  n.created_at <= coalesce((select m.read_until from public.work_notification_marks as m where m.officer_id = (select auth.uid())), '-infinity') as is_read
from public.work_notifications as n;
comment on view public.my_notifications is 'Messages to the caller''s body with the caller''s own reading mark.';
grant select on public.my_notifications to authenticated;

create function private.mark_notifications_read(p_until timestamptz)
returns void
language sql
security definer set search_path = ''
as $$
  insert into public.work_notification_marks as m (officer_id, read_until)
  select f.id, least(p_until, clock_timestamp()) from public.officers as f where f.id = (select auth.uid()) and f.is_active and p_until is not null
  on conflict (officer_id) do update set read_until = greatest(m.read_until, excluded.read_until)
$$;
comment on function private.mark_notifications_read is 'Definer: marks take no direct write; touches only the caller''s own.';

create function public.mark_notifications_read(p_until timestamptz)
returns void language sql security invoker set search_path = ''
as $$ select private.mark_notifications_read(p_until) $$;
comment on function public.mark_notifications_read is 'Marks the caller''s messages up to a time as read.';

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
    insert into public.work_follows (officer_id, item_id) values ((select auth.uid()), p_item_id) on conflict do nothing;
  else
    delete from public.work_follows where officer_id = (select auth.uid()) and item_id = p_item_id;
  end if;
end
$$;
comment on function private.follow_item is 'Definer: follows take no direct write; only readable items.';

create function public.follow_item(p_item_id uuid, p_on boolean)
returns void language sql security invoker set search_path = ''
as $$ select private.follow_item(p_item_id, p_on) $$;
comment on function public.follow_item is 'Adds an item to, or takes it off, the caller''s 关注. Raises work.not_found.';

create function private.can_join_topic(p_topic text)
returns boolean
language plpgsql stable
security definer set search_path = ''
as $$
declare
  kind text := split_part(p_topic, ':', 1);
  ref text := split_part(p_topic, ':', 2);
begin
  if kind = 'org' and ref ~ '^[0-9a-f-]{36}$' then
    return private.has_permission('work.read', ref::uuid);
  elsif kind = 'work' and ref ~ '^[0-9a-f-]{36}$' then
    return exists (select from public.work_items as i where i.id = ref::uuid and private.can_read_item(i));
  elsif kind = 'screen' and ref ~ '^[1-9][0-9]{8}$' then
    -- A screen shows a whole region: whoever reads its coordinator's figures may watch it.
    return private.has_permission('work.read', private.coordinator_of(ref::int));
  end if;
  return false;
end
$$;
comment on function private.can_join_topic is
  'Who may listen to org:<id>, work:<id>, screen:<region>; evaluated once at the join. Definer: as has_permission.';

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

create function public.topic_since(p_topic text, p_seq bigint)
returns table (seq bigint, event text, payload jsonb)
language sql stable security invoker set search_path = ''
as $$ select * from private.topic_since(p_topic, p_seq) $$;
comment on function public.topic_since is 'What was broadcast on a topic after a sequence number, at most 500 (seq −1: nothing older than 3 days); none for a topic the caller may not join.';

create table private.work_recomputes (
  item_id uuid primary key references public.work_items (id) on delete cascade
);
comment on table private.work_recomputes is 'Open items whose term a new calendar may move; the sweep takes them, so that publishing is quick whatever their number.';

create function private.publish_work_calendar(p_year int, p_source text, p_days jsonb)
returns int
language plpgsql
security definer set search_path = ''
as $$
declare
  affected int;
begin
  if not private.has_site_right('site.admin') then
    perform private.fail(404, 'calendar.not_found', '没有找到该功能，或您没有维护日历的权限');
  end if;
  if p_year not between 2000 and 2100 or btrim(coalesce(p_source, '')) = '' or jsonb_typeof(p_days) is distinct from 'array' then
    perform private.fail(422, 'calendar.invalid', '请填写年份、发布依据和节假日清单', '{"field":"days"}');
  end if;
  if exists (select from jsonb_to_recordset(p_days) as d (day date, kind text)
    where d.day is null or extract(year from d.day) <> p_year or d.kind is null or d.kind not in ('holiday', 'workday')) then
    perform private.fail(422, 'calendar.invalid', '清单中的日期须在该年内，类型为 holiday 或 workday', '{"field":"days"}');
  end if;
  insert into public.work_calendar_years (year, source, published_on) values (p_year, btrim(p_source), current_date)
  on conflict (year) do update set source = excluded.source, published_on = excluded.published_on;
  delete from public.work_calendar as c where c.year = p_year;
  insert into public.work_calendar (day, kind, year)
  select d.day, d.kind, p_year from jsonb_to_recordset(p_days) as d (day date, kind text) on conflict (day) do nothing;
  insert into private.work_recomputes (item_id)
  select distinct t.item_id from public.work_terms as t where t.state in ('running', 'suspended') on conflict do nothing;
  select count(*) into affected from private.work_recomputes;
  -- A county's are done at once; a province's go on in the sweep.
  perform private.work_recompute(500);
  return affected;
end
$$;
comment on function private.publish_work_calendar is 'Definer: the calendar takes no direct write; every open term is recomputed.';

create function public.publish_work_calendar(p_year int, p_source text, p_days jsonb)
returns int language sql security invoker set search_path = ''
as $$ select private.publish_work_calendar(p_year, p_source, p_days) $$;
comment on function public.publish_work_calendar is
  'Enters the holidays of a year ([{day, kind}]) and has open terms recomputed, the first 500 at once and the rest by the sweep; returns how many items that concerns. Raises calendar.not_found, calendar.invalid.';

create function private.work_sweep_one(p_item uuid)
returns void
language plpgsql
security definer set search_path = ''
as $$
declare
  before public.work_items;
  item public.work_items;
begin
  select * into before from public.work_items as i where i.id = p_item for update;
  perform private.work_refresh(p_item);
  select * into item from public.work_items as i where i.id = p_item;
  if item.light is distinct from before.light then
    if item.light = 'yellow' then
      perform private.work_note(item.to_org_id, item, 'reminded', '');
    elsif item.light = 'orange' then
      perform private.work_note(item.to_org_id, item, 'overdue', '');
    elsif item.light = 'red' then
      -- 督办: late by more than five working days goes to whoever coordinates the region as well.
      perform private.work_note(item.to_org_id, item, 'supervised', '逾期超过 5 个工作日');
      if private.coordinator_of(item.region_code) <> item.to_org_id then
        perform private.work_note(private.coordinator_of(item.region_code), item, 'supervised', '逾期超过 5 个工作日');
      end if;
    end if;
    perform private.work_announce(item, 'work_changed');
  end if;
end
$$;
comment on function private.work_sweep_one is 'Brings one item''s light up to date and escalates a change. Definer: as work_refresh.';

create function private.work_recompute(p_limit int)
returns int
language plpgsql
security definer set search_path = ''
as $$
declare
  one uuid;
  done int := 0;
begin
  for one in
    delete from private.work_recomputes as r
    where r.item_id in (select q.item_id from private.work_recomputes as q limit p_limit for update skip locked)
    returning r.item_id
  loop
    begin
      perform private.work_sweep_one(one);
      done := done + 1;
    exception when others then
      insert into private.sweep_failures (item_id, error) values (one, sqlerrm);
    end;
  end loop;
  return done;
end
$$;
comment on function private.work_recompute is 'Brings waiting items up to date with the calendar. One bad row is recorded, it never stops the others. Definer: as work_refresh.';

create function private.work_sweep(p_limit int default 500)
returns int
language plpgsql
security definer set search_path = ''
as $$
declare
  one uuid;
  swept int := 0;
begin
  perform private.act_as('system:sweep');
  perform private.work_recompute(p_limit);
  for one in
    select i.id from public.work_items as i where i.is_open and i.next_light_at <= now() order by i.next_light_at limit p_limit for update skip locked
  loop
    begin
      perform private.work_sweep_one(one);
      swept := swept + 1;
    exception when others then
      insert into private.sweep_failures (item_id, error) values (one, sqlerrm);
      update public.work_items as i set next_light_at = now() + interval '10 minutes' where i.id = one;
    end;
  end loop;
  return swept;
end
$$;
comment on function private.work_sweep is 'Changes lights that are due and escalates; scheduled every 10 seconds, in steps short enough that nobody waits for a row. One bad row is recorded and retried later, it never stops the sweep. Definer: as work_refresh.';

create function private.housekeeping()
returns void
language plpgsql
security definer set search_path = ''
as $$
begin
  perform private.audit_ensure_partitions();
  delete from private.idempotency_keys where created_at < now() - interval '7 days';
  delete from private.realtime_events where created_at < now() - interval '3 days';
  delete from realtime.messages where inserted_at < now() - interval '3 days';
  delete from private.quota_counts where window_start < now() - interval '1 day';
end
$$;
comment on function private.housekeeping is 'Daily: audit partitions ahead, short-lived rows out. Definer: touches closed tables.';

grant execute on function private.mark_notifications_read, private.follow_item, private.topic_since, private.can_join_topic,
  private.publish_work_calendar to authenticated;
grant execute on function public.mark_notifications_read, public.follow_item, public.topic_since, public.publish_work_calendar to authenticated;

select cron.schedule('work-sweep', '10 seconds', 'select private.work_sweep()');
select cron.schedule('outbox-dispatch', '2 seconds', 'select private.outbox_dispatch()');
select cron.schedule('audit-seal', '5 seconds', 'select private.audit_seal()');
select cron.schedule('housekeeping', '17 3 * * *', 'select private.housekeeping()');
