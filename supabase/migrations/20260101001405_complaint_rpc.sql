-- 投诉举报, part five: filing, routing, following, the citizen's acts, the logged unmasking.
-- Who may do what: filing, routing and the citizen's acts by edge functions only (service role), which check
--                  form, quota and proof of work and hold the key; reveal_reporter by complaint.reveal.

create function private.file_complaint(p_key uuid, p_form jsonb, p_reporter jsonb, p_code_mac text, p_tail_mac text, p_phone_mac text default null)
returns table (case_id uuid, item_id uuid, case_no text, case_type public.complaint_case_type, is_new boolean, is_open boolean)
language plpgsql
security definer set search_path = ''
as $$
declare
  filing uuid;
  region public.regions;
  root public.regions;
  desk uuid;
  one text;
  item public.work_items;
  new_case uuid;
  first_item uuid;
begin
  perform private.act_as('system:filing');
  perform pg_advisory_xact_lock(hashtextextended(p_key::text, 2));
  select f.id into filing from private.complaint_filings as f where f.key = p_key;
  if filing is not null then
    -- A repeat comes from the same person; anybody else who holds the key gets neither the code nor the case.
    if not exists (
      select from private.complaint_filings as f join private.complaint_reporter_secrets as s on s.filing_id = f.id
      where f.id = filing and f.code_mac = p_code_mac and f.tail_mac = p_tail_mac and s.phone_mac is not distinct from p_phone_mac) then
      perform private.fail(409, 'complaint.key_used', '该提交编号已用于另一件投诉举报，请刷新页面后重新提交');
    end if;
    return query select c.id, c.item_id, c.case_no, c.case_type, false, c.is_open from public.complaint_cases as c where c.filing_id = filing order by c.case_type;
    return;
  end if;
  select r.* into region from public.regions as r where r.code = (p_form ->> 'regionCode')::int and r.valid_to is null;
  select r.* into root from public.sites as s join public.regions as r on r.code = s.root_region where s.is_active;
  if region.code is null or region.tier < 3 or region.code not between root.code and root.range_end then
    perform private.fail(422, 'complaint.region_unknown', '请选择事发地所在的市、县（区）或乡镇（街道）', '{"field":"regionCode"}');
  end if;
  if not exists (select from public.complaint_matters as m where m.code = p_form ->> 'matterCode') then
    perform private.fail(422, 'complaint.matter_unknown', '请从列表中选择事项类别', '{"field":"matterCode"}');
  end if;
  if nullif(p_form ->> 'occurredOn', '')::date > private.local_day(now()) then
    perform private.fail(422, 'complaint.date_in_future', '发生日期不能晚于今天', '{"field":"occurredOn"}');
  end if;
  desk := private.coordinator_of(region.code);
  insert into private.complaint_filings (key, code_mac, tail_mac) values (p_key, p_code_mac, p_tail_mac) returning id into filing;
  insert into public.complaint_reporters (filing_id, is_anonymous, name_masked, phone_masked)
  values (filing, (p_reporter ->> 'isAnonymous')::boolean, p_reporter ->> 'nameMasked', p_reporter ->> 'phoneMasked');
  insert into private.complaint_reporter_secrets (filing_id, sealed, phone_mac) values (filing, p_reporter ->> 'sealed', p_phone_mac);
  for one in select distinct t from jsonb_array_elements_text(p_form -> 'caseTypes') as t order by t loop
    new_case := gen_random_uuid();
    -- The item first, so that the case is written once, as it will be.
    item := private.work_create(one, 'file', p_form ->> 'title', new_case, desk, desk, region.code, null, '{}', '投诉举报人');
    insert into public.complaint_cases (id, filing_id, item_id, case_no, case_type, matter_code, title, content, wish, occurred_on,
      region_code, place_text, subject_name, subject_uscc, source, org_id, state, due_at, due_is_provisional, light)
    values (new_case, filing, item.id, item.no, one::public.complaint_case_type, p_form ->> 'matterCode', p_form ->> 'title', p_form ->> 'content',
      case one when 'complaint' then coalesce(p_form ->> 'wish', '') else '' end, nullif(p_form ->> 'occurredOn', '')::date,
      region.code, coalesce(p_form ->> 'placeText', ''), p_form ->> 'subjectName', nullif(p_form ->> 'subjectUscc', ''), 'web', desk, item.state,
      item.due_at, item.due_is_provisional, item.light);
    if first_item is null then
      first_item := item.id;
    else
      perform private.work_link(first_item, item.id, 'same_filing');
    end if;
    case_id := new_case; item_id := item.id; case_no := item.no; case_type := one::public.complaint_case_type; is_new := true; is_open := true;
    return next;
  end loop;
end
$$;
comment on function private.file_complaint is 'Definer: every table of a filing is closed to direct writes; one transaction, once for a key.';

create function public.file_complaint(p_key uuid, p_form jsonb, p_reporter jsonb, p_code_mac text, p_tail_mac text, p_phone_mac text default null)
returns table (case_id uuid, item_id uuid, case_no text, case_type public.complaint_case_type, is_new boolean, is_open boolean)
language sql security invoker set search_path = ''
as $$ select * from private.file_complaint(p_key, p_form, p_reporter, p_code_mac, p_tail_mac, p_phone_mac) $$;
comment on function public.file_complaint is
  'Edge function file-complaint only: files one submission (one or two linked cases), once for a key. Form by the filing contract; reporter {isAnonymous, nameMasked, phoneMasked, sealed}. Raises complaint.region_unknown, matter_unknown, date_in_future, key_used.';

create function private.complaint_route_candidates(p_item_id uuid)
returns table (case_id uuid, state text, matter_code text, is_stated boolean, keyword_hits text[], org_id uuid, org_name text, org_tier smallint, place_tier smallint, rule_reason text)
language sql stable
security definer set search_path = ''
as $$
  select c.id, c.state, m.code, m.code = c.matter_code, hits.words, o.id, o.name, o_region.tier, place.tier, own.reason
  from public.complaint_cases as c
  join public.regions as place on place.code = c.region_code
  cross join public.complaint_matters as m
  cross join lateral (select coalesce(array_agg(w order by w), '{}') as words from unnest(m.keywords) as w
    where position(w in c.title || ' ' || c.content) > 0) as hits
  left join lateral private.complaint_owner(m.code, c.region_code) as own on true
  left join public.orgs as o on o.id = own.org_id
  left join public.regions as o_region on o_region.code = o.region_code
  where c.item_id = p_item_id and (m.code = c.matter_code or cardinality(hits.words) > 0)
$$;
comment on function private.complaint_route_candidates is 'Definer: reads the case for the router.';

create function public.complaint_route_candidates(p_item_id uuid)
returns table (case_id uuid, state text, matter_code text, is_stated boolean, keyword_hits text[], org_id uuid, org_name text, org_tier smallint, place_tier smallint, rule_reason text)
language sql stable security invoker set search_path = ''
as $$ select * from private.complaint_route_candidates(p_item_id) $$;
comment on function public.complaint_route_candidates is
  'Edge function route-complaint only: the owner by rule of the stated matter and of every matter whose words occur in the text.';

create function private.complaint_apply_route(p_item_id uuid, p_candidates jsonb, p_is_confident boolean)
returns text
language plpgsql
security definer set search_path = ''
as $$
declare
  item public.work_items;
begin
  perform private.act_as('system:route-complaint');
  select * into item from public.work_items as i where i.id = p_item_id for update;
  -- A repeated delivery, or a coordinator who was faster: nothing is left to do.
  if item.state <> 'awaiting_dispatch' or exists (select from public.complaint_routes as r where r.case_id = item.record_id) then
    return item.state;
  end if;
  insert into public.complaint_routes (case_id, org_id, rank, score, reasons, is_chosen)
  select item.record_id, r.org_id, r.rank, r.score, r.reasons, p_is_confident and r.rank = 1
  from jsonb_to_recordset(p_candidates) as r (org_id uuid, rank int, score int, reasons text[]);
  if p_is_confident then
    item := private.work_system_act(p_item_id, 'route',
      jsonb_build_object('to_org_id', p_candidates -> 0 ->> 'org_id', 'note', p_candidates -> 0 -> 'reasons' ->> 0), 'system:route-complaint', '自动分派');
  else
    perform private.work_tell(item, 'assigned', '承办单位不能自动确定，请人工分派', item.org_id);
  end if;
  -- Routed at once by file-complaint: the outbox need not ask a second time.
  update private.outbox_deliveries as d set state = 'done', done_at = now()
  from private.outbox_events as e
  where e.key = p_item_id::text and d.event_id = e.id and d.consumer = 'route-complaint' and d.state in ('pending', 'leased');
  return item.state;
end
$$;
comment on function private.complaint_apply_route is 'Definer: writes routes and moves the item as the system.';

create function public.complaint_apply_route(p_item_id uuid, p_candidates jsonb, p_is_confident boolean)
returns text language sql security invoker set search_path = ''
as $$ select private.complaint_apply_route(p_item_id, p_candidates, p_is_confident) $$;
comment on function public.complaint_apply_route is
  'Edge function route-complaint only: keeps the ranked candidates [{org_id, rank, score, reasons}] and dispatches when confident; harmless when repeated. Returns the state.';

create function private.filing_of(p_code_mac text, p_tail_mac text)
returns uuid
language plpgsql stable
security definer set search_path = ''
as $$
declare
  filing uuid;
begin
  select f.id into filing from private.complaint_filings as f where f.code_mac = p_code_mac and f.tail_mac = p_tail_mac;
  if filing is null then
    -- The same answer for a code that does not exist and for a wrong phone tail.
    perform private.fail(404, 'complaint.not_found', '没有找到该件，请核对查询码和手机号后四位');
  end if;
  return filing;
end
$$;
comment on function private.filing_of is 'Definer: filings are closed.';

create function private.follow_complaint(p_code_mac text, p_tail_mac text)
returns table (
  case_id uuid, case_no text, case_type public.complaint_case_type, title text, state text, state_label text, is_open boolean,
  org_name text, org_reason text, term_label text, due_at timestamptz, due_is_provisional boolean, filed_at timestamptz,
  answers jsonb, timeline jsonb, material_request text, can_supply boolean, can_withdraw boolean, can_rate boolean, rating smallint, filing jsonb)
language plpgsql stable
security definer set search_path = ''
as $$
declare
  filing uuid := private.filing_of(p_code_mac, p_tail_mac);
begin
  return query
    select c.id, c.case_no, c.case_type, c.title, c.state, s.label, c.is_open, o.name,
      coalesce((select r.reasons[1] from public.complaint_routes as r where r.case_id = c.id and r.is_chosen and r.org_id = c.org_id),
        (select e.note from public.work_events as e where e.item_id = c.item_id and e.is_public and e.action in ('dispatch', 'hand_over') order by e.seq desc limit 1), ''),
      (select t.label from public.work_terms as t where t.item_id = c.item_id and t.state = 'running' and t.key not like 'work.%' order by t.due_at limit 1),
      c.due_at, c.due_is_provisional, c.filed_at,
      coalesce((select jsonb_agg(jsonb_build_object('text', a.public_text, 'outcomeLabel', a.outcome_label, 'orgName', ao.name, 'at', a.created_at) order by a.id)
        from public.complaint_answers as a join public.orgs as ao on ao.id = a.org_id where a.case_id = c.id), '[]'),
      coalesce((select jsonb_agg(jsonb_build_object('label', e.action_label, 'orgName', e.actor_org_name, 'at', e.created_at) order by e.seq)
        from public.work_events as e where e.item_id = c.item_id and e.is_public), '[]'),
      case c.state when 'awaiting_material' then
        (select e.note from public.work_events as e where e.item_id = c.item_id and e.action = 'request_material' order by e.seq desc limit 1) end,
      c.state = 'awaiting_material', c.is_open, not c.is_open and c.state <> 'withdrawn' and t.case_id is null, t.level,
      jsonb_build_object('content', c.content, 'wish', c.wish, 'subjectName', c.subject_name, 'occurredOn', c.occurred_on,
        'place', (select r.full_name from public.regions as r where r.code = c.region_code) || ' ' || c.place_text,
        'materials', coalesce((select jsonb_agg(jsonb_build_object('text', m.text, 'at', m.created_at) order by m.id) from public.complaint_materials as m where m.case_id = c.id), '[]'))
    from public.complaint_cases as c
    join public.orgs as o on o.id = c.org_id
    join public.work_states as s on s.kind = c.case_type::text and s.state = c.state
    left join public.complaint_ratings as t on t.case_id = c.id
    where c.filing_id = filing
    order by c.case_type;
end
$$;
comment on function private.follow_complaint is 'Definer: reads closed tables for whoever holds code and phone tail; no name of an officer leaves. filing: what they sent themselves.';

create function public.follow_complaint(p_code_mac text, p_tail_mac text)
returns table (
  case_id uuid, case_no text, case_type public.complaint_case_type, title text, state text, state_label text, is_open boolean,
  org_name text, org_reason text, term_label text, due_at timestamptz, due_is_provisional boolean, filed_at timestamptz,
  answers jsonb, timeline jsonb, material_request text, can_supply boolean, can_withdraw boolean, can_rate boolean, rating smallint, filing jsonb)
language sql stable security invoker set search_path = ''
as $$ select * from private.follow_complaint(p_code_mac, p_tail_mac) $$;
comment on function public.follow_complaint is 'Edge function follow-complaint only: what the citizen may know of their cases. Raises complaint.not_found.';

create function private.complaint_tell_dissatisfied(p_item public.work_items, p_reason text)
returns void
language sql
security definer set search_path = ''
as $$
  -- Once, however often the same rating is sent: to whom it happened, who answers for them, and whoever coordinates the region.
  select private.work_tell(p_item, 'dissatisfied', p_reason, t.org, t.officer, t.permission)
  from (values (p_item.org_id, p_item.handler_id, null), (p_item.org_id, null, 'complaint.assign'),
    (private.coordinator_of(p_item.region_code), null, 'complaint.supervise')) as t (org, officer, permission)
  where not exists (select from public.work_notifications as n where n.item_id = p_item.id and n.code = 'dissatisfied')
$$;
comment on function private.complaint_tell_dissatisfied is 'A bad rating reaches officials with its reason. Definer: messages take no direct write.';

create function private.citizen_act(p_code_mac text, p_tail_mac text, p_case_no text, p_action text, p_payload jsonb)
returns uuid
language plpgsql
security definer set search_path = ''
as $$
declare
  found_case public.complaint_cases;
  item public.work_items;
begin
  perform private.act_as('system:citizen');
  select c.* into found_case from public.complaint_cases as c
  where c.filing_id = private.filing_of(p_code_mac, p_tail_mac) and c.case_no = p_case_no;
  -- The item before the case, as every officer's act does; the other way round the two would now and then wait for each other.
  perform private.work_lock(found_case.item_id);
  select c.* into found_case from public.complaint_cases as c where c.id = found_case.id;
  if found_case.id is null then
    perform private.fail(404, 'complaint.not_found', '没有找到该件，请核对查询码和手机号后四位');
  end if;
  if p_action = 'rate' then
    if found_case.is_open or found_case.state = 'withdrawn' then
      perform private.fail(409, 'complaint.not_ratable', '办结后才能评价');
    end if;
    insert into public.complaint_ratings (case_id, level, reason)
    values (found_case.id, (p_payload ->> 'level')::smallint, coalesce(p_payload ->> 'reason', ''))
    on conflict (case_id) do nothing;
    if not exists (select from public.complaint_ratings as t where t.case_id = found_case.id and t.level = (p_payload ->> 'level')::smallint) then
      perform private.fail(409, 'complaint.already_rated', '该件已经评价过，每件只能评价一次');
    end if;
    if (p_payload ->> 'level')::int <= 2 then
      select * into item from public.work_items as i where i.id = found_case.item_id;
      perform private.complaint_tell_dissatisfied(item, coalesce(p_payload ->> 'reason', ''));
    end if;
  elsif p_action in ('supply_material', 'withdraw') then
    item := private.work_system_act(found_case.item_id, p_action, '{}', 'system:citizen', '投诉举报人');
    if p_action = 'supply_material' then
      insert into public.complaint_materials (case_id, text) values (found_case.id, p_payload ->> 'text');
      perform private.work_tell_handler(item, 'material', '');
    end if;
  else
    perform private.fail(422, 'complaint.action_unknown', '不支持的操作');
  end if;
  return found_case.id;
end
$$;
comment on function private.citizen_act is 'Definer: the citizen has no account; code and phone tail prove them.';

create function public.citizen_act(p_code_mac text, p_tail_mac text, p_case_no text, p_action text, p_payload jsonb)
returns uuid language sql security invoker set search_path = ''
as $$ select private.citizen_act(p_code_mac, p_tail_mac, p_case_no, p_action, p_payload) $$;
comment on function public.citizen_act is
  'Edge functions only: supply_material {text}, withdraw, rate {level, reason}. Returns the case. Raises complaint.not_found, not_ratable, already_rated, work.action_not_allowed.';

create function private.reveal_reporter(p_case_id uuid, p_reason text)
returns table (is_anonymous boolean, sealed text)
language plpgsql
security definer set search_path = ''
as $$
declare
  found_case public.complaint_cases;
begin
  select * into found_case from public.complaint_cases as c where c.id = p_case_id;
  if found_case.id is null or not private.has_permission('complaint.reveal', found_case.org_id) then
    perform private.fail(404, 'complaint.not_found', '没有找到该件，或您不是承办人员');
  end if;
  if length(btrim(coalesce(p_reason, ''))) not between 4 and 200 then
    perform private.fail(422, 'complaint.reason_required', '请写明查看理由（4 至 200 个字），将记入审计日志', '{"field":"reason"}');
  end if;
  perform private.audit_write('public.complaint_reporters', found_case.filing_id::text, 'read', null,
    jsonb_build_object('caseId', p_case_id, 'caseNo', found_case.case_no, 'reason', btrim(p_reason)));
  return query
    select r.is_anonymous, s.sealed
    from public.complaint_reporters as r join private.complaint_reporter_secrets as s on s.filing_id = r.filing_id
    where r.filing_id = found_case.filing_id;
end
$$;
comment on function private.reveal_reporter is 'Definer: the secrets are closed; hands out ciphertext only after logging who asked and why.';

create function public.reveal_reporter(p_case_id uuid, p_reason text)
returns table (is_anonymous boolean, sealed text)
language sql security invoker set search_path = ''
as $$ select * from private.reveal_reporter(p_case_id, p_reason) $$;
comment on function public.reveal_reporter is
  'The sealed identity of a case''s reporter, logged with the reason; the edge function reveal-reporter opens it. Raises complaint.not_found, reason_required.';

grant execute on function private.file_complaint, private.complaint_route_candidates, private.complaint_apply_route,
  private.follow_complaint, private.citizen_act to service_role;
grant execute on function public.file_complaint, public.complaint_route_candidates, public.complaint_apply_route,
  public.follow_complaint, public.citizen_act to service_role;
grant execute on function private.reveal_reporter, public.reveal_reporter to authenticated;
