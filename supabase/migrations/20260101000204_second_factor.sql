-- Signing in: what needs a second factor (二次验证), codes for who lost it (恢复码), one's sessions.
-- Tables: private.officer_recovery_codes.
-- Who may do what: everybody their own; officer.invite takes the factor of an officer away who lost everything.

create function private.require_second_factor(p_permissions text[])
returns void
language sql
set search_path = ''
as $$ update public.officer_permissions set is_two_factor = true where code = any (p_permissions) $$;
comment on function private.require_second_factor is 'Permissions that only a session with two factors gives; used by the migrations of modules.';

select private.act_as('system:migration');
-- 三员: power over accounts, roles, rules and the log.
select private.require_second_factor('{officer.invite,officer.grant,officer.confirm,site.admin,audit.read}');

insert into private.quotas (bucket, amount, per) values
  ('second-factor.account', 10, '15 minutes'),
  ('recovery-code.account', 5, '1 hour');

create table private.officer_recovery_codes (
  officer_id uuid not null references public.officers (id) on delete cascade,
  code_hash text not null,
  created_at timestamptz not null default now(),
  used_at timestamptz,
  primary key (officer_id, code_hash)
);
comment on table private.officer_recovery_codes is '恢复码: each opens the account once without the device; only digests are kept.';

create function private.code_digest(p_code text)
returns text
language sql immutable
set search_path = ''
as $$ select encode(sha256(convert_to(upper(regexp_replace(coalesce(p_code, ''), '\s', '', 'g')), 'UTF8')), 'hex') $$;
comment on function private.code_digest is 'What is kept of a code that a person types: without spaces, whatever the case.';

create function private.new_recovery_codes()
returns setof text
language plpgsql
security definer set search_path = ''
as $$
declare
  codes text[];
begin
  if private.my_org_id() is null or private.my_level() <> 'aal2' then
    perform private.fail(403, 'officer.second_factor_required', '请先开启二次验证，再生成恢复码');
  end if;
  select array_agg(private.new_code(3)) into codes from generate_series(1, 10);
  delete from private.officer_recovery_codes as c where c.officer_id = private.my_id();
  insert into private.officer_recovery_codes (officer_id, code_hash) select private.my_id(), private.code_digest(code) from unnest(codes) as code;
  perform private.audit_write('private.officer_recovery_codes', private.my_id()::text, 'insert', null, jsonb_build_object('codes', 10));
  return query select unnest(codes);
end
$$;
comment on function private.new_recovery_codes is 'Definer: the codes are closed; one''s own only.';

select private.expose('private.new_recovery_codes', '{authenticated}',
  'Ten codes of 60 bits, shown once; those made before are void. Raises officer.second_factor_required (403).');

create function private.drop_second_factor(p_officer uuid, p_but uuid)
returns void
language plpgsql
security definer set search_path = ''
as $$
begin
  delete from auth.mfa_factors as m where m.user_id = p_officer;
  delete from private.officer_recovery_codes as c where c.officer_id = p_officer;
  delete from auth.sessions as s where s.user_id = p_officer and s.id is distinct from p_but;
end
$$;
comment on function private.drop_second_factor is
  'The device is gone: it counts no more, nor do codes and sessions, but one. Definer: factors and sessions belong to the auth service.';

create function private.use_recovery_code(p_code text)
returns text
language plpgsql
security definer set search_path = ''
as $$
declare
  me uuid := private.my_account();
  refused text;
begin
  if me is null or not private.owes_second_factor() then
    perform private.fail(409, 'officer.no_factor_owed', '当前登录不需要恢复码');
  end if;
  perform private.act_as(me::text);
  if not private.take_quota('recovery-code.account', me::text) then
    refused := 'quota.used_up';
  else
    update private.officer_recovery_codes as c set used_at = now()
    where c.officer_id = me and c.used_at is null and c.code_hash = private.code_digest(p_code);
    if not found then
      refused := 'officer.recovery_code_wrong';
    end if;
  end if;
  perform private.audit_write('private.officer_recovery_codes', me::text, case when refused is null then 'update' else 'refused' end, null,
    jsonb_build_object('refusal', refused));
  if refused is null then
    perform private.drop_second_factor(me, (auth.jwt() ->> 'session_id')::uuid);
  end if;
  return refused;
end
$$;
comment on function private.use_recovery_code is
  'Definer: the codes are closed. A refusal is an answer, not an error: an error would take back what was counted and put on record.';

select private.expose('private.use_recovery_code', '{authenticated}',
  'Opens one''s account without the device: takes the second factor away, so that a new one can be set up, and ends all other sessions. Null, or why not: officer.recovery_code_wrong, quota.used_up. Raises officer.no_factor_owed (409).');

create function private.apply_factor_reset(p_officer uuid)
returns void
language plpgsql
security definer set search_path = ''
as $$
begin
  perform private.audit_write('auth.mfa_factors', p_officer::text, 'delete', null, null);
  perform private.drop_second_factor(p_officer, null);
end
$$;
comment on function private.apply_factor_reset is 'Puts it on record and does it; whoever calls has asked who may. Definer: as drop_second_factor.';

create function private.reset_second_factor(p_officer_id uuid)
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
    perform private.fail(403, 'officer.self_grant', '不能重置自己的二次验证，请使用恢复码，或由其他管理员办理');
  end if;
  if not exists (select from auth.mfa_factors as m where m.user_id = p_officer_id and m.status = 'verified') then
    perform private.fail(409, 'officer.no_second_factor', '该人员没有开启二次验证，无需重置');
  end if;
  -- Whoever loses it loses for the time being what an administrator may do.
  if private.duty_of(p_officer_id) <> 'business' then
    perform private.fail_for_second();
  end if;
  perform private.apply_factor_reset(p_officer_id);
end
$$;
comment on function private.reset_second_factor is 'Definer: factors belong to the auth service.';

select private.expose('private.reset_second_factor', '{authenticated}',
  'For an officer who lost device and codes: the next sign-in needs the password only and sets up a new device. Raises officer.not_found, self_grant (403), no_second_factor, needs_second (409: an administrator, see ask_officer_change).');

create function private.officers_with_second_factor(p_officer_ids uuid[])
returns setof uuid
language plpgsql stable
security definer set search_path = ''
as $$
begin
  return query
    select f.id from public.officers as f
    where f.id = any (p_officer_ids) and f.org_id in (select private.permitted_org_ids('officer.invite'))
      and exists (select from auth.mfa_factors as m where m.user_id = f.id and m.status = 'verified');
end
$$;
comment on function private.officers_with_second_factor is 'Definer: factors belong to the auth service.';

select private.expose('private.officers_with_second_factor', '{authenticated}',
  'Which of these officers have a second factor that can be reset; nothing of those over whom the caller does not hold officer.invite.');

create function private.on_second_factor_attempt(event jsonb)
returns jsonb
language plpgsql
security definer set search_path = ''
as $$
declare
  account text := event ->> 'user_id';
  is_valid boolean := coalesce((event ->> 'valid')::boolean, false);
  is_new boolean := not exists (select from auth.mfa_factors as m where m.id = (event ->> 'factor_id')::uuid and m.status = 'verified');
begin
  if not private.take_quota('second-factor.account', account) then
    return '{"decision":"reject","message":"验证次数过多，请过一刻钟再试"}';
  end if;
  insert into private.audit_log (actor, table_name, row_key, op)
  values (case when is_valid then account else 'system:auth' end, 'auth.mfa_factors', account,
    case when not is_valid then 'refused' when is_new then 'insert' else 'sign_in' end);
  return '{"decision":"continue"}';
end
$$;
comment on function private.on_second_factor_attempt is
  'Hook of the auth service ("mfa verification attempt"): limits how often codes are tried for an account, which only who has its password can do, and puts them on record. Definer: log and counters are closed.';
grant execute on function private.on_second_factor_attempt to supabase_auth_admin;

create function private.my_sessions()
returns table (id uuid, signed_in_at timestamptz, seen_at timestamptz, user_agent text, address text, has_second_factor boolean, is_current boolean)
language sql stable
security definer set search_path = ''
as $$
  select s.id, s.created_at, greatest(s.created_at, s.refreshed_at at time zone 'UTC'), s.user_agent, host(s.ip), coalesce(s.aal = 'aal2', false),
    s.id = (auth.jwt() ->> 'session_id')::uuid
  from auth.sessions as s
  where s.user_id = (select private.my_id()) and (s.not_after is null or s.not_after > now())
  order by s.id = (auth.jwt() ->> 'session_id')::uuid desc, 3 desc
$$;
comment on function private.my_sessions is 'Definer: sessions belong to the auth service; one''s own only.';

select private.expose('private.my_sessions', '{authenticated}',
  'Where I am signed in: since when, last renewed (a token lasts an hour), browser and address as the auth service saw them.');

create function private.end_session(p_id uuid)
returns void
language plpgsql
security definer set search_path = ''
as $$
begin
  if not exists (select from auth.sessions as s where s.id = p_id and s.user_id = private.my_id()) then
    perform private.fail(404, 'officer.session_not_found', '该登录已经结束');
  end if;
  -- First: who ends the session they are in is nobody afterwards.
  perform private.audit_write('auth.sessions', p_id::text, 'delete', null, null);
  delete from auth.sessions as s where s.id = p_id;
end
$$;
comment on function private.end_session is 'Definer: as my_sessions.';

select private.expose('private.end_session', '{authenticated}',
  'Signs out elsewhere, at once: no token of that session counts any more. Raises officer.session_not_found (404).');

create function private.my_security()
returns table (second_factor_since timestamptz, recovery_codes_left int)
language sql stable
security definer set search_path = ''
as $$
  select (select min(m.updated_at) from auth.mfa_factors as m where m.user_id = (select private.my_id()) and m.status = 'verified'),
    (select count(*)::int from private.officer_recovery_codes as c where c.officer_id = (select private.my_id()) and c.used_at is null)
$$;
comment on function private.my_security is 'Definer: factors and codes are closed; one''s own only.';

select private.expose('private.my_security', '{authenticated}', 'My second factor (null: none) and how many recovery codes are left.');
