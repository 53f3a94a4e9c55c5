-- Power, part two: 三员分立 and bounded delegation as triggers, then the RPCs of administration.
-- Who may do what: officer.invite and officer.grant over the body in question; every role is bounded by
--                  what the caller may hand out there.

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

create function private.withdraw_invitation(p_id uuid)
returns void
language plpgsql
security definer set search_path = ''
as $$
begin
  perform private.assert_administers('officer.invite', (select i.org_id from public.officer_invitations as i where i.id = p_id));
  update public.officer_invitations as i set expires_at = now() where i.id = p_id and i.used_at is null;
end
$$;
comment on function private.withdraw_invitation is 'Definer: invitations take no direct update.';

select private.expose('private.withdraw_invitation', '{authenticated}',
  'Ends an invitation that was not used yet. Raises officer.not_found.');

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

create function private.invite_officer(p_email text, p_name text, p_org_id uuid, p_roles text[], p_title text default '')
returns table (id uuid, code text, expires_at timestamptz)
language plpgsql
security definer set search_path = ''
as $$
declare
  new_code text := private.new_code(6);
  role text;
begin
  perform private.assert_administers('officer.invite', p_org_id);
  foreach role in array coalesce(p_roles, '{}') loop
    perform private.assert_can_grant(role, p_org_id);
  end loop;
  if (select count(distinct r.duty) from public.officer_roles as r where r.code = any (p_roles)) > 1 then
    perform private.fail(422, 'officer.duties_exclude', '系统、安全、审计管理员与业务角色互斥（三员分立），请只选其中一类', '{"field":"roles"}');
  end if;
  if coalesce(p_email, '') !~ '^[^@\s]+@[^@\s]+\.[^@\s]+$' then
    perform private.fail(422, 'officer.email_invalid', '请填写正确的邮箱，例如 name@example.gov.cn', '{"field":"email"}');
  end if;
  if length(btrim(coalesce(p_name, ''))) not between 1 and 50 then
    perform private.fail(422, 'officer.name_invalid', '请填写姓名（1 至 50 个字）', '{"field":"name"}');
  end if;
  if exists (select from auth.users as u where lower(u.email) = lower(btrim(p_email))) then
    perform private.fail(409, 'officer.email_taken', '该邮箱已有账号，请直接授权', '{"field":"email"}');
  end if;
  return query
    insert into public.officer_invitations as i (org_id, email, name, title, role_codes, code_hash)
    values (p_org_id, lower(btrim(p_email)), btrim(p_name), btrim(coalesce(p_title, '')), coalesce(p_roles, '{}'),
      encode(sha256(convert_to(new_code, 'UTF8')), 'hex'))
    returning i.id, new_code, i.expires_at;
end
$$;
comment on function private.invite_officer is 'Definer: writes the closed invitation table after checking what the caller may hand out.';

select private.expose('private.invite_officer', '{authenticated}',
  'Invites an officer into a body with roles; returns the one-time code, shown once. Raises officer.not_found, grant_exceeds, email_taken, email_invalid, name_invalid, role_unknown.');

create function private.tg_users__accept_invitation()
returns trigger
language plpgsql
security definer set search_path = ''
as $$
declare
  invitation public.officer_invitations;
begin
  select * into invitation
  from public.officer_invitations as i
  where i.code_hash = encode(sha256(convert_to(upper(btrim(coalesce(new.raw_user_meta_data ->> 'invitation_code', ''))), 'UTF8')), 'hex')
    and i.email = lower(new.email)
  for update;
  if invitation.id is null or invitation.used_at is not null or invitation.expires_at < now()
    -- An invitation is worth as much as its author: it ends with their account.
    or (invitation.created_by !~ '^system:' and not exists (
      select from public.officers as f where f.id::text = invitation.created_by and f.is_active)) then
    perform private.fail(403, 'officer.invitation_invalid', '邀请码无效、已使用或已过期，请向本单位管理员索取新的邀请码');
  end if;
  perform private.act_as('invitation:' || invitation.id);
  insert into public.officers (id, org_id, name, title)
  values (new.id, invitation.org_id, invitation.name, invitation.title);
  insert into public.officer_role_grants (officer_id, role_code, org_id)
  select new.id, role, invitation.org_id from unnest(invitation.role_codes) as role;
  update public.officer_invitations set used_at = now(), used_by = new.id where id = invitation.id;
  return new;
end
$$;
comment on function private.tg_users__accept_invitation is
  'The only door to an officer account: a sign-up without a valid invitation fails whole. Definer: runs for the auth service, which knows no table of ours.';
create trigger tg_50_accept_invitation after insert on auth.users
  for each row execute function private.tg_users__accept_invitation();

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
  if p_is_granted then
    insert into public.officer_role_grants (officer_id, role_code, org_id, expires_at)
    values (p_officer_id, p_role, target.org_id, p_expires_at)
    on conflict (officer_id, role_code) do update set expires_at = excluded.expires_at;
  else
    delete from public.officer_role_grants where officer_id = p_officer_id and role_code = p_role;
  end if;
end
$$;
comment on function private.grant_role is 'Definer: writes the closed grants after checking what the caller may hand out.';

create function public.grant_role(p_officer_id uuid, p_role text, p_expires_at timestamptz default null)
returns void language sql security invoker set search_path = ''
as $$ select private.grant_role(p_officer_id, p_role, true, p_expires_at) $$;
comment on function public.grant_role is
  'Gives an officer a role, optionally until a time. Raises officer.not_found, self_grant, grant_exceeds, duties_exclude.';

create function public.revoke_role(p_officer_id uuid, p_role text)
returns void language sql security invoker set search_path = ''
as $$ select private.grant_role(p_officer_id, p_role, false, null) $$;
comment on function public.revoke_role is 'Takes a role back, at once. Raises officer.not_found, self_grant, grant_exceeds.';

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
  update public.officers set is_active = p_is_active where id = p_officer_id;
  -- Nobody signs in with a disabled account, and nobody who is signed in renews a token.
  update auth.users set banned_until = case when p_is_active then null else '9999-12-31'::timestamptz end where id = p_officer_id;
  if not p_is_active then
    delete from auth.sessions where user_id = p_officer_id;
  end if;
end
$$;
comment on function private.set_officer_active is 'Definer: officers and the accounts of the auth service take no direct update.';

select private.expose('private.set_officer_active', '{authenticated}',
  'Disables or enables an account; rights end at once since none is in the token. Raises officer.not_found, self_grant.');

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
