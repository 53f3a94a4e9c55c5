-- 监管事项动态管理, part three: what a body asks to be changed in the catalogue.
-- Tables: catalog_changes (one request), catalog_change_parts (what it does to which item).
-- Who may do what: catalog.read over the body that asked, and the coordinators that decide, read; see part four for the flow.

select private.act_as('system:migration');

insert into public.codes (set_key, code, label, sort) values
  ('catalog.change_type', 'add', '新增', 1),
  ('catalog.change_type', 'amend', '变更', 2),
  ('catalog.change_type', 'suspend', '暂停', 3),
  ('catalog.change_type', 'resume', '恢复', 4),
  ('catalog.change_type', 'repeal', '取消', 5),
  ('catalog.change_type', 'merge', '合并', 6),
  ('catalog.change_type', 'split', '拆分', 7),
  ('catalog.change_reason', 'law', '法律法规规章立改废释', 1),
  ('catalog.change_reason', 'org', '机构职能调整', 2),
  ('catalog.change_reason', 'power_list', '权责清单调整', 3),
  ('catalog.change_reason', 'national', '国家目录更新', 4),
  ('catalog.change_reason', 'other', '其他', 9);

create table public.catalog_changes (
  id uuid primary key default gen_random_uuid(),
  item_id uuid unique references public.work_items (id) on delete restrict,
  no text unique,
  title text not null check (length(title) between 1 and 100),
  change_type text not null,
  reason text not null,
  ground text not null check (length(ground) between 2 and 1000),
  effective_from date,
  owner_org_id uuid not null references public.orgs (id) on delete restrict,
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
comment on table public.catalog_changes is
  '动态调整申请: change_type and reason are codes; ground = 理由和依据; effective_from as wished; owner_org_id asked; org_id … closed_at follow the work item.';
create index catalog_changes_owner_org_id_idx on public.catalog_changes (owner_org_id, created_at desc);
create index catalog_changes_org_idx on public.catalog_changes (org_id, is_open desc nulls last, created_at desc nulls last, id);
create index catalog_changes_region_idx on public.catalog_changes (region_code, created_at desc nulls last);
create index catalog_changes_line_idx on public.catalog_changes (line_code, created_at desc nulls last);
create index catalog_changes_handler_idx on public.catalog_changes (handler_id, created_at desc nulls last);
create trigger tg_10_stamp before insert or update on public.catalog_changes for each row execute function private.tg__stamp();
select private.enable_audit('public.catalog_changes', 'id',
  '{org_id,line_code,handler_id,state,is_open,light,due_at,due_is_provisional,is_supervised,was_late,closed_at}', '{title,ground}');

create table public.catalog_change_parts (
  id bigint generated always as identity primary key,
  change_id uuid not null references public.catalog_changes (id) on delete cascade,
  n smallint not null,
  action text not null check (action in ('add', 'amend', 'suspend', 'resume', 'repeal')),
  item_code text check (item_code ~ '^[0-9]{14}$'),
  base_version int,
  main_name text check (length(main_name) between 2 and 100),
  body jsonb check (jsonb_typeof(body) = 'object'),
  result_version int,
  unique (change_id, n),
  check ((action = 'add') = (base_version is null)),
  check ((action in ('add', 'amend')) = (body is not null))
);
comment on table public.catalog_change_parts is
  'What a request does: item_code of add is given at publication; base_version = what was seen when it was asked; main_name = a new main item for an added one; body = the item as it is to be; result_version = what was published.';
create index catalog_change_parts_item_code_idx on public.catalog_change_parts (item_code);
select private.enable_audit('public.catalog_change_parts', 'id', '{}', '{body}');

create view public.catalog_change_list with (security_invoker = true) as
select c.id, c.item_id, c.no, c.title, c.change_type, c.reason, c.ground, c.title || ' ' || coalesce(c.no, '') as search_text,
  c.effective_from, c.owner_org_id, c.org_id, c.region_code, c.line_code, c.handler_id, c.state, c.is_open, c.light,
  case when c.is_open then coalesce(c.due_at < now(), false) else c.was_late end as is_late,
  c.due_at, c.due_is_provisional, c.is_supervised, c.created_at,
  -- Names by subquery, not by join: looked up for the rows that are shown, never for a count.
  (select g.full_name from public.regions as g where g.code = c.region_code) as region_name,
  (select o.name from public.orgs as o where o.id = c.owner_org_id) as owner_org_name,
  (select o.name from public.orgs as o where o.id = c.org_id) as org_name,
  (select s.label from public.work_states as s where s.kind = 'catalog_change' and s.state = c.state) as state_label,
  (select f.name from public.officers as f where f.id = c.handler_id) as handler_name,
  case when c.is_open then private.workdays_left(c.due_at) end as workdays_left,
  (select count(*)::int from public.catalog_change_parts as p where p.change_id = c.id) as part_count
from public.catalog_changes as c;
comment on view public.catalog_change_list is '动态调整申请 for lists, with names instead of codes, under the viewer''s rights.';
grant select on public.catalog_change_list to authenticated;
