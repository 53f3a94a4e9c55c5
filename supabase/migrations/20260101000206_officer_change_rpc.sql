-- Administrators are changed by two persons, part two: ask, decide, withdraw, list.
-- Objects: RPCs ask_officer_change, decide_officer_change, withdraw_officer_change, officer_changes.
-- Who may do what: see band 0205.

create function private.ask_officer_change(
  p_officer_id uuid, p_change text, p_reason text, p_role text default null, p_expires_at timestamptz default null)
returns uuid
language plpgsql
security definer set search_path = ''
as $$
declare
  target public.officers;
  asked private.officer_change_asks;
  reason text := btrim(private.visible_text(coalesce(p_reason, '')));
  is_about_role boolean := coalesce(p_change, '') in ('grant', 'revoke');
  held public.officer_role_grants;
begin
  select * into target from public.officers where id = p_officer_id for update;
  perform private.assert_administers(case when is_about_role then 'officer.grant' else 'officer.invite' end, target.org_id);
  if p_officer_id = (select private.my_id()) then
    perform private.fail(403, 'officer.self_grant', '不能申请变更自己，请由其他管理员办理');
  end if;
  if coalesce(p_change, '') not in ('grant', 'revoke', 'disable', 'enable', 'reset_factor') then
    perform private.fail(422, 'officer.change_unknown', '没有这种变更，请刷新页面后重试', '{"field":"change"}');
  end if;
  if is_about_role then
    perform private.assert_can_grant(p_role, target.org_id);
    select * into held from public.officer_role_grants as g where g.officer_id = p_officer_id and g.role_code = p_role;
  end if;
  if (case when is_about_role then (select r.duty from public.officer_roles as r where r.code = p_role) else private.duty_of(p_officer_id) end) = 'business' then
    perform private.fail(409, 'officer.needs_no_second', '该变更不涉及管理员，请直接办理');
  end if;
  if length(reason) not between 10 and 200 then
    perform private.fail(422, 'officer.reason_short', '请写明理由（10 至 200 个字），另一员据此核准', '{"field":"reason"}');
  end if;
  if (case p_change
      when 'grant' then held.officer_id is not null and held.expires_at is not distinct from p_expires_at
      when 'revoke' then held.officer_id is null
      when 'disable' then not target.is_active
      when 'enable' then target.is_active
      else not exists (select from auth.mfa_factors as m where m.user_id = p_officer_id and m.status = 'verified') end) then
    perform private.fail(409, 'officer.no_change', '该人员已经是这样，无需变更，请刷新查看');
  end if;
  if p_change = 'grant' and held.officer_id is null and exists (select from public.officer_role_grants as g where g.officer_id = p_officer_id) then
    perform private.fail(409, 'officer.duties_exclude', '系统、安全、审计管理员与业务角色互斥（三员分立），请先收回已有的角色');
  end if;
  if p_change in ('revoke', 'disable') or p_expires_at is not null then
    perform private.assert_not_last(p_officer_id, p_role);
  end if;
  update private.officer_change_asks as a set outcome = 'lapsed', decided_at = now()
  where a.officer_id = p_officer_id and a.outcome is null and a.lapses_at <= now();
  asked.officer_id := p_officer_id;
  asked.org_id := target.org_id;
  asked.change := p_change;
  asked.role_code := case when is_about_role then p_role end;
  asked.asked_by := (select private.my_id());
  insert into private.officer_change_asks as a (officer_id, org_id, change, role_code, expires_at, reason, duty, asked_by, is_emergency)
  values (asked.officer_id, asked.org_id, asked.change, asked.role_code, case when p_change = 'grant' then p_expires_at end, reason,
    private.duty_of(asked.asked_by), asked.asked_by, private.officer_change_needs_audit(asked) and not private.has_other_auditor(asked))
  on conflict (officer_id, change, role_code) where outcome is null do nothing
  returning * into asked;
  if not found then
    perform private.fail(409, 'officer.already_asked', '同样的申请正在等待核准，请在“待核准”中查看');
  end if;
  perform private.officer_change_tell(asked, 'officer_change_asked', '。理由：' || reason);
  return asked.id;
end
$$;
comment on function private.ask_officer_change is 'Definer: asks take no direct write.';

select private.expose('private.ask_officer_change', '{authenticated}',
  'Asks a second administrator for a change of an administrator: grant or revoke a role (by officer.grant), disable, enable, reset_factor (by officer.invite). Lapses in 7 days. Raises officer.not_found (404), self_grant, grant_exceeds (403), needs_no_second, no_change, duties_exclude, last_one, already_asked (409), change_unknown, reason_short, role_unknown (422).');

create function private.decide_officer_change(p_ask_id uuid, p_is_confirmed boolean, p_note text default '')
returns void
language plpgsql
security definer set search_path = ''
as $$
declare
  asked private.officer_change_asks;
  bar record;
  words text := left(btrim(private.visible_text(coalesce(p_note, ''))), 200);
begin
  -- One after the other: who is the last of a duty, and who could decide, is about all of them.
  perform pg_advisory_xact_lock(hashtext('officer_change'));
  select * into asked from private.officer_change_asks as a where a.id = p_ask_id for update;
  if asked.id is null or not private.has_permission('officer.confirm', asked.org_id) then
    perform private.fail(404, 'officer.ask_not_found', '没有找到该申请，可能已由他人处理');
  end if;
  bar := private.officer_change_bar(asked);
  if bar.key is not null then
    perform private.fail(bar.status, bar.key, bar.hint);
  end if;
  if not coalesce(p_is_confirmed, false) and words = '' then
    perform private.fail(422, 'officer.note_required', '不同意的，请写明理由', '{"field":"note"}');
  end if;
  asked.is_emergency := private.officer_change_needs_audit(asked) and not private.has_other_auditor(asked);
  if p_is_confirmed then
    if not private.officer_may(asked.asked_by, case when asked.role_code is null then 'officer.invite' else 'officer.grant' end, asked.org_id) then
      perform private.fail(409, 'officer.asker_gone', '申请人已不再负责此事，请由在岗的管理员重新申请');
    end if;
    if asked.change in ('revoke', 'disable') or asked.expires_at is not null then
      perform private.assert_not_last(asked.officer_id, asked.role_code);
    end if;
  end if;
  update private.officer_change_asks as a
  set outcome = case when p_is_confirmed then 'done' else 'refused' end, decided_by = (select private.my_id()), decided_at = now(),
    note = words, is_emergency = asked.is_emergency
  where a.id = asked.id;
  -- Told first: whom the change takes everything from still hears of it.
  perform private.officer_change_tell(asked, 'officer_change_decided',
    case when p_is_confirmed then '。已核准' else '。未同意' end || case when words = '' then '' else '：' || words end);
  if p_is_confirmed then
    case asked.change
      when 'grant' then perform private.apply_role(asked.officer_id, asked.role_code, true, asked.expires_at);
      when 'revoke' then perform private.apply_role(asked.officer_id, asked.role_code, false, null);
      when 'reset_factor' then perform private.apply_factor_reset(asked.officer_id);
      else perform private.apply_active(asked.officer_id, asked.change = 'enable');
    end case;
  end if;
end
$$;
comment on function private.decide_officer_change is 'Definer: asks and what they change take no direct write.';

select private.expose('private.decide_officer_change', '{authenticated}',
  'A second administrator confirms a change, which is made at once, or refuses it with a reason. Raises officer.ask_not_found (404), own_ask, own_change, same_duty, audit_decides (403), ask_decided, ask_lapsed, asker_gone, last_one, duties_exclude (409), note_required (422).');

create function private.withdraw_officer_change(p_ask_id uuid)
returns void
language plpgsql
security definer set search_path = ''
as $$
declare
  asked private.officer_change_asks;
begin
  update private.officer_change_asks as a set outcome = 'withdrawn', decided_at = now()
  where a.id = p_ask_id and a.asked_by = (select private.my_id()) and a.outcome is null
  returning * into asked;
  if not found then
    perform private.fail(404, 'officer.ask_not_found', '没有找到该申请，可能已由他人处理');
  end if;
  -- Whoever was told to decide would else look for it in vain.
  perform private.officer_change_tell(asked, 'officer_change_decided', '。申请人已撤回，无需核准');
end
$$;
comment on function private.withdraw_officer_change is 'Definer: asks take no direct write; only one''s own.';

select private.expose('private.withdraw_officer_change', '{authenticated}',
  'Takes back one''s own ask while it waits. Raises officer.ask_not_found (404).');

create function private.officer_changes(p_is_open boolean)
returns table (
  id uuid, officer_id uuid, officer_name text, org_id uuid, org_name text, change text, role_code text, role_name text, expires_at timestamptz,
  reason text, asked_by_name text, asked_by_org text, asked_at timestamptz, lapses_at timestamptz, is_emergency boolean, is_own boolean, blocked text,
  outcome text, decided_by_name text, decided_at timestamptz, note text)
language sql stable
security definer set search_path = ''
as $$
  select a.id, a.officer_id, f.name, a.org_id, o.name, a.change, a.role_code, r.name, a.expires_at,
    a.reason, b.name, bo.name, a.asked_at, a.lapses_at, a.is_emergency, a.asked_by = (select private.my_id()), bar.hint,
    case when a.outcome is null and a.lapses_at <= now() then 'lapsed' else a.outcome end, d.name, a.decided_at, a.note
  from private.officer_change_asks as a
  join public.officers as f on f.id = a.officer_id
  join public.orgs as o on o.id = a.org_id
  join public.officers as b on b.id = a.asked_by
  join public.orgs as bo on bo.id = b.org_id
  left join public.officers as d on d.id = a.decided_by
  left join public.officer_roles as r on r.code = a.role_code
  cross join lateral private.officer_change_bar(a) as bar
  where a.org_id in (select private.permitted_org_ids('officer.confirm'))
    and p_is_open = (a.outcome is null and a.lapses_at > now())
  order by a.asked_at desc
  limit 100
$$;
comment on function private.officer_changes is 'Definer: asks are closed, and name persons above the reader; answers for the bodies that the caller may confirm for.';

select private.expose('private.officer_changes', '{authenticated}',
  'Asks for changes of administrators within officer.confirm, newest first, at most 100: those that wait, or those that are over. blocked: why the caller may not decide it.');

create function private.lapse_officer_changes()
returns void
language plpgsql
security definer set search_path = ''
as $$
begin
  perform private.act_as('system:sweep');
  update private.officer_change_asks as a set outcome = 'lapsed', decided_at = now() where a.outcome is null and a.lapses_at <= now();
end
$$;
comment on function private.lapse_officer_changes is 'Daily: what nobody decided in its time, as it counts already. Definer: asks take no direct write.';
