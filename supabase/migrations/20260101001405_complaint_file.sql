-- 投诉举报, part five: filing and routing.
-- Who may do what: edge functions only (service role), which check form and proof of work, count the address and hold the key.

insert into private.quotas (bucket, amount, per) values
  ('file-complaint.address', 30, '10 minutes'),
  -- Cases that were really filed with a phone: from one network, and from all. Who knows another's number must not be able to shut them out.
  ('file-complaint.phone_network', 10, '1 day'),
  ('file-complaint.phone', 50, '1 day'),
  ('look-up-complaint.address', 120, '10 minutes'),
  -- From one network so often; from all together more, or whoever knows a code could shut its owner out from one place.
  ('look-up-complaint.code_network', 30, '10 minutes'),
  ('look-up-complaint.code', 120, '1 hour');

create function private.complaint_candidates(p_matter text, p_region int, p_text text)
returns table (matter_code text, is_stated boolean, keyword_hits text[], org_id uuid, org_name text, place_tier smallint, rule_reason text)
language plpgsql stable
security definer set search_path = ''
as $$
begin
  return query
    select m.code, m.code = p_matter, coalesce(hit.words, '{}'), o.id, o.name, place.tier, own.reason
    from public.complaint_matters as m
    left join (select k.code, array_agg(w order by w) as words from public.complaint_matters as k cross join lateral unnest(k.keywords) as w
      where position(w in p_text) > 0 group by k.code) as hit on hit.code = m.code
    join public.regions as place on place.code = p_region
    left join lateral private.complaint_owner(m.code, p_region) as own on true
    left join public.orgs as o on o.id = own.org_id
    where m.code = p_matter or hit.code is not null;
end
$$;
comment on function private.complaint_candidates is
  'The owner by rule of the stated matter and of every matter whose words occur in the text. Definer: must answer for every caller alike.';

create function private.complaint_assert_quota(p_phone_mac text, p_network_mac text)
returns void
language plpgsql
security definer set search_path = ''
as $$
begin
  -- One digest of both: the counters must not tell from which network a filing came.
  if p_phone_mac is null or private.take_quota('file-complaint.phone_network', encode(sha256(convert_to(p_phone_mac || '|' || coalesce(p_network_mac, ''), 'UTF8')), 'hex'))
    and private.take_quota('file-complaint.phone', p_phone_mac) then
    return;
  end if;
  perform private.fail(429, 'quota.used_up', '该手机号今天提交的件数已达上限，请明天再提交；情况紧急请拨打 '
    || coalesce((select s.hotline from public.sites as s where s.is_active), '12345') || '，由人工受理；您填写的内容仍然保留');
end
$$;
comment on function private.complaint_assert_quota is
  'Counts a filing of a phone; what is refused afterwards is rolled back with the count. Definer: the counters are closed.';

create function private.complaint_awaits_router(p_item uuid)
returns boolean
language plpgsql stable
security definer set search_path = ''
as $$
begin
  -- Not by the kept candidates alone: of a case without any, the desk would be told at every repeat.
  return exists (select from private.outbox_events as e join private.outbox_deliveries as d on d.event_id = e.id
      where e.key = p_item::text and d.consumer = 'route-complaint' and d.state in ('pending', 'leased'))
    and exists (select from public.complaint_cases as c where c.item_id = p_item and c.state = 'awaiting_dispatch'
      and not exists (select from public.complaint_routes as r where r.case_id = c.id));
end
$$;
comment on function private.complaint_awaits_router is 'Whether the router has not looked at a case yet, and no coordinator was faster. Definer: the outbox is closed.';

create function private.file_complaint(
  p_key uuid, p_form jsonb, p_reporter jsonb, p_code_mac text, p_tail_mac text, p_phone_mac text default null, p_network_mac text default null,
  p_photos jsonb default '[]')
returns table (case_id uuid, item_id uuid, case_no text, case_type public.complaint_case_type, is_new boolean, is_open boolean, photo_paths text[], candidates jsonb)
language plpgsql
security definer set search_path = ''
as $$
declare
  filing private.complaint_filings;
  is_repeat boolean;
  -- The seal is another each time; what it holds is in the masked words and in the code's digests.
  digest text := encode(sha256(convert_to((p_form || jsonb_build_object('reporter', p_reporter - 'sealed'))::text, 'UTF8')), 'hex');
  region public.regions;
  desk uuid;
  about uuid;
  one text;
  item public.work_items;
  new_case uuid;
  first_item uuid;
  paths text[] := '{}';
  routes jsonb;
begin
  perform private.assert_module('complaint');
  perform private.act_as('system:filing');
  perform pg_advisory_xact_lock(hashtextextended(p_key::text, 2));
  select * into filing from private.complaint_filings as f where f.key = p_key;
  is_repeat := filing.id is not null;
  if is_repeat then
    -- A repeat comes from the same person; anybody else who holds the key gets neither the code nor the case.
    if filing.code_mac <> p_code_mac or filing.tail_mac <> p_tail_mac or not exists (
      select from private.complaint_reporter_secrets as s where s.filing_id = filing.id and s.phone_mac is not distinct from p_phone_mac) then
      perform private.fail(409, 'complaint.key_used', '该提交编号已用于另一件投诉举报，请按现在的内容另行提交一件');
    end if;
    if filing.form_digest <> digest then
      perform private.fail(409, 'complaint.form_changed', '该件此前已经提交成功，这次填写的内容与当时不同。请改回当时的内容再提交一次以取得查询码，或按现在的内容另行提交一件');
    end if;
  else
    select r.* into region from public.sites as s
    join public.regions as root on root.code = s.root_region
    join public.regions as r on r.code between root.code and root.range_end
    where s.is_active and r.code = (p_form ->> 'regionCode')::int and r.valid_to is null and r.tier >= 3;
    if region.code is null then
      perform private.fail(422, 'complaint.region_unknown', '请选择事发地所在的市、县（区）或乡镇（街道）', '{"field":"regionCode"}');
    end if;
    if not exists (select from public.complaint_matters as m where m.code = p_form ->> 'matterCode') then
      perform private.fail(422, 'complaint.matter_unknown', '请从列表中选择事项类别', '{"field":"matterCode"}');
    end if;
    if nullif(p_form ->> 'occurredOn', '')::date > private.local_day(now()) then
      perform private.fail(422, 'complaint.date_in_future', '发生日期不能晚于今天', '{"field":"occurredOn"}');
    end if;
    perform private.complaint_assert_quota(p_phone_mac, p_network_mac);
    about := private.complaint_about(p_form ->> 'subjectName', region.code);
    desk := private.complaint_desk(about, region.code);
    insert into private.complaint_filings (key, code_mac, tail_mac, form_digest) values (p_key, p_code_mac, p_tail_mac, digest) returning * into filing;
    insert into public.complaint_reporters (filing_id, is_anonymous, name_masked, phone_masked)
    values (filing.id, (p_reporter ->> 'isAnonymous')::boolean, p_reporter ->> 'nameMasked', p_reporter ->> 'phoneMasked');
    insert into private.complaint_reporter_secrets (filing_id, sealed, phone_mac) values (filing.id, p_reporter ->> 'sealed', p_phone_mac);
    for one in select distinct t from jsonb_array_elements_text(p_form -> 'caseTypes') as t order by t loop
      new_case := gen_random_uuid();
      -- The item first, so that the case is written once, as it will be.
      item := private.work_create(one, 'file', p_form ->> 'title', new_case, desk, desk, region.code, null, '{}', '投诉举报人');
      insert into public.complaint_cases (id, filing_id, item_id, case_no, case_type, matter_code, title, content, wish, occurred_on,
        region_code, place_text, subject_name, subject_uscc, about_org_id, source, org_id, state, due_at, due_is_provisional, light)
      values (new_case, filing.id, item.id, item.no, one::public.complaint_case_type, p_form ->> 'matterCode', p_form ->> 'title', p_form ->> 'content',
        case one when 'complaint' then coalesce(p_form ->> 'wish', '') else '' end, nullif(p_form ->> 'occurredOn', '')::date,
        region.code, coalesce(p_form ->> 'placeText', ''), p_form ->> 'subjectName', nullif(p_form ->> 'subjectUscc', ''), about, 'web', desk, item.state,
        item.due_at, item.due_is_provisional, item.light);
      if first_item is null then
        first_item := item.id;
      else
        perform private.work_link(first_item, item.id, 'same_filing');
      end if;
    end loop;
    perform private.complaint_say('complaint_filed', filing.id,
      (select string_agg(c.case_no, '、' order by c.case_no) from public.complaint_cases as c where c.filing_id = filing.id), filing.id::text);
  end if;
  if p_photos <> '[]' then
    -- A case that is being passed on takes its files along: they are added before it goes or after.
    perform from public.complaint_cases as c where c.filing_id = filing.id order by c.id for share;
    select array_agg(a.path order by p.n) into paths
    from jsonb_array_elements(p_photos) with ordinality as p (photo, n)
    join (select f.sha256, min(f.storage_path) as path
      from (select array_agg(c.id order by c.case_type) as ids from public.complaint_cases as c where c.filing_id = filing.id and c.is_open) as k
      cross join lateral private.add_attachments('complaint_case', k.ids, p_photos) as f
      where k.ids is not null group by f.sha256) as a on a.sha256 = p.photo ->> 'sha256';
  end if;
  -- The cases of a filing tell one story of one place, so they have the same candidates; none where the router was already.
  if not is_repeat or exists (select from public.complaint_cases as c where c.filing_id = filing.id and private.complaint_awaits_router(c.item_id)) then
    select coalesce(jsonb_agg(to_jsonb(w)), '[]') into routes
    from (select c.matter_code, c.region_code, c.title || ' ' || c.content as story, c.about_org_id from public.complaint_cases as c where c.filing_id = filing.id limit 1) as c
    cross join lateral private.complaint_candidates(c.matter_code, c.region_code, c.story) as w where c.about_org_id is null;
  end if;
  return query select c.id, c.item_id, c.case_no, c.case_type, not is_repeat, c.is_open, coalesce(paths, '{}'), routes
    from public.complaint_cases as c where c.filing_id = filing.id order by c.case_type;
end
$$;
comment on function private.file_complaint is 'Definer: every table of a filing is closed to direct writes; one transaction, once for a key.';

select private.expose('private.file_complaint', '{service_role}',
  'Edge function file-complaint only: files one submission (one or two linked cases) with its photos, once for a key; a repeat answers what is there. Form by the filing contract; reporter {isAnonymous, nameMasked, phoneMasked, sealed}; photos as in add_attachments, registered with every open case, and where to put the bytes of each (photo_paths, in their order). candidates as complaint_route_candidates, null when the cases were routed before. Raises complaint.region_unknown, matter_unknown, date_in_future (422), key_used, form_changed (409), quota.used_up (429), attachment.too_many.');

create function private.complaint_route_candidates(p_item_id uuid)
returns table (matter_code text, is_stated boolean, keyword_hits text[], org_id uuid, org_name text, place_tier smallint, rule_reason text)
language sql stable
security definer set search_path = ''
as $$
  select w.* from public.complaint_cases as c
  cross join lateral private.complaint_candidates(c.matter_code, c.region_code, c.title || ' ' || c.content) as w
  where c.item_id = p_item_id and c.about_org_id is null
$$;
comment on function private.complaint_route_candidates is 'Definer: reads the case for the router; what is about a body is for people to dispatch.';

select private.expose('private.complaint_route_candidates', '{service_role}',
  'Edge function route-complaint only: the owner by rule of the stated matter and of every matter whose words occur in the text.');

create function private.complaint_standing(p_items uuid[])
returns table (item_id uuid, state_label text, org_name text, org_reason text, term_label text)
language plpgsql stable
-- A plan for so many items by number saves nothing; making one at every call cost more than the query.
security definer set search_path = '' set plan_cache_mode = 'force_generic_plan'
as $$
begin
  return query
    select c.item_id, s.label, o.name,
      coalesce((select r.reasons[1] from public.complaint_routes as r where r.case_id = c.id and r.is_chosen and r.org_id = c.org_id),
        (select e.note from public.work_events as e where e.item_id = c.item_id and e.is_public and e.action in ('dispatch', 'hand_over') order by e.seq desc limit 1),
        case when c.about_org_id is not null then '投诉举报的是行政机关或其工作人员，由上级协调机构直接受理，该机关看不到本件' end, ''),
      (select t.label from public.work_terms as t where t.item_id = c.item_id and t.state = 'running' and t.key not like 'work.%' order by t.due_at limit 1)
    from public.complaint_cases as c
    join public.orgs as o on o.id = c.org_id
    join public.work_states as s on s.kind = c.case_type::text and s.state = c.state
    where c.item_id = any (p_items);
end
$$;
comment on function private.complaint_standing is 'Where cases are and why, in the words for the citizen. Definer: called for whoever files or follows.';

create function private.complaint_apply_route(p_routes jsonb)
returns table (item_id uuid, case_no text, case_type public.complaint_case_type, state text, state_label text, org_name text, org_reason text,
  term_label text, due_at timestamptz, due_is_provisional boolean)
language plpgsql
security definer set search_path = ''
as $$
declare
  one record;
  item public.work_items;
  chosen jsonb;
begin
  perform private.assert_module('complaint');
  perform private.act_as('system:route-complaint');
  -- In one order, whoever routes: two that hold one case each would else wait for each other.
  for one in select r.* from jsonb_to_recordset(p_routes) as r (item_id uuid, candidates jsonb, is_confident boolean) order by r.item_id loop
    item := private.work_lock(one.item_id);
    -- A repeated delivery, or a coordinator who was faster: nothing is left to do.
    continue when one.candidates is null or not private.complaint_awaits_router(item.id);
    insert into public.complaint_routes (case_id, org_id, rank, score, reasons, is_chosen)
    select item.record_id, r.org_id, r.rank, r.score, r.reasons, one.is_confident and r.rank = 1
    from jsonb_to_recordset(one.candidates) as r (org_id uuid, rank int, score int, reasons text[]);
    if one.is_confident then
      chosen := one.candidates -> 0;
      item := private.work_move(item, 'route', jsonb_build_object('to_org_id', chosen ->> 'org_id', 'note', chosen -> 'reasons' ->> 0), '自动分派');
    else
      perform private.work_tell(item, 'assigned', case when exists (select from public.complaint_cases as c where c.id = item.record_id and c.about_org_id is not null)
        then '投诉举报的是下级单位，请人工分派，不得交由该单位' else '承办单位不能自动确定，请人工分派' end, item.org_id);
    end if;
    -- Routed at once by file-complaint: the outbox need not ask a second time.
    update private.outbox_deliveries as d set state = 'done', done_at = now()
    from private.outbox_events as e
    where e.key = item.id::text and d.event_id = e.id and d.consumer = 'route-complaint' and d.state in ('pending', 'leased');
  end loop;
  return query
    select c.item_id, c.case_no, c.case_type, c.state, s.state_label, s.org_name, s.org_reason, s.term_label, c.due_at, c.due_is_provisional
    from private.complaint_standing((select array_agg((r ->> 'item_id')::uuid) from jsonb_array_elements(p_routes) as r)) as s
    join public.complaint_cases as c on c.item_id = s.item_id
    order by c.case_type;
end
$$;
comment on function private.complaint_apply_route is 'Definer: writes routes and moves the items as the system.';

select private.expose('private.complaint_apply_route', '{service_role}',
  'Edge functions file-complaint and route-complaint only: of each item in [{item_id, candidates: [{org_id, rank, score, reasons}], is_confident}] keeps the ranked candidates and dispatches when confident; harmless when repeated, and nothing to do without candidates. Returns of all of them what look_up_complaint tells.');
