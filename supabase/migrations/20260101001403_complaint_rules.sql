-- 投诉举报, part four: the module's hook in the engine, the mirror of the work item, who owns what.

select private.mirror_item('public.complaint_cases', '{complaint,tip}', 'complaint_case');

create function private.complaint_on_act(p_item public.work_items, p_before public.work_items, p_action text, p_payload jsonb)
returns void
language plpgsql
security definer set search_path = ''
as $$
begin
  if p_item.org_id <> p_before.org_id and exists (select from public.complaint_cases as c where c.id = p_item.record_id and c.about_org_id = p_item.org_id) then
    perform private.fail(409, 'complaint.about_body', '该件投诉举报的就是这个单位，不能交由其办理，请选择其他单位');
  end if;
  if p_action = 'hand_over' and p_item.hop_count > 4 then
    perform private.fail(409, 'complaint.hop_limit', '该件已多次转办，请退回协调机构指定承办单位', jsonb_build_object('limit', 4));
  end if;
  if p_action = 'give_back' and p_item.return_count > 2 then
    perform private.fail(409, 'complaint.return_limit', '该件已退回 2 次，不能再退回；如有异议请提请协调机构裁定', jsonb_build_object('limit', 2));
  end if;
  if p_payload ? 'public_text' then
    insert into public.complaint_answers (case_id, org_id, action, outcome_label, public_text)
    values (p_item.record_id, p_before.org_id, p_action,
      coalesce((select c.label from public.codes as c
        where c.code = coalesce(p_payload ->> 'outcome', p_payload ->> 'ground',
            (select e.payload ->> 'outcome' from public.work_events as e where e.item_id = p_item.id and e.action = 'conclude' order by e.seq desc limit 1))
          and c.set_key in ('complaint.outcome', 'complaint.refuse_ground', 'tip.outcome', 'tip.not_filed_ground')
          and (c.set_key like 'tip.%') = (p_item.kind = 'tip')
        limit 1), ''),
      p_payload ->> 'public_text');
  end if;
  perform private.complaint_issue_papers(p_item, p_before, p_action, p_payload);
  perform private.complaint_say_move(p_item, p_action, p_payload);
end
$$;
comment on function private.complaint_on_act is 'What a move means for a case: never to the body it is about, limits of return and hand-over, the public answer, the paper. Definer: called by work_apply.';

create function private.complaint_org_of_case(p_case uuid)
returns uuid
language sql stable
security definer set search_path = ''
as $$ select c.org_id from public.complaint_cases as c where c.id = p_case $$;
comment on function private.complaint_org_of_case is 'The body of a case, for attachments. Definer: called for citizens'' uploads.';
select private.act_as('system:migration');
insert into private.attachment_owners (owner_kind, read_permission, write_permission, max_count, org_of)
values ('complaint_case', 'complaint.read', 'complaint.handle', 30, 'private.complaint_org_of_case');

create function private.complaint_about(p_subject text, p_region int)
returns uuid
language plpgsql stable
security definer set search_path = ''
as $$
declare
  -- As people write it: with blanks and brackets, and 监管局 for 监督管理局.
  said text := replace(regexp_replace(private.visible_text(p_subject), '[[:space:]　（）()《》“”"·.，,。、]', '', 'g'), '监管局', '监督管理局');
begin
  return (
    select o.id from public.orgs as o join public.regions as r on r.code = o.region_code
    where o.is_active and position(o.name in said) > 0
    -- Of two that bear the name the one of the place, and the longer name before the one it ends with.
    order by p_region between r.code and r.range_end desc, length(o.name) desc, r.tier desc limit 1);
end
$$;
comment on function private.complaint_about is 'The body that a complaint is about, or whose people: its name stands in what the citizen wrote as the subject. Definer: must answer for every caller alike.';

create function private.complaint_desk(p_about uuid, p_region int)
returns uuid
language sql stable
security definer set search_path = ''
as $$
  select coalesce((select private.coordinator_of(r.parent_code) from public.orgs as o join public.regions as r on r.code = o.region_code where o.id = p_about and r.tier > 2),
    private.coordinator_of(case when p_about is null then p_region else (select s.root_region from public.sites as s where s.is_active) end))
$$;
comment on function private.complaint_desk is
  'Whose desk a filing comes to: the coordinator of the place; about a body, the coordinator of the region above that body''s (nobody is above the top). Definer: must answer for every caller alike.';

create function private.complaint_owner(p_matter text, p_region int)
returns table (org_id uuid, rule_id bigint, reason text)
language plpgsql stable rows 1
security definer set search_path = ''
as $$
begin
  return query
  with rule as (
    select r.id, coalesce(r.line_code, m.line_code) as line_code, r.tier, r.reason
    from public.complaint_matters as m
    join public.complaint_routing_rules as r on r.matter_code = m.code or r.matter_code is null
    left join public.regions as at_region on at_region.code = r.region_code
    where m.code = p_matter and private.local_day(now()) between r.valid_from and coalesce(r.valid_to, 'infinity')
      and (r.region_code is null or p_region between at_region.code and at_region.range_end)
    order by r.matter_code is null, at_region.tier desc nulls last, r.id desc
    limit 1
  )
  select o.id, rule.id, rule.reason || case when r.tier < rule.tier then '；当地未单设该部门，由上一级办理' else '' end
  from rule
  join public.orgs as o on o.line_code = rule.line_code and o.is_active
  join public.regions as r on r.code = o.region_code
  where p_region between r.code and r.range_end
  -- The tier that the rule names; where that region has no such body, the nearest tier that has one.
  order by abs(r.tier - rule.tier), r.tier desc
  limit 1;
end
$$;
comment on function private.complaint_owner is
  'The one body that owns a matter in a region, and the rule that says so; none = the coordinator decides. Definer: must answer for every caller alike.';

create function public.complaint_owner(p_matter text, p_region int)
returns table (org_id uuid, org_name text, reason text)
language sql stable
security invoker set search_path = ''
as $$
  select o.id, o.name, w.reason from private.complaint_owner(p_matter, p_region) as w join public.orgs as o on o.id = w.org_id
$$;
comment on function public.complaint_owner is 'Whose responsibility: matter code and nine-digit region → body and reason; none when the coordinator decides.';
grant execute on function public.complaint_owner, private.complaint_owner to anon, authenticated, service_role;

create view public.complaint_case_list with (security_invoker = true) as
select
  c.id, c.item_id, c.case_no, c.case_type, c.matter_code, c.title, c.subject_name, c.subject_uscc, c.subject_id,
  c.region_code, c.place_text, c.org_id, c.line_code, c.handler_id,
  c.state, c.light, c.is_open, case when c.is_open then coalesce(c.due_at < now(), false) else c.was_late end as is_late,
  c.due_at, c.due_is_provisional, c.is_supervised, c.filed_at, c.closed_at, c.source, c.filing_id,
  c.title || ' ' || c.case_no || ' ' || c.subject_name || ' ' || coalesce(c.subject_uscc, '') as search_text,
  -- Names by subquery, not by join: a list looks them up for the rows it shows, and a count needs neither them nor the
  -- columns they hang on, so that an index alone answers it (a join that falls away still asks for its columns).
  (select m.label from public.complaint_matters as m where m.code = c.matter_code) as matter_label,
  (select r.full_name from public.regions as r where r.code = c.region_code) as region_name,
  (select o.name from public.orgs as o where o.id = c.org_id) as org_name,
  (select l.name from public.org_lines as l where l.code = c.line_code) as line_name,
  (select s.label from public.work_states as s where s.kind = c.case_type::text and s.state = c.state) as state_label,
  (select f.name from public.officers as f where f.id = c.handler_id) as handler_name,
  (select t.level from public.complaint_ratings as t where t.case_id = c.id) as satisfaction,
  (select o.name from public.orgs as o where o.id = c.about_org_id) as about_org_name,
  c.subject_uscc is not null and not private.is_uscc(c.subject_uscc) as is_uscc_doubtful,
  case when c.is_open then private.workdays_left(c.due_at) end as workdays_left,
  to_char(c.filed_at at time zone 'Asia/Shanghai', 'ID-HH24') as filed_hour
from public.complaint_cases as c;
comment on view public.complaint_case_list is
  'Cases for lists, with names instead of codes, under the viewer''s rights. is_late is the one meaning of 超期, for lists and figures: open and past its end now, or closed and late by the body that closed it (not by one that held it before). filed_hour: D-HH as complaint_figures groups by it, so that each hour leads to its rows.';
grant select on public.complaint_case_list to authenticated;
grant execute on function private.is_uscc to authenticated;

create view public.complaint_facts with (security_invoker = true) as
select c.id, c.case_type, c.matter_code, c.region_code, c.line_code, c.org_id, c.source, c.state, c.is_open, c.is_supervised,
  case when c.is_open then coalesce(c.due_at < now(), false) else c.was_late end as is_late, c.filed_at, c.closed_at, t.level as satisfaction
from public.complaint_cases as c
left join public.complaint_ratings as t on t.case_id = c.id;
comment on view public.complaint_facts is 'Contract for analytics, evaluation and risk: one tidy row for each case.';
grant select on public.complaint_facts to authenticated;

select private.expose_figures('complaint', 'public.complaint_facts', 'filed_at', 'cases (satisfied: rated 满意 or better)', array[
  ['rated', 'count(f.satisfaction)'],
  ['satisfied', 'count(*) filter (where f.satisfaction >= 4)']],
  array[['matter', 'f.matter_code', '(select m.label from public.complaint_matters as m where m.code = n.k)']]);
