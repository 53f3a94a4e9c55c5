-- Place and organisation: divisions, the site's profile, lines of work, bodies, officers.
-- Tables: regions, sites, org_lines, orgs (public facts, anyone reads); officers (own scope).
-- Who may do what: written by the seed and by admin RPCs; no direct writes.

create type public.region_kind as enum ('division', 'zone');

create table public.regions (
  code int primary key check (code between 100000000 and 999999999),
  name text not null,
  full_name text not null,
  tier smallint not null check (tier between 2 and 5),
  kind public.region_kind not null default 'division',
  parent_code int references public.regions (code) on delete restrict,
  range_end int not null,
  valid_from date not null default '2000-01-01',
  valid_to date,
  successor_code int references public.regions (code) on delete restrict,
  check (range_end >= code)
);
comment on table public.regions is
  '行政区划: nine digits (GB/T 2260 + township), tier 2省 3市 4县 5乡; [code, range_end] is the subtree; zone = 开发区等管委会, not a division of GB/T 2260.';
create index regions_parent_code_idx on public.regions (parent_code, code);
create index regions_successor_code_idx on public.regions (successor_code);
alter table public.regions enable row level security;
create policy regions_select on public.regions for select to anon, authenticated using (true);
comment on policy regions_select on public.regions is 'Divisions are public knowledge.';
grant select on public.regions to anon, authenticated, service_role;
select private.enable_audit('public.regions', 'code');

create function private.region_range_end(p_code int)
returns int
language sql immutable strict
set search_path = ''
as $$
  select case
    when p_code % 10000000 = 0 then p_code + 9999999
    when p_code % 100000 = 0 then p_code + 99999
    when p_code % 1000 = 0 then p_code + 999
    else p_code
  end
$$;
comment on function private.region_range_end is 'Last code of a region''s subtree: a province holds seven free digits, a city five, a county three.';

create table public.sites (
  key text primary key,
  name text not null,
  short_name text not null,
  government text not null,
  root_region int not null references public.regions (code) on delete restrict,
  tiers smallint[] not null,
  modules text[] not null,
  superiors jsonb not null default '[]',
  hotline text not null default '12345',
  parameters jsonb not null default '{}',
  is_active boolean not null default false
);
comment on table public.sites is 'Site profile: one deployment serves one active site (省, 市 or 县); a difference between sites is a row here, never a fork. parameters: what the foot of the public page shows (主办单位、备案号 and the like), kept by definitions of kind site.';
create unique index sites_one_active_idx on public.sites (is_active) where is_active;
create index sites_root_region_idx on public.sites (root_region);
alter table public.sites enable row level security;
create policy sites_select on public.sites for select to anon, authenticated using (is_active);
comment on policy sites_select on public.sites is 'The public page shows whose system this is.';
grant select on public.sites to anon, authenticated, service_role;
select private.enable_audit('public.sites', 'key');

create table private.modules (
  id text primary key,
  title text not null,
  prefix text not null unique,
  is_enabled boolean not null default true
);
comment on table private.modules is
  'Modules that are installed. prefix: of their tables, permissions and outbox topics. is_enabled follows sites.modules: what is off grants nothing (held_permissions), its public functions refuse, its jobs rest.';

create function private.register_module(p_id text, p_title text, p_prefix text)
returns void
language plpgsql
set search_path = ''
as $$
begin
  insert into private.modules (id, title, prefix) values (p_id, p_title, p_prefix);
  update public.sites set modules = array_append(modules, p_id) where is_active and p_id <> all (modules);
end
$$;
comment on function private.register_module is 'Called by the first migration of a module: folder, Chinese title, prefix. What is installed is on until somebody switches it off.';

create function private.disabled_prefixes()
returns setof text
language sql stable parallel safe
security definer set search_path = ''
as $$ select m.prefix from private.modules as m where not m.is_enabled $$;
comment on function private.disabled_prefixes is 'Prefixes of the modules that the site does not run. Definer: the table is closed.';

create function private.assert_module(p_prefix text)
returns void
language plpgsql stable
security definer set search_path = ''
as $$
begin
  if p_prefix in (select d.p from private.disabled_prefixes() as d (p)) then
    perform private.fail(404, 'site.module_off', '本站点未开通该功能');
  end if;
end
$$;
comment on function private.assert_module is 'For functions that ask no permission, the public''s and the edge''s. Raises site.module_off. Definer: the table is closed.';

create function private.tg_20_site_modules()
returns trigger
language plpgsql
set search_path = ''
as $$
declare
  stray text := (select m from unnest(new.modules) as m where m not in (select k.id from private.modules as k) limit 1);
begin
  if stray is not null then
    perform private.fail(422, 'site.module_unknown', '没有名为“' || stray || '”的功能模块', '{"field":"modules"}');
  end if;
  if new.is_active then
    update private.modules as m set is_enabled = m.id = any (new.modules) where m.is_enabled <> (m.id = any (new.modules));
  end if;
  return null;
end
$$;
comment on function private.tg_20_site_modules is 'Only what is installed can be switched on.';
create trigger tg_20_site_modules after insert or update of modules, is_active on public.sites
  for each row execute function private.tg_20_site_modules();

create table public.org_lines (
  code text primary key check (code ~ '^[a-z_]+$'),
  name text not null,
  bureau_name text not null,
  department_name text not null,
  sort int not null
);
comment on table public.org_lines is '条线: a field of work with the name its body bears at a city or county (bureau) and at a province (department).';
alter table public.org_lines enable row level security;
create policy org_lines_select on public.org_lines for select to anon, authenticated using (true);
comment on policy org_lines_select on public.org_lines is 'Public knowledge.';
grant select on public.org_lines to anon, authenticated, service_role;
select private.enable_audit('public.org_lines', 'code');

create table public.orgs (
  id uuid primary key default gen_random_uuid(),
  region_code int not null references public.regions (code) on delete restrict,
  line_code text not null references public.org_lines (code) on delete restrict,
  parent_id uuid references public.orgs (id) on delete restrict,
  name text not null,
  short_name text not null,
  is_coordinator boolean not null default false,
  is_active boolean not null default true,
  unique (region_code, line_code)
);
comment on table public.orgs is '监管部门: one body for each region and line; a coordinator (协调机构) serves all lines of its region.';
create index orgs_line_code_idx on public.orgs (line_code, region_code);
create index orgs_parent_id_idx on public.orgs (parent_id);
create index orgs_coordinator_idx on public.orgs (region_code) where is_coordinator and is_active;
alter table public.orgs enable row level security;
create policy orgs_select on public.orgs for select to anon, authenticated using (true);
comment on policy orgs_select on public.orgs is 'Who is responsible is always shown, also to citizens.';
grant select on public.orgs to anon, authenticated, service_role;
select private.enable_audit('public.orgs');

create table public.officers (
  id uuid primary key references auth.users (id) on delete restrict,
  org_id uuid not null references public.orgs (id) on delete restrict,
  name text not null check (length(btrim(name)) between 1 and 50),
  title text not null default '',
  is_active boolean not null default true,
  created_at timestamptz not null default now(),
  created_by text,
  updated_at timestamptz not null default now(),
  updated_by text
);
comment on table public.officers is '工作人员: one officer is one account and belongs to one body; made only from an invitation.';
create index officers_org_id_idx on public.officers (org_id, is_active);
create trigger tg_10_stamp before insert or update on public.officers
  for each row execute function private.tg__stamp();
select private.enable_audit('public.officers');
alter table public.officers enable row level security;

create function private.coordinator_of(p_region int)
returns uuid
language plpgsql stable
security definer set search_path = '' set plan_cache_mode = 'force_generic_plan'
as $$
begin
  return (
    select o.id
    from public.orgs as o
    join public.regions as r on r.code = o.region_code
    where o.is_coordinator and o.is_active and p_region between r.code and r.range_end
    order by r.tier desc
    limit 1);
end
$$;
comment on function private.coordinator_of is '协调机构 of a region: its own, else the nearest above. Definer: must answer for every caller alike.';
