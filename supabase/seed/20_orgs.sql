-- A body for each region × line of the active site: 省、市、县 bureaus, a coordinator everywhere, only the
-- 管委会 itself in a development zone. Drug control exists at the province only, local finance at province and city,
-- urban management below the province.
with place as (
  select r.*
  from public.sites as s
  join public.regions as root on root.code = s.root_region
  join public.regions as r on r.code between root.code and root.range_end
  -- 4290 is a heading over counties that answer to the province directly, not a place.
  where s.is_active and r.tier between 2 and 4 and r.code % 10000000 <> 9000000
)
insert into public.orgs (region_code, line_code, name, short_name, is_coordinator)
select p.code, l.code,
  case
    when l.code = 'coordination' and p.kind = 'zone' then p.name || '管理委员会'
    when l.code = 'coordination' then p.name || current_setting('seed.coordinator_name')
    else p.name || case p.tier when 2 then l.department_name else l.bureau_name end
  end,
  case when l.code = 'coordination' then case p.kind when 'zone' then '管委会' else current_setting('seed.coordinator_name') end
    else case p.tier when 2 then l.department_name else l.bureau_name end end,
  l.code = 'coordination'
from place as p
cross join public.org_lines as l
where (p.kind = 'division' or l.code = 'coordination')
  and (l.code <> 'drug' or p.tier = 2)
  and (l.code <> 'finance' or p.tier in (2, 3))
  and (l.code <> 'urban' or p.tier in (3, 4))
order by p.code, l.sort
on conflict (region_code, line_code) do update set name = excluded.name, short_name = excluded.short_name;

-- The superior in the line: the nearest body of the same line above.
with superior as (
  select o.id, (
    select p.id from public.orgs as p join public.regions as pr on pr.code = p.region_code
    where p.line_code = o.line_code and o.region_code between pr.code and pr.range_end and pr.code <> o.region_code
    order by pr.tier desc limit 1) as up_id
  from public.orgs as o
)
update public.orgs as o set parent_id = s.up_id
from superior as s
where s.id = o.id and o.parent_id is distinct from s.up_id;
