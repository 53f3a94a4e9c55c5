-- Work items, part three: the only writer (work_act) and what screens need.
-- Who may do what: by private.work_transitions; a hidden item is "not found".

create function private.work_check_payload(p_requires jsonb, p_payload jsonb)
returns void
language plpgsql
set search_path = ''
as $$
declare
  want jsonb;
  given text;
begin
  for want in select jsonb_array_elements(p_requires) loop
    given := btrim(coalesce(p_payload ->> (want ->> 'field'), ''));
    if given = '' then
      continue when not coalesce((want ->> 'required')::boolean, true);
      perform private.fail(422, 'work.field_required', '请填写“' || (want ->> 'label') || '”', jsonb_build_object('field', want ->> 'field'));
    end if;
    if length(given) > coalesce((want ->> 'max')::int, 2000) then
      perform private.fail(422, 'work.field_too_long', '“' || (want ->> 'label') || '”最多 ' || coalesce(want ->> 'max', '2000') || ' 个字',
        jsonb_build_object('field', want ->> 'field'));
    end if;
    if want ? 'code_set' then
      perform private.assert_code(want ->> 'code_set', given, want ->> 'field');
    end if;
    if want ->> 'type' = 'org' and not exists (
      select from public.orgs as o where o.id::text = given and o.is_active) then
      perform private.fail(422, 'work.org_unknown', '请选择有效的承办单位', jsonb_build_object('field', want ->> 'field'));
    end if;
  end loop;
end
$$;
comment on function private.work_check_payload is 'Every field that a transition requires: present, short enough, a valid code, an active body.';

create function private.work_targets(p_org uuid)
returns table (id uuid, name text, distance int)
language plpgsql stable
security definer set search_path = ''
as $$
begin
  return query
    select o.id, o.name,
      case when o.region_code = home.code then 0 when o.region_code between home.code and home.range_end then 1 else 2 end
    from public.orgs as mine
    join public.regions as home on home.code = mine.region_code
    join public.orgs as o on o.is_active and not o.is_coordinator
    join public.regions as there on there.code = o.region_code
    where mine.id = p_org
      and (o.region_code between home.code and home.range_end or mine.is_coordinator and home.code between there.code and there.range_end);
end
$$;
comment on function private.work_targets is
  'To whom a body may pass work: bodies of its own region and below it; a coordinating body also to those of the regions above it. What belongs to a coordinator is given back to it, not handed over. Distance 0 same region, 1 below, 2 above. Definer: reads inside acts.';

create function private.work_apply(p_item public.work_items, p_move private.work_transitions, p_payload jsonb, p_actor_name text, p_actor_org uuid)
returns public.work_items
language plpgsql
security definer set search_path = ''
as $$
declare
  before public.work_items := p_item;
  item public.work_items := p_item;
  kind private.work_kinds;
  today date := private.local_day(now());
  key text;
begin
  perform private.work_check_payload(p_move.requires, p_payload);
  -- What the transition does not ask for is not kept: a field of another action must have no effect here.
  select coalesce(jsonb_object_agg(w ->> 'field', p_payload -> (w ->> 'field')), '{}') into p_payload
  from jsonb_array_elements(p_move.requires) as w where p_payload ? (w ->> 'field');
  select * into kind from private.work_kinds as k where k.kind = item.kind;
  item.state := coalesce(p_move.to_state, item.state);
  select s.is_open into item.is_open from public.work_states as s where s.kind = item.kind and s.state = item.state;
  if p_move.effect in ('hand_over', 'give_back') then
    item.from_org_id := item.to_org_id;
    item.to_org_id := case p_move.effect when 'hand_over' then (p_payload ->> 'to_org_id')::uuid else private.coordinator_of(item.region_code) end;
    if item.to_org_id = item.from_org_id then
      perform private.fail(422, 'work.same_org', '接收单位不能是当前承办单位，请另选单位', '{"field":"to_org_id"}');
    end if;
    if p_actor_org is not null and p_move.effect = 'hand_over' and item.to_org_id not in (select t.id from private.work_targets(p_actor_org) as t) then
      perform private.fail(422, 'work.org_out_of_reach', '只能交给本行政区划内的单位；需要上级或其他地区办理的，请退回协调机构分派', '{"field":"to_org_id"}');
    end if;
    item.hop_count := item.hop_count + 1;
    select o.line_code into item.line_code from public.orgs as o where o.id = item.to_org_id;
  elsif p_move.effect = 'urge' then
    item.urge_count := item.urge_count + 1;
  elsif p_move.effect = 'supervise' then
    item.is_supervised := true;
  elsif p_move.effect = 'suspend' then
    insert into public.work_suspensions (item_id, reason, started_on) values (item.id, p_payload ->> 'note', today);
  elsif p_move.effect = 'extend' then
    perform private.term_extend(item.id, p_move.extends[1], p_move.extends[2]);
  elsif p_move.effect = 'resume' then
    update public.work_suspensions as s set ended_on = greatest(today, s.started_on) where s.item_id = item.id and s.ended_on is null;
    -- A term that this very step meets must have its end again, to be met or late by it.
    perform private.work_refresh(item.id);
  end if;
  update public.work_items as i
  set state = item.state, is_open = item.is_open, to_org_id = item.to_org_id, from_org_id = item.from_org_id, line_code = item.line_code,
    hop_count = item.hop_count, urge_count = item.urge_count, is_supervised = item.is_supervised,
    closed_at = case when item.is_open then null else coalesce(i.closed_at, now()) end, version = i.version + 1
  where i.id = item.id
  returning * into item;
  insert into public.work_events (item_id, seq, action, action_label, from_state, to_state, actor, actor_name, actor_org_id, actor_org_name, note, payload, is_public)
  values (item.id, item.version, p_move.action, p_move.label, before.state, item.state, private.actor(), p_actor_name, p_actor_org,
    coalesce((select o.name from public.orgs as o where o.id = p_actor_org), ''), coalesce(p_payload ->> 'note', ''), p_payload, p_move.is_public);
  perform private.term_finish(item.id, p_move.meets, false);
  if not item.is_open then
    perform private.term_finish(item.id, null, true);
  elsif p_move.effect = 'give_back' then
    perform private.term_finish(item.id, null, true);
  end if;
  foreach key in array p_move.starts loop
    perform private.term_start(item.id, key);
  end loop;
  execute format('select %s($1, $2, $3, $4)', kind.on_act) using item, before, p_move.action, p_payload;
  perform private.work_refresh(item.id);
  select * into item from public.work_items as i where i.id = item.id;
  if item.to_org_id <> before.to_org_id then
    perform private.work_note(item.to_org_id, item, case p_move.effect when 'give_back' then 'returned' else 'assigned' end, coalesce(p_payload ->> 'note', ''));
  elsif p_move.effect in ('urge', 'supervise') then
    perform private.work_note(item.to_org_id, item, p_move.effect || 'd', coalesce(p_payload ->> 'note', ''));
  end if;
  perform private.emit(kind.event_topic || '.' || p_move.action, item.id::text,
    jsonb_build_object('itemId', item.id, 'subjectId', item.subject_id, 'kind', item.kind, 'no', item.no, 'fromState', before.state, 'state', item.state, 'orgId', item.to_org_id));
  perform private.work_announce(item, 'work_changed', before.to_org_id);
  return item;
end
$$;
comment on function private.work_apply is
  'Carries out one allowed move in one transaction: state, event, terms, module hook, light, message, outbox, broadcast. Definer: the engine''s tables take no direct write.';

create function private.work_create(
  p_kind text, p_title text, p_subject uuid, p_from_org uuid, p_to_org uuid, p_region int, p_line text, p_state text,
  p_starts text[], p_label text, p_actor_name text, p_payload jsonb)
returns public.work_items
language plpgsql
security definer set search_path = ''
as $$
declare
  item public.work_items;
  kind private.work_kinds;
  key text;
begin
  select * into kind from private.work_kinds as k where k.kind = p_kind;
  insert into public.work_items (kind, no, title, subject_id, from_org_id, to_org_id, region_code, line_code, state)
  values (p_kind, private.work_no(p_kind), p_title, p_subject, p_from_org, p_to_org, p_region, p_line, p_state)
  returning * into item;
  insert into public.work_events (item_id, seq, action, action_label, to_state, actor, actor_name, payload, is_public)
  values (item.id, 1, 'create', p_label, p_state, private.actor(), p_actor_name, p_payload, true);
  foreach key in array p_starts loop
    perform private.term_start(item.id, key);
  end loop;
  perform private.work_refresh(item.id);
  select * into item from public.work_items as i where i.id = item.id;
  perform private.emit(kind.event_topic || '.create', item.id::text,
    jsonb_build_object('itemId', item.id, 'subjectId', item.subject_id, 'kind', item.kind, 'no', item.no, 'state', item.state, 'orgId', item.to_org_id));
  perform private.work_announce(item, 'work_created');
  return item;
end
$$;
comment on function private.work_create is 'Opens an item with its first event, terms, outbox event and broadcast. Definer: as work_apply.';

create function private.work_system_act(p_item uuid, p_action text, p_payload jsonb, p_actor text, p_actor_name text)
returns public.work_items
language plpgsql
security definer set search_path = ''
as $$
declare
  item public.work_items;
  move private.work_transitions;
begin
  perform private.act_as(p_actor);
  select * into item from public.work_items as i where i.id = p_item for update;
  select * into move from private.work_transitions as t where t.kind = item.kind and t.from_state = item.state and t.action = p_action;
  if move.kind is null then
    perform private.fail(409, 'work.action_not_allowed', '当前状态不能进行该操作，请刷新后重试', jsonb_build_object('state', item.state, 'action', p_action));
  end if;
  return private.work_apply(item, move, p_payload, p_actor_name, null);
end
$$;
comment on function private.work_system_act is 'A move by the system or the citizen, from inside a module''s own function. Definer: as work_apply.';

create function private.can_read_item(p_item public.work_items)
returns boolean
language sql stable
security definer set search_path = ''
as $$
  select private.has_permission('work.read', p_item.to_org_id) or private.has_permission('work.read', p_item.from_org_id)
    or p_item.id in (select private.granted_row_ids('work'))
$$;
comment on function private.can_read_item is 'The rule of work_items_select for one row, inside definer functions. Definer: as has_permission.';

create function private.work_act(p_item_id uuid, p_action text, p_payload jsonb, p_expected_version int, p_key uuid)
returns public.work_items
language plpgsql
security definer set search_path = ''
as $$
declare
  me text := (select auth.uid())::text;
  item public.work_items;
  move private.work_transitions;
  done jsonb;
  officer public.officers;
begin
  if p_key is null then
    perform private.fail(422, 'work.key_required', '缺少幂等键，请刷新页面后重试');
  end if;
  perform pg_advisory_xact_lock(hashtextextended(me || p_key, 0));
  select * into item from public.work_items as i where i.id = p_item_id for update;
  if item.id is null or not private.can_read_item(item) then
    perform private.fail(404, 'work.not_found', '没有找到该事项，可能已移交其他单位');
  end if;
  select k.result into done from private.idempotency_keys as k where k.actor = me and k.key = p_key;
  if done is not null then
    if done ->> 'item' <> item.id::text or done ->> 'action' <> p_action then
      perform private.fail(409, 'work.key_used', '该操作编号已用于另一次办理，请刷新页面后重试');
    end if;
    return item;
  end if;
  if item.version is distinct from p_expected_version then
    perform private.fail(409, 'work.stale', '该事项刚刚被他人更新，请刷新后再操作；您填写的内容不会丢失',
      jsonb_build_object('version', item.version, 'state', item.state));
  end if;
  select * into move from private.work_transitions as t
  where t.kind = item.kind and t.from_state = item.state and t.action = p_action and t.permission is not null;
  if move.kind is null or not private.has_permission(move.permission, case move.side when 'to' then item.to_org_id else item.from_org_id end) then
    perform private.fail(409, 'work.action_not_allowed', '当前状态下您不能进行该操作，请刷新后查看可办理的操作',
      jsonb_build_object('state', item.state, 'action', p_action));
  end if;
  select * into officer from public.officers as f where f.id = (select auth.uid());
  item := private.work_apply(item, move, coalesce(p_payload, '{}'), officer.name, officer.org_id);
  insert into private.idempotency_keys (actor, key, result) values (me, p_key, jsonb_build_object('item', item.id, 'action', p_action, 'version', item.version));
  return item;
end
$$;
comment on function private.work_act is 'Definer: the engine''s tables take no direct write; checks reading, key, version and permission first.';

create function public.work_act(p_item_id uuid, p_action text, p_payload jsonb, p_expected_version int, p_key uuid)
returns table (id uuid, state text, state_label text, version int, due_at timestamptz, light public.work_light)
language sql
security invoker set search_path = ''
as $$
  select i.id, i.state, s.label, i.version, i.due_at, i.light
  from private.work_act(p_item_id, p_action, p_payload, p_expected_version, p_key) as i
  join public.work_states as s on s.kind = i.kind and s.state = i.state
$$;
comment on function public.work_act is
  'Takes an action on an item. In: action and payload by work_actions, the version that the officer saw, a key that makes a retry harmless. Raises work.not_found (404), work.stale, work.action_not_allowed, work.key_used (409), work.field_required, work.field_too_long, work.org_unknown, work.org_out_of_reach, code.unknown (422).';

create function private.work_actions(p_item_id uuid)
returns table (action text, label text, tone text, requires jsonb, sort int)
language sql stable
security definer set search_path = ''
as $$
  select t.action, t.label, t.tone, t.requires, t.sort
  from public.work_items as i
  join private.work_transitions as t on t.kind = i.kind and t.from_state = i.state and t.permission is not null
  where i.id = p_item_id and private.can_read_item(i)
    and private.has_permission(t.permission, case t.side when 'to' then i.to_org_id else i.from_org_id end)
    -- A term that cannot be extended any more is not offered for it.
    and (t.effect is distinct from 'extend' or exists (
      select from public.work_terms as w
      where w.item_id = i.id and w.key = t.extends[1] and w.state = 'running' and w.extra_amount = 0 and w.due_at >= now()))
  order by t.sort
$$;
comment on function private.work_actions is 'Definer: transitions are closed; answers only for items the caller may read.';

create function public.work_actions(p_item_id uuid)
returns table (action text, label text, tone text, requires jsonb, sort int)
language sql stable security invoker set search_path = ''
as $$ select * from private.work_actions(p_item_id) $$;
comment on function public.work_actions is 'What the caller may do with an item now, with the fields each action requires; none for a hidden item.';

create function private.find_work_targets(p_text text)
returns table (id uuid, name text)
language sql stable
security definer set search_path = ''
as $$
  select t.id, t.name
  from private.work_targets(private.my_org_id()) as t
  where strpos(t.name, btrim(coalesce(p_text, ''))) > 0
  order by t.distance, t.name
  limit 20
$$;
comment on function private.find_work_targets is 'Definer: as work_targets; nothing for anybody who is not an active officer.';

create function public.find_work_targets(p_text text default '')
returns table (id uuid, name text)
language sql stable security invoker set search_path = ''
as $$ select * from private.find_work_targets(p_text) $$;
comment on function public.find_work_targets is 'Bodies to which the caller''s body may pass work, by part of the name, the nearest first, at most 20.';

grant execute on function private.work_act, private.work_actions, private.find_work_targets to authenticated;
grant execute on function public.work_act, public.work_actions, public.find_work_targets to authenticated;
