-- Finding subjects: by a part of the name, the beginning of the code, or a part of the address.
-- Who may do what: find_subjects asks subject.read; suggest_subjects answers the public form with what a shop sign says.

create view public.subject_list with (security_invoker = true) as
select s.id, s.kind, s.name, s.uscc, s.uscc is not null and not private.is_uscc(s.uscc) as is_uscc_doubtful, s.state, s.industry_code,
  (select n.name from public.subject_industries as n where n.code = s.industry_code) as industry_name,
  s.region_code, (select r.full_name from public.regions as r where r.code = s.region_code) as region_name,
  s.address, s.registered_on, s.source
from public.subjects as s;
comment on view public.subject_list is 'Subjects with names instead of codes, under the viewer''s rights.';
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
    return query select s.id, 0 from public.subjects as s where s.uscc like q || '%' order by s.uscc limit p_limit;
  end if;
  return query
    select f.id, case when f.name = q then 1 when starts_with(f.name, q) then 2 else 3 end
    from (select s.id, private.search_key(s.name) as name from public.subjects as s
      where private.grams(private.search_key(s.name)) @> private.grams(q, least(length(q), 2)) and position(q in private.search_key(s.name)) > 0
      limit p_limit) as f;
  if length(q) > 1 then
    return query
      select s.id, 4 from public.subjects as s
      where private.grams(private.search_key(s.address), 2) @> private.grams(q, 2) and position(q in private.search_key(s.address)) > 0 limit p_limit;
  end if;
end
$$;
comment on function private.subjects_like is
  'Candidates for what somebody wrote, at most so many of each way to find them. Definer: under a policy the index of arrays could not be used (its operator is not leakproof), so the callers ask who may.';

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
  'The twenty best of the subjects whose code begins with, or whose name or address holds, what was written: the name itself first, existing before closed. Nothing without subject.read.');

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
    where s.state not in ('closed', 'revoked_closed', 'annulled')
    order by coalesce(s.region_code between near.code and near.range_end, false) desc, w.rank, s.name, s.id limit 6;
end
$$;
comment on function private.suggest_subjects is 'Definer: answers people without an account, with no more than a sign on the door says.';

select private.expose('private.suggest_subjects', '{service_role}',
  'Edge function suggest-subject only: up to six businesses whose name holds at least two characters of what was written, those of the region first, with a masked code. Raises site.module_off (404).');
