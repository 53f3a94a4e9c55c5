-- Work items, part eight: opening items, one or many, and what links them.
-- Who may do what: a module's own function asks assert_may_create and calls work_create; nothing is exposed.

create function private.assert_may_create(p_kind text, p_action text, p_org uuid)
returns void
language plpgsql stable
security definer set search_path = ''
as $$
declare
  move private.work_transitions;
begin
  select * into move from private.work_transitions as t where t.kind = p_kind and t.from_state = '' and t.action = p_action;
  if move.permission is null or not private.has_permission(move.permission, p_org) then
    perform private.fail(404, 'work.not_found', '没有找到该功能，或您没有办理权限');
  end if;
end
$$;
comment on function private.assert_may_create is 'Raises unless the caller may open items of a kind by this move for a body. Definer: transitions are closed.';

create function private.work_create_many(p_kind text, p_action text, p_rows jsonb, p_actor_name text, p_actor_org uuid default null)
returns setof public.work_items
language plpgsql
security definer set search_path = ''
as $$
declare
  kind private.work_kinds;
  move private.work_transitions;
  prefix text;
  made public.work_items[];
  parents int;
begin
  select * into kind from private.work_kinds as k where k.kind = p_kind;
  select * into move from private.work_transitions as t where t.kind = p_kind and t.from_state = '' and t.action = p_action;
  if move.kind is null then
    perform private.fail(500, 'work.no_creation', '流程没有该创建动作：' || p_kind || '.' || p_action);
  end if;
  prefix := kind.no_prefix || to_char(private.local_day(now()), 'YYYYMMDD');
  -- Parent before child.
  perform from public.work_items as p where p.id in (select (r ->> 'parent_id')::uuid from jsonb_array_elements(p_rows) as r) order by p.id for update;
  with given as materialized (
    select gen_random_uuid() as id, row_number() over () as n, r.*, private.work_check_payload(move.requires, coalesce(r.payload, '{}')) as kept
    from jsonb_to_recordset(p_rows) as r (title text, record_id uuid, org_id uuid, sender_org_id uuid, owner_org_id uuid, handler_id uuid,
      parent_id uuid, region_code int, line_code text, payload jsonb)
  ), term as materialized (
    select g.id as item, t.* from given as g cross join lateral private.terms_started(p_kind, move.starts, g.kept, g.org_id) as t
    where move.starts <> '[]'
  ), governing as (
    select distinct on (t.item) t.* from term as t where t.key not like 'work.%' order by t.item, t.due_at
  ), item as (
    insert into public.work_items (id, kind, no, title, record_id, org_id, sender_org_id, owner_org_id, handler_id, parent_id, region_code, line_code,
      state, warn_at, due_at, red_at, due_is_provisional, term_key, light, next_light_at)
    select g.id, p_kind, prefix || lpad(nextval(('private.work_no_' || p_kind)::regclass)::text, 6, '0'), g.title, g.record_id, g.org_id,
      coalesce(g.sender_org_id, g.owner_org_id), g.owner_org_id, g.handler_id, g.parent_id, g.region_code, g.line_code,
      move.to_state, t.warn_at, t.due_at, t.red_at, coalesce(t.is_provisional, false), t.key, l.light, l.next_at
    from given as g
    left join governing as t on t.item = g.id
    cross join lateral private.light_at(t.warn_at, t.due_at, t.red_at, now()) as l
    order by g.n
    returning *
  ), event as (
    insert into public.work_events (item_id, seq, action, action_label, to_state, actor, actor_name, actor_org_id, actor_org_name, note, payload, words, is_public)
    select g.id, 1, move.action, move.label, move.to_state, private.actor(), p_actor_name, p_actor_org,
      coalesce((select o.name from public.orgs as o where o.id = p_actor_org), ''), coalesce(g.kept ->> 'note', ''), g.kept,
      case when g.kept = '{}' then '[]' else private.work_words(move.requires, g.kept) end, move.is_public
    from given as g
  ), terms as (
    insert into public.work_terms (item_id, rule_id, key, label, org_id, started_on, started_at, fixed_due_on, due_on, warn_at, due_at, red_at, is_provisional, has_move, is_charged)
    select t.item, t.rule_id, t.key, t.label, t.org_id, t.started_on, t.started_at, t.fixed_due_on, t.due_on, t.warn_at, t.due_at, t.red_at, t.is_provisional, t.has_move, t.is_charged
    from term as t
  )
  select array_agg(item order by item.no) into made from item;

  update public.work_items as p set child_count = p.child_count + c.n, open_child_count = p.open_child_count + c.n
  from (select m.parent_id, count(*)::int as n from unnest(made) as m where m.parent_id is not null group by m.parent_id) as c
  where p.id = c.parent_id;
  perform private.emit_many(p_kind || '.' || p_action, array_agg(m.id::text), array_agg(jsonb_build_object('itemId', m.id, 'recordId', m.record_id,
    'kind', m.kind, 'no', m.no, 'state', m.state, 'orgId', m.org_id))) from unnest(made) as m;
  -- Who gets work hears of it; a body that opened it for itself knows.
  insert into public.work_notifications (org_id, item_id, kind, code, body)
  select m.org_id, m.id, m.kind, 'assigned', m.no || ' ' || m.title from unnest(made) as m where m.org_id <> m.sender_org_id;
  perform private.broadcast(array_agg(distinct 'org:' || t.org), 'work_created', p_kind, '{}')
  from unnest(made) as m cross join lateral unnest(array[m.org_id, m.sender_org_id, m.owner_org_id]) as t (org);
  return query select m.* from unnest(made) as m;
end
$$;
comment on function private.work_create_many is
  'Opens items by a creation move: rows [{title, record_id, org_id, owner_org_id, sender_org_id?, handler_id?, parent_id?, region_code, line_code?, payload?}], set-wise, in the order given, with first event, terms, messages, outbox events and broadcast. Definer: as work_apply.';

create function private.work_create(
  p_kind text, p_action text, p_title text, p_record uuid, p_owner_org uuid, p_org uuid, p_region int, p_line text,
  p_payload jsonb, p_actor_name text, p_actor_org uuid default null, p_parent uuid default null)
returns public.work_items
language sql
security definer set search_path = ''
as $$
  select private.work_create_many(p_kind, p_action, jsonb_build_array(jsonb_build_object('title', p_title, 'record_id', p_record, 'org_id', p_org,
    'owner_org_id', p_owner_org, 'parent_id', p_parent, 'region_code', p_region, 'line_code', p_line, 'payload', p_payload)), p_actor_name, p_actor_org)
$$;
comment on function private.work_create is 'Opens one item. Definer: as work_create_many.';

create function private.work_link(p_from uuid, p_to uuid, p_role text)
returns void
language sql
security definer set search_path = ''
as $$
  insert into public.work_links (from_item_id, to_item_id, role, created_by) values (p_from, p_to, p_role, private.actor()) on conflict do nothing
$$;
comment on function private.work_link is 'Links an item to the one it came out of or belongs with. Definer: links take no direct write.';
