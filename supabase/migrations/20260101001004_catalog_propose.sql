-- 监管事项动态管理, part five: what opens a request and mends it, and what a change would touch.
-- Who may do what: propose_catalog_change and mend_catalog_change ask catalog.propose over the own body; impacts are counts, for
--         whoever may read requests.

select private.act_as('system:migration');

create function private.catalog_part_checked(p_part jsonb, p_org public.orgs, p_from date)
returns public.catalog_change_parts
language plpgsql stable
security definer set search_path = ''
as $$
declare
  part public.catalog_change_parts := jsonb_populate_record(null::public.catalog_change_parts, p_part - '{id,change_id,n,base_version,result_version,body}'::text[]);
  now_is public.catalog_items;
  body jsonb := p_part -> 'body';
begin
  perform private.refuse_field(part.action not in ('add', 'amend', 'suspend', 'resume', 'repeal'), 'parts', '请选择对事项的调整');
  if part.action = 'add' then
    part.item_code := null;
    part.main_name := nullif(btrim(private.visible_text(coalesce(part.main_name, ''))), '');
    perform private.refuse_field(jsonb_typeof(body) is distinct from 'object', 'body', '请填写新增事项的内容');
    perform private.refuse_field(part.main_name is not null and length(part.main_name) not between 2 and 100, 'main_name', '新的监管主项名称应为 2 至 100 字');
    -- Checked under a main item that is there: the number of a new one is given when it is published.
    body := private.catalog_item_checked(coalesce(case when part.main_name is null then body ->> 'main_code' end,
      (select max(m.code) from public.catalog_main_items as m where m.line_code = body ->> 'line_code')) || '999990',
      case when part.main_name is null then body else body || jsonb_build_object('main_code', (select max(m.code) from public.catalog_main_items as m where m.line_code = body ->> 'line_code')) end, p_from);
    perform private.refuse_field(body ->> 'source' = 'national', 'source', '国家目录由系统对接更新，本地申请请选择省级补充或市县补充');
  else
    part.main_name := null;
    select * into now_is from public.catalog_items as i where i.code = part.item_code;
    perform private.refuse_field(now_is.code is null, 'parts', '请选择要调整的监管事项');
    perform private.refuse_field(now_is.state = 'repealed', 'parts', '“' || now_is.name || '”已取消，不能再调整；需要的请申请新增');
    perform private.refuse_field(part.action = 'suspend' and now_is.state = 'suspended', 'parts', '“' || now_is.name || '”已经暂停');
    perform private.refuse_field(part.action = 'resume' and now_is.state <> 'suspended', 'parts', '“' || now_is.name || '”没有暂停，不需要恢复');
    select max(d.version) into part.base_version from public.definitions as d where d.kind = 'catalog_item' and d.key = part.item_code and d.state = 'published';
    if part.action = 'amend' then
      perform private.refuse_field(jsonb_typeof(body) is distinct from 'object', 'body', '请填写变更后的内容');
      -- Where it stands and what it replaces are no words to be amended.
      body := private.catalog_item_checked(part.item_code, body || jsonb_build_object('main_code', now_is.main_code, 'state',
        case now_is.state when 'suspended' then 'suspended' else 'in_force' end, 'successor_codes', to_jsonb(now_is.successor_codes), 'source', now_is.source), p_from);
    else
      body := null;
    end if;
  end if;
  perform private.refuse_field(not p_org.is_coordinator and p_org.line_code <> coalesce(body ->> 'line_code', now_is.line_code), 'line_code',
    '只能申请调整本部门的监管事项；其他部门的事项由该部门或协调机构提出');
  perform private.refuse_field(not p_org.is_coordinator and now_is.line_code <> p_org.line_code is true, 'parts', '只能申请调整本部门的监管事项');
  part.body := body;
  return part;
end
$$;
comment on function private.catalog_part_checked is 'One part of a request as it is stored, or definition.invalid with the field. Definer: called by proposals.';

create function private.catalog_parts_written(p_change uuid, p_type text, p_parts jsonb, p_org public.orgs, p_from date)
returns void
language plpgsql
security definer set search_path = ''
as $$
declare
  given record;
  part public.catalog_change_parts;
  adds int;
  amends int;
  ends int;
begin
  perform private.refuse_field(jsonb_typeof(p_parts) is distinct from 'array' or jsonb_array_length(p_parts) not between 1 and 50, 'parts', '一份申请涉及 1 至 50 个监管事项');
  select count(*) filter (where a = 'add'), count(*) filter (where a = 'amend'), count(*) filter (where a = 'repeal') into adds, amends, ends
  from (select p ->> 'action' as a from jsonb_array_elements(p_parts) as p) as x;
  perform private.refuse_field(case p_type
    when 'merge' then not (ends >= 1 and adds + amends = 1 and ends + amends >= 2 and adds + amends + ends = jsonb_array_length(p_parts))
    when 'split' then not (ends + amends = 1 and adds >= 1 and adds + amends >= 2 and adds + amends + ends = jsonb_array_length(p_parts))
    else exists (select from jsonb_array_elements(p_parts) as p where p ->> 'action' is distinct from p_type) end, 'parts',
    case p_type when 'merge' then '合并应为两个以上事项并入一个（新增或变更一个，其余取消）'
      when 'split' then '拆分应为一个事项分成两个以上（新增，并变更或取消原事项）' else '各项调整应与申请类型一致' end);
  perform private.refuse_field((select count(p ->> 'item_code') <> count(distinct p ->> 'item_code') from jsonb_array_elements(p_parts) as p), 'parts', '同一监管事项在一份申请里只能出现一次');
  delete from public.catalog_change_parts as p where p.change_id = p_change;
  for given in select p.value, p.n from jsonb_array_elements(p_parts) with ordinality as p (value, n) loop
    part := private.catalog_part_checked(given.value, p_org, p_from);
    insert into public.catalog_change_parts (change_id, n, action, item_code, base_version, main_name, body)
    values (p_change, given.n, part.action, part.item_code, part.base_version, part.main_name, part.body);
  end loop;
end
$$;
comment on function private.catalog_parts_written is 'Writes the parts of a request in place of those that were there. Definer: parts take no direct write.';

create function private.catalog_request_checked(p_type text, p_reason text, p_ground text, p_from date)
returns void
language plpgsql stable
set search_path = ''
as $$
begin
  perform private.assert_code('catalog.change_type', p_type, 'change_type');
  perform private.assert_code('catalog.change_reason', p_reason, 'reason');
  perform private.refuse_field(length(btrim(coalesce(p_ground, ''))) not between 2 and 1000, 'ground', '请填写理由和依据，2 至 1000 字');
  perform private.refuse_field(p_from is not null and p_from not between private.local_day(now()) and private.local_day(now()) + 730, 'effective_from', '期望的生效日期应在今天至两年之内');
end
$$;
comment on function private.catalog_request_checked is 'Raises code.unknown or definition.invalid with the field.';

create function private.catalog_change_title(p_change uuid, p_type text)
returns text
language sql stable
security definer set search_path = ''
as $$
  select left((select c.label from public.codes as c where c.set_key = 'catalog.change_type' and c.code = p_type) || '：' ||
    coalesce((array_agg(coalesce(p.body ->> 'name', i.name) order by p.n))[1], '')
    || case when count(*) > 1 then '等 ' || count(*) || ' 项' else '' end, 100)
  from public.catalog_change_parts as p left join public.catalog_items as i on i.code = p.item_code
  where p.change_id = p_change
$$;
comment on function private.catalog_change_title is 'What a request is called in lists: its type and first item. Definer: called by proposals.';

create function private.propose_catalog_change(p_type text, p_reason text, p_ground text, p_parts jsonb, p_effective_from date, p_key uuid)
returns public.catalog_change_list
language plpgsql
security definer set search_path = ''
as $$
declare
  me public.officers;
  body public.orgs;
  made public.work_items;
  one public.catalog_change_list;
  holder uuid;
  change uuid := gen_random_uuid();
  digest text := private.digest_of(jsonb_build_array(p_type, p_reason, p_ground, p_parts, p_effective_from));
  done jsonb;
begin
  select * into me from public.officers as f where f.id = (select private.my_id()) and f.is_active;
  perform private.assert_may_create('catalog_change', 'propose', me.org_id);
  perform private.refuse_field(p_key is null, 'key', '缺少幂等键，请刷新页面后重试');
  -- The same again is a retry: the request is there.
  perform pg_advisory_xact_lock(hashtextextended(me.id::text || p_key, 0));
  select k.result into done from private.idempotency_keys as k where k.actor = me.id::text and k.key = p_key;
  if done is not null then
    select l.* into one from public.catalog_change_list as l where l.id = (done ->> 'change')::uuid and done ->> 'digest' = digest;
    if one.id is null then
      perform private.fail(409, 'work.key_used', '该操作编号已用于另一次办理，请刷新页面后重试');
    end if;
    return one;
  end if;
  select * into body from public.orgs as o where o.id = me.org_id;
  perform private.catalog_request_checked(p_type, p_reason, p_ground, p_effective_from);
  holder := private.coordinator_of(body.region_code);
  insert into public.catalog_changes (id, title, change_type, reason, ground, effective_from, owner_org_id, region_code, org_id, state)
  values (change, '动态调整', p_type, p_reason, btrim(p_ground), p_effective_from, body.id, body.region_code, holder, 'reviewing');
  perform private.catalog_parts_written(change, p_type, p_parts, body, coalesce(p_effective_from, private.local_day(now())));
  update public.catalog_changes as c set title = private.catalog_change_title(change, p_type) where c.id = change;
  made := private.work_create('catalog_change', 'propose', private.catalog_change_title(change, p_type), change, body.id, holder, body.region_code, body.line_code, '{}', me.name, body.id);
  update public.catalog_changes as c set no = made.no where c.id = change;
  insert into private.idempotency_keys (actor, key, result) values (me.id::text, p_key, jsonb_build_object('change', change, 'digest', digest));
  select l.* into one from public.catalog_change_list as l where l.id = change;
  return one;
end
$$;
comment on function private.propose_catalog_change is 'Definer: neither request nor item takes a direct write.';
select private.expose('private.propose_catalog_change', '{authenticated}',
  'Opens a request of the caller''s body, before the coordinator of its region. type and reason: codes of catalog.change_type and catalog.change_reason; parts: [{action: add|amend|suspend|resume|repeal, item_code?, main_name?, body?}], body with the ten elements; key: makes a retry harmless. Raises work.not_found (404), work.key_used (409), code.unknown, definition.invalid with the field (422).');

create function private.mend_catalog_change(p_change_id uuid, p_reason text, p_ground text, p_parts jsonb, p_effective_from date, p_expected_version int)
returns public.catalog_change_list
language plpgsql
security definer set search_path = ''
as $$
declare
  change public.catalog_changes;
  item public.work_items;
  body public.orgs;
  one public.catalog_change_list;
begin
  select * into change from public.catalog_changes as c where c.id = p_change_id;
  item := private.work_lock(change.item_id);
  if item.id is null or item.owner_org_id <> item.org_id or item.state <> 'mending' or not private.has_permission('catalog.propose', item.org_id) then
    perform private.fail(404, 'work.not_found', '没有找到该申请，或它现在不由本单位修改');
  end if;
  if item.version is distinct from p_expected_version then
    perform private.fail(409, 'work.stale', '该申请刚刚被他人更新，请刷新后再修改；您填写的内容不会丢失', jsonb_build_object('version', item.version));
  end if;
  select * into body from public.orgs as o where o.id = item.org_id;
  perform private.catalog_request_checked(change.change_type, p_reason, p_ground, p_effective_from);
  perform private.catalog_parts_written(change.id, change.change_type, p_parts, body, coalesce(p_effective_from, private.local_day(now())));
  update public.catalog_changes as c set reason = p_reason, ground = btrim(p_ground), effective_from = p_effective_from where c.id = change.id;
  select l.* into one from public.catalog_change_list as l where l.id = change.id;
  return one;
end
$$;
comment on function private.mend_catalog_change is 'Definer: as propose_catalog_change.';
select private.expose('private.mend_catalog_change', '{authenticated}',
  'Puts a request right that was returned, by the body that asked; its type stays. Raises work.not_found (404), work.stale (409), code.unknown, definition.invalid with the field (422).');

create function private.catalog_impact(p_codes text[])
returns table (label text, amount int, path text)
language plpgsql stable
security definer set search_path = ''
as $$
declare
  one private.catalog_impacts;
begin
  if not exists (select from private.permitted_org_ids('catalog.read')) or cardinality(p_codes) > 50 then
    return;
  end if;
  for one in select * from private.catalog_impacts as i order by i.sort loop
    execute format('select %s($1)', one.count_function) into amount using p_codes;
    label := one.label;
    path := one.path;
    return next;
  end loop;
end
$$;
comment on function private.catalog_impact is 'Definer: counts over every body; only whoever may read requests gets any.';
select private.expose('private.catalog_impact', '{authenticated}',
  'What a change of these items (at most 50) touches: [{label, amount, path of the page that lists those rows}]; none without catalog.read.');
