-- 监管事项目录清单, part two: laws and items as kinds of definitions: what a version must hold, where it goes, the lists.
-- The ten elements of the notices (监管部门、主项名称、子项名称、监管方式、监管措施、监管对象、设定依据、监管流程、监管结果、监管层级) are all
-- required before anything is published.
-- Who may do what: catalog.review at the top of the site publishes and withdraws laws and takes back items whose day has
--                  not come; items are published by the flow of part three alone.

select private.act_as('system:migration');

create function private.catalog_codes_checked(p_body jsonb, p_field text, p_set text, p_label text)
returns void
language plpgsql stable
set search_path = ''
as $$
declare
  stray text;
begin
  perform private.refuse_field(jsonb_typeof(p_body -> p_field) is distinct from 'array' or jsonb_array_length(p_body -> p_field) not between 1 and 20,
    p_field, '请选择' || p_label || '，至少一项');
  select v into stray from jsonb_array_elements_text(p_body -> p_field) as v
  where not exists (select from public.codes as c where c.set_key = p_set and c.code = v and private.local_day(now()) between c.valid_from and coalesce(c.valid_to, 'infinity')) limit 1;
  perform private.refuse_field(stray is not null, p_field, p_label || '中没有“' || stray || '”这一项，请重新选择');
  perform private.refuse_field((select count(*) <> count(distinct v) from jsonb_array_elements_text(p_body -> p_field) as v), p_field, p_label || '有重复的项，请去掉');
end
$$;
comment on function private.catalog_codes_checked is 'Raises definition.invalid unless the field is a list of different codes of a set, at least one.';

create function private.catalog_text_checked(p_body jsonb, p_field text, p_label text, p_least int, p_most int)
returns jsonb
language plpgsql immutable
set search_path = ''
as $$
declare
  said text := btrim(private.visible_text(coalesce(p_body ->> p_field, '')));
begin
  perform private.refuse_field(length(said) not between p_least and p_most, p_field, format('请填写%s，%s 至 %s 字', p_label, p_least, p_most));
  return jsonb_build_object(p_field, said);
end
$$;
comment on function private.catalog_text_checked is 'The field without what nobody sees, or definition.invalid when it is too short or too long.';

create function private.catalog_law_checked(p_key text, p_body jsonb, p_from date)
returns jsonb
language plpgsql stable
security definer set search_path = ''
as $$
declare
  body jsonb := '{"doc_no":"","issuer":"","in_force_on":null,"repealed_on":null,"successor_code":null}' || p_body;
begin
  perform private.refuse_field(p_key !~ '^[a-z0-9]+(-[a-z0-9]+)*$' or length(p_key) > 60, 'key', '编码只能用小写字母、数字和连字符，最长 60 位');
  perform private.assert_known_fields(p_body, '{title,doc_no,kind,issuer,in_force_on,repealed_on,successor_code}');
  body := body || private.catalog_text_checked(body, 'title', '名称', 2, 100) || private.catalog_text_checked(body, 'doc_no', '文号', 0, 60)
    || private.catalog_text_checked(body, 'issuer', '制定机关', 0, 60);
  perform private.refuse_field(not exists (select from public.codes as c where c.set_key = 'catalog.law_kind' and c.code = body ->> 'kind'), 'kind', '请选择效力级别');
  perform private.refuse_field(coalesce(body ->> 'in_force_on', '2000-01-01') !~ '^\d{4}-\d{2}-\d{2}$', 'in_force_on', '施行日期应写作 2026-01-31');
  perform private.refuse_field(coalesce(body ->> 'repealed_on', '2000-01-01') !~ '^\d{4}-\d{2}-\d{2}$', 'repealed_on', '废止日期应写作 2026-01-31');
  perform private.refuse_field((body ->> 'repealed_on')::date <= (body ->> 'in_force_on')::date is true, 'repealed_on', '废止日期应晚于施行日期');
  perform private.refuse_field(body ->> 'successor_code' is not null and (body ->> 'repealed_on' is null or body ->> 'successor_code' = p_key
    or not exists (select from public.catalog_laws as l where l.code = body ->> 'successor_code')), 'successor_code', '填写了废止日期才能指明替代它的另一部，且须已在库中');
  perform private.refuse_field(exists (select from public.catalog_laws as l where l.code <> p_key and l.title = body ->> 'title' and l.doc_no = body ->> 'doc_no'),
    'title', '库中已有同名同文号的一部');
  return body;
end
$$;
comment on function private.catalog_law_checked is 'Check of a law. Definer: called by publish_definition.';

create function private.catalog_law_apply(p_key text)
returns void
language sql
security definer set search_path = ''
as $$
  insert into public.catalog_laws (code, title, doc_no, kind, issuer, in_force_on, repealed_on, successor_code)
  select p_key, b.title, b.doc_no, b.kind, b.issuer, b.in_force_on, b.repealed_on, b.successor_code
  from private.definition_at('catalog_law', p_key, private.local_day(now())) as d cross join lateral jsonb_populate_record(null::public.catalog_laws, d.body) as b
  where d.id is not null
  on conflict (code) do update set title = excluded.title, doc_no = excluded.doc_no, kind = excluded.kind, issuer = excluded.issuer,
    in_force_on = excluded.in_force_on, repealed_on = excluded.repealed_on, successor_code = excluded.successor_code
$$;
comment on function private.catalog_law_apply is 'Writes the law as it is today. Definer: laws take no direct write.';

create function private.catalog_bases_checked(p_bases jsonb, p_from date)
returns jsonb
language plpgsql stable
security definer set search_path = ''
as $$
declare
  base jsonb;
  law public.catalog_laws;
  kept jsonb := '[]';
begin
  perform private.refuse_field(jsonb_typeof(p_bases) is distinct from 'array' or jsonb_array_length(p_bases) not between 1 and 20, 'bases', '请填写设定依据，1 至 20 条');
  for base in select jsonb_array_elements(p_bases) loop
    select * into law from public.catalog_laws as l where l.code = base ->> 'law_code';
    perform private.refuse_field(law.code is null, 'bases', '请选择依据的法律法规；库中没有的，请先由协调机构登记');
    perform private.refuse_field(law.repealed_on <= p_from is true, 'bases', '《' || law.title || '》自 ' || law.repealed_on || ' 起废止，请改用现行的依据');
    perform private.refuse_field(length(coalesce(base ->> 'article', '')) > 60, 'bases', '条款最多 60 字，例如 第一百二十四条第一款');
    kept := kept || jsonb_build_array(jsonb_build_object('law_code', law.code, 'article', btrim(coalesce(base ->> 'article', ''))));
  end loop;
  return kept;
end
$$;
comment on function private.catalog_bases_checked is 'The legal bases of an item: known laws that are in force on the day. Definer: called by checks.';

create function private.catalog_item_checked(p_key text, p_body jsonb, p_from date)
returns jsonb
language plpgsql stable
security definer set search_path = ''
as $$
declare
  body jsonb := '{"scopes":["1","2","3"],"source":"province","state":"in_force","successor_codes":[]}' || p_body;
  twin text;
begin
  perform private.refuse_field(p_key !~ '^[0-9]{14}$', 'key', '事项编码应为 14 位数字');
  perform private.assert_known_fields(p_body, '{main_code,name,line_code,objects,object_kinds,methods,measures,levels,bases,flow,result,scopes,source,state,successor_codes}');
  perform private.refuse_field(not exists (select from public.catalog_main_items as m where m.code = body ->> 'main_code' and m.code = left(p_key, 8)), 'main_code', '请选择监管主项');
  perform private.refuse_field(not exists (select from public.org_lines as l where l.code = body ->> 'line_code'), 'line_code', '请选择监管部门');
  body := body || private.catalog_text_checked(body, 'name', '监管子项名称', 2, 100) || private.catalog_text_checked(body, 'objects', '监管对象', 2, 200)
    || private.catalog_text_checked(body, 'flow', '监管流程', 2, 1000) || private.catalog_text_checked(body, 'result', '监管结果', 2, 500);
  perform private.catalog_codes_checked(body, 'object_kinds', 'catalog.object', '监管对象类别');
  perform private.catalog_codes_checked(body, 'methods', 'catalog.method', '监管方式');
  perform private.catalog_codes_checked(body, 'measures', 'catalog.measure', '监管措施');
  perform private.catalog_codes_checked(body, 'levels', 'catalog.level', '监管层级');
  perform private.refuse_field(jsonb_typeof(body -> 'scopes') <> 'array' or body -> 'scopes' = '[]' or not body -> 'scopes' <@ '["1","2","3"]', 'scopes', '请选择适用范围');
  perform private.refuse_field(jsonb_typeof(body -> 'successor_codes') <> 'array', 'successor_codes', '替代事项应为事项编码的列表');
  perform private.refuse_field(not exists (select from public.codes as c where c.set_key = 'catalog.source' and c.code = body ->> 'source'), 'source', '请选择事项来源');
  perform private.refuse_field(body ->> 'state' not in ('in_force', 'suspended', 'repealed'), 'state', '事项状态不正确');
  -- A law that ended takes nothing from an item that ends as well.
  body := body || jsonb_build_object('bases', private.catalog_bases_checked(body -> 'bases', case when body ->> 'state' = 'in_force' then p_from else date '-infinity' end));
  select i.code into twin from public.catalog_items as i
  where i.main_code = body ->> 'main_code' and i.name = body ->> 'name' and i.code <> p_key and i.state <> 'repealed' limit 1;
  perform private.refuse_field(twin is not null and body ->> 'state' <> 'repealed', 'name', '该主项下已有同名的子项（' || twin || '）');
  return body;
end
$$;
comment on function private.catalog_item_checked is
  'Check of an item: the ten elements, codes that exist, bases that are in force on the day, one name within its main item. Definer: called by define_version and by proposals.';

create function private.catalog_item_apply(p_key text)
returns void
language plpgsql
security definer set search_path = ''
as $$
declare
  today date := private.local_day(now());
  one public.definitions := private.definition_at('catalog_item', p_key, today);
begin
  if one.id is null then
    select * into one from public.definitions as d
    where d.kind = 'catalog_item' and d.key = p_key and d.state = 'published' order by d.effective_from limit 1;
  end if;
  if one.id is null then
    -- Its only version was taken back before its day.
    delete from public.catalog_items as i where i.code = p_key;
    return;
  end if;
  insert into public.catalog_items (code, main_code, name, line_code, objects, object_kinds, methods, measures, levels, flow, result, scopes, source,
    state, successor_codes, version, effective_from)
  select p_key, b.main_code, b.name, b.line_code, b.objects, b.object_kinds, b.methods, b.measures, b.levels, b.flow, b.result, b.scopes, b.source,
    case when one.effective_from > today then 'coming' else b.state end, b.successor_codes, one.version, one.effective_from
  from jsonb_populate_record(null::public.catalog_items, one.body) as b
  on conflict (code) do update set (main_code, name, line_code, objects, object_kinds, methods, measures, levels, flow, result, scopes, source,
    state, successor_codes, version, effective_from) = (excluded.main_code, excluded.name, excluded.line_code, excluded.objects, excluded.object_kinds,
    excluded.methods, excluded.measures, excluded.levels, excluded.flow, excluded.result, excluded.scopes, excluded.source, excluded.state,
    excluded.successor_codes, excluded.version, excluded.effective_from);
  delete from public.catalog_item_bases as b where b.item_code = p_key;
  insert into public.catalog_item_bases (item_code, n, law_code, article)
  select p_key, b.n, b.base ->> 'law_code', b.base ->> 'article' from jsonb_array_elements(one.body -> 'bases') with ordinality as b (base, n);
end
$$;
comment on function private.catalog_item_apply is 'Writes the item as it is today, or as it will first be. Definer: items take no direct write.';

insert into private.definition_kinds (kind, label, permission, check_function, apply_function, is_public, is_direct) values
  ('catalog_law', '法律法规', 'catalog.review', 'private.catalog_law_checked', 'private.catalog_law_apply', true, true),
  ('catalog_item', '监管事项', 'catalog.review', 'private.catalog_item_checked', 'private.catalog_item_apply', true, false);

create view public.catalog_item_list with (security_invoker = true) as
select i.code, i.main_code, (select m.name from public.catalog_main_items as m where m.code = i.main_code) as main_name, i.name,
  i.code || ' ' || i.name || ' ' || (select m.name from public.catalog_main_items as m where m.code = i.main_code) || ' ' || i.objects as search_text,
  i.line_code, (select l.name from public.org_lines as l where l.code = i.line_code) as line_name,
  i.objects, i.object_kinds, i.methods, i.measures, i.levels, i.flow, i.result, i.scopes, i.source, i.state, i.successor_codes, i.version, i.effective_from,
  (select string_agg('《' || l.title || '》' || b.article, '；' order by b.n)
    from public.catalog_item_bases as b join public.catalog_laws as l on l.code = b.law_code where b.item_code = i.code) as bases_text,
  -- 依据已废止: rests on something that is law no more, and is not itself repealed.
  i.state <> 'repealed' and exists (select from public.catalog_item_bases as b join public.catalog_laws as l on l.code = b.law_code
    where b.item_code = i.code and l.repealed_on <= private.local_day(now())) as is_lapsing
from public.catalog_items as i;
comment on view public.catalog_item_list is '监管事项 with names instead of codes, for everybody.';
grant select on public.catalog_item_list to anon, authenticated;
grant execute on function private.local_day to anon, authenticated;

create view public.catalog_law_list with (security_invoker = true) as
select l.code, l.title, l.doc_no, l.title || ' ' || l.doc_no as search_text, l.kind, l.issuer, l.in_force_on, l.repealed_on, l.successor_code,
  (select s.title from public.catalog_laws as s where s.code = l.successor_code) as successor_title,
  (select count(distinct b.item_code)::int from public.catalog_item_bases as b join public.catalog_items as i on i.code = b.item_code
    where b.law_code = l.code and i.state <> 'repealed') as item_count
from public.catalog_laws as l;
comment on view public.catalog_law_list is '法律法规 with the number of items that rest on each.';
grant select on public.catalog_law_list to anon, authenticated;
