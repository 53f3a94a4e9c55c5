-- 投诉举报, part six: look-up, the citizen's acts, the logged unmasking.
-- Who may do what: look-up and the citizen's acts by edge functions only (service role), which hold the key;
--                  reveal_reporter by complaint.reveal.

create function private.filing_of(p_code_mac text, p_tail_mac text)
returns uuid
language plpgsql stable
security definer set search_path = ''
as $$
declare
  filing uuid;
begin
  perform private.assert_module('complaint');
  select f.id into filing from private.complaint_filings as f where f.code_mac = p_code_mac and f.tail_mac = p_tail_mac;
  if filing is null then
    -- The same answer for a code that does not exist and for a wrong phone tail.
    perform private.fail(404, 'complaint.not_found', '没有找到该件，请核对查询码和手机号后四位');
  end if;
  return filing;
end
$$;
comment on function private.filing_of is 'Definer: filings are closed.';

create function private.look_up_complaint(p_code_mac text, p_tail_mac text)
returns table (
  case_id uuid, case_no text, case_type public.complaint_case_type, title text, state text, state_label text, is_open boolean,
  org_name text, org_reason text, term_label text, due_at timestamptz, due_is_provisional boolean, filed_at timestamptz,
  answers jsonb, timeline jsonb, material_request text, can_supply boolean, can_withdraw boolean, can_rate boolean, rating smallint, filing jsonb, papers jsonb)
language plpgsql stable
security definer set search_path = ''
as $$
declare
  filing uuid := private.filing_of(p_code_mac, p_tail_mac);
begin
  return query
    select c.id, c.case_no, c.case_type, c.title, c.state, s.state_label, c.is_open, s.org_name, s.org_reason, s.term_label,
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
        'materials', coalesce((select jsonb_agg(jsonb_build_object('text', m.text, 'at', m.created_at) order by m.id) from public.complaint_materials as m where m.case_id = c.id), '[]')),
      coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'title', p.title, 'no', p.no, 'at', p.issued_at, 'isReady', p.is_ready, 'isWithdrawn', p.is_withdrawn))
        from private.citizen_papers(array[c.item_id]) as p), '[]')
    from private.complaint_standing((select array_agg(f.item_id) from public.complaint_cases as f where f.filing_id = filing)) as s
    join public.complaint_cases as c on c.item_id = s.item_id
    left join public.complaint_ratings as t on t.case_id = c.id
    order by c.case_type;
end
$$;
comment on function private.look_up_complaint is 'Definer: reads closed tables for whoever holds code and phone tail; no name of an officer leaves. filing: what they sent themselves.';

select private.expose('private.look_up_complaint', '{service_role}',
  'Edge function look-up-complaint only: what the citizen may know of their cases. Raises complaint.not_found.');

create function private.complaint_paper(p_code_mac text, p_tail_mac text, p_paper uuid)
returns table (no text, sha256 text, storage_path text)
language plpgsql stable
security definer set search_path = ''
as $$
declare
  filing uuid := private.filing_of(p_code_mac, p_tail_mac);
begin
  return query
    select p.no, p.sha256, p.storage_path
    from private.citizen_papers((select array_agg(c.item_id) from public.complaint_cases as c where c.filing_id = filing)) as p
    where p.id = p_paper and p.is_ready;
  if not found then
    perform private.fail(404, 'paper.not_found', '没有找到该文书，请刷新后重试');
  end if;
end
$$;
comment on function private.complaint_paper is 'Definer: as look_up_complaint.';

select private.expose('private.complaint_paper', '{service_role}',
  'Edge function fetch-paper only: where the PDF of a paper to this citizen lies. Raises complaint.not_found, paper.not_found.');

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

select private.expose('private.citizen_act', '{service_role}',
  'Edge functions only: supply_material {text}, withdraw, rate {level, reason}. Returns the case. Raises complaint.not_found, not_ratable, already_rated, work.action_not_allowed.');
