-- Finding subjects: by a part of the name, the beginning of any of its codes, or a part of the address.
-- Who may do what: find_subjects asks subject.read; suggest_subjects answers the public form with what a shop sign says.

create function private.licence_light(p_valid_to date)
returns text
language sql stable
set search_path = ''
as $$
  -- private.local_day, written out: whoever reads a list may not call it.
  select case when p_valid_to < t.today then 'red' when p_valid_to < t.today + 60 then 'yellow' else 'green' end
  from (select (now() at time zone 'Asia/Shanghai')::date as today) as t
$$;
comment on function private.licence_light is '灯 of a licence: red when it has run out, yellow in its last 60 days (a renewal is asked for 30 to 90 days before), green before that or without end.';
grant execute on function private.licence_light to authenticated;

create view public.subject_licence_list with (security_invoker = true) as
select l.id, l.subject_id, l.name, l.licence_no, l.issuer, l.issued_on, l.valid_to, private.licence_light(l.valid_to) as light
from public.subject_licences as l;
comment on view public.subject_licence_list is 'Licences with their light, under the viewer''s rights.';
grant select on public.subject_licence_list to authenticated;

create view public.subject_identifier_list with (security_invoker = true) as
select i.subject_id, i.kind, i.value, i.source,
  case i.kind when 'uscc' then not private.is_uscc(i.value) when 'org_code' then not private.is_org_code(i.value)
    when 'registration_no' then not private.is_registration_no(i.value) else false end as is_doubtful
from public.subject_identifiers as i;
comment on view public.subject_identifier_list is 'Identifiers, and whether they fail the check of their kind, under the viewer''s rights.';
grant select on public.subject_identifier_list to authenticated;
grant execute on function private.is_uscc, private.is_org_code, private.is_registration_no to authenticated;

create view public.subject_list with (security_invoker = true) as
select s.id, s.kind, s.name, s.uscc, s.uscc is not null and not private.is_uscc(s.uscc) as is_uscc_doubtful, s.state, s.industry_code,
  (select n.name from public.subject_industries as n where n.code = s.industry_code) as industry_name,
  s.region_code, (select r.full_name from public.regions as r where r.code = s.region_code) as region_name,
  s.address, s.legal_person, s.registered_on, s.source,
  s.parent_id, (select p.name from public.subjects as p where p.id = s.parent_id) as parent_name, s.merged_into_id,
  -- The one that ends first has the worst light; those without end come last.
  (select private.licence_light(min(l.valid_to)) from public.subject_licences as l where l.subject_id = s.id having count(*) > 0) as licence_light,
  (select coalesce(array_agg(t.tag order by t.tag), '{}') from public.subject_tags as t where t.subject_id = s.id) as tags
from public.subjects as s;
comment on view public.subject_list is 'Subjects with names instead of codes, under the viewer''s rights. Of several that are the same one the list shows the one whose merged_into_id is null.';
grant select on public.subject_list to authenticated;

create view public.inspector_list with (security_invoker = true) as
select i.id, i.name, i.certificate_no, i.issued_on, i.valid_to, i.scope, i.org_id,
  (select o.name from public.orgs as o where o.id = i.org_id) as org_name, i.region_code
from public.inspectors as i;
comment on view public.inspector_list is 'Inspectors with the name of their body, under the viewer''s rights.';
grant select on public.inspector_list to authenticated;

create function private.subjects_like(p_q text, p_limit int)
returns table (id uuid, rank int)
language plpgsql stable
-- Planned for the words that are asked: of a frequent character the first rows are soon found, of a rare one the index knows the few.
security definer set search_path = '' set plan_cache_mode = 'force_custom_plan'
as $$
declare
  q text := private.search_key(p_q);
begin
  if q = '' then
    return;
  end if;
  if q ~ '^[0-9A-Z]{4,30}$' then
    return query
      select coalesce(s.merged_into_id, s.id), 0
      from (select i.subject_id, i.value from public.subject_identifiers as i where i.value like q || '%' order by i.value limit p_limit) as f
      join public.subjects as s on s.id = f.subject_id order by f.value;
  end if;
  return query
    select f.id, case when f.name = q then 1 when starts_with(f.name, q) then 2 else 3 end
    from (select coalesce(s.merged_into_id, s.id) as id, private.search_key(s.name) as name from public.subjects as s
      where private.grams(private.search_key(s.name)) @> private.grams(q, least(length(q), 2)) and position(q in private.search_key(s.name)) > 0
      limit p_limit) as f;
  if length(q) > 1 then
    return query
      select coalesce(s.merged_into_id, s.id), 4 from public.subjects as s
      where private.grams(private.search_key(s.address), 2) @> private.grams(q, 2) and position(q in private.search_key(s.address)) > 0 limit p_limit;
  end if;
end
$$;
comment on function private.subjects_like is
  'Candidates for what somebody wrote, at most so many of each way to find them; of those that were merged the one that stands for all. Definer: under a policy the index of arrays could not be used (its operator is not leakproof), so the callers ask who may.';

create function private.find_subjects(p_q text)
returns setof public.subject_list
language plpgsql stable
security definer set search_path = ''
as $$
begin
  if not exists (select from private.permitted_org_ids('subject.read')) then
    return;
  end if;
  return query
    select l.* from (select w.id, min(w.rank) as rank from private.subjects_like(p_q, 200) as w group by w.id) as w
    join public.subject_list as l on l.id = w.id
    order by w.rank, l.state, l.name, l.id limit 20;
end
$$;
comment on function private.find_subjects is 'Definer: reads past the policy, after asking what it asks.';

select private.expose('private.find_subjects', '{authenticated}',
  'The twenty best of the subjects of which a code begins with, or whose name or address holds, what was written: the name itself first, existing before closed. Nothing without subject.read.');

insert into private.quotas (bucket, amount, per) values ('suggest-subject.network', 240, '10 minutes');

create function private.suggest_subjects(p_q text, p_region int default null)
returns table (name text, region_name text, code_masked text)
language plpgsql stable
security definer set search_path = ''
as $$
begin
  perform private.assert_module('subject');
  -- One character would be a walk through the register.
  if length(btrim(p_q)) < 2 then
    return;
  end if;
  return query
    select s.name, r.full_name, left(s.uscc, 2) || '****' || right(s.uscc, 4)
    from (select w.id, min(w.rank) as rank from private.subjects_like(p_q, 200) as w where w.rank in (1, 2, 3) group by w.id) as w
    join public.subjects as s on s.id = w.id
    join public.regions as r on r.code = s.region_code
    left join public.regions as near on near.code = p_region
    where s.state not in ('closed', 'revoked_closed', 'annulled') and s.kind in ('enterprise', 'individual', 'institution', 'organisation')
    order by coalesce(s.region_code between near.code and near.range_end, false) desc, w.rank, s.name, s.id limit 6;
end
$$;
comment on function private.suggest_subjects is 'Definer: answers people without an account, with no more than a sign on the door says.';

select private.expose('private.suggest_subjects', '{service_role}',
  'Edge function suggest-subject only: up to six businesses whose name holds at least two characters of what was written, those of the region first, with a masked code. Raises site.module_off (404).');
