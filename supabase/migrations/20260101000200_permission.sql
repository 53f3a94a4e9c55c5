-- Power: roles and permissions as rows, the one RLS predicate, invitations, 三员分立.
-- Tables: officer_roles, officer_permissions, officer_role_permissions (read by every officer),
--         officer_role_grants, officer_invitations (read by whoever may administer the body).
-- Who may do what: see the RPCs of bands 0201 (roles), 0205 (administrators, by two) and 0206 (invitations);
--                  nobody can grant what they lack.

create type public.permission_scope as enum ('own_org', 'line_subtree', 'region_subtree', 'site');

create table public.officer_permissions (
  code text primary key check (code ~ '^[a-z_]+\.[a-z_]+$'),
  name text not null,
  is_two_factor boolean not null default false
);
comment on table public.officer_permissions is
  '权限: what can be done; the scope comes with the role. is_two_factor: only in a session that was opened with two (二次验证).';

create table public.officer_roles (
  code text primary key check (code ~ '^[a-z_]+$'),
  name text not null,
  duty text not null check (duty in ('business', 'system', 'security', 'audit')),
  sort int not null
);
comment on table public.officer_roles is '角色; duty is its side in 三员分立: the three administrators exclude each other and business.';

create table public.officer_role_permissions (
  role_code text not null references public.officer_roles (code) on delete cascade,
  permission_code text not null references public.officer_permissions (code) on delete restrict,
  scope public.permission_scope not null,
  can_use boolean not null default true,
  can_grant boolean not null default false,
  primary key (role_code, permission_code)
);
comment on table public.officer_role_permissions is
  'Role × permission with the scope counted from the officer''s body; can_grant without can_use is how a security administrator hands out what they cannot do.';
create index officer_role_permissions_permission_code_idx on public.officer_role_permissions (permission_code, role_code);

create table public.officer_role_grants (
  officer_id uuid not null references public.officers (id) on delete restrict,
  role_code text not null references public.officer_roles (code) on delete restrict,
  org_id uuid not null references public.orgs (id) on delete restrict,
  granted_by text,
  granted_at timestamptz not null default now(),
  expires_at timestamptz,
  primary key (officer_id, role_code)
);
comment on table public.officer_role_grants is '授权: who holds which role until when; org_id is the holder''s body, copied for the policy.';
create index officer_role_grants_role_code_idx on public.officer_role_grants (role_code);
create index officer_role_grants_org_id_idx on public.officer_role_grants (org_id);
select private.enable_audit('public.officer_role_grants', 'officer_id');
select private.enable_audit('public.officer_roles', 'code');
select private.enable_audit('public.officer_permissions', 'code');
select private.enable_audit('public.officer_role_permissions', 'role_code');

create function private.tg__announce_rights()
returns trigger
language plpgsql
security invoker set search_path = ''
as $$
begin
  perform pg_notify('rights', to_jsonb(coalesce(new, old)) ->> tg_argv[0]);
  return null;
end
$$;
comment on function private.tg__announce_rights is
  'Tells who keeps channels open (the embedded realtime server) whose rights changed, by the column named; hosted realtime asks again when the token is renewed, within the hour.';
create trigger tg_90_rights after insert or update or delete on public.officer_role_grants
  for each row execute function private.tg__announce_rights('officer_id');
create trigger tg_90_rights after update of is_active, org_id on public.officers
  for each row execute function private.tg__announce_rights('id');

create table public.officer_invitations (
  id uuid primary key default gen_random_uuid(),
  org_id uuid not null references public.orgs (id) on delete restrict,
  email text not null check (email = lower(email) and email ~ '^[^@\s]+@[^@\s]+$'),
  name text not null check (length(btrim(name)) between 1 and 50),
  title text not null default '',
  role_codes text[] not null,
  has_roles boolean not null default false,
  code_hash text not null unique,
  expires_at timestamptz not null default now() + interval '7 days',
  withdrawn_at timestamptz,
  used_at timestamptz,
  used_by uuid references auth.users (id) on delete restrict,
  answered_at timestamptz,
  created_at timestamptz not null default now(),
  created_by text,
  updated_at timestamptz not null default now(),
  updated_by text,
  -- Power with the account: only the operator's command for the first three administrators, who have nobody above them.
  check (not has_roles or created_by ~ '^system:')
);
comment on table public.officer_invitations is
  '邀请: a one-time code bound to a body, of which only the digest is kept. role_codes is a proposal that gives nothing (has_roles: but for the first administrators); answered_at: when a role was given.';
create index officer_invitations_org_id_idx on public.officer_invitations (org_id, created_at desc);
create index officer_invitations_used_by_idx on public.officer_invitations (used_by);
create trigger tg_10_stamp before insert or update on public.officer_invitations
  for each row execute function private.tg__stamp();
select private.enable_audit('public.officer_invitations');

create function private.scope_org_ids(p_org uuid, p_scope public.permission_scope)
returns setof uuid
-- This and the next two are plpgsql, because that keeps its plans for the session: in SQL, most of each call was planning.
language plpgsql stable parallel safe
set search_path = ''
as $$
begin
  case p_scope
    when 'own_org' then
      return next p_org;
    when 'line_subtree' then
      return query
        select o.id
        from public.orgs as mine
        join public.regions as r on r.code = mine.region_code
        join public.orgs as o on o.line_code = mine.line_code and o.region_code between r.code and r.range_end
        where mine.id = p_org;
    when 'region_subtree' then
      return query
        select o.id
        from public.orgs as mine
        join public.regions as r on r.code = mine.region_code
        join public.orgs as o on o.region_code between r.code and r.range_end
        where mine.id = p_org;
    when 'site' then
      return query select o.id from public.orgs as o;
  end case;
end
$$;
comment on function private.scope_org_ids is 'The bodies that a scope covers, counted from one body.';

create function private.held_permissions(p_officer uuid, p_permission text default null)
returns table (org_id uuid, permission_code text, scope public.permission_scope, can_use boolean, can_grant boolean)
language plpgsql stable parallel safe
-- A plan for this officer saves nothing; making one at every call cost more than the query.
security definer set search_path = '' set plan_cache_mode = 'force_generic_plan'
as $$
declare
  -- Of somebody else is asked what they hold, of oneself what one can use now.
  has_given_second boolean := p_officer is distinct from private.my_id() or private.my_level() = 'aal2';
begin
  return query
    select f.org_id, rp.permission_code, rp.scope, rp.can_use, rp.can_grant
    from public.officers as f
    join public.officer_role_grants as g
      on g.officer_id = f.id and (g.expires_at is null or g.expires_at > now())
    join public.officer_role_permissions as rp on rp.role_code = g.role_code
    where f.id = p_officer and f.is_active
      and (p_permission is null or rp.permission_code = p_permission)
      and (has_given_second or rp.permission_code not in (select p.code from public.officer_permissions as p where p.is_two_factor))
      and split_part(rp.permission_code, '.', 1) not in (select m.prefix from private.modules as m where not m.is_enabled);
end
$$;
comment on function private.held_permissions is 'What an active officer holds now (all, or of one permission), of the modules that the site runs; for the caller without what needs a second factor that was not given. Definer: read by policies of tables that the caller cannot read.';

create function private.permitted_org_ids(p_permission text)
returns setof uuid
language plpgsql stable parallel safe
security definer set search_path = ''
as $$
declare
  held record;
begin
  for held in
    select distinct h.org_id, h.scope from private.held_permissions(private.my_id(), p_permission) as h where h.can_use
  loop
    return query select s.id from private.scope_org_ids(held.org_id, held.scope) as s (id);
  end loop;
end
$$;
comment on function private.permitted_org_ids is
  'The one RLS predicate: org_id in (select private.permitted_org_ids(''x.y'')), worked out once and looked up in a hash. A broad role gets every body, which as = any (array(…)) would be searched for each row (9 times slower with 2,000 bodies); an "or is national" branch would cost the narrow user 60 times (measured). Two roles of different reach may name a body twice. Definer: reads grants the caller may not see.';

create function private.permits_every_org(p_permission text)
returns boolean
language plpgsql stable parallel safe
security definer set search_path = ''
as $$
begin
  return exists (
    select
    from private.held_permissions(private.my_id(), p_permission) as h
    join public.orgs as o on o.id = h.org_id
    join public.regions as r on r.code = o.region_code
    where h.can_use
      and (h.scope = 'site' or h.scope = 'region_subtree'
        and r.code <= (select min(a.region_code) from public.orgs as a) and r.range_end >= (select max(a.region_code) from public.orgs as a)));
end
$$;
comment on function private.permits_every_org is
  'Whether permitted_org_ids would name every body there is. Asked first by the policies of large tables, as (select …): whoever sees all then pays for no row (measured: half of a count over 125,000 rows). Never a reason of its own. Definer: as permitted_org_ids.';

create function private.grantable_org_ids(p_permission text)
returns setof uuid
language sql stable
security definer set search_path = ''
as $$
  select distinct s.id
  from private.held_permissions((select private.my_id()), p_permission) as h
  cross join lateral private.scope_org_ids(h.org_id, h.scope) as s (id)
  where h.can_grant
$$;
comment on function private.grantable_org_ids is 'Bodies over which the caller may hand out a permission. Definer: as permitted_org_ids.';

create function private.officer_may(p_officer uuid, p_permission text, p_org uuid)
returns boolean
language plpgsql stable
security definer set search_path = ''
as $$
begin
  -- One body is asked about, so its place is compared; listing all bodies of a broad role to find it cost twice as much.
  return exists (
    select
    from private.held_permissions(p_officer, p_permission) as h
    join public.orgs as mine on mine.id = h.org_id
    join public.regions as r on r.code = mine.region_code
    join public.orgs as o on o.id = p_org
    where h.can_use
      and case h.scope
        when 'own_org' then o.id = mine.id
        when 'line_subtree' then o.line_code = mine.line_code and o.region_code between r.code and r.range_end
        when 'region_subtree' then o.region_code between r.code and r.range_end
        when 'site' then true end);
end
$$;
comment on function private.officer_may is 'Whether an officer holds a permission over one body. Definer: as permitted_org_ids.';

create function private.has_permission(p_permission text, p_org uuid)
returns boolean
language plpgsql stable
security definer set search_path = ''
as $$
begin
  return (select private.officer_may((select private.my_id()), p_permission, p_org));
end
$$;
comment on function private.has_permission is
  'For RPCs that look at one row; never in a policy (a function per row is 700 times slower). Definer: as permitted_org_ids.';

create function private.has_site_right(p_permission text)
returns boolean
language sql stable
security definer set search_path = ''
as $$
  select private.has_permission(p_permission, private.coordinator_of((select s.root_region from public.sites as s where s.is_active)))
$$;
comment on function private.has_site_right is
  'Whether the caller''s scope reaches the top of the site: an administrator of a county does not decide for, or read of, the whole. Definer: as permitted_org_ids.';

create function private.my_org_id()
returns uuid
language plpgsql stable
security definer set search_path = ''
as $$
begin
  return (select f.org_id from public.officers as f where f.id = (select private.my_id()) and f.is_active);
end
$$;
comment on function private.my_org_id is 'The caller''s body, null for anybody who is not an active officer. Definer: officers are closed.';

create function private.permissions_at_my_org()
returns setof text
language plpgsql stable parallel safe
security definer set search_path = ''
as $$
begin
  -- Every scope covers the body that it is counted from.
  return query select distinct h.permission_code from private.held_permissions(private.my_id()) as h where h.can_use;
end
$$;
comment on function private.permissions_at_my_org is 'What the caller may do at their own body. Definer: as permitted_org_ids.';

alter table public.officer_permissions enable row level security;
alter table public.officer_roles enable row level security;
alter table public.officer_role_permissions enable row level security;
alter table public.officer_role_grants enable row level security;
alter table public.officer_invitations enable row level security;

create policy officers_select on public.officers for select to authenticated
  using (id = (select private.my_id()) or (select private.permits_every_org('officer.read')) or org_id in (select private.permitted_org_ids('officer.read')));
comment on policy officers_select on public.officers is 'Oneself, and the colleagues one may read.';
create policy officer_permissions_select on public.officer_permissions for select to authenticated
  using ((select private.my_org_id()) is not null);
comment on policy officer_permissions_select on public.officer_permissions is 'Every officer may know what permissions exist.';
create policy officer_roles_select on public.officer_roles for select to authenticated
  using ((select private.my_org_id()) is not null);
comment on policy officer_roles_select on public.officer_roles is 'Every officer may know what roles exist.';
create policy officer_role_permissions_select on public.officer_role_permissions for select to authenticated
  using ((select private.my_org_id()) is not null);
comment on policy officer_role_permissions_select on public.officer_role_permissions is 'Every officer may know what a role may do.';
create policy officer_role_grants_select on public.officer_role_grants for select to authenticated
  using (officer_id = (select private.my_id()) or org_id in (select private.permitted_org_ids('officer.read')));
comment on policy officer_role_grants_select on public.officer_role_grants is 'One''s own grants, and those of the colleagues one may read.';
create policy officer_invitations_select on public.officer_invitations for select to authenticated
  using (org_id in (select private.permitted_org_ids('officer.invite')));
comment on policy officer_invitations_select on public.officer_invitations is 'Who may invite sees the invitations of those bodies.';

grant select on public.officers, public.officer_permissions, public.officer_roles,
  public.officer_role_permissions, public.officer_role_grants to authenticated;
grant select (id, org_id, email, name, title, role_codes, expires_at, withdrawn_at, used_at, created_at) on public.officer_invitations to authenticated;
grant execute on function private.my_id, private.permitted_org_ids, private.permits_every_org, private.my_org_id, private.has_permission, private.permissions_at_my_org to authenticated;
