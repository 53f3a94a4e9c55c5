-- Invitations: an account by officer.invite, with a proposal of roles and no power; who waits for a role, and whom to ask.
-- Tables: officer_invitations (band 0200).
-- Who may do what: officer.invite invites, sends again, withdraws; the code goes to the mailbox and to nobody else;
--                  officer.grant sees who joined and waits.

insert into private.quotas (bucket, amount, per) values
  ('invitation.send', 60, '1 hour'),
  ('invitation.resend', 5, '1 day');

create function private.send_invitation(p_invitation public.officer_invitations, p_code text)
returns void
language plpgsql
security definer set search_path = ''
as $$
begin
  perform private.void_messages(p_invitation.id);
  perform private.send_message('email', p_invitation.email, 'invitation',
    jsonb_build_object('name', p_invitation.name, 'org', (select o.name from public.orgs as o where o.id = p_invitation.org_id),
      'site', (select s.name from public.sites as s where s.is_active)),
    p_code, p_invitation.id, p_invitation.expires_at);
end
$$;
comment on function private.send_invitation is 'To the mailbox of the invited, the only place where the code can be read. Definer: messages are closed.';

create function private.make_invitation(p_email text, p_name text, p_org_id uuid, p_proposed_roles text[], p_title text, p_is_of_table boolean)
returns public.officer_invitations
language plpgsql
security definer set search_path = ''
as $$
declare
  me text := private.my_id();
  code text := private.new_code(6);
  proposed text[] := coalesce(p_proposed_roles, '{}');
  made public.officer_invitations;
begin
  perform private.assert_administers('officer.invite', p_org_id);
  if exists (select from unnest(proposed) as p (code) where p.code is null or p.code not in (select r.code from public.officer_roles as r)) then
    perform private.fail(422, 'officer.role_unknown', '角色不存在，请从列表中选择', '{"field":"roles"}');
  end if;
  if (select count(distinct r.duty) from public.officer_roles as r where r.code = any (proposed)) > 1 then
    perform private.fail(422, 'officer.duties_exclude', '系统、安全、审计管理员与业务角色互斥（三员分立），请只选其中一类', '{"field":"roles"}');
  end if;
  if coalesce(p_email, '') !~ '^[^@\s]+@[^@\s]+\.[^@\s]+$' or length(p_email) > 200 then
    perform private.fail(422, 'officer.email_invalid', '请填写正确的邮箱，例如 name@example.gov.cn', '{"field":"email"}');
  end if;
  if length(btrim(private.visible_text(coalesce(p_name, '')))) not between 1 and 50 then
    perform private.fail(422, 'officer.name_invalid', '请填写姓名（1 至 50 个字）', '{"field":"name"}');
  end if;
  if exists (select from auth.users as u where lower(u.email) = lower(btrim(p_email))) then
    perform private.fail(409, 'officer.email_taken', '该邮箱已有账号，无需邀请', '{"field":"email"}');
  end if;
  if not (case when p_is_of_table then private.take_quota('invitation.table', me) else private.take_quota('invitation.send', me) end) then
    perform private.fail(429, 'quota.used_up', '发出的邀请过多，请过一会儿再试');
  end if;
  insert into public.officer_invitations as i (org_id, email, name, title, role_codes, code_hash)
  values (p_org_id, lower(btrim(p_email)), btrim(private.visible_text(p_name)), btrim(private.visible_text(coalesce(p_title, ''))), proposed,
    private.code_digest(code))
  returning i.* into made;
  perform private.send_invitation(made, code);
  return made;
end
$$;
comment on function private.make_invitation is
  'An invitation within officer.invite, counted with those of tables or those by hand; raises what invite_officer says. Definer: writes the closed invitation table.';

create function private.invite_officer(p_email text, p_name text, p_org_id uuid, p_proposed_roles text[] default '{}', p_title text default '')
returns table (id uuid, expires_at timestamptz)
language sql
security definer set search_path = ''
as $$
  select m.id, m.expires_at from private.make_invitation(p_email, p_name, p_org_id, p_proposed_roles, p_title, false) as m
$$;
comment on function private.invite_officer is 'Definer: as make_invitation.';

select private.expose('private.invite_officer', '{authenticated}',
  'Invites an officer into a body, without any power: the roles are a proposal to who grants. The one-time code goes to the mailbox. Raises officer.not_found (404), role_unknown, duties_exclude, email_invalid, name_invalid (422), email_taken (409), quota.used_up (429).');

create function private.assert_open_invitation(p_id uuid)
returns public.officer_invitations
language plpgsql
security definer set search_path = ''
as $$
declare
  invitation public.officer_invitations;
begin
  select * into invitation from public.officer_invitations as i where i.id = p_id for update;
  perform private.assert_administers('officer.invite', invitation.org_id);
  if invitation.used_at is not null or invitation.withdrawn_at is not null then
    perform private.fail(409, 'officer.invitation_over', '该邀请已使用或已撤回，请刷新查看');
  end if;
  return invitation;
end
$$;
comment on function private.assert_open_invitation is 'An invitation that was neither used nor withdrawn, within officer.invite. Definer: invitations take no direct update.';

create function private.resend_invitation(p_id uuid)
returns void
language plpgsql
security definer set search_path = ''
as $$
declare
  invitation public.officer_invitations := private.assert_open_invitation(p_id);
  code text := private.new_code(6);
begin
  if exists (select from auth.users as u where lower(u.email) = invitation.email) then
    perform private.fail(409, 'officer.email_taken', '该邮箱已有账号，无需邀请');
  end if;
  if not private.take_quota('invitation.resend', p_id::text) then
    perform private.fail(429, 'quota.used_up', '这份邀请今天已重发多次，请核对邮箱，明天再试');
  end if;
  update public.officer_invitations as i
  -- Whoever sends it again stands for it from now on.
  set code_hash = private.code_digest(code), expires_at = now() + interval '7 days'
  where i.id = p_id
  returning * into invitation;
  perform private.send_invitation(invitation, code);
end
$$;
comment on function private.resend_invitation is 'Definer: invitations take no direct update.';

select private.expose('private.resend_invitation', '{authenticated}',
  'A new code to the same mailbox; the old one is void. Raises officer.not_found (404), invitation_over, email_taken (409), quota.used_up (429).');

create function private.withdraw_invitation(p_id uuid)
returns void
language plpgsql
security definer set search_path = ''
as $$
declare
  invitation public.officer_invitations := private.assert_open_invitation(p_id);
begin
  update public.officer_invitations as i set expires_at = now(), withdrawn_at = now() where i.id = invitation.id;
  perform private.void_messages(invitation.id);
end
$$;
comment on function private.withdraw_invitation is 'Definer: invitations take no direct update.';

select private.expose('private.withdraw_invitation', '{authenticated}',
  'Ends an invitation that was not used yet; what was not sent is not sent any more. Raises officer.not_found (404), invitation_over (409).');

create function private.open_invitations()
returns table (
  id uuid, org_id uuid, org_name text, email text, name text, title text, role_names text[], expires_at timestamptz, created_at timestamptz,
  delivery text, delivered_at timestamptz, delivery_error text)
language plpgsql stable
security definer set search_path = ''
as $$
begin
  return query
    select i.id, i.org_id, o.name, i.email, i.name, i.title,
      coalesce((select array_agg(r.name order by r.sort) from public.officer_roles as r where r.code = any (i.role_codes)), '{}'),
      i.expires_at, i.created_at, private.message_state(m), m.sent_at, m.error
    from public.officer_invitations as i
    join public.orgs as o on o.id = i.org_id
    left join private.messages as m on m.id = (select x.id from private.messages as x where x.about_id = i.id order by x.created_at desc limit 1)
    where i.org_id in (select private.permitted_org_ids('officer.invite'))
      and i.used_at is null and i.withdrawn_at is null and i.expires_at > now() - interval '30 days'
    order by i.created_at desc
    limit 100;
end
$$;
comment on function private.open_invitations is 'Definer: messages are closed; answers for the bodies that the caller may invite into.';

select private.expose('private.open_invitations', '{authenticated}',
  'Invitations not used yet (expired ones for a month, to be sent again), newest first, at most 100, and what became of the message: waiting, sent, failed.');

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
  where i.code_hash = private.code_digest(new.raw_user_meta_data ->> 'invitation_code')
    and i.email = lower(new.email)
  for update;
  if invitation.id is null or invitation.used_at is not null or invitation.expires_at < now()
    -- An invitation is worth as much as its author, or who sent it again: it ends with their account.
    or (invitation.created_by !~ '^system:' and not exists (
      select from public.officers as f where f.id::text in (invitation.created_by, invitation.updated_by) and f.is_active)) then
    perform private.fail(403, 'officer.invitation_invalid', '邀请码无效、已使用或已过期，请向本单位管理员索取新的邀请码');
  end if;
  perform private.act_as('invitation:' || invitation.id);
  insert into public.officers (id, org_id, name, title)
  values (new.id, invitation.org_id, invitation.name, invitation.title);
  update public.officer_invitations
  set used_at = now(), used_by = new.id, answered_at = case when invitation.has_roles then now() end
  where id = invitation.id;
  perform private.void_messages(invitation.id);
  if invitation.has_roles then
    insert into public.officer_role_grants (officer_id, role_code, org_id)
    select new.id, role, invitation.org_id from unnest(invitation.role_codes) as role;
  else
    perform private.tell_officers(array(select private.officers_who_may('officer.grant', invitation.org_id)), 'officer_waits',
      (select invitation.name || '（' || o.name || '）账号已开通，等待授予角色' from public.orgs as o where o.id = invitation.org_id));
  end if;
  return new;
end
$$;
comment on function private.tg_users__accept_invitation is
  'The only door to an officer account: a sign-up without a valid invitation fails whole. The account has no power but for the first administrators''; whoever may grant hears of it. Definer: runs for the auth service, which knows no table of ours.';
create trigger tg_50_accept_invitation after insert on auth.users
  for each row execute function private.tg_users__accept_invitation();


create function private.waiting_officers()
returns table (
  officer_id uuid, name text, title text, org_id uuid, org_name text, joined_at timestamptz, role_codes text[], role_names text[], invited_by_name text,
  is_asked boolean)
language sql stable
security definer set search_path = ''
as $$
  select f.id, f.name, f.title, f.org_id, o.name, f.created_at, p.role_codes,
    coalesce((select array_agg(r.name order by r.sort) from public.officer_roles as r where r.code = any (p.role_codes)), '{}'), b.name,
    exists (select from private.officer_change_asks as a where a.officer_id = f.id and a.change = 'grant' and a.outcome is null and a.lapses_at > now())
  from public.officers as f
  join public.orgs as o on o.id = f.org_id
  left join public.officer_invitations as i on i.used_by = f.id
  left join public.officers as b on b.id::text = i.created_by
  cross join lateral (select case when i.answered_at is null then coalesce(i.role_codes, '{}') else '{}' end as role_codes) as p
  where f.org_id in (select private.permitted_org_ids('officer.grant')) and f.is_active
    and not exists (select from public.officer_role_grants as g where g.officer_id = f.id and (g.expires_at is null or g.expires_at > now()))
  order by f.created_at desc
  limit 100
$$;
comment on function private.waiting_officers is 'Definer: who grants does not read invitations; answers for the bodies that the caller may grant in.';

select private.expose('private.waiting_officers', '{authenticated}',
  '待授权: active officers without any role, newest first, at most 100, with what their invitation proposed unless a role was given since; is_asked: a second administrator is to agree to a role.');

create function private.my_grantors()
returns table (name text, title text, org_name text)
language sql stable
security definer set search_path = ''
as $$
  select f.name, f.title, o.name
  from private.officers_who_may('officer.grant', private.my_org_id()) as w (id)
  join public.officers as f on f.id = w.id
  join public.orgs as o on o.id = f.org_id
  join public.regions as r on r.code = o.region_code
  where w.id <> private.my_id()
  order by r.tier desc, f.name
  limit 5
$$;
comment on function private.my_grantors is 'Definer: an officer without a role may read no colleague; answers for the caller''s own body.';

select private.expose('private.my_grantors', '{authenticated}',
  'Whom to ask for a role: the security administrators who reach my body, the nearest first, at most five.');
