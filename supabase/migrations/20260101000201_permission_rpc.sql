-- Power, part two: 三员分立 and bounded delegation as triggers, then the RPCs of administration.
-- Who may do what: officer.grant (roles) and officer.invite (accounts) over the body in question; every role is bounded
--                  by what the caller may hand out there; administrators are changed by two persons (0205).

create function private.tg_officer_role_grants__check()
returns trigger
language plpgsql
security definer set search_path = ''
as $$
declare
  wanted_duty text := (select duty from public.officer_roles where code = new.role_code);
  other text;
begin
  -- Two grants for one officer wait for each other: each must see what the other gave.
  select f.org_id into new.org_id from public.officers as f where f.id = new.officer_id for update;
  new.granted_by := private.actor();
  select r.name into other
  from public.officer_role_grants as g
  join public.officer_roles as r on r.code = g.role_code
  where g.officer_id = new.officer_id and g.role_code <> new.role_code
    and r.duty <> wanted_duty and (wanted_duty <> 'business' or r.duty <> 'business')
  limit 1;
  if other is not null then
    perform private.fail(409, 'officer.duties_exclude', '系统、安全、审计管理员与业务角色互斥（三员分立），请先收回“' || other || '”',
      jsonb_build_object('held', other));
  end if;
  return new;
end
$$;
comment on function private.tg_officer_role_grants__check is '三员分立: the duties exclude each other. Definer: must see all grants of the officer.';
create trigger tg_20_validate before insert or update on public.officer_role_grants
  for each row execute function private.tg_officer_role_grants__check();

create function private.assert_can_grant(p_role text, p_org uuid)
returns void
language plpgsql
security definer set search_path = ''
as $$
declare
  missing text;
begin
  if not exists (select from public.officer_roles where code = p_role) then
    perform private.fail(422, 'officer.role_unknown', '角色不存在，请从列表中选择', jsonb_build_object('field', 'roles', 'role', p_role));
  end if;
  select p.name into missing
  from public.officer_role_permissions as rp
  join public.officer_permissions as p on p.code = rp.permission_code
  where rp.role_code = p_role and exists (
    select s.id from private.scope_org_ids(p_org, rp.scope) as s (id)
    except
    select g.id from private.grantable_org_ids(rp.permission_code) as g (id))
  limit 1;
  if missing is not null then
    perform private.fail(403, 'officer.grant_exceeds', '您不能授予自己无权授出的权限：' || missing,
      jsonb_build_object('role', p_role, 'permission', missing));
  end if;
end
$$;
comment on function private.assert_can_grant is
  'A role may be handed to a body only when every permission in it, at every body its scope covers from there, is the caller''s to grant. Definer: reads all grants.';

create function private.assert_administers(p_permission text, p_org uuid)
returns void
language plpgsql
security definer set search_path = ''
as $$
begin
  if not private.has_permission(p_permission, p_org) then
    perform private.fail(404, 'officer.not_found', '没有找到该单位或人员，或者不在您的管理范围内');
  end if;
end
$$;
comment on function private.assert_administers is 'Outside one''s scope is "not found". Definer: as has_permission.';

create function private.new_code(p_groups int)
returns text
language sql volatile
set search_path = ''
as $$
  select string_agg(part, '-')
  from (
    select string_agg(substr('23456789ABCDEFGHJKLMNPQRSTUVWXYZ', (get_byte(b.bytes, g * 4 + i) & 31) + 1, 1), '' order by i) as part
    from (select extensions.gen_random_bytes(p_groups * 4) as bytes) as b,
      generate_series(0, p_groups - 1) as g, generate_series(0, 3) as i
    group by g
  ) as parts
$$;
comment on function private.new_code is 'Random code in groups of four out of 32 characters that are not mistaken for each other (5 bits each).';

create function private.duty_of(p_officer uuid)
returns text
language sql stable
security definer set search_path = ''
as $$
  select coalesce((
    select r.duty
    from public.officer_role_grants as g join public.officer_roles as r on r.code = g.role_code
    where g.officer_id = p_officer and (g.expires_at is null or g.expires_at > now())
    limit 1), 'business')
$$;
comment on function private.duty_of is
  'On which side of 三员分立 an officer is now, whether their account is active or not: the duties exclude each other, so any role tells. Definer: must see all grants.';

create function private.fail_for_second()
returns void
language plpgsql
set search_path = ''
as $$
begin
  perform private.fail(409, 'officer.needs_second', '变更管理员须由另一员核准，请提交申请');
end
$$;
comment on function private.fail_for_second is 'An administrator is out of reach of one person.';

create function private.apply_role(p_officer uuid, p_role text, p_is_granted boolean, p_expires_at timestamptz)
returns void
language plpgsql
security definer set search_path = ''
as $$
begin
  if p_is_granted then
    insert into public.officer_role_grants (officer_id, role_code, org_id, expires_at)
    select f.id, p_role, f.org_id, p_expires_at from public.officers as f where f.id = p_officer
    on conflict (officer_id, role_code) do update set expires_at = excluded.expires_at;
    update public.officer_invitations as i set answered_at = now() where i.used_by = p_officer and i.answered_at is null;
  else
    delete from public.officer_role_grants where officer_id = p_officer and role_code = p_role;
  end if;
end
$$;
comment on function private.apply_role is 'Gives or takes a role; whoever calls has asked who may. Definer: grants take no direct write.';

create function private.grant_role(p_officer_id uuid, p_role text, p_is_granted boolean, p_expires_at timestamptz)
returns void
language plpgsql
security definer set search_path = ''
as $$
declare
  target public.officers;
begin
  select * into target from public.officers where id = p_officer_id;
  perform private.assert_administers('officer.grant', target.org_id);
  if p_officer_id = (select private.my_id()) then
    perform private.fail(403, 'officer.self_grant', '不能给自己授权或收权，请由其他管理员办理');
  end if;
  perform private.assert_can_grant(p_role, target.org_id);
  if (select r.duty from public.officer_roles as r where r.code = p_role) <> 'business' then
    perform private.fail_for_second();
  end if;
  perform private.apply_role(p_officer_id, p_role, p_is_granted, p_expires_at);
end
$$;
comment on function private.grant_role is 'Definer: writes the closed grants after checking what the caller may hand out.';

create function public.grant_role(p_officer_id uuid, p_role text, p_expires_at timestamptz default null)
returns void language sql security invoker set search_path = ''
as $$ select private.grant_role(p_officer_id, p_role, true, p_expires_at) $$;
comment on function public.grant_role is
  'Gives an officer a role, optionally until a time. Raises officer.not_found, self_grant, grant_exceeds, duties_exclude, needs_second (409: the role of an administrator, see ask_officer_change).';

create function public.revoke_role(p_officer_id uuid, p_role text)
returns void language sql security invoker set search_path = ''
as $$ select private.grant_role(p_officer_id, p_role, false, null) $$;
comment on function public.revoke_role is 'Takes a role back, at once. Raises officer.not_found, self_grant, grant_exceeds.';

create function private.apply_active(p_officer uuid, p_is_active boolean)
returns void
language plpgsql
security definer set search_path = ''
as $$
begin
  update public.officers set is_active = p_is_active where id = p_officer;
  -- Nobody signs in with a disabled account, and nobody who is signed in renews a token.
  update auth.users set banned_until = case when p_is_active then null else '9999-12-31'::timestamptz end where id = p_officer;
  if not p_is_active then
    delete from auth.sessions where user_id = p_officer;
  end if;
end
$$;
comment on function private.apply_active is
  'Disables or enables an account; whoever calls has asked who may. Definer: officers and the accounts of the auth service take no direct update.';

create function private.set_officer_active(p_officer_id uuid, p_is_active boolean)
returns void
language plpgsql
security definer set search_path = ''
as $$
declare
  target public.officers;
begin
  select * into target from public.officers where id = p_officer_id;
  perform private.assert_administers('officer.invite', target.org_id);
  if p_officer_id = (select private.my_id()) then
    perform private.fail(403, 'officer.self_grant', '不能停用自己的账号，请由其他管理员办理');
  end if;
  if private.duty_of(p_officer_id) <> 'business' then
    perform private.fail_for_second();
  end if;
  perform private.apply_active(p_officer_id, p_is_active);
end
$$;
comment on function private.set_officer_active is 'Definer: as apply_active.';

select private.expose('private.set_officer_active', '{authenticated}',
  'Disables or enables an account; rights end at once since none is in the token. Raises officer.not_found, self_grant, needs_second (409: an administrator, see ask_officer_change).');

create function private.my_session()
returns table (
  officer_id uuid, name text, title text, org_id uuid, org_name text, region_code int, region_name text,
  line_code text, is_coordinator boolean, roles text[], role_names text[], permissions text[],
  owes_second_factor boolean, withheld text[])
language sql stable
security definer set search_path = ''
as $$
  select f.id, f.name, f.title, o.id, o.name, o.region_code, r.full_name, o.line_code, o.is_coordinator,
    coalesce((select array_agg(g.role_code order by x.sort) from public.officer_role_grants as g join public.officer_roles as x on x.code = g.role_code
      where g.officer_id = f.id and (g.expires_at is null or g.expires_at > now())), '{}'),
    coalesce((select array_agg(x.name order by x.sort) from public.officer_role_grants as g join public.officer_roles as x on x.code = g.role_code
      where g.officer_id = f.id and (g.expires_at is null or g.expires_at > now())), '{}'),
    coalesce((select array_agg(distinct h.permission_code) from private.held_permissions((select private.my_id())) as h where h.can_use), '{}'),
    private.owes_second_factor(),
    coalesce((select array_agg(distinct rp.permission_code)
      from public.officer_role_grants as g
      join public.officer_role_permissions as rp on rp.role_code = g.role_code and rp.can_use
      join public.officer_permissions as p on p.code = rp.permission_code and p.is_two_factor
      where g.officer_id = f.id and (g.expires_at is null or g.expires_at > now()) and private.my_level() <> 'aal2'
        and split_part(p.code, '.', 1) not in (select d.p from private.disabled_prefixes() as d (p))), '{}')
  from public.officers as f
  join public.orgs as o on o.id = f.org_id
  join public.regions as r on r.code = o.region_code
  where f.id = (select private.my_account()) and f.is_active
$$;
comment on function private.my_session is 'Definer: an officer may know their own grants whatever tables they may read.';

select private.expose('private.my_session', '{authenticated}',
  'Who am I: one row for an active officer, none for anybody else. owes_second_factor: nothing but the code is left to do; withheld: what would be permitted in a session with two factors.');

grant execute on function private.grant_role, public.grant_role, public.revoke_role to authenticated;
