-- 监管事项动态管理, part four: the flow of a request: 部门申请 → 本级协调机构审核 → 省级（站点顶层）发布 → 有关单位重新认领.
-- Who may do what: catalog.propose asks for items of its own line (a coordinator for any) and takes back; catalog.review of the
--         region checks, sends up, returns or refuses; at the top it publishes, with catalog.publish as the second person.

select private.act_as('system:migration');
select private.allow('catalog.supervise', '催办和督办目录工作', '{"line_supervisor":"line_subtree","coordinator":"region_subtree","leader":"region_subtree"}');

insert into public.deadline_rules (key, label, amount, unit, legal_basis, is_confirmed, effective_from) values
  ('catalog.review', '审核', 5, 'workday', '平台缺省值，可由站点调整', false, '2020-01-01'),
  ('catalog.mend', '修改后重报', 10, 'workday', '平台缺省值，可由站点调整', false, '2020-01-01');

create function private.catalog_is_top(p_org uuid)
returns boolean
language sql stable
security definer set search_path = ''
as $$ select p_org = private.coordinator_of((select s.root_region from public.sites as s where s.is_active)) $$;
comment on function private.catalog_is_top is 'Whether a body is the coordinator at the top of the site, which publishes. Definer: must answer for every caller alike.';

create function private.catalog_guard_pass(p_item public.work_items, p_payload jsonb)
returns text
language sql stable
set search_path = ''
as $$ select case when private.catalog_is_top(p_item.org_id) then '' end $$;
comment on function private.catalog_guard_pass is 'Guard of 报送: at the top there is nobody above.';

create function private.catalog_guard_return(p_item public.work_items, p_payload jsonb)
returns text
language sql stable
set search_path = ''
as $$ select case when p_item.org_id = p_item.owner_org_id then '' end $$;
comment on function private.catalog_guard_return is 'Guard of 退回修改: what the coordinator asked itself goes back to nobody.';

create function private.catalog_guard_publish(p_item public.work_items, p_payload jsonb)
returns text
language plpgsql stable
security definer set search_path = ''
as $$
declare
  stale text;
begin
  if not private.catalog_is_top(p_item.org_id) then
    return '';
  end if;
  select string_agg(i.name, '、') into stale
  from public.catalog_change_parts as p join public.catalog_items as i on i.code = p.item_code
  where p.change_id = p_item.record_id and p.action <> 'add'
    and p.base_version < (select max(d.version) from public.definitions as d where d.kind = 'catalog_item' and d.key = p.item_code and d.state = 'published');
  return '“' || stale || '”在申请提出后已有新版本，请退回修改';
end
$$;
comment on function private.catalog_guard_publish is 'Guard of 发布: only at the top, and only over the versions that were seen when it was asked. Definer: called inside acts.';

create function private.catalog_publish_part(p_part public.catalog_change_parts, p_successors text[], p_from date, p_ground text)
returns void
language plpgsql
security definer set search_path = ''
as $$
declare
  main text := p_part.body ->> 'main_code';
  item text := p_part.item_code;
  body jsonb := p_part.body;
  made public.definitions;
begin
  if p_part.action = 'add' then
    -- Two who publish at once give two numbers.
    perform pg_advisory_xact_lock(hashtextextended('catalog_item_code', 0));
    if p_part.main_name is not null then
      select m.code into main from public.catalog_main_items as m where m.line_code = body ->> 'line_code' and m.name = p_part.main_name;
      if main is null then
        select lpad((max(m.code)::bigint + 1)::text, 8, '0') into main from public.catalog_main_items as m where m.line_code = body ->> 'line_code';
        insert into public.catalog_main_items (code, name, line_code, sort)
        select main, p_part.main_name, body ->> 'line_code', coalesce(max(m.sort), 0) + 1 from public.catalog_main_items as m where m.line_code = body ->> 'line_code';
      end if;
    end if;
    select main || lpad((coalesce(max(substr(i.code, 9, 5)::int), 0) + 1)::text, 5, '0') || '0' into item from public.catalog_items as i where i.main_code = main;
    body := body || jsonb_build_object('main_code', main);
  elsif body is null then
    body := (private.definition_at('catalog_item', item, p_from)).body || jsonb_build_object('state',
      case p_part.action when 'suspend' then 'suspended' when 'resume' then 'in_force' else 'repealed' end);
  end if;
  if p_part.action = 'repeal' then
    body := body || jsonb_build_object('successor_codes', to_jsonb(p_successors));
  end if;
  made := private.define_version('catalog_item', item, body, p_from, p_ground);
  update public.catalog_change_parts as p set item_code = item, result_version = made.version where p.id = p_part.id;
end
$$;
comment on function private.catalog_publish_part is
  'Publishes one part: a new code for an added item (the next of its main item, which may be new too), a version for the others. Definer: parts take no direct write.';

create function private.catalog_change_on_act(p_item public.work_items, p_before public.work_items, p_action text, p_payload jsonb)
returns void
language plpgsql
security definer set search_path = ''
as $$
declare
  change public.catalog_changes;
  part public.catalog_change_parts;
  successors text[];
begin
  if p_action <> 'publish' then
    return;
  end if;
  select * into change from public.catalog_changes as c where c.id = p_item.record_id;
  -- What is new comes first: what it replaces names it.
  for part in select * from public.catalog_change_parts as p where p.change_id = change.id order by p.action in ('add', 'amend') desc, p.n loop
    if part.action not in ('add', 'amend') and successors is null then
      select coalesce(array_agg(p.item_code order by p.n), '{}') into successors
      from public.catalog_change_parts as p where p.change_id = change.id and p.action in ('add', 'amend');
    end if;
    perform private.catalog_publish_part(part, coalesce(successors, '{}'), (p_payload ->> 'effective_from')::date, left(change.no || ' ' || change.ground, 500));
  end loop;
  perform private.catalog_ask_claims(array(select p.item_code from public.catalog_change_parts as p where p.change_id = change.id), p_item.org_id);
end
$$;
comment on function private.catalog_change_on_act is 'Publishes every part, or none, and asks the bodies concerned to claim. Definer: called by work_apply.';

select private.register_work_kind('catalog_change', '动态调整', 'DT', 'catalog.read', p_on_act => 'private.catalog_change_on_act');
insert into public.work_states (kind, state, label, is_open, is_side, sort) values
  ('catalog_change', 'reviewing', '审核中', true, false, 10),
  ('catalog_change', 'mending', '退回修改', true, true, 20),
  ('catalog_change', 'published', '已发布', false, false, 80),
  ('catalog_change', 'refused', '不予调整', false, true, 85),
  ('catalog_change', 'withdrawn', '已撤回', false, true, 90);
select
  private.allow_move('catalog_change', '', 'propose', 'reviewing', '提出申请', 'catalog.propose', '{}', '{"starts":[{"key":"catalog.review"}]}'),
  private.allow_move('catalog_change', 'reviewing', 'pass', 'reviewing', '报送上级审核', 'catalog.review', array[private.field('note', 'textarea', '审核意见', '{"max":500}')],
    '{"effects":["hand_over"],"goes_to":"top","guard":"private.catalog_guard_pass","meets":["catalog.review"],"starts":[{"key":"catalog.review"}],"tone":"primary","sort":10}'),
  private.allow_move('catalog_change', 'reviewing', 'publish', 'published', '发布', 'catalog.review',
    array[private.field('effective_from', 'date', '生效日期', '{"not_past":true}'), private.field('note', 'textarea', '审核意见', '{"max":500}')],
    '{"approval":"catalog.publish","guard":"private.catalog_guard_publish","meets":["catalog.review"],"tone":"primary","sort":20}'),
  private.allow_move('catalog_change', 'reviewing', 'return', 'mending', '退回修改', 'catalog.review', array[private.field('note', 'textarea', '需要修改的内容', '{"max":500}')],
    '{"effects":["give_back"],"goes_to":"owner","guard":"private.catalog_guard_return","meets":["catalog.review"],"starts":[{"key":"catalog.mend"}],"sort":30}'),
  private.allow_move('catalog_change', 'reviewing', 'refuse', 'refused', '不予调整', 'catalog.review', array[private.field('note', 'textarea', '理由', '{"max":500}')],
    '{"meets":["catalog.review"],"tone":"danger","sort":40}'),
  private.allow_move('catalog_change', 'mending', 'resubmit', 'reviewing', '重新报送', 'catalog.propose', array[private.field('note', 'textarea', '修改说明', '{"required":false,"max":500}')],
    '{"effects":["hand_over"],"goes_to":"coordinator","meets":["catalog.mend"],"starts":[{"key":"catalog.review"}],"tone":"primary","sort":10}'),
  private.allow_move('catalog_change', 'reviewing', 'withdraw', 'withdrawn', '撤回申请', 'catalog.propose', array[private.field('note', 'textarea', '撤回理由', '{"max":500}')],
    '{"side":"owner","meets":["catalog.review"],"sort":90}'),
  private.allow_move('catalog_change', 'mending', 'withdraw', 'withdrawn', '撤回申请', 'catalog.propose', array[private.field('note', 'textarea', '撤回理由', '{"max":500}')],
    '{"side":"owner","meets":["catalog.mend"],"sort":90}'),
  private.allow_press('catalog_change', '{reviewing}', 'catalog.supervise', 'catalog.review'),
  private.allow_press('catalog_change', '{mending}', 'catalog.supervise', 'catalog.propose'),
  private.mirror_item('public.catalog_changes', '{catalog_change}'),
  private.guard_with('public.catalog_changes', 'item_id', 'public.work_items', 'With its item: the body that asked, the coordinators it passed.'),
  private.guard_with('public.catalog_change_parts', 'change_id', 'public.catalog_changes');
