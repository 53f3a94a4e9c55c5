-- Work items, part ten: what may be done now, with whom, and many at once.

create function private.work_move_basis(p_move private.work_transitions)
returns jsonb
language sql stable
security definer set search_path = ''
as $$
  select coalesce(jsonb_agg(jsonb_build_object('label', r.label, 'basis', r.legal_basis) order by r.key), '[]')
  from public.deadline_rules as r
  where r.is_confirmed and private.local_day(now()) between r.effective_from and coalesce(r.effective_to, 'infinity')
    and r.key in (
      select s ->> 'key' from jsonb_array_elements(p_move.starts) as s
      union all select unnest(p_move.meets)
      union all values (p_move.extends ->> 'key'), (p_move.extends ->> 'by'))
$$;
comment on function private.work_move_basis is 'On what the terms stand that a move starts, keeps or lengthens; a rule that nobody has checked against the law is not quoted. Definer: called by work_actions.';

create function private.work_actions(p_item_id uuid)
returns table (action text, label text, tone text, requires jsonb, form text, needs_approval boolean, blocked text, sort int, basis jsonb)
language plpgsql stable
security definer set search_path = ''
as $$
declare
  item public.work_items;
  kind private.work_kinds;
begin
  select * into item from public.work_items as i where i.id = p_item_id;
  if item.id is null or not private.can_read_item(item) then
    return;
  end if;
  select * into kind from private.work_kinds as k where k.kind = item.kind;
  return query
    with move as materialized (
      select t as row, case t.side when 'holder' then item.org_id when 'sender' then item.sender_org_id else item.owner_org_id end as org
      from private.work_transitions as t
      where t.kind = item.kind and t.from_state = item.state and t.permission is not null
    ), held as materialized (
      select d.permission, d.org
      from (select distinct (m.row).permission, m.org from move as m) as d
      where private.has_permission(d.permission, d.org)
    )
    select (m.row).action, (m.row).label, (m.row).tone, (m.row).requires, (m.row).form, (m.row).approval is not null, why.blocked, (m.row).sort, private.work_move_basis(m.row)
    from move as m
    join held as h on h.permission = (m.row).permission and h.org = m.org
    cross join lateral (select private.work_blocked(item, m.row, kind, '{}') as blocked) as why
    where why.blocked is distinct from ''
    order by (m.row).sort;
end
$$;
comment on function private.work_actions is 'Definer: transitions are closed; answers only for items the caller may read.';

select private.expose('private.work_actions', '{authenticated}',
  'What the caller may do with an item, with the fields each action requires, whether a second person must agree, in blocked the reason why it cannot be done just now (null = it can), and in basis on what its terms stand [{label, basis}]; none for a hidden item.');

create function private.find_work_targets(p_item_id uuid, p_action text, p_text text default '')
returns table (id uuid, name text, reason text)
language sql stable
security definer set search_path = ''
as $$
  select t.id, t.name, near.reason
  from public.work_items as i
  join private.work_transitions as m on m.kind = i.kind and m.from_state = i.state and m.action = p_action
  cross join lateral private.work_targets(private.my_org_id(), m.reach) as t
  join public.orgs as o on o.id = t.id
  join public.orgs as mine on mine.id = private.my_org_id()
  cross join lateral (select case
    when o.region_code = mine.region_code then '本地区单位'
    when o.parent_id = mine.id then '下级单位'
    when o.line_code = mine.line_code and t.distance = 1 then '本条线下级'
    else '' end as reason) as near
  where i.id = p_item_id and private.can_read_item(i) and t.id <> i.org_id and strpos(t.name, btrim(coalesce(p_text, ''))) > 0
  order by near.reason = '', t.distance, t.name
  limit 20
$$;
comment on function private.find_work_targets is 'Definer: as work_targets; nothing for anybody who is not an active officer.';

select private.expose('private.find_work_targets', '{authenticated}',
  'Bodies to which the caller may pass an item by an action, by part of the name, at most 20: first those near at hand with the reason (own region, its own children, its line below), the nearest first; never the body that holds it.');

create function private.find_work_handlers(p_item_id uuid)
returns table (id uuid, name text, title text, open_count bigint)
language sql stable
security definer set search_path = ''
as $$
  select f.id, f.name, f.title, (select count(*) from public.work_items as w where w.handler_id = f.id and w.is_open)
  from public.work_items as i
  join private.work_kinds as k on k.kind = i.kind and k.handle_permission is not null
  join public.officers as f on f.org_id = i.org_id and f.is_active
  where i.id = p_item_id and private.can_read_item(i) and private.my_org_id() = i.org_id and private.officer_may(f.id, k.handle_permission, i.org_id)
  order by 4, f.name
$$;
comment on function private.find_work_handlers is 'Definer: rights of colleagues are closed; answers only the body that holds the item.';

select private.expose('private.find_work_handlers', '{authenticated}',
  'Who of the body in charge may be named 承办人 of an item, with how much each has open, the freest first.');

create function private.work_act_many(p_items jsonb, p_action text, p_payload jsonb)
returns table (item_id uuid, is_done boolean, is_asked boolean, message text)
language plpgsql
security definer set search_path = ''
as $$
declare
  one record;
begin
  if jsonb_typeof(p_items) is distinct from 'array' or jsonb_array_length(p_items) not between 1 and 200 then
    perform private.fail(422, 'work.batch_size', '一次请选择 1 至 200 件', '{"field":"items"}');
  end if;
  for one in
    select r.id, r.version, r.key from jsonb_to_recordset(p_items) as r (id uuid, version int, key uuid)
    left join public.work_items as i on i.id = r.id
    -- Everybody takes many in the same order, so that two batches never wait for each other.
    order by i.parent_id nulls first, r.id
  loop
    item_id := one.id;
    begin
      select a.is_asked into is_asked from private.work_act(one.id, p_action, p_payload, one.version, one.key) as a;
      is_done := true;
      message := null;
    exception when others then
      if sqlstate not like 'PT4%' then
        raise;
      end if;
      get stacked diagnostics message = pg_exception_hint;
      is_done := false;
      is_asked := false;
    end;
    return next;
  end loop;
end
$$;
comment on function private.work_act_many is 'Definer: as work_act, which checks each.';

select private.expose('private.work_act_many', '{authenticated}',
  'The same action on up to 200 items [{id, version, key}], each by itself: whether it was done, asked for, or why not. Raises work.batch_size.');
