-- Work items, part twelve: what time does. Calendar publication, lights, moves by time, the schedule.
-- Who may do what: publish_work_calendar needs site.admin; the rest is the system's.

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
  insert into public.work_calendar_years (year, source, published_on) values (p_year, btrim(p_source), private.local_day(now()))
  on conflict (year) do update set source = excluded.source, published_on = excluded.published_on;
  delete from public.work_calendar as c where c.year = p_year;
  insert into public.work_calendar (day, kind, year)
  select d.day, d.kind, p_year from jsonb_to_recordset(p_days) as d (day date, kind text) on conflict (day) do nothing;
  -- Whatever ends before the year is not moved by it.
  insert into private.work_recomputes (item_id)
  select distinct t.item_id from public.work_terms as t
  where t.state = 'suspended' or t.state = 'running' and t.due_on >= make_date(p_year, 1, 1) - 60
  on conflict do nothing;
  select count(*) into affected from private.work_recomputes;
  -- A county's are done at once; a province's go on in the sweep.
  perform private.work_recompute(500);
  return affected;
end
$$;
comment on function private.publish_work_calendar is 'Definer: the calendar takes no direct write; every open term that it may move is recomputed.';

select private.expose('private.publish_work_calendar', '{authenticated}',
  'Enters the holidays of a year ([{day, kind}]) and has open terms recomputed, the first 500 at once and the rest by the sweep; returns how many items that concerns. Raises calendar.not_found, calendar.invalid.');

create function private.work_recompute(p_limit int)
returns int
language plpgsql
security definer set search_path = ''
as $$
declare
  one uuid;
  before public.work_light;
  item public.work_items;
  done int := 0;
begin
  for one in
    delete from private.work_recomputes as r
    where r.item_id in (select q.item_id from private.work_recomputes as q limit p_limit for update skip locked)
    returning r.item_id
  loop
    begin
      before := (select i.light from public.work_items as i where i.id = one);
      item := private.work_refresh(one);
      if item.light <> before then
        perform private.work_escalate(array[item]);
      end if;
      perform private.work_announce(item, 'work_changed');
      done := done + 1;
    exception when others then
      insert into private.sweep_failures (item_id, error) values (one, sqlerrm);
    end;
  end loop;
  return done;
end
$$;
comment on function private.work_recompute is 'Brings waiting items up to date with the calendar. One bad row is recorded, it never stops the others. Definer: as work_refresh.';

create function private.disabled_kinds()
returns setof text
language sql stable
security definer set search_path = ''
as $$
  select k.kind from private.work_kinds as k where split_part(k.read_permission, '.', 1) in (select d.p from private.disabled_prefixes() as d (p))
$$;
comment on function private.disabled_kinds is 'Kinds of items whose module the site does not run: nothing happens to them by itself. Definer: the tables are closed.';

create function private.work_moves_by_time(p_limit int)
returns int
language plpgsql
security definer set search_path = ''
as $$
declare
  one record;
  item public.work_items;
  done int := 0;
begin
  for one in
    select t.item_id, t.id, m.action
    from public.work_terms as t
    join public.work_items as i on i.id = t.item_id and i.is_open
    join private.work_transitions as m on m.kind = i.kind and m.from_state = i.state and m.at_end_of = t.key
    where t.has_move and t.state = 'running' and t.due_at < now() and i.kind not in (select d.k from private.disabled_kinds() as d (k))
    order by t.due_at
    limit p_limit
  loop
    begin
      item := private.work_lock(one.item_id);
      -- Somebody may have been faster between looking and locking.
      if exists (select from public.work_terms as t where t.id = one.id and t.state = 'running' and t.due_at < now())
        and exists (select from private.work_transitions as m where m.kind = item.kind and m.from_state = item.state and m.action = one.action) then
        perform private.work_move(item, one.action, '{}', '系统');
        done := done + 1;
      end if;
    exception when others then
      insert into private.sweep_failures (item_id, error) values (one.item_id, sqlerrm);
      update public.work_terms as t set has_move = false where t.id = one.id;
    end;
  end loop;
  return done;
end
$$;
comment on function private.work_moves_by_time is
  'Takes the moves whose term has run out. One that fails is recorded and not tried again: a person takes over. Definer: as work_apply.';

create function private.work_change_lights(p_ids uuid[])
returns int
language plpgsql
security definer set search_path = ''
as $$
declare
  changed public.work_items[];
begin
  with updated as (
    update public.work_items as i set light = l.light, next_light_at = l.next_at
    from unnest(p_ids) as d (id)
    join public.work_items as j on j.id = d.id
    cross join lateral private.light_at(j.warn_at, j.due_at, j.red_at, now()) as l
    where i.id = d.id
    returning i.*
  )
  select array_agg(u) into changed from updated as u;
  perform private.work_escalate(changed);
  perform private.broadcast(array_agg(distinct 'org:' || t.org), 'work_changed', c.kind, '{}')
  from unnest(changed) as c cross join lateral unnest(array[c.org_id, c.sender_org_id, c.owner_org_id]) as t (org)
  group by c.kind;
  return coalesce(cardinality(changed), 0);
end
$$;
comment on function private.work_change_lights is 'Puts the lights of some items right and tells whom their ladder names, set-wise. Definer: items take no direct write.';

create function private.work_sweep(p_limit int default 2000)
returns int
language plpgsql
security definer set search_path = ''
as $$
declare
  due uuid[];
  one uuid;
  swept int := 0;
begin
  perform private.act_as('system:sweep');
  perform private.work_recompute(200);
  perform private.work_moves_by_time(200);
  select array_agg(d.id) into due from (
    select i.id from public.work_items as i where i.is_open and i.next_light_at <= now() and i.kind not in (select d.k from private.disabled_kinds() as d (k)) order by i.next_light_at limit p_limit for update skip locked) as d;
  if due is null then
    return 0;
  end if;
  begin
    return private.work_change_lights(due);
  exception when others then
    null;
  end;
  -- One of them cannot be changed: each by itself, and the bad one is set aside.
  foreach one in array due loop
    begin
      swept := swept + private.work_change_lights(array[one]);
    exception when others then
      insert into private.sweep_failures (item_id, error) values (one, sqlerrm);
      update public.work_items as i set next_light_at = now() + interval '10 minutes' where i.id = one;
    end;
  end loop;
  return swept;
end
$$;
comment on function private.work_sweep is
  'Changes lights that are due, takes moves that are due, follows a new calendar; scheduled every 10 seconds, a batch at a time, so that no row stays locked for long. One bad row is recorded and retried later, it never stops the sweep. Definer: as work_refresh.';

select cron.schedule('work-sweep', '10 seconds', 'select private.work_sweep()');
select cron.schedule('outbox-dispatch', '2 seconds', 'select private.outbox_dispatch()');
select cron.schedule('audit-seal', '5 seconds', 'select private.audit_seal()');
