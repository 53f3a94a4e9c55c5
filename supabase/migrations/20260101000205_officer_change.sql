-- Administrators are changed by two persons (管理员变更申请): three persons, not three menus.
-- Tables: private.officer_change_asks.
-- Who may do what: asked for by who could do it alone with others (officer.grant: roles, officer.invite: accounts), decided by
--                  officer.confirm over the body: another person of another duty, and of 审计 where 审计 is concerned.

create table private.officer_change_asks (
  id uuid primary key default gen_random_uuid(),
  officer_id uuid not null references public.officers (id) on delete restrict,
  org_id uuid not null references public.orgs (id) on delete restrict,
  change text not null check (change in ('grant', 'revoke', 'disable', 'enable', 'reset_factor')),
  role_code text references public.officer_roles (code) on delete restrict,
  expires_at timestamptz,
  reason text not null check (length(reason) between 10 and 200),
  duty text not null check (duty in ('system', 'security', 'audit')),
  asked_by uuid not null references public.officers (id) on delete restrict,
  asked_at timestamptz not null default now(),
  lapses_at timestamptz not null default now() + interval '7 days',
  is_emergency boolean not null default false,
  outcome text check (outcome in ('done', 'refused', 'withdrawn', 'lapsed')),
  decided_by uuid references public.officers (id) on delete restrict,
  decided_at timestamptz,
  note text not null default '' check (length(note) <= 200),
  check ((change in ('grant', 'revoke')) = (role_code is not null)),
  check ((outcome is null) = (decided_at is null)),
  check (coalesce(outcome in ('done', 'refused'), false) = (decided_by is not null)),
  check (decided_by not in (asked_by, officer_id))
);
comment on table private.officer_change_asks is
  '管理员变更申请: what one administrator asks for and another decides. duty: of who asked. is_emergency (应急核准): 审计 was concerned and had nobody else who could decide.';
create unique index officer_change_asks_waiting_idx on private.officer_change_asks (officer_id, change, role_code) nulls not distinct where outcome is null;
create index officer_change_asks_officer_id_idx on private.officer_change_asks (officer_id);
create index officer_change_asks_org_id_idx on private.officer_change_asks (org_id, asked_at desc);
create index officer_change_asks_role_code_idx on private.officer_change_asks (role_code);
create index officer_change_asks_asked_by_idx on private.officer_change_asks (asked_by);
create index officer_change_asks_decided_by_idx on private.officer_change_asks (decided_by);
select private.enable_audit('private.officer_change_asks');

create function private.officers_who_may(p_permission text, p_org uuid)
returns setof uuid
language sql stable
security definer set search_path = ''
as $$
  select f.id
  from public.officers as f
  where f.id in (
      select g.officer_id
      from public.officer_role_grants as g join public.officer_role_permissions as rp on rp.role_code = g.role_code
      where rp.permission_code = p_permission and rp.can_use)
    and private.officer_may(f.id, p_permission, p_org)
$$;
comment on function private.officers_who_may is 'Who holds a permission over a body now. Definer: must see all grants.';

create function private.officer_change_words(p_ask private.officer_change_asks)
returns text
language sql stable
security definer set search_path = ''
as $$
  select case p_ask.change
      when 'grant' then '授予“' || r.name || '”' when 'revoke' then '收回“' || r.name || '”'
      when 'disable' then '停用账号' when 'enable' then '启用账号' else '重置二次验证' end
    || '：' || f.name || '（' || o.name || '）'
  from public.officers as f
  join public.orgs as o on o.id = f.org_id
  left join public.officer_roles as r on r.code = p_ask.role_code
  where f.id = p_ask.officer_id
$$;
comment on function private.officer_change_words is 'A change in one line, for messages. Definer: names whom the reader of the message may not look up.';

create function private.officer_change_tell(p_ask private.officer_change_asks, p_code text, p_words text)
returns void
language plpgsql
security definer set search_path = ''
as $$
begin
  perform private.tell_officers(
    array(select w.id from private.officers_who_may('officer.confirm', p_ask.org_id) as w (id) where w.id is distinct from private.my_id()
      union select p_ask.officer_id),
    p_code, case when p_ask.is_emergency then '【应急核准】' else '' end || private.officer_change_words(p_ask) || p_words);
end
$$;
comment on function private.officer_change_tell is
  'All three duties hear of it, and whom it is about: two who agree cannot keep it from the third. Definer: messages take no direct write.';

create function private.officer_change_needs_audit(p_ask private.officer_change_asks)
returns boolean
language sql stable
security definer set search_path = ''
as $$
  select private.duty_of(p_ask.officer_id) = 'audit' or exists (select from public.officer_roles as r where r.code = p_ask.role_code and r.duty = 'audit')
$$;
comment on function private.officer_change_needs_audit is
  'Whether 审计 is concerned: who holds it, and who is to: else two could first make an auditor of their own. Definer: must see all grants.';

create function private.has_other_auditor(p_ask private.officer_change_asks)
returns boolean
language sql stable
security definer set search_path = ''
as $$
  select exists (
    select from private.officers_who_may('officer.confirm', p_ask.org_id) as w (id)
    where w.id not in (p_ask.officer_id, p_ask.asked_by) and private.duty_of(w.id) = 'audit')
$$;
comment on function private.has_other_auditor is 'Whether an audit administrator other than the one concerned reaches the body. Definer: must see all grants.';

create function private.assert_not_last(p_officer uuid, p_role text)
returns void
language plpgsql
security definer set search_path = ''
as $$
declare
  top uuid := private.coordinator_of((select s.root_region from public.sites as s where s.is_active));
  kept text := private.duty_of(p_officer);
begin
  if kept <> 'business' and private.officer_may(p_officer, 'officer.confirm', top)
    and (p_role is null or exists (select from public.officer_role_grants as g where g.officer_id = p_officer and g.role_code = p_role))
    and not exists (
      select from private.officers_who_may('officer.confirm', top) as w (id)
      where w.id <> p_officer and private.duty_of(w.id) = kept
        -- Whose own time runs out does not count.
        and exists (select from public.officer_role_grants as g where g.officer_id = w.id and g.expires_at is null)) then
    perform private.fail(409, 'officer.last_one',
      '这是全站最后一名' || (select r.name from public.officer_roles as r where r.duty = kept limit 1) || '，请先在顶层协调机构任命另一名，再办理',
      jsonb_build_object('duty', kept));
  end if;
end
$$;
comment on function private.assert_not_last is
  'Each duty keeps one holder at the site''s top whose time does not run out. Raises officer.last_one. Definer: must see all grants.';

create function private.officer_change_bar(p_ask private.officer_change_asks, out status int, out key text, out hint text)
language plpgsql stable
security definer set search_path = ''
as $$
declare
  me uuid := private.my_id();
begin
  if p_ask.outcome is not null then
    status := 409; key := 'officer.ask_decided'; hint := '该申请已经处理，请刷新查看';
  elsif p_ask.lapses_at <= now() then
    status := 409; key := 'officer.ask_lapsed'; hint := '该申请已超过 7 天未核准，请重新申请';
  elsif p_ask.asked_by = me then
    status := 403; key := 'officer.own_ask'; hint := '不能核准自己的申请，请由另一员办理';
  elsif p_ask.officer_id = me then
    status := 403; key := 'officer.own_change'; hint := '不能核准对自己的变更，请由另一员办理';
  elsif private.duty_of(me) = p_ask.duty then
    status := 403; key := 'officer.same_duty'; hint := '申请人与您职责相同，须由另一类管理员核准';
  elsif private.duty_of(me) <> 'audit' and private.officer_change_needs_audit(p_ask) and private.has_other_auditor(p_ask) then
    status := 403; key := 'officer.audit_decides'; hint := '涉及审计管理员的变更，须由其他审计管理员核准';
  end if;
end
$$;
comment on function private.officer_change_bar is 'Why the caller, who holds officer.confirm over the body, may not decide an ask; null: they may. Definer: must see all grants.';
