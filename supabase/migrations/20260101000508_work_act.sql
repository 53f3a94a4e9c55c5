-- Work items, part nine: the only writer for officers (work_act), the second person, what may be done now.
-- Who may do what: by private.work_transitions; a hidden item is "not found".

create function private.digest_of(p_payload jsonb)
returns text
language sql immutable
set search_path = ''
as $$
  select encode(sha256(convert_to(coalesce(p_payload, '{}')::text, 'UTF8')), 'hex')
$$;
comment on function private.digest_of is 'What was sent, without keeping it: the same again is a retry, anything else under the same key is not.';

create function private.work_replayed(p_actor text, p_key uuid, p_item uuid, p_action text, p_payload jsonb)
returns boolean
language plpgsql
security definer set search_path = ''
as $$
declare
  done jsonb;
begin
  if p_key is null then
    perform private.fail(422, 'work.key_required', '缺少幂等键，请刷新页面后重试');
  end if;
  perform pg_advisory_xact_lock(hashtextextended(p_actor || p_key, 0));
  select k.result into done from private.idempotency_keys as k where k.actor = p_actor and k.key = p_key;
  if done is null then
    return false;
  end if;
  if done ->> 'item' is distinct from p_item::text or done ->> 'action' is distinct from p_action or done ->> 'digest' is distinct from private.digest_of(p_payload) then
    perform private.fail(409, 'work.key_used', '该操作编号已用于另一次办理，请刷新页面后重试');
  end if;
  return true;
end
$$;
comment on function private.work_replayed is 'Whether this very act, with this very payload, was done before under its key. Definer: the keys are closed.';

create function private.work_ask(p_item public.work_items, p_move private.work_transitions, p_payload jsonb, p_officer public.officers)
returns public.work_items
language plpgsql
security definer set search_path = ''
as $$
declare
  item public.work_items := p_item;
  payload jsonb := private.work_check_payload(p_move.requires, p_payload);
  said jsonb := private.work_words(p_move.requires, payload);
begin
  item.handler_id := coalesce(item.handler_id, case when p_move.is_for_handler and p_officer.org_id = item.org_id then p_officer.id end);
  update public.work_items as i
  set handler_id = item.handler_id, seq = i.seq + 1, version = i.version + (item.handler_id is distinct from i.handler_id)::int
  where i.id = item.id
  returning i.* into item;
  insert into public.work_approvals (item_id, action, action_label, permission, payload, words, version, asked_by, asked_by_name)
  values (item.id, p_move.action, p_move.label, p_move.approval, payload, said, item.version, p_officer.id, p_officer.name);
  insert into public.work_events (item_id, seq, action, action_label, from_state, to_state, actor, actor_name, actor_org_id, actor_org_name, note, payload, words, is_public)
  values (item.id, item.seq, 'ask', '提请审批：' || p_move.label, item.state, item.state, private.actor(), p_officer.name, p_officer.org_id,
    coalesce((select o.name from public.orgs as o where o.id = p_officer.org_id), ''), coalesce(payload ->> 'note', ''), '{}', said, false);
  perform private.work_tell(item, 'approval_asked', p_move.label || '（' || p_officer.name || '提请）', item.org_id, null, p_move.approval);
  perform private.work_announce(item, 'work_changed');
  return item;
end
$$;
comment on function private.work_ask is 'Puts a move before a second person instead of taking it; the terms keep running. Definer: approvals take no direct write.';

create function private.work_act(
  p_item_id uuid, p_action text, p_payload jsonb, p_expected_version int, p_key uuid, out item public.work_items, out is_asked boolean)
language plpgsql
security definer set search_path = ''
as $$
declare
  me text := (select private.my_id())::text;
  move private.work_transitions;
  kind private.work_kinds;
  officer public.officers;
  reason text;
  is_done boolean := private.work_replayed(me, p_key, p_item_id, p_action, p_payload);
begin
  item := private.work_lock(p_item_id);
  if item.id is null or not private.can_read_item(item) then
    perform private.fail(404, 'work.not_found', '没有找到该事项，可能已移交其他单位');
  end if;
  if is_done then
    is_asked := exists (select from public.work_approvals as a
      where a.item_id = item.id and a.action = p_action and a.outcome is null and a.asked_by = (select private.my_id()));
    return;
  end if;
  if item.version is distinct from p_expected_version then
    perform private.fail(409, 'work.stale', '该事项刚刚被他人更新，请刷新后再操作；您填写的内容不会丢失',
      jsonb_build_object('version', item.version, 'state', item.state));
  end if;
  select * into kind from private.work_kinds as k where k.kind = item.kind;
  select * into move from private.work_transitions as t
  where t.kind = item.kind and t.from_state = item.state and t.action = p_action and t.permission is not null;
  if move.kind is null or not private.has_permission(move.permission,
    case move.side when 'holder' then item.org_id when 'sender' then item.sender_org_id else item.owner_org_id end) then
    perform private.fail(409, 'work.action_not_allowed', '当前状态下您不能进行该操作，请刷新后查看可办理的操作',
      jsonb_build_object('state', item.state, 'action', p_action));
  end if;
  reason := private.work_blocked(item, move, kind, coalesce(p_payload, '{}'));
  if reason is not null then
    perform private.fail(409, 'work.blocked', coalesce(nullif(reason, ''), '该事项现在不需要这一操作，请刷新'), jsonb_build_object('action', p_action));
  end if;
  select * into officer from public.officers as f where f.id = (select private.my_id());
  if move.is_for_handler and item.handler_id <> officer.id and item.handler_id in (select h.id from private.my_handler_ids() as h (id)) then
    officer.name := officer.name || '（代' || (select f.name from public.officers as f where f.id = item.handler_id) || '）';
  end if;
  is_asked := move.approval is not null;
  if is_asked then
    item := private.work_ask(item, move, coalesce(p_payload, '{}'), officer);
  else
    item := private.work_apply(item, move, coalesce(p_payload, '{}'), officer.name, officer.org_id);
  end if;
  insert into private.idempotency_keys (actor, key, result) values (me, p_key, 
    jsonb_build_object('item', item.id, 'action', p_action, 'version', item.version, 'digest', private.digest_of(p_payload)));
end
$$;
comment on function private.work_act is 'Definer: the engine''s tables take no direct write; checks key, reading, version, permission and what blocks first.';

create function public.work_act(p_item_id uuid, p_action text, p_payload jsonb, p_expected_version int, p_key uuid)
returns table (id uuid, state text, state_label text, version int, due_at timestamptz, light public.work_light, is_asked boolean)
language sql
security invoker set search_path = ''
as $$
  select (a.item).id, (a.item).state, s.label, (a.item).version, (a.item).due_at, (a.item).light, a.is_asked
  from private.work_act(p_item_id, p_action, p_payload, p_expected_version, p_key) as a
  join public.work_states as s on s.kind = (a.item).kind and s.state = (a.item).state
$$;
comment on function public.work_act is
  'Takes an action on an item, or asks a second person for it (is_asked). In: action and payload by work_actions, the version that the officer saw, a key that makes a retry harmless. Raises work.not_found (404), work.stale, work.action_not_allowed, work.blocked, work.key_used (409), work.field_required, work.field_invalid, work.field_too_long, work.org_unknown, work.org_out_of_reach, work.same_org, work.officer_unfit, code.unknown (422).';

create function private.work_decide(p_approval_id uuid, p_is_granted boolean, p_reason text)
returns public.work_items
language plpgsql
security definer set search_path = ''
as $$
declare
  asked public.work_approvals;
  item public.work_items;
  move private.work_transitions;
  officer public.officers;
begin
  select * into asked from public.work_approvals as a where a.id = p_approval_id;
  item := private.work_lock(asked.item_id);
  select * into asked from public.work_approvals as a where a.id = p_approval_id for update;
  if item.id is null or not private.can_read_item(item) or not private.has_permission(asked.permission, item.org_id) then
    perform private.fail(404, 'work.not_found', '没有找到该审批，可能已撤回或移交其他单位');
  end if;
  if asked.decided_by = (select private.my_id()) and asked.outcome = (case when p_is_granted then 'granted' else 'refused' end) then
    return item;
  end if;
  if asked.outcome is not null then
    perform private.fail(409, 'work.approval_over', '该审批已处理或已撤回，请刷新', jsonb_build_object('outcome', asked.outcome));
  end if;
  if asked.asked_by = (select private.my_id()) then
    perform private.fail(403, 'work.own_approval', '不能审批自己提请的事项，请由另一位审核人员办理');
  end if;
  if p_is_granted is null or not p_is_granted and length(btrim(coalesce(p_reason, ''))) = 0 then
    perform private.fail(422, 'work.field_required', '请填写退回意见', '{"field":"reason"}');
  end if;
  if length(p_reason) > 500 then
    perform private.fail(422, 'work.field_too_long', '“审批意见”最多 500 个字', '{"field":"reason"}');
  end if;
  select * into officer from public.officers as f where f.id = (select private.my_id());
  update public.work_approvals as a
  set outcome = case when p_is_granted then 'granted' else 'refused' end, decided_by = officer.id, decided_by_name = officer.name,
    decided_at = clock_timestamp(), reason = btrim(coalesce(p_reason, ''))
  where a.id = asked.id
  returning * into asked;
  if p_is_granted then
    select * into move from private.work_transitions as t where t.kind = item.kind and t.from_state = item.state and t.action = asked.action;
    if move.kind is null or item.version <> asked.version then
      perform private.fail(409, 'work.stale', '该事项已有新的办理，原来的提请不再有效，请刷新');
    end if;
    item := private.work_apply(item, move, asked.payload, officer.name, officer.org_id, asked.asked_by_name);
  else
    update public.work_items as i set seq = i.seq + 1 where i.id = item.id returning i.* into item;
    insert into public.work_events (item_id, seq, action, action_label, from_state, to_state, actor, actor_name, actor_org_id, actor_org_name, asked_by_name, note, is_public)
    values (item.id, item.seq, 'refuse_approval', '审批退回：' || asked.action_label, item.state, item.state, private.actor(), officer.name, officer.org_id,
      coalesce((select o.name from public.orgs as o where o.id = officer.org_id), ''), asked.asked_by_name, asked.reason, false);
    perform private.work_announce(item, 'work_changed');
  end if;
  perform private.work_tell(item, 'approval_' || asked.outcome, asked.action_label || case when asked.reason = '' then '' else '：' || asked.reason end,
    (select f.org_id from public.officers as f where f.id = asked.asked_by), asked.asked_by);
  return item;
end
$$;
comment on function private.work_decide is 'Definer: approvals take no direct write; checks reading, permission and that it is another person first.';

create function public.work_decide(p_approval_id uuid, p_is_granted boolean, p_reason text default '')
returns table (id uuid, state text, state_label text, version int)
language sql security invoker set search_path = ''
as $$
  select i.id, i.state, s.label, i.version from private.work_decide(p_approval_id, p_is_granted, p_reason) as i
  join public.work_states as s on s.kind = i.kind and s.state = i.state
$$;
comment on function public.work_decide is
  'Grants or refuses what a colleague asked for; granting carries the move out. Harmless when repeated. Raises work.not_found (404), work.own_approval (403), work.approval_over, work.stale (409), work.field_required (422).';

create function private.withdraw_approval(p_approval_id uuid)
returns void
language plpgsql
security definer set search_path = ''
as $$
declare
  item public.work_items;
  asked public.work_approvals;
begin
  item := private.work_lock((select a.item_id from public.work_approvals as a where a.id = p_approval_id and a.asked_by = (select private.my_id()) and a.outcome is null));
  if item.id is null or not private.can_read_item(item) then
    perform private.fail(404, 'work.not_found', '没有找到该审批，可能已处理');
  end if;
  select * into asked from public.work_approvals as a where a.id = p_approval_id;
  perform private.work_withdraw_open_approval(item, '提请人撤回');
  update public.work_items as i set seq = i.seq + 1 where i.id = item.id returning i.* into item;
  insert into public.work_events (item_id, seq, action, action_label, from_state, to_state, actor, actor_name, actor_org_id, actor_org_name, is_public)
  select item.id, item.seq, 'withdraw_approval', '撤回提请：' || asked.action_label, item.state, item.state, private.actor(), asked.asked_by_name, f.org_id, o.name, false
  from public.officers as f join public.orgs as o on o.id = f.org_id where f.id = asked.asked_by;
  perform private.work_announce(item, 'work_changed');
end
$$;
comment on function private.withdraw_approval is 'Definer: approvals take no direct write; only one''s own.';

select private.expose('private.withdraw_approval', '{authenticated}',
  'Takes back what the caller asked for. Raises work.not_found.');

grant execute on function private.work_act, private.work_decide to authenticated;
grant execute on function public.work_act, public.work_decide to authenticated;
