-- 监管事项认领, part six: each body of the line, at the levels of an item, says whether the item is its own.
-- Tables: catalog_claims (one row for item × body), catalog_claim_tasks (what a body was asked at once, a work item).
-- Who may do what: catalog.read over the body reads; catalog.claim answers for the own body; catalog.review over the body
--         decides on 不认领; the task goes to and fro by itself.

select private.act_as('system:migration');
select private.allow('catalog.claim', '认领监管事项', '{"handler":"own_org","lead":"own_org"}');

insert into public.deadline_rules (key, label, amount, unit, legal_basis, is_confirmed, effective_from) values
  ('catalog.claim', '认领', 15, 'workday', '平台缺省值，可由站点调整', false, '2020-01-01'),
  ('catalog.decide', '不认领审核', 5, 'workday', '平台缺省值，可由站点调整', false, '2020-01-01');
insert into public.codes (set_key, code, label, sort) values
  ('catalog.decline_ground', 'other_body', '由其他部门承担该职责', 1),
  ('catalog.decline_ground', 'other_level', '由上级或下级机关承担', 2),
  ('catalog.decline_ground', 'no_object', '本地没有该类监管对象', 3),
  ('catalog.decline_ground', 'delegated', '已综合执法改革，由综合执法机构承担', 4),
  ('catalog.decline_ground', 'other', '其他', 9);

create type public.catalog_claim_state as enum ('pending', 'claimed', 'declining', 'declined', 'ended');

create table public.catalog_claim_tasks (
  id uuid primary key default gen_random_uuid(),
  item_id uuid unique references public.work_items (id) on delete restrict,
  no text unique,
  title text not null check (length(title) between 1 and 100),
  body_id uuid not null references public.orgs (id) on delete restrict,
  region_code int not null references public.regions (code) on delete restrict,
  org_id uuid not null references public.orgs (id) on delete restrict,
  line_code text references public.org_lines (code) on delete restrict,
  handler_id uuid references public.officers (id) on delete restrict,
  state text not null,
  is_open boolean not null default true,
  light public.work_light not null default 'green',
  due_at timestamptz,
  due_is_provisional boolean not null default false,
  is_supervised boolean not null default false,
  was_late boolean not null default false,
  closed_at timestamptz,
  created_at timestamptz not null default now(),
  created_by text,
  updated_at timestamptz not null default now(),
  updated_by text
);
comment on table public.catalog_claim_tasks is '认领任务: the items that body_id was asked to claim and has not answered; org_id … closed_at follow the work item.';
create unique index catalog_claim_tasks_body_idx on public.catalog_claim_tasks (body_id) where is_open;
create index catalog_claim_tasks_body_id_idx on public.catalog_claim_tasks (body_id);
create index catalog_claim_tasks_org_idx on public.catalog_claim_tasks (org_id, is_open desc nulls last, created_at desc nulls last, id);
create index catalog_claim_tasks_region_idx on public.catalog_claim_tasks (region_code, created_at desc nulls last);
create index catalog_claim_tasks_line_idx on public.catalog_claim_tasks (line_code, created_at desc nulls last);
create index catalog_claim_tasks_handler_idx on public.catalog_claim_tasks (handler_id, created_at desc nulls last);
create trigger tg_10_stamp before insert or update on public.catalog_claim_tasks for each row execute function private.tg__stamp();
select private.enable_audit('public.catalog_claim_tasks', 'id',
  '{org_id,line_code,handler_id,state,is_open,light,due_at,due_is_provisional,is_supervised,was_late,closed_at}');

create table public.catalog_claims (
  id bigint generated always as identity primary key,
  item_code text not null references public.catalog_items (code) on delete cascade,
  org_id uuid not null references public.orgs (id) on delete restrict,
  state public.catalog_claim_state not null default 'pending',
  asked_version int not null,
  claimed_version int,
  ground text,
  note text not null default '' check (length(note) <= 300),
  decision_note text not null default '' check (length(decision_note) <= 300),
  task_id uuid references public.catalog_claim_tasks (id) on delete restrict,
  asked_at timestamptz not null default now(),
  answered_at timestamptz,
  decided_at timestamptz,
  unique (item_code, org_id),
  check ((state in ('declining', 'declined')) <= (ground is not null))
);
comment on table public.catalog_claims is
  '认领: pending 待认领, claimed 已认领, declining 申请不认领, declined 不认领（已同意）, ended 事项已取消; asked_version = the version that was put before the body, claimed_version = the one it last claimed.';
create index catalog_claims_org_id_idx on public.catalog_claims (org_id, state, item_code);
create index catalog_claims_task_id_idx on public.catalog_claims (task_id);
-- Asking thirty thousand times follows from one publication, which is on record; what bodies answer is told.
create trigger tg_90_audit after update of state, claimed_version, ground, note, decision_note on public.catalog_claims
  for each row execute function private.tg__audit('id', '{id,item_code,org_id,asked_version,task_id,asked_at,answered_at,decided_at}', '{note,decision_note}');

select private.register_work_kind('catalog_claim', '事项认领', 'RL', 'catalog.read');
insert into public.work_states (kind, state, label, is_open, is_side, sort) values
  ('catalog_claim', 'claiming', '认领中', true, false, 10),
  ('catalog_claim', 'deciding', '不认领待审', true, true, 20),
  ('catalog_claim', 'done', '已完成', false, false, 90);
select
  private.allow_move('catalog_claim', '', 'issue', 'claiming', '下发', null, '{}', '{"starts":[{"key":"catalog.claim"}]}'),
  private.allow_move('catalog_claim', 'claiming', 'complete', 'done', '全部认领', null, '{}', '{"meets":["catalog.claim"]}'),
  private.allow_move('catalog_claim', 'claiming', 'refer', 'deciding', '申请不认领', null, '{}',
    '{"effects":["hand_over"],"goes_to":"coordinator","meets":["catalog.claim"],"starts":[{"key":"catalog.decide"}]}'),
  private.allow_move('catalog_claim', 'deciding', 'complete', 'done', '审核完毕', null, '{}', '{"meets":["catalog.decide"]}'),
  private.allow_move('catalog_claim', 'deciding', 'reclaim', 'claiming', '须继续认领', null, '{}',
    '{"effects":["give_back"],"goes_to":"sender","meets":["catalog.decide"],"starts":[{"key":"catalog.claim"}]}'),
  private.allow_press('catalog_claim', '{claiming}', 'catalog.supervise', 'catalog.claim'),
  private.allow_press('catalog_claim', '{deciding}', 'catalog.supervise', 'catalog.review'),
  private.mirror_item('public.catalog_claim_tasks', '{catalog_claim}'),
  private.guard_with('public.catalog_claim_tasks', 'item_id', 'public.work_items', 'With its item: the body that was asked, the coordinators that asked and decide.'),
  private.guard_by('public.catalog_claims', 'catalog.read', 'The body that is asked and those above it.');

create function private.catalog_open_tasks(p_codes text[], p_from uuid)
returns void
language plpgsql
security definer set search_path = ''
as $$
declare
  made jsonb;
begin
  -- A body has one task at a time: what is asked while it is open joins it.
  with open_task as (
    insert into public.catalog_claim_tasks (title, body_id, region_code, org_id, line_code, state)
    select left('认领监管事项：' || (array_agg(i.name order by i.code))[1], 80) || case when count(*) > 1 then '等 ' || count(*) || ' 项' else '' end,
      o.id, o.region_code, o.id, o.line_code, 'claiming'
    from public.catalog_claims as c join public.catalog_items as i on i.code = c.item_code join public.orgs as o on o.id = c.org_id
    where c.item_code = any (p_codes) and c.state = 'pending'
      and not exists (select from public.catalog_claim_tasks as t where t.body_id = c.org_id and t.is_open)
    group by o.id
    returning *
  )
  select jsonb_agg(jsonb_build_object('title', t.title, 'record_id', t.id, 'org_id', t.body_id, 'owner_org_id', p_from, 'region_code', t.region_code, 'line_code', t.line_code))
  into made from open_task as t;
  if made is not null then
    perform private.work_create_many('catalog_claim', 'issue', made, '系统');
    update public.catalog_claim_tasks as t set no = i.no from public.work_items as i where i.kind = 'catalog_claim' and i.record_id = t.id and t.no is null;
  end if;
  update public.catalog_claims as c set task_id = t.id
  from public.catalog_claim_tasks as t
  where t.body_id = c.org_id and t.is_open and c.item_code = any (p_codes) and c.state = 'pending' and c.task_id is distinct from t.id;
end
$$;
comment on function private.catalog_open_tasks is 'A work item for every body that has not answered for some of the items, set-wise. Definer: claims and tasks take no direct write.';

create function private.catalog_ask_claims(p_codes text[], p_from uuid)
returns void
language plpgsql
security definer set search_path = ''
as $$
begin
  update public.catalog_claims as c set state = 'ended'
  from public.catalog_items as i where i.code = c.item_code and i.code = any (p_codes) and i.state = 'repealed' and c.state <> 'ended';
  insert into public.catalog_claims (item_code, org_id, asked_version)
  select i.code, o.id, v.version
  from public.catalog_items as i
  cross join lateral (select max(d.version) as version from public.definitions as d where d.kind = 'catalog_item' and d.key = i.code and d.state = 'published') as v
  join public.orgs as o on o.line_code = i.line_code and o.is_active and not o.is_coordinator
  join public.regions as r on r.code = o.region_code and r.tier = any (i.levels)
  where i.code = any (p_codes) and i.state in ('coming', 'in_force')
  on conflict (item_code, org_id) do update set state = 'pending', asked_version = excluded.asked_version, asked_at = now(), ground = null, decision_note = ''
  where catalog_claims.asked_version < excluded.asked_version or catalog_claims.state = 'ended';
  perform private.catalog_open_tasks(p_codes, p_from);
end
$$;
comment on function private.catalog_ask_claims is
  'Asks every body of the line at the levels of the items, again after a change; what was repealed ends. Definer: as catalog_open_tasks.';
