-- 投诉举报, part seven: who may see who filed.
-- Tables: private.complaint_reveal_asks.
-- Who may do what: the 承办人 of an open case by complaint.reveal; of a closed one after complaint.approve agreed, for a day;
--                  so many an hour; refusals are on record too; audit.read gets the month's sheet.

insert into private.quotas (bucket, amount, per) values
  ('reveal-reporter.hour', 20, '1 hour'),
  -- Beyond it the lead hears of every one.
  ('reveal-reporter.day', 10, '1 day');

create table private.complaint_reveal_asks (
  id uuid primary key default gen_random_uuid(),
  case_id uuid not null references public.complaint_cases (id) on delete restrict,
  reason text not null check (length(reason) between 4 and 200),
  asked_by uuid not null references public.officers (id) on delete restrict,
  asked_at timestamptz not null default now(),
  is_granted boolean,
  decided_by uuid references public.officers (id) on delete restrict,
  decided_at timestamptz,
  decision text not null default '' check (length(decision) <= 200),
  check ((is_granted is null) = (decided_by is null)),
  check (decided_by <> asked_by)
);
comment on table private.complaint_reveal_asks is '查看申请: to see who filed a closed case; a grant holds for a day and for the asker only.';
create unique index complaint_reveal_asks_waiting_idx on private.complaint_reveal_asks (case_id, asked_by) where is_granted is null;
create index complaint_reveal_asks_asked_by_idx on private.complaint_reveal_asks (asked_by);
create index complaint_reveal_asks_decided_by_idx on private.complaint_reveal_asks (decided_by);
select private.enable_audit('private.complaint_reveal_asks');

create function private.complaint_assert_reason(p_reason text)
returns text
language plpgsql immutable
set search_path = ''
as $$
declare
  reason text := btrim(private.visible_text(coalesce(p_reason, '')));
begin
  if length(reason) not between 4 and 200 then
    perform private.fail(422, 'complaint.reason_required', '请写明查看理由（4 至 200 个字），将记入审计日志', '{"field":"reason"}');
  end if;
  return reason;
end
$$;
comment on function private.complaint_assert_reason is 'The reason for seeing who filed, as it goes on record.';

create function private.complaint_reveal_refusal(p_case public.complaint_cases)
returns text
language plpgsql
security definer set search_path = ''
as $$
begin
  if p_case.id is null or not private.has_permission('complaint.reveal', p_case.org_id) then
    return 'complaint.not_found';
  elsif p_case.is_open and (p_case.handler_id is null or p_case.handler_id not in (select h.id from private.my_handler_ids() as h (id))) then
    return 'complaint.reveal_not_handler';
  elsif not p_case.is_open and not exists (select from private.complaint_reveal_asks as a
      where a.case_id = p_case.id and a.asked_by = (select private.my_id()) and a.is_granted and a.decided_at > now() - interval '1 day') then
    return 'complaint.reveal_closed';
  elsif not private.take_quota('reveal-reporter.hour', (select private.my_id())::text) then
    return 'quota.used_up';
  end if;
  return null;
end
$$;
comment on function private.complaint_reveal_refusal is 'Why the caller may not see who filed a case; null: they may, and it has been counted. Definer: asks and counters are closed.';

create function private.reveal_reporter(p_case_id uuid, p_reason text)
returns table (refusal text, is_anonymous boolean, sealed text)
language plpgsql
security definer set search_path = ''
as $$
declare
  reason text := private.complaint_assert_reason(p_reason);
  found_case public.complaint_cases;
  refused text;
  item public.work_items;
begin
  select * into found_case from public.complaint_cases as c where c.id = p_case_id;
  refused := private.complaint_reveal_refusal(found_case);
  perform private.audit_write('public.complaint_reporters', coalesce(found_case.filing_id, p_case_id)::text, case when refused is null then 'read' else 'refused' end, null,
    jsonb_strip_nulls(jsonb_build_object('caseId', p_case_id, 'caseNo', found_case.case_no, 'reason', reason, 'refusal', refused)));
  if refused is not null then
    return query select refused, null::boolean, null::text;
    return;
  end if;
  if not private.take_quota('reveal-reporter.day', (select private.my_id())::text) then
    select * into item from public.work_items as i where i.id = found_case.item_id;
    perform private.work_tell(item, 'reveal_often', (select f.name from public.officers as f where f.id = (select private.my_id())) || '今天查看投诉举报人信息已超过平常的次数',
      found_case.org_id, null, 'complaint.assign');
  end if;
  return query
    select null::text, r.is_anonymous, s.sealed
    from public.complaint_reporters as r join private.complaint_reporter_secrets as s on s.filing_id = r.filing_id
    where r.filing_id = found_case.filing_id;
end
$$;
comment on function private.reveal_reporter is
  'Definer: the secrets are closed; hands out ciphertext only after logging who asked and why. A refusal is an answer, not an error: an error would take its record back.';

select private.expose('private.reveal_reporter', '{authenticated}',
  'The sealed identity of a case''s reporter, logged with the reason; the edge function reveal-reporter opens it. refusal says why not, and is on record: complaint.not_found, reveal_not_handler (open: its 承办人 only), reveal_closed (closed: after ask_reveal was granted), quota.used_up. Raises complaint.reason_required (422).');

create function private.ask_reveal(p_case_id uuid, p_reason text)
returns uuid
language plpgsql
security definer set search_path = ''
as $$
declare
  reason text := private.complaint_assert_reason(p_reason);
  found_case public.complaint_cases;
  item public.work_items;
  asked uuid;
begin
  select * into found_case from public.complaint_cases as c where c.id = p_case_id;
  if found_case.id is null or not private.has_permission('complaint.reveal', found_case.org_id) then
    perform private.fail(404, 'complaint.not_found', '没有找到该件，或您不是承办单位人员');
  end if;
  if found_case.is_open then
    perform private.fail(409, 'complaint.reveal_open', '该件尚在办理，由承办人直接查看，不需要申请');
  end if;
  insert into private.complaint_reveal_asks (case_id, reason, asked_by) values (p_case_id, reason, (select private.my_id()))
  on conflict (case_id, asked_by) where is_granted is null do nothing returning id into asked;
  if asked is not null then
    select * into item from public.work_items as i where i.id = found_case.item_id;
    perform private.work_tell(item, 'reveal_asked', (select f.name from public.officers as f where f.id = (select private.my_id())) || '申请查看投诉举报人信息：' || reason,
      found_case.org_id, null, 'complaint.approve');
  end if;
  return coalesce(asked, (select a.id from private.complaint_reveal_asks as a where a.case_id = p_case_id and a.asked_by = (select private.my_id()) and a.is_granted is null));
end
$$;
comment on function private.ask_reveal is 'Definer: asks take no direct write. Asked again while it waits, it is the same ask.';

select private.expose('private.ask_reveal', '{authenticated}',
  'Asks a second person (complaint.approve of the body) to let the caller see who filed a closed case. Returns the ask. Raises complaint.not_found (404), reveal_open (409), reason_required (422).');

create function private.decide_reveal(p_ask_id uuid, p_is_granted boolean, p_decision text default '')
returns void
language plpgsql
security definer set search_path = ''
as $$
declare
  asked private.complaint_reveal_asks;
  found_case public.complaint_cases;
  item public.work_items;
begin
  select * into asked from private.complaint_reveal_asks as a where a.id = p_ask_id for update;
  select * into found_case from public.complaint_cases as c where c.id = asked.case_id;
  if found_case.id is null or not private.has_permission('complaint.approve', found_case.org_id) then
    perform private.fail(404, 'complaint.ask_not_found', '没有找到该申请，可能已由他人处理');
  end if;
  if asked.asked_by = (select private.my_id()) then
    perform private.fail(403, 'complaint.own_ask', '不能同意自己的申请，请由其他审核人员办理');
  end if;
  if asked.is_granted is not null then
    perform private.fail(409, 'complaint.ask_decided', '该申请已经处理');
  end if;
  if not p_is_granted and btrim(private.visible_text(coalesce(p_decision, ''))) = '' then
    perform private.fail(422, 'complaint.decision_required', '不同意的，请写明理由', '{"field":"decision"}');
  end if;
  update private.complaint_reveal_asks
  set is_granted = p_is_granted, decided_by = (select private.my_id()), decided_at = now(), decision = left(btrim(private.visible_text(coalesce(p_decision, ''))), 200)
  where id = p_ask_id;
  select * into item from public.work_items as i where i.id = found_case.item_id;
  perform private.work_tell(item, 'reveal_decided', case when p_is_granted then '同意查看投诉举报人信息，24 小时内有效' else '不同意查看投诉举报人信息：' || p_decision end,
    found_case.org_id, asked.asked_by);
end
$$;
comment on function private.decide_reveal is 'Definer: asks take no direct write; never one''s own.';

select private.expose('private.decide_reveal', '{authenticated}',
  'A second person grants (for a day) or refuses, with a reason, that a colleague sees who filed a closed case. Raises complaint.ask_not_found (404), own_ask (403), ask_decided (409), decision_required (422).');

create function private.reveal_asks(p_case_id uuid)
returns table (id uuid, reason text, asked_by uuid, asked_by_name text, asked_at timestamptz, is_granted boolean, decided_by_name text, decided_at timestamptz, decision text)
language sql stable
security definer set search_path = ''
as $$
  select a.id, a.reason, a.asked_by, f.name, a.asked_at, a.is_granted, d.name, a.decided_at, a.decision
  from public.complaint_cases as c
  join private.complaint_reveal_asks as a on a.case_id = c.id
  join public.officers as f on f.id = a.asked_by
  left join public.officers as d on d.id = a.decided_by
  where c.id = p_case_id and (private.has_permission('complaint.reveal', c.org_id) or private.has_permission('complaint.approve', c.org_id))
  order by a.asked_at desc limit 50
$$;
comment on function private.reveal_asks is 'Definer: asks are closed; answers for the case''s own body.';

select private.expose('private.reveal_asks', '{authenticated}', 'Who asked to see who filed a case, and what was decided, newest first, at most 50.');

create function private.reveal_sheet(p_month date)
returns table (officer_id uuid, officer_name text, org_name text, cases int, reads int, refusals int)
language plpgsql stable
security definer set search_path = ''
as $$
declare
  first_day timestamptz := date_trunc('month', p_month::timestamp) at time zone 'Asia/Shanghai';
  next_month timestamptz := (date_trunc('month', p_month::timestamp) + interval '1 month') at time zone 'Asia/Shanghai';
begin
  if not private.has_site_right('audit.read') then
    return;
  end if;
  return query
    select f.id, coalesce(f.name, l.actor), coalesce(o.name, ''), (count(distinct l.row_key) filter (where l.op = 'read'))::int,
      (count(*) filter (where l.op = 'read'))::int, (count(*) filter (where l.op = 'refused'))::int
    from private.audit_log as l
    left join public.officers as f on f.id::text = l.actor
    left join public.orgs as o on o.id = f.org_id
    where l.table_name = 'public.complaint_reporters' and l.op in ('read', 'refused') and l.at >= first_day and l.at < next_month
    group by f.id, f.name, l.actor, o.name
    order by 5 desc, 6 desc, 2;
end
$$;
comment on function private.reveal_sheet is 'Definer: the log is closed; answers to the audit administrator only.';

select private.expose('private.reveal_sheet', '{authenticated}',
  'The month''s sheet for the audit administrator: who saw how many reporters, how often, and was refused how often; none for others.');
