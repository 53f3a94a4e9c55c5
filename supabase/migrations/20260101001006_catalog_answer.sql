-- 监管事项认领, part seven: what a body answers, what the coordinator decides, how far each region is.
-- Who may do what: answer_catalog_claims for the own body (catalog.claim); decide_catalog_claims over the body (catalog.review);
--         coverage counts what the caller may read.

select private.act_as('system:migration');

create function private.catalog_settle_task(p_task uuid, p_actor text, p_actor_name text)
returns void
language plpgsql
security definer set search_path = ''
as $$
declare
  item public.work_items;
  has_pending boolean := exists (select from public.catalog_claims as c where c.task_id = p_task and c.state = 'pending');
  has_declining boolean := exists (select from public.catalog_claims as c where c.task_id = p_task and c.state = 'declining');
  move text;
begin
  select i.* into item from public.catalog_claim_tasks as t join public.work_items as i on i.id = t.item_id where t.id = p_task and i.is_open;
  move := case
    when item.state = 'claiming' and has_pending then null
    when item.state = 'claiming' and has_declining then 'refer'
    when item.state = 'deciding' and has_declining then null
    when item.state = 'deciding' and has_pending then 'reclaim'
    when item.id is not null then 'complete' end;
  if move is not null then
    perform private.work_system_act(item.id, move, '{}', p_actor, p_actor_name);
  end if;
end
$$;
comment on function private.catalog_settle_task is 'Moves a task on when its body, or the coordinator, has answered for every item. Definer: tasks take no direct write.';

create function private.answer_catalog_claims(p_codes text[], p_is_claimed boolean, p_ground text default null, p_note text default '')
returns table (item_code text, outcome text)
language plpgsql
security definer set search_path = ''
as $$
declare
  me public.officers;
  task uuid;
begin
  select * into me from public.officers as f where f.id = (select private.my_id()) and f.is_active;
  if me.id is null or not private.has_permission('catalog.claim', me.org_id) then
    perform private.fail(404, 'catalog.not_found', '没有找到待认领的事项，或您没有认领权限');
  end if;
  perform private.assert_module('catalog');
  if coalesce(cardinality(p_codes), 0) not between 1 and 500 or p_is_claimed is null then
    perform private.fail(422, 'catalog.no_items', '请选择要认领的事项，一次最多 500 项', '{"field":"codes"}');
  end if;
  if not p_is_claimed then
    perform private.assert_code('catalog.decline_ground', p_ground, 'ground');
    if length(btrim(coalesce(p_note, ''))) not between 2 and 300 then
      perform private.fail(422, 'catalog.note', '请说明不认领的理由，2 至 300 字', '{"field":"note"}');
    end if;
  end if;
  -- The task before its claims, as everywhere.
  perform private.work_lock(t.item_id) from public.catalog_claim_tasks as t where t.body_id = me.org_id and t.is_open;
  return query
    with asked as materialized (
      select c.id, c.item_code, c.state from public.catalog_claims as c where c.org_id = me.org_id and c.item_code = any (p_codes) for update
    ), answered as (
      update public.catalog_claims as c
      set state = case when p_is_claimed then 'claimed' else 'declining' end::public.catalog_claim_state,
        claimed_version = case when p_is_claimed then c.asked_version else c.claimed_version end,
        ground = case when p_is_claimed then null else p_ground end, note = case when p_is_claimed then '' else btrim(p_note) end, answered_at = now()
      from asked as a
      where c.id = a.id and a.state in ('pending', 'declining') and a.state <> (case when p_is_claimed then 'claimed' else 'declining' end)::public.catalog_claim_state
      returning c.item_code
    )
    select k.code, case when d.item_code is not null then 'done' when a.id is null then 'not_found' when a.state = 'claimed' then 'claimed' else a.state::text end
    from (select distinct x as code from unnest(p_codes) as x) as k
    left join asked as a on a.item_code = k.code
    left join answered as d on d.item_code = k.code;
  select t.id into task from public.catalog_claim_tasks as t where t.body_id = me.org_id and t.is_open;
  perform private.catalog_settle_task(task, me.id::text, me.name);
end
$$;
comment on function private.answer_catalog_claims is 'Definer: claims take no direct write.';
select private.expose('private.answer_catalog_claims', '{authenticated}',
  'Claims items for the caller''s body, or declines them with a ground (catalog.decline_ground) and a note. Out: each code with done, or why not: not_found, claimed, declining, declined, ended, pending. Raises catalog.not_found (404), catalog.no_items, catalog.note, code.unknown (422).');

create function private.decide_catalog_claims(p_claim_ids bigint[], p_is_granted boolean, p_note text default '')
returns table (claim_id bigint, outcome text)
language plpgsql
security definer set search_path = ''
as $$
declare
  me public.officers;
  mine bigint[];
  tasks uuid[];
  task uuid;
begin
  select * into me from public.officers as f where f.id = (select private.my_id()) and f.is_active;
  perform private.assert_module('catalog');
  if coalesce(cardinality(p_claim_ids), 0) not between 1 and 500 or p_is_granted is null then
    perform private.fail(422, 'catalog.no_items', '请选择要审核的申请，一次最多 500 项', '{"field":"claims"}');
  end if;
  if length(btrim(coalesce(p_note, ''))) > 300 or not p_is_granted and length(btrim(coalesce(p_note, ''))) < 2 then
    perform private.fail(422, 'catalog.note', '请说明须认领的理由，2 至 300 字', '{"field":"note"}');
  end if;
  -- Out of reach is not found; the task before its claims, as everywhere.
  mine := array(select c.id from public.catalog_claims as c where c.id = any (p_claim_ids) and c.org_id in (select private.permitted_org_ids('catalog.review')));
  tasks := array(select distinct c.task_id from public.catalog_claims as c where c.id = any (mine) and c.task_id is not null order by c.task_id);
  perform private.work_lock(t.item_id) from public.catalog_claim_tasks as t where t.id = any (tasks) order by t.item_id;
  return query
    with asked as materialized (
      select c.id, c.state from public.catalog_claims as c where c.id = any (mine) for update
    ), decided as (
      update public.catalog_claims as c
      set state = case when p_is_granted then 'declined' else 'pending' end::public.catalog_claim_state,
        ground = case when p_is_granted then c.ground end, decision_note = btrim(coalesce(p_note, '')), decided_at = now()
      from asked as a where c.id = a.id and a.state = 'declining'
      returning c.id
    )
    select k.id, case when d.id is not null then 'done' when a.id is null then 'not_found' else a.state::text end
    from (select distinct x as id from unnest(p_claim_ids) as x) as k
    left join asked as a on a.id = k.id left join decided as d on d.id = k.id;
  foreach task in array tasks loop
    perform private.catalog_settle_task(task, me.id::text, me.name);
  end loop;
end
$$;
comment on function private.decide_catalog_claims is 'Definer: claims take no direct write; a claim out of the caller''s reach is not found.';
select private.expose('private.decide_catalog_claims', '{authenticated}',
  'Agrees that a body does not claim, or says that it must (with a note). Out: each claim with done, or why not: not_found, or its state. Raises catalog.no_items, catalog.note (422).');

create view public.catalog_claim_list with (security_invoker = true) as
select c.id, c.item_code, i.name as item_name, i.main_code, (select m.name from public.catalog_main_items as m where m.code = i.main_code) as main_name,
  i.state as item_state, i.line_code, (select l.name from public.org_lines as l where l.code = i.line_code) as line_name,
  c.org_id, o.name as org_name, o.region_code, (select r.full_name from public.regions as r where r.code = o.region_code) as region_name,
  i.name || ' ' || c.item_code || ' ' || o.name as search_text,
  c.state, c.asked_version, c.claimed_version, c.claimed_version is not null and c.claimed_version < c.asked_version as is_changed,
  c.ground, c.note, c.decision_note, c.task_id, c.asked_at, c.answered_at, c.decided_at
from public.catalog_claims as c
join public.catalog_items as i on i.code = c.item_code
join public.orgs as o on o.id = c.org_id;
comment on view public.catalog_claim_list is '认领情况 with names instead of codes, under the viewer''s rights.';
grant select on public.catalog_claim_list to authenticated;

create view public.catalog_claim_task_list with (security_invoker = true) as
select t.id, t.item_id, t.no, t.title, t.title || ' ' || coalesce(t.no, '') as search_text, t.body_id, t.org_id, t.region_code, t.line_code, t.handler_id,
  t.state, t.is_open, t.light, case when t.is_open then coalesce(t.due_at < now(), false) else t.was_late end as is_late,
  t.due_at, t.due_is_provisional, t.is_supervised, t.created_at,
  (select g.full_name from public.regions as g where g.code = t.region_code) as region_name,
  (select o.name from public.orgs as o where o.id = t.body_id) as body_name,
  (select o.name from public.orgs as o where o.id = t.org_id) as org_name,
  (select s.label from public.work_states as s where s.kind = 'catalog_claim' and s.state = t.state) as state_label,
  (select f.name from public.officers as f where f.id = t.handler_id) as handler_name,
  case when t.is_open then private.workdays_left(t.due_at) end as workdays_left
from public.catalog_claim_tasks as t;
comment on view public.catalog_claim_task_list is '认领任务 for lists, with names instead of codes, under the viewer''s rights.';
grant select on public.catalog_claim_task_list to authenticated;

create function public.catalog_coverage(p_region int, p_line text, p_by text)
returns table (key text, label text, asked int, claimed int, pending int, declining int, declined int)
language plpgsql stable
security invoker set search_path = ''
as $$
declare
  top public.regions;
  step int;
begin
  select * into top from public.regions as r where r.code = p_region;
  if top.code is null or p_by is null or p_by not in ('region', 'line', 'org', 'item') then
    perform private.fail(422, 'figures.invalid', '请选择有效的区划和统计口径', '{"field":"region"}');
  end if;
  step := case top.tier when 2 then 100000 when 3 then 1000 else 1 end;
  return query
    with counted as (
      select case p_by when 'line' then o.line_code when 'org' then o.id::text when 'item' then c.item_code
          else ((o.region_code / step) * step)::text end as k,
        count(*)::int as n1, count(*) filter (where c.state = 'claimed')::int as n2, count(*) filter (where c.state = 'pending')::int as n3,
        count(*) filter (where c.state = 'declining')::int as n4, count(*) filter (where c.state = 'declined')::int as n5
      from public.catalog_claims as c join public.orgs as o on o.id = c.org_id
      where o.region_code between top.code and top.range_end and (p_line is null or o.line_code = p_line) and c.state <> 'ended'
      group by 1
    )
    select n.k, case p_by when 'line' then (select l.name from public.org_lines as l where l.code = n.k)
        when 'org' then (select o.name from public.orgs as o where o.id = n.k::uuid)
        when 'item' then (select i.name from public.catalog_items as i where i.code = n.k)
        when 'region' then case when n.k = top.code::text then top.name || '本级' else (select r.name from public.regions as r where r.code = n.k::int) end end,
      n.n1, n.n2, n.n3, n.n4, n.n5
    from counted as n
    order by n.n2::numeric / greatest(n.n1 - n.n5, 1), n.k;
end
$$;
comment on function public.catalog_coverage is
  'How far bodies have claimed, the furthest behind first, by region (the places below one and its own level), line, org or item: asked (all but repealed), claimed, pending, declining, declined (agreed). 认领率 = claimed ÷ (asked − declined). What the caller may read. Raises figures.invalid (422).';
grant execute on function public.catalog_coverage to authenticated;

create function private.catalog_impact_claims(p_codes text[])
returns int
language sql stable
security definer set search_path = ''
as $$ select count(distinct c.org_id)::int from public.catalog_claims as c where c.item_code = any (p_codes) and c.state = 'claimed' $$;
comment on function private.catalog_impact_claims is 'Bodies that claimed any of the items. Definer: counts over every body.';
insert into private.catalog_impacts (label, count_function, path, sort) values
  ('已认领、须重新认领的单位', 'private.catalog_impact_claims', '/work/catalog/claims', 10);
