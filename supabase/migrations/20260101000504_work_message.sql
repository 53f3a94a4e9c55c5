-- Work items, part five: broadcasts, messages, escalation. Nothing here is exposed.
-- Tables: private.realtime_queue (of running transactions), realtime_events (what was sent), realtime_topics.

create table private.realtime_events (
  topic text not null,
  seq bigint not null,
  event text not null,
  payload jsonb not null,
  created_at timestamptz not null default now(),
  primary key (topic, seq)
);
comment on table private.realtime_events is 'Broadcasts by topic with a gapless sequence: a client that was away asks for what it missed. Kept 3 days.';
create index realtime_events_created_at_idx on private.realtime_events (created_at);

create table private.realtime_topics (
  topic text primary key,
  last_seq bigint not null
);
comment on table private.realtime_topics is 'Last sequence of each topic; the row lock orders broadcasts of concurrent transactions.';

create table private.realtime_queue (
  tx xid8 not null default pg_current_xact_id(),
  topic text not null,
  event text not null,
  kind text not null,
  payload jsonb not null,
  primary key (tx, topic, event, kind)
);
comment on table private.realtime_queue is
  'What the running transaction is going to broadcast, once for a topic, event and flow: sent at its end in the order of the topics, so that two transactions never wait for each other''s, whatever order they worked in.';

create function private.tg_realtime_queue__flush()
returns trigger
language plpgsql
security definer set search_path = ''
as $$
declare
  one record;
  next_seq bigint;
begin
  -- The first row's trigger sends them all; the others find nothing left.
  for one in
    with mine as (delete from private.realtime_queue as q where q.tx = pg_current_xact_id() returning *)
    select * from mine order by topic, event, kind
  loop
    insert into private.realtime_topics as r (topic, last_seq) values (one.topic, 1)
    on conflict (topic) do update set last_seq = r.last_seq + 1
    returning last_seq into next_seq;
    insert into private.realtime_events (topic, seq, event, payload)
    values (one.topic, next_seq, one.event, one.payload || jsonb_build_object('seq', next_seq));
    perform realtime.send(one.payload || jsonb_build_object('seq', next_seq), one.event, one.topic, true);
  end loop;
  return null;
end
$$;
comment on function private.tg_realtime_queue__flush is 'Sends what a transaction has to say, at its end, sorted and numbered. Definer: the sequence table is closed.';
create constraint trigger tg_90_flush after insert on private.realtime_queue
  deferrable initially deferred for each row execute function private.tg_realtime_queue__flush();

create function private.broadcast(p_topics text[], p_event text, p_kind text, p_payload jsonb)
returns void
language plpgsql
security definer set search_path = ''
as $$
begin
  insert into private.realtime_queue (topic, event, kind, payload)
  select distinct t, p_event, p_kind, p_payload || jsonb_build_object('kind', p_kind) from unnest(p_topics) as t where t is not null
  on conflict (tx, topic, event, kind) do update set payload = excluded.payload;
end
$$;
comment on function private.broadcast is 'Says something on private topics when this transaction ends; the same again is said once. Definer: the queue is closed.';

create function private.work_announce(p_item public.work_items, p_event text, p_before public.work_items default null)
returns void
language plpgsql
security definer set search_path = ''
as $$
begin
  -- A body hears that something of a flow changed, and no more: not everybody in it reads every flow.
  perform private.broadcast(
    array['org:' || p_item.org_id, 'org:' || p_item.sender_org_id, 'org:' || p_item.owner_org_id, 'org:' || p_before.org_id],
    p_event, p_item.kind, '{}');
  perform private.broadcast(array['work:' || p_item.id], p_event, p_item.kind,
    jsonb_build_object('item_id', p_item.id, 'state', p_item.state, 'version', p_item.version))
  where p_event <> 'work_created';
end
$$;
comment on function private.work_announce is 'Tells the bodies concerned, and whoever looks at the item. Definer: as broadcast.';

select private.act_as('system:migration');
insert into public.codes (set_key, code, label, sort) values
  ('work.message', 'assigned', '新的待签收事项', 1),
  ('work.message', 'returned', '退回重新分派', 2),
  ('work.message', 'handler_assigned', '指派您承办', 3),
  ('work.message', 'reminded', '期限将至', 4),
  ('work.message', 'overdue', '已超过期限', 5),
  ('work.message', 'overdue_long', '严重超期', 6),
  ('work.message', 'urged', '催办', 7),
  ('work.message', 'supervised', '督办', 8),
  ('work.message', 'supervision_answered', '督办已反馈', 9),
  ('work.message', 'supervision_lapsed', '督办超期未反馈', 16),
  ('work.message', 'instructed', '批示', 17),
  ('work.message', 'supervision_released', '督办已解除', 10),
  ('work.message', 'approval_asked', '待您审批', 11),
  ('work.message', 'approval_granted', '审批通过', 12),
  ('work.message', 'approval_refused', '审批退回', 13),
  ('work.message', 'approval_withdrawn', '审批已撤回', 14),
  ('work.message', 'material', '收到补充材料', 15),
  ('work.message', 'officer_waits', '新人员待授权', 21),
  ('work.message', 'officer_change_asked', '管理员变更待核准', 22),
  ('work.message', 'officer_change_decided', '管理员变更已有结果', 23);
-- 常用语: what is written often in a move, whose name stands before the dot. A module adds its own.
insert into public.codes (set_key, code, label, sort) values
  ('work.phrase', 'hand_over.1', '经核实，该事项属你单位职责范围，现转请依法办理。', 1),
  ('work.phrase', 'hand_over.2', '请按规定期限办理并直接答复当事人。', 2),
  ('work.phrase', 'give_back.1', '经核实，该事项不属本单位职责范围，请重新分派。', 11),
  ('work.phrase', 'give_back.2', '经核实，事项发生地不在本辖区，请转有管辖权的单位办理。', 12),
  ('work.phrase', 'give_back.3', '反映内容涉及多个部门，建议由协调机构明确主办单位。', 13),
  ('work.phrase', 'refuse.1', '经审查，所反映的事项不属本机关职责范围，依法不予受理。', 21),
  ('work.phrase', 'refuse.2', '经审查，不符合受理条件，依法不予受理。', 22),
  ('work.phrase', 'refuse.3', '如对本决定不服，可以依法申请行政复议或者提起行政诉讼。', 23),
  ('work.phrase', 'extend.1', '案情复杂，需进一步调查取证，申请延长办理期限。', 31),
  ('work.phrase', 'extend.2', '需等待检验、检测、鉴定结果，申请延长办理期限。', 32),
  ('work.phrase', 'answer.1', '您反映的事项已办理完毕，现将结果答复如下：', 41),
  ('work.phrase', 'answer.2', '感谢您对监管工作的支持和监督。', 42),
  ('work.phrase', 'urge.1', '该事项即将到期，请抓紧办理。', 51),
  ('work.phrase', 'urge.2', '该事项已超过办理期限，请立即办理并说明原因。', 52),
  ('work.phrase', 'supervise.1', '请在反馈期限内办结，并书面报告办理情况。', 61),
  ('work.phrase', 'supervise.2', '请查明未按期办理的原因，提出整改措施并限期落实。', 62);

create function private.work_tell(p_item public.work_items, p_code text, p_body text, p_org uuid, p_officer uuid default null, p_permission text default null)
returns void
language plpgsql
security definer set search_path = ''
as $$
begin
  insert into public.work_notifications (org_id, officer_id, permission, item_id, kind, code, body)
  select p_org, p_officer, p_permission, p_item.id, p_item.kind, p_code,
    p_item.no || ' ' || p_item.title || case when p_body = '' then '' else '：' || p_body end
  where p_org is not null;
  perform private.broadcast(array['officer:' || p_officer], 'work_message', p_item.kind, '{}') where p_officer is not null;
end
$$;
comment on function private.work_tell is 'Leaves a message for a body, for one of its officers, or for those in it who hold a permission. Definer: messages take no direct write.';

create function private.tell_officers(p_officers uuid[], p_code text, p_body text)
returns void
language plpgsql
security definer set search_path = ''
as $$
begin
  insert into public.work_notifications (org_id, officer_id, code, body)
  select f.org_id, f.id, p_code, p_body from public.officers as f where f.id = any (p_officers);
  perform private.broadcast(array['officer:' || o.id], 'work_message', '', '{}') from unnest(p_officers) as o (id);
end
$$;
comment on function private.tell_officers is 'Leaves a message about no item for officers by name. Definer: messages take no direct write.';

create function private.work_tell_handler(p_item public.work_items, p_code text, p_body text)
returns void
language plpgsql
security definer set search_path = ''
as $$
begin
  perform private.work_tell(p_item, p_code, p_body, p_item.org_id, p_item.handler_id);
end
$$;
comment on function private.work_tell_handler is 'A message for the 承办人, or for the body while nobody is named. Definer: messages take no direct write.';

create function private.common_superior(p_a uuid, p_b uuid)
returns uuid
language sql stable
security definer set search_path = ''
as $$
  select o.id
  from public.orgs as a
  join public.orgs as b on b.id = p_b
  join public.orgs as o on o.is_active and o.id not in (a.id, b.id)
    and (o.is_coordinator or o.line_code = a.line_code and o.line_code = b.line_code)
  join public.regions as r on r.code = o.region_code
  where a.id = p_a and a.region_code between r.code and r.range_end and b.region_code between r.code and r.range_end
  order by r.tier desc, o.is_coordinator
  limit 1
$$;
comment on function private.common_superior is
  'The nearest body above two others: of their own line when they share one, else the coordinator of the smallest region that holds both. Definer: must answer for every caller alike.';

insert into private.work_escalations (kind, light, target, code) values
  (null, 'yellow', 'handler', 'reminded'),
  (null, 'orange', 'handler', 'overdue'),
  (null, 'orange', 'assigner', 'overdue'),
  (null, 'red', 'holder', 'overdue_long'),
  (null, 'red', 'superior', 'overdue_long');

create function private.work_escalate(p_items public.work_items[])
returns void
language plpgsql
security definer set search_path = ''
as $$
begin
  insert into public.work_notifications (org_id, officer_id, permission, item_id, kind, code, body)
  select t.org_id, t.officer_id, t.permission, i.id, i.kind, e.code, i.no || ' ' || i.title
  from unnest(p_items) as i
  join private.work_kinds as k on k.kind = i.kind
  join private.work_escalations as e on e.light = i.light
    and e.kind is not distinct from (select x.kind from private.work_escalations as x where x.kind = i.kind limit 1)
  cross join lateral (
    select case e.target when 'owner' then i.owner_org_id when 'superior' then private.common_superior(i.owner_org_id, i.org_id) else i.org_id end as org_id,
      case e.target when 'handler' then i.handler_id end as officer_id,
      case e.target when 'assigner' then k.assign_permission end as permission) as t
  where t.org_id is not null and (e.target <> 'assigner' or k.assign_permission is not null);
  perform private.say_term_warnings(p_items);
end
$$;
comment on function private.work_escalate is 'Tells whom the ladder of the flow names for the light that each item has now. Definer: messages take no direct write.';
