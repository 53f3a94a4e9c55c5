-- A flow that exists in tests only. It uses what no module on screen uses yet, so that the engine is proven by a second
-- flow of another kind: several receivers, parent and child, structured action, guard, terms of every unit, a date from
-- the payload, moves by time, extension more than once, suspension of one term, returns and reach of its own, parts of a grant.

select private.act_as('system:migration');
select private.register_module('trial', '试验通知', 'trial');

select private.allow('trial.read', '查看试验通知', '{"handler":"own_org","reviewer":"own_org","lead":"own_org","coordinator":"region_subtree"}');
select private.allow('trial.handle', '办理试验通知', '{"handler":"own_org","lead":"own_org"}');
select private.allow('trial.approve', '审批试验通知', '{"reviewer":"own_org","lead":"own_org","leader":"region_subtree"}');
select private.allow('trial.assign', '指派试验承办人', '{"lead":"own_org"}');
-- Nobody hands it out, not even who uses it and hands out everything else.
select private.allow('trial.withhold', '试验：不得授出', '{"line_supervisor":"own_org","security_admin":"region_subtree"}');
update public.officer_role_permissions set can_grant = false where permission_code = 'trial.withhold';
select private.allow('trial.supervise', '督办试验通知', '{"coordinator":"region_subtree","leader":"region_subtree"}');

insert into public.deadline_rules (key, label, amount, unit, legal_basis, effective_from, times, red_workdays, warn_share) values
  ('trial.sign', '签收', 24, 'hour', '试验', '2020-01-01', 1, 0, 0.5),
  ('trial.answer', '反馈', 1, 'month', '试验', '2020-01-01', 1, 2, 0.2),
  ('trial.more', '反馈延长', 1, 'month', '试验', '2020-01-01', 2, 5, 0.2),
  ('trial.keep', '存档', 1, 'year', '试验', '2020-01-01', 1, 5, 0.2);

create table public.trial_notices (
  id uuid primary key default gen_random_uuid(),
  item_id uuid references public.work_items (id) on delete restrict,
  no text,
  title text not null,
  text text not null default '',
  org_id uuid not null references public.orgs (id) on delete restrict,
  line_code text references public.org_lines (code) on delete restrict,
  handler_id uuid references public.officers (id) on delete restrict,
  state text not null default 'drafting',
  is_open boolean not null default true,
  light public.work_light not null default 'green',
  due_at timestamptz,
  due_is_provisional boolean not null default false,
  is_supervised boolean not null default false,
  was_late boolean not null default false,
  closed_at timestamptz
);
comment on table public.trial_notices is 'A notice to several bodies.';
create table public.trial_parts (
  like public.trial_notices including defaults,
  notice_id uuid not null references public.trial_notices (id) on delete restrict,
  facts text not null default ''
);
alter table public.trial_parts add primary key (id),
  add foreign key (item_id) references public.work_items (id) on delete restrict,
  add foreign key (org_id) references public.orgs (id) on delete restrict,
  add foreign key (line_code) references public.org_lines (code) on delete restrict,
  add foreign key (handler_id) references public.officers (id) on delete restrict;
comment on table public.trial_parts is 'What one receiver does about it.';
do $$
declare one text; col text;
begin
  foreach one in array '{trial_notices,trial_parts}'::text[] loop
    foreach col in array '{item_id,org_id,line_code,handler_id}'::text[] loop
      execute format('create index %s_%s_idx on public.%s (%s)', one, col, one, col);
    end loop;
    perform private.enable_audit(('public.' || one)::regclass);
  end loop;
end $$;
create index trial_parts_notice_id_idx on public.trial_parts (notice_id);
select private.guard_as('public.trial_notices', 'org_id in (select private.permitted_org_ids(''trial.read''))', '{authenticated}', 'The body that sent it.'),
  private.guard_by('public.trial_parts', 'trial.read', 'The receiver; a receiver never learns of another''s part.');

create function private.trial_on_act(p_item public.work_items, p_before public.work_items, p_action text, p_payload jsonb)
returns void language plpgsql security definer set search_path = '' as $$
declare
  child record;
begin
  if p_action = 'send' then
    with part as (
      insert into public.trial_parts (notice_id, title, org_id)
      select p_item.record_id, p_item.title, o::uuid from jsonb_array_elements_text(p_payload -> 'receivers') as o
      returning *
    )
    select jsonb_agg(jsonb_build_object('title', p.title, 'record_id', p.id, 'org_id', p.org_id, 'owner_org_id', p_item.org_id, 'parent_id', p_item.id,
      'region_code', b.region_code, 'line_code', b.line_code, 'payload', jsonb_build_object('due_on', p_payload -> 'due_on'))) as rows
    into child
    from part as p join public.orgs as b on b.id = p.org_id;
    perform private.work_create_many('trial_part', 'deliver', child.rows, '系统');
  elsif p_action = 'cancel' then
    for child in select i.id from public.work_items as i where i.parent_id = p_item.id and i.is_open order by i.id loop
      perform private.work_system_act(child.id, 'revoke', '{}', private.actor(), '系统');
    end loop;
  elsif p_action = 'lend' then
    perform private.open_row('trial', p_item.record_id, (p_payload ->> 'to_org_id')::uuid, 'trial.read', array['facts'], '借阅', interval '3 days');
  end if;
end $$;
comment on function private.trial_on_act is 'Definer: called by work_apply.';
create function private.trial_guard_send(p_item public.work_items, p_payload jsonb)
returns text language sql stable security definer set search_path = '' as
$$ select case when n.text = '' then '通知还没有正文' end from public.trial_notices as n where n.id = p_item.record_id $$;
comment on function private.trial_guard_send is 'Guard: a notice without text is not sent. Definer: called inside acts.';
create function private.trial_reach(p_org uuid)
returns table (id uuid, name text, distance int) language sql stable security definer set search_path = '' as
$$ select o.id, o.name, 0 from public.orgs as mine join public.orgs as o on o.line_code = mine.line_code and o.is_active where mine.id = p_org $$;
comment on function private.trial_reach is 'Reach of its own: bodies of the same line, wherever they are. Definer: reads inside acts.';

select private.register_work_kind('trial', '试验通知', 'SY', 'trial.read', 'trial.handle', 'trial.assign', 'private.trial_on_act');
select private.register_work_kind('trial_part', '试验通知办理', 'SP', 'trial.read', 'trial.handle', 'trial.assign', 'private.trial_on_act', interval '30 days', 'complete');
insert into public.work_states (kind, state, label, is_open, sort) values
  ('trial', 'drafting', '起草', true, 1), ('trial', 'sent', '已发出', true, 2), ('trial', 'complete', '已完成', false, 3), ('trial', 'cancelled', '已取消', false, 4),
  ('trial_part', 'awaiting', '待签收', true, 1), ('trial_part', 'working', '办理中', true, 2), ('trial_part', 'paused', '中止', true, 3),
  ('trial_part', 'returned', '已退回', true, 4), ('trial_part', 'answered', '已反馈', false, 5), ('trial_part', 'revoked', '已撤销', false, 6);
update public.work_states set is_side = true where kind = 'trial_part' and state in ('paused', 'returned');

select
  private.allow_move('trial', '', 'open', 'drafting', '起草', 'trial.handle'),
  private.allow_move('trial', 'drafting', 'send', 'sent', '发出', 'trial.handle', array[
      private.field('receivers', 'orgs', '接收单位'), private.field('due_on', 'date', '反馈日期', '{"not_past":true}'),
      private.field('copies', 'number', '份数', '{"min":1,"max":9,"required":false}'), private.field('is_urgent', 'boolean', '紧急', '{"required":false}'),
      private.field('parties', 'rows', '当事人', '{"max":3,"required":false}'), private.field('place', 'region', '地点', '{"required":false}')],
    '{"is_for_handler":true,"approval":"trial.approve","guard":"private.trial_guard_send","form":"trial-receivers","starts":[{"key":"trial.keep"}]}'),
  private.allow_move('trial', 'sent', 'complete', 'complete', '全部反馈', null, '{}', '{"meets":["trial.keep"]}'),
  private.allow_move('trial', 'sent', 'cancel', 'cancelled', '取消', 'trial.handle', array[private.field('note', 'textarea', '理由')], '{"is_for_handler":true}'),
  private.allow_move('trial_part', '', 'deliver', 'awaiting', '送达', null, array[private.field('due_on', 'date', '反馈日期')],
    '{"starts":[{"key":"trial.sign"},{"key":"trial.answer","due":"due_on"}]}'),
  private.allow_move('trial_part', 'awaiting', 'sign', 'working', '签收', 'trial.handle', '{}', '{"is_for_handler":true,"meets":["trial.sign"]}'),
  private.allow_move('trial_part', 'awaiting', 'lapse_sign', 'working', '视为签收', null, '{}', '{"meets":["trial.sign"],"at_end_of":"trial.sign"}'),
  private.allow_move('trial_part', 'working', 'answer', 'answered', '反馈', 'trial.handle', array[private.field('note', 'textarea', '反馈意见')], '{"is_for_handler":true,"meets":["trial.answer"]}'),
  private.allow_move('trial_part', 'working', 'pause', 'paused', '中止', 'trial.handle', array[private.field('note', 'textarea', '事由')], '{"is_for_handler":true,"effects":["suspend"],"pauses":["trial.answer"]}'),
  private.allow_move('trial_part', 'paused', 'go_on', 'working', '恢复', 'trial.handle', '{}', '{"is_for_handler":true,"effects":["resume"],"pauses":["trial.answer"]}'),
  private.allow_move('trial_part', 'working', 'extend', null, '延期', 'trial.handle', array[private.field('note', 'textarea', '理由')],
    '{"is_for_handler":true,"effects":["extend"],"extends":{"key":"trial.answer","by":"trial.more"}}'),
  private.allow_move('trial_part', 'working', 'give_back', 'returned', '退回', 'trial.handle', array[private.field('note', 'textarea', '理由')],
    '{"is_for_handler":true,"effects":["give_back"],"goes_to":"owner","starts":[{"key":"trial.answer"}]}'),
  private.allow_move('trial_part', 'returned', 'pass_on', 'awaiting', '另行交办', 'trial.handle', array[private.field('to_org_id', 'org', '接收单位')],
    '{"effects":["hand_over"],"reach":"private.trial_reach"}'),
  private.allow_move('trial_part', 'working', 'hurry', null, '发起方询问', 'trial.handle', array[private.field('note', 'textarea', '内容')], '{"side":"owner"}'),
  private.allow_move('trial_part', 'working', 'lend', null, '借阅', 'trial.handle', array[private.field('to_org_id', 'org', '借给')], '{"is_for_handler":true}');
select private.allow_move('trial_part', s, 'revoke', 'revoked', '撤销', null) from unnest('{awaiting,working,paused,returned}'::text[]) as s;
select private.allow_press('trial_part', '{awaiting,working,paused}', 'trial.supervise', 'trial.handle'),
  private.allow_handlers('trial_part', '{awaiting,working,paused}'), private.allow_handlers('trial', '{drafting,sent}');
select private.mirror_item('public.trial_notices', '{trial}'), private.mirror_item('public.trial_parts', '{trial_part}');

create function private.trial_open(p_title text, p_text text)
returns uuid language plpgsql security definer set search_path = '' as $$
declare
  me public.officers;
  place public.orgs;
  notice uuid := gen_random_uuid();
begin
  select * into me from public.officers as f where f.id = (select private.my_id()) and f.is_active;
  perform private.assert_may_create('trial', 'open', me.org_id);
  select * into place from public.orgs as o where o.id = me.org_id;
  insert into public.trial_notices (id, title, text, org_id, no)
  values (notice, p_title, p_text, me.org_id, '试〔' || extract(year from private.local_day(now())) || '〕' || private.next_number('trial', me.org_id, extract(year from private.local_day(now()))::int) || '号');
  return (private.work_create('trial', 'open', p_title, notice, me.org_id, me.org_id, place.region_code, place.line_code, '{}', me.name, me.org_id)).id;
end $$;
comment on function private.trial_open is 'Definer: notices take no direct write.';
select private.expose('private.trial_open', '{authenticated}', 'Drafts a notice for the caller''s body; returns its item.');
create function private.trial_read_facts(p_part uuid)
returns text language plpgsql security definer set search_path = '' as $$
begin
  perform private.log_granted_read('trial', p_part, 'facts');
  return (select p.facts from public.trial_parts as p where p.id = p_part);
end $$;
comment on function private.trial_read_facts is 'Definer: reads what was lent, on record.';
select private.expose('private.trial_read_facts', '{authenticated}', 'The facts of a part that was lent to the caller''s body; on record. Raises work.not_found.');
