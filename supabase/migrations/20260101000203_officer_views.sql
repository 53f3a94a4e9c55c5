-- Saved views: a filter of a list under a name, for the officer who saved it and nobody else.
-- Objects: officer_views; RPCs save_view, rename_view, delete_view.
-- Who may do what: every active officer reads and writes their own, nobody another's. Not audited: a private habit, as follows are.

create table public.officer_views (
  id uuid primary key default gen_random_uuid(),
  officer_id uuid not null references public.officers,
  list text not null check (list ~ '^[a-z][a-z0-9-]{0,39}$'),
  name text not null check (char_length(name) between 1 and 20),
  query text not null check (char_length(query) <= 2000),
  is_default boolean not null default false,
  created_at timestamptz not null default now(),
  unique (officer_id, list, name)
);
comment on table public.officer_views is '常用筛选: the filter of a list as its address has it, by the name the officer gave it; a list opens on the default one.';
create unique index officer_views_default_idx on public.officer_views (officer_id, list) where is_default;

alter table public.officer_views enable row level security;
create policy officer_views_select on public.officer_views for select to authenticated
  using (officer_id = (select private.my_id()));
comment on policy officer_views_select on public.officer_views is 'One''s own.';
grant select on public.officer_views to authenticated;

create function private.save_view(p_list text, p_name text, p_query text, p_is_default boolean default false)
returns uuid
language plpgsql
security definer set search_path = ''
as $$
declare
  me uuid;
  wanted text := btrim(coalesce(p_name, ''));
  saved uuid;
begin
  -- Two saves of one officer wait for each other: the limit and the default are about all of their views.
  select f.id into me from public.officers as f where f.id = (select private.my_id()) and f.is_active for update;
  if me is null then
    perform private.fail(404, 'officer.not_found', '没有找到该人员');
  end if;
  if coalesce(p_list, '') !~ '^[a-z][a-z0-9-]{0,39}$' then
    perform private.fail(422, 'officer.view_list', '列表名称不正确，请刷新页面后重试', '{"field":"list"}');
  end if;
  if char_length(wanted) not between 1 and 20 then
    perform private.fail(422, 'officer.view_name', '名称须为 1 至 20 个字，请修改后保存', '{"field":"name"}');
  end if;
  if p_query is null or char_length(p_query) > 2000 then
    perform private.fail(422, 'officer.view_query', '筛选条件过长，请减少条件后保存', '{"field":"query"}');
  end if;
  if not exists (select from public.officer_views as v where v.officer_id = me and v.list = p_list and v.name = wanted)
    and (select count(*) from public.officer_views as v where v.officer_id = me and v.list = p_list) >= 30 then
    perform private.fail(422, 'officer.view_limit', '每个列表最多保存 30 个常用筛选，请先删除不用的', '{"field":"name"}');
  end if;
  if p_is_default then
    update public.officer_views as v set is_default = false where v.officer_id = me and v.list = p_list and v.is_default and v.name <> wanted;
  end if;
  insert into public.officer_views as v (officer_id, list, name, query, is_default)
  values (me, p_list, wanted, p_query, coalesce(p_is_default, false))
  on conflict (officer_id, list, name) do update set query = excluded.query, is_default = excluded.is_default
  returning v.id into saved;
  return saved;
end
$$;
comment on function private.save_view is 'Definer: views take no direct write; touches only the caller''s own.';

select private.expose('private.save_view', '{authenticated}',
  'Keeps a filter of a list under a name; the same name is overwritten, a default takes the place of another. Raises officer.not_found, view_list, view_name, view_query, view_limit.');

create function private.rename_view(p_id uuid, p_name text)
returns void
language plpgsql
security definer set search_path = ''
as $$
declare
  me uuid;
  wanted text := btrim(coalesce(p_name, ''));
  its_list text;
begin
  -- Waits for the saves of the same officer: which names are taken is about all of their views.
  select f.id into me from public.officers as f where f.id = (select private.my_id()) and f.is_active for update;
  select v.list into its_list from public.officer_views as v where v.id = p_id and v.officer_id = me;
  if its_list is null then
    perform private.fail(404, 'officer.view_not_found', '没有找到该常用筛选，可能已删除');
  end if;
  if char_length(wanted) not between 1 and 20 then
    perform private.fail(422, 'officer.view_name', '名称须为 1 至 20 个字，请修改后保存', '{"field":"name"}');
  end if;
  if exists (select from public.officer_views as v where v.officer_id = me and v.list = its_list and v.name = wanted and v.id <> p_id) then
    perform private.fail(409, 'officer.view_taken', '已有同名的常用筛选，请换一个名称', '{"field":"name"}');
  end if;
  update public.officer_views as v set name = wanted where v.id = p_id;
end
$$;
comment on function private.rename_view is 'Definer: views take no direct write; only one''s own.';

select private.expose('private.rename_view', '{authenticated}',
  'Gives one of the caller''s saved filters another name; what it finds, its place and whether it is the default stay. Raises officer.view_not_found, view_name, view_taken.');

create function private.delete_view(p_id uuid)
returns void
language plpgsql
security definer set search_path = ''
as $$
begin
  delete from public.officer_views as v where v.id = p_id and v.officer_id = (select private.my_id()) and private.my_org_id() is not null;
  if not found then
    perform private.fail(404, 'officer.view_not_found', '没有找到该常用筛选，可能已删除');
  end if;
end
$$;
comment on function private.delete_view is 'Definer: views take no direct write; only one''s own.';

select private.expose('private.delete_view', '{authenticated}',
  'Takes out one of the caller''s saved filters. Raises officer.view_not_found.');
