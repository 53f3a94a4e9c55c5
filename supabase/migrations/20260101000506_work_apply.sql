-- Work items, part seven: how a move is carried out.
-- Order inside an act: fields, effects, event, terms, clock, the item, the module's hook, its parent, messages, outbox.
-- A hook finds the item as it is now, may act on its children, and does not act on its own item.
-- Lock order: parent, item, the module's row.

create function private.work_pass(p_item public.work_items, p_move private.work_transitions, p_effect text, p_payload jsonb, p_actor_org uuid)
returns public.work_items
language plpgsql
security definer set search_path = ''
as $$
declare
  target uuid := case
    when p_move.goes_to = 'owner' then p_item.owner_org_id
    when p_move.goes_to = 'sender' then p_item.sender_org_id
    when p_move.goes_to = 'coordinator' then private.coordinator_of(p_item.region_code)
    when p_move.goes_to = 'top' then private.coordinator_of((select s.root_region from public.sites as s where s.is_active))
    else (p_payload ->> 'to_org_id')::uuid end;
begin
  if target is not distinct from p_item.org_id then
    perform private.fail(422, 'work.same_org', '接收单位不能是当前承办单位，请另选单位', '{"field":"to_org_id"}');
  end if;
  if p_actor_org is not null and p_move.goes_to is null and target not in (select t.id from private.work_targets(p_actor_org, p_move.reach) as t) then
    perform private.fail(422, 'work.org_out_of_reach', '只能交给本行政区划内的单位；需要上级或其他地区办理的，请退回协调机构分派', '{"field":"to_org_id"}');
  end if;
  p_item.sender_org_id := p_item.org_id;
  p_item.org_id := target;
  p_item.handler_id := null;
  p_item.hop_count := p_item.hop_count + 1;
  p_item.return_count := p_item.return_count + (p_effect = 'give_back')::int;
  p_item.line_code := (select o.line_code from public.orgs as o where o.id = target);
  return p_item;
end
$$;
comment on function private.work_pass is 'An item goes to another body, without its 承办人. Definer: called by work_apply.';

create function private.work_assign(p_item public.work_items, p_kind private.work_kinds, p_officer uuid, p_note text)
returns public.work_items
language plpgsql
security definer set search_path = ''
as $$
begin
  if p_officer is null or not exists (select from public.officers as f where f.id = p_officer and f.is_active and f.org_id = p_item.org_id)
    or not private.officer_may(p_officer, p_kind.handle_permission, p_item.org_id) then
    perform private.fail(422, 'work.officer_unfit', '请选择本单位有办理权限的在岗人员', '{"field":"officer_id"}');
  end if;
  if p_item.handler_id is not null and p_item.handler_id <> p_officer and p_note = '' then
    perform private.fail(422, 'work.field_required', '改派承办人请写明理由', '{"field":"note"}');
  end if;
  p_item.handler_id := p_officer;
  return p_item;
end
$$;
comment on function private.work_assign is 'Names the 承办人: an active officer of the body that may do the work; a change needs a reason. Definer: called by work_apply.';

create function private.work_apply_effect(
  p_effect text, p_item public.work_items, p_move private.work_transitions, p_kind private.work_kinds, p_payload jsonb, p_actor_org uuid)
returns public.work_items
language plpgsql
security definer set search_path = ''
as $$
declare
  today date := private.local_day(now());
begin
  case p_effect
    when 'hand_over', 'give_back' then
      return private.work_pass(p_item, p_move, p_effect, p_payload, p_actor_org);
    when 'assign' then
      return private.work_assign(p_item, p_kind, (p_payload ->> 'officer_id')::uuid, coalesce(p_payload ->> 'note', ''));
    when 'take' then
      return private.work_assign(p_item, p_kind, (select private.my_id()), '');
    when 'urge' then
      p_item.urge_count := p_item.urge_count + 1;
    when 'supervise' then
      p_item.is_supervised := true;
      perform private.terms_finish(p_item.id, '{work.supervise}', true);
    when 'release' then
      p_item.is_supervised := false;
      perform private.terms_finish(p_item.id, '{work.supervise}', true);
    when 'instruct' then
      null;
    when 'suspend' then
      insert into public.work_suspensions (item_id, term_key, reason, started_on)
      select p_item.id, k, coalesce(p_payload ->> 'note', p_move.label), today from unnest(coalesce(p_move.pauses, array[null::text])) as k;
      perform private.terms_refresh(p_item.id);
    when 'resume' then
      update public.work_suspensions as s set ended_on = greatest(today, s.started_on), ended_at = now()
      where s.item_id = p_item.id and s.ended_on is null and (p_move.pauses is null or s.term_key = any (p_move.pauses));
      perform private.terms_refresh(p_item.id);
    when 'extend' then
      perform private.term_extend(p_item.id, p_move.extends ->> 'key', p_move.extends ->> 'by', coalesce(p_payload ->> 'note', p_move.label));
      perform private.terms_refresh(p_item.id);
  end case;
  return p_item;
end
$$;
comment on function private.work_apply_effect is 'What the engine itself does for an effect that a move names. Definer: called by work_apply.';

create function private.work_tell_moved(p_item public.work_items, p_before public.work_items, p_move private.work_transitions, p_note text)
returns void
language plpgsql
security definer set search_path = ''
as $$
begin
  if p_item.org_id <> p_before.org_id then
    perform private.work_tell(p_item, case when 'give_back' = any (p_move.effects) then 'returned' else 'assigned' end, p_note, p_item.org_id);
  elsif p_item.handler_id is distinct from p_before.handler_id and p_item.handler_id is distinct from (select private.my_id()) then
    perform private.work_tell(p_item, 'handler_assigned', p_note, p_item.org_id, p_item.handler_id);
  end if;
  if 'urge' = any (p_move.effects) then
    perform private.work_tell_handler(p_item, 'urged', p_note);
  elsif 'supervise' = any (p_move.effects) then
    perform private.work_tell(p_item, 'supervised', p_note, p_item.org_id);
  elsif 'instruct' = any (p_move.effects) then
    perform private.work_tell(p_item, 'instructed', p_note, p_item.org_id);
  elsif 'release' = any (p_move.effects) then
    perform private.work_tell(p_item, 'supervision_released', p_note, p_item.org_id);
  elsif 'work.supervise' = any (p_move.meets) then
    -- The answer goes to the body that pressed last.
    perform private.work_tell(p_item, case when p_move.at_end_of is null then 'supervision_answered' else 'supervision_lapsed' end, p_note, (
      select e.actor_org_id from public.work_events as e where e.item_id = p_item.id and e.action = 'supervise' order by e.seq desc limit 1));
  end if;
end
$$;
comment on function private.work_tell_moved is 'Who hears of a move. Definer: called by work_apply.';

create function private.work_close_child(p_child public.work_items, p_change int)
returns void
language plpgsql
security definer set search_path = ''
as $$
declare
  parent public.work_items;
  rollup text := (select k.rollup_action from private.work_kinds as k where k.kind = p_child.kind);
begin
  update public.work_items as i set open_child_count = i.open_child_count + p_change where i.id = p_child.parent_id returning i.* into parent;
  if parent.open_child_count = 0 and rollup is not null and exists (
    select from private.work_transitions as t where t.kind = parent.kind and t.from_state = parent.state and t.action = rollup) then
    perform private.work_move(parent, rollup, '{}', '系统');
  end if;
end
$$;
comment on function private.work_close_child is
  'Keeps the count of a parent''s open children (no count per act) and moves it on when the last one closes. The parent was locked before the child. Definer: called by work_apply.';

create function private.work_apply(
  p_item public.work_items, p_move private.work_transitions, p_payload jsonb, p_actor_name text, p_actor_org uuid, p_asked_by text default '')
returns public.work_items
language plpgsql
security definer set search_path = ''
as $$
declare
  item public.work_items := p_item;
  kind private.work_kinds;
  payload jsonb := private.work_check_payload(p_move.requires, p_payload);
  note text;
  effect text;
  term public.work_terms;
begin
  select * into kind from private.work_kinds as k where k.kind = item.kind;
  note := coalesce(payload ->> 'note', '');
  item.state := coalesce(p_move.to_state, item.state);
  select s.is_open into item.is_open from public.work_states as s where s.kind = item.kind and s.state = item.state;
  foreach effect in array p_move.effects loop
    item := private.work_apply_effect(effect, item, p_move, kind, payload, p_actor_org);
  end loop;
  -- Whoever does a step of the 承办人 where none is named becomes it.
  if p_move.is_for_handler and item.is_open and item.handler_id is null and item.org_id = p_item.org_id and item.org_id = p_actor_org
    and private.officer_may((select private.my_id()), kind.handle_permission, item.org_id) then
    item.handler_id := (select private.my_id());
  end if;
  item.seq := item.seq + 1;
  -- A note, a press or its answer changes nothing that another officer may be deciding on.
  item.version := item.version + (
    (item.state, item.org_id, item.handler_id) is distinct from (p_item.state, p_item.org_id, p_item.handler_id)
    or p_move.effects && '{suspend,resume,extend}'
    or exists (select from unnest(p_move.meets) as m where m not like 'work.%')
    or exists (select from jsonb_array_elements(p_move.starts) as s where s ->> 'key' not like 'work.%'))::int;
  insert into public.work_events (item_id, seq, action, action_label, from_state, to_state, actor, actor_name, actor_org_id, actor_org_name, asked_by_name, note, payload, words, is_public)
  values (item.id, item.seq, p_move.action, p_move.label, p_item.state, item.state, private.actor(), p_actor_name, p_actor_org,
    coalesce((select o.name from public.orgs as o where o.id = p_actor_org), ''), p_asked_by, note, payload,
    case when payload = '{}' then '[]' else private.work_words(p_move.requires, payload) end, p_move.is_public);

  if p_move.meets <> '{}' then
    perform private.terms_finish(item.id, p_move.meets, false);
  end if;
  if not item.is_open or 'give_back' = any (p_move.effects) then
    perform private.terms_finish(item.id, null, true);
  elsif item.org_id <> p_item.org_id then
    perform private.terms_pass(item.id, item.org_id);
  end if;
  for term in select * from private.terms_started(item.kind, p_move.starts, payload, item.org_id, item) loop
    perform private.term_insert(item.id, term);
  end loop;
  if not item.is_open then
    item.is_supervised := false;
    update public.work_suspensions as s set ended_on = greatest(private.local_day(now()), s.started_on), ended_at = now()
    where s.item_id = item.id and s.ended_on is null;
  end if;

  item := private.work_clock(item);
  update public.work_items as i
  set state = item.state, is_open = item.is_open, org_id = item.org_id, sender_org_id = item.sender_org_id, line_code = item.line_code,
    handler_id = item.handler_id, hop_count = item.hop_count, return_count = item.return_count, urge_count = item.urge_count,
    is_supervised = item.is_supervised, was_late = item.was_late, warn_at = item.warn_at, due_at = item.due_at, red_at = item.red_at,
    due_is_provisional = item.due_is_provisional, term_key = item.term_key, light = item.light, next_light_at = item.next_light_at,
    closed_at = case when item.is_open then null else coalesce(i.closed_at, now()) end, version = item.version, seq = item.seq
  where i.id = item.id
  returning i.* into item;
  if kind.on_act is not null then
    execute format('select %s($1, $2, $3, $4)', kind.on_act) using item, p_item, p_move.action, payload;
  end if;
  if item.version <> p_item.version then
    perform private.work_withdraw_open_approval(item, '事项已有新的办理');
  end if;
  if item.org_id <> p_item.org_id and kind.former_keeps is not null then
    perform private.open_row('work', item.id, p_item.org_id, kind.read_permission, '{row}', '移交后查阅', kind.former_keeps);
  end if;
  if item.parent_id is not null and item.is_open <> p_item.is_open then
    perform private.work_close_child(item, case when item.is_open then 1 else -1 end);
  end if;
  perform private.work_tell_moved(item, p_item, p_move, note);
  perform private.emit(item.kind || '.' || p_move.action, item.id::text,
    jsonb_build_object('itemId', item.id, 'recordId', item.record_id, 'kind', item.kind, 'no', item.no, 'fromState', p_item.state, 'state', item.state, 'orgId', item.org_id));
  perform private.work_announce(item, 'work_changed', p_item);
  return item;
end
$$;
comment on function private.work_apply is
  'Carries out one allowed move in one transaction: state, event, terms, module hook, light, message, outbox, broadcast. Definer: the engine''s tables take no direct write.';

create function private.work_withdraw_open_approval(p_item public.work_items, p_reason text)
returns void
language plpgsql
security definer set search_path = ''
as $$
declare
  asked public.work_approvals;
begin
  update public.work_approvals as a set outcome = 'withdrawn', decided_at = clock_timestamp(), reason = p_reason
  where a.item_id = p_item.id and a.outcome is null
  returning * into asked;
  if asked.id is not null and asked.asked_by is distinct from (select private.my_id()) then
    perform private.work_tell(p_item, 'approval_withdrawn', asked.action_label, (select f.org_id from public.officers as f where f.id = asked.asked_by), asked.asked_by);
  end if;
end
$$;
comment on function private.work_withdraw_open_approval is 'What was asked of an item that has moved on is no longer asked. Definer: approvals take no direct write.';

create function private.work_move(p_item public.work_items, p_action text, p_payload jsonb, p_actor_name text)
returns public.work_items
language plpgsql
security definer set search_path = ''
as $$
declare
  move private.work_transitions;
begin
  select * into move from private.work_transitions as t where t.kind = p_item.kind and t.from_state = p_item.state and t.action = p_action;
  if move.kind is null then
    perform private.fail(409, 'work.action_not_allowed', '当前状态不能进行该操作，请刷新后重试', jsonb_build_object('state', p_item.state, 'action', p_action));
  end if;
  return private.work_apply(p_item, move, p_payload, p_actor_name, null);
end
$$;
comment on function private.work_move is 'A move by the system on an item that is locked already. Definer: as work_apply.';

create function private.work_lock(p_item uuid)
returns public.work_items
language plpgsql
security definer set search_path = ''
as $$
declare
  item public.work_items;
begin
  -- Parent before child, always: two children that close together would else wait for each other.
  perform from public.work_items as p where p.id = (select i.parent_id from public.work_items as i where i.id = p_item) for update;
  select * into item from public.work_items as i where i.id = p_item for update;
  return item;
end
$$;
comment on function private.work_lock is 'Locks an item in the order of the engine. Definer: items take no direct write.';

create function private.work_system_act(p_item uuid, p_action text, p_payload jsonb, p_actor text, p_actor_name text)
returns public.work_items
language plpgsql
security definer set search_path = ''
as $$
begin
  perform private.act_as(p_actor);
  return private.work_move(private.work_lock(p_item), p_action, p_payload, p_actor_name);
end
$$;
comment on function private.work_system_act is 'A move by the system or the citizen, from inside a module''s own function. Definer: as work_apply.';
