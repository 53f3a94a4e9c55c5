-- Papers (文书): what kinds there are, which fields each offers, and what its template must hold.
-- Tables: private.paper_kinds. Templates are definitions of kind "paper", so a new version never touches an issued paper.
-- Who may do what: site.admin at the top of the site publishes templates; migrations of modules register kinds.

create table private.paper_kinds (
  kind text primary key check (kind ~ '^[a-z_]+$'),
  module text not null references private.modules (id) on delete restrict,
  label text not null,
  addressee text not null check (addressee in ('citizen', 'subject', 'org')),
  fields jsonb not null,
  needs_remedy boolean not null default false
);
comment on table private.paper_kinds is
  'Kinds of papers. fields [{name, label, example, is_required, is_private}]: what a template may name beside the common ones; needs_remedy: a template without 救济途径 is refused; addressee: a citizen sees theirs at look-up.';
create index paper_kinds_module_idx on private.paper_kinds (module);

create function private.paper_fields(p_kind text)
returns table (name text, label text, example text, is_required boolean, is_common boolean)
language sql stable
security definer set search_path = ''
as $$
  select f.name, f.label, f.example, coalesce(f.is_required, false), false
  from private.paper_kinds as k cross join lateral jsonb_to_recordset(k.fields) as f (name text, label text, example text, is_required boolean)
  where k.kind = p_kind
  union all
  select c.name, c.label, c.example, false, true
  from (values ('no', '文号', '某市市场监管〔2026〕12号'), ('org_name', '单位名称', '某某市市场监督管理局'), ('org_phone', '联系电话', '0000-12345678'),
    ('org_address', '单位地址', '某某市政务路100号'), ('date', '落款日期', '二〇二六年四月十五日')) as c (name, label, example)
$$;
comment on function private.paper_fields is 'What a template of a kind may name; the common fields are filled in at issue. Definer: the kinds are closed.';

create function private.paper_block_checked(p_block jsonb, p_at text, p_kind text)
returns text[]
language plpgsql stable
security definer set search_path = ''
as $$
declare
  type text := p_block ->> 'type';
  texts text[];
  one text;
  named text[] := '{}';
  stray text;
begin
  perform private.refuse_field(jsonb_typeof(p_block) is distinct from 'object' or coalesce(type, '') not in ('title', 'addressee', 'paragraph', 'list', 'remedy', 'signature'),
    'blocks', p_at || '的类型不认识，可用：标题、称谓、正文、列表、救济途径、落款');
  select min(k) into stray from jsonb_object_keys(p_block) as k where k not in ('type', case type when 'list' then 'items' else 'text' end);
  perform private.refuse_field(stray is not null, 'blocks', p_at || '没有“' || stray || '”这一项');
  if type = 'list' then
    perform private.refuse_field(jsonb_typeof(p_block -> 'items') is distinct from 'array' or jsonb_array_length(p_block -> 'items') not between 1 and 20, 'blocks', p_at || '应有 1 至 20 项');
    select array_agg(i) into texts from jsonb_array_elements_text(p_block -> 'items') as i;
  else
    texts := array[case when type = 'signature' then coalesce(p_block ->> 'text', '{{org_name}}') else p_block ->> 'text' end];
  end if;
  foreach one in array texts loop
    perform private.refuse_field(coalesce(btrim(one), '') = '', 'blocks', p_at || '没有文字，请填写或删除这一段');
    perform private.refuse_field(length(one) > case type when 'title' then 60 else 2000 end, 'blocks',
      p_at || '有 ' || length(one) || ' 字，最多 ' || case type when 'title' then 60 else 2000 end || ' 字，请分成几段');
    perform private.refuse_field(regexp_replace(one, '\{\{[a-z_]+\}\}', '', 'g') ~ '\{\{|\}\}', 'blocks',
      p_at || '的字段写法不对，应形如 {{no}}，请删除后从字段列表点选插入');
    named := named || coalesce((select array_agg(m[1]) from regexp_matches(one, '\{\{([a-z_]+)\}\}', 'g') as m), '{}');
  end loop;
  select min(n) into stray from unnest(named) as n where n not in (select f.name from private.paper_fields(p_kind) as f);
  perform private.refuse_field(stray is not null, 'blocks', p_at || '用了没有的字段“' || stray || '”，请从字段列表点选插入');
  return named;
end
$$;
comment on function private.paper_block_checked is 'Check of one block of a template; returns the fields that it names. Definer: as paper_fields.';

create function private.paper_body_checked(p_kind text, p_body jsonb)
returns jsonb
language plpgsql stable
security definer set search_path = ''
as $$
declare
  spec private.paper_kinds;
  blocks jsonb := p_body -> 'blocks';
  types text[];
  named text[] := '{}';
  missing text;
begin
  select * into spec from private.paper_kinds as k where k.kind = p_kind;
  perform private.refuse_field(spec.kind is null, 'key', '没有这种文书；新的文书由模块登记');
  perform private.assert_known_fields(p_body, '{no_word,blocks}');
  perform private.refuse_field(p_body ->> 'no_word' !~ '^[一-龥]{1,8}$', 'no_word', '文号用字为 1 至 8 个汉字，例如“投受”');
  perform private.refuse_field(jsonb_typeof(blocks) is distinct from 'array' or jsonb_array_length(blocks) not between 3 and 40, 'blocks', '模板应有 3 至 40 段');
  for i in 1..jsonb_array_length(blocks) loop
    named := named || private.paper_block_checked(blocks -> (i - 1), '第 ' || i || ' 段', p_kind);
  end loop;
  select array_agg(b ->> 'type' order by o) into types from jsonb_array_elements(blocks) with ordinality as e (b, o);
  perform private.refuse_field(types[1] <> 'title' or cardinality(array_positions(types, 'title')) <> 1, 'blocks', '第一段应是标题，且只有一个标题');
  perform private.refuse_field(types[cardinality(types)] <> 'signature' or cardinality(array_positions(types, 'signature')) <> 1, 'blocks', '最后一段应是落款，且只有一个落款');
  perform private.refuse_field(spec.needs_remedy and not 'remedy' = any (types), 'blocks', '这种文书必须写明救济途径，请加上“救济途径”一段');
  select string_agg(f.label, '、' order by f.name) into missing from private.paper_fields(p_kind) as f where f.is_required and f.name <> all (named);
  perform private.refuse_field(missing is not null, 'blocks', '模板缺少必须写明的字段：' || missing || '，请从字段列表点选插入');
  return p_body;
end
$$;
comment on function private.paper_body_checked is 'The body of a template, or a refusal that names paragraph and field. Definer: as paper_fields.';

create function private.paper_checked(p_key text, p_body jsonb, p_from date)
returns jsonb
language plpgsql stable
security definer set search_path = ''
as $$
begin
  perform private.assert_not_past(p_from);
  return private.paper_body_checked(p_key, p_body);
end
$$;
comment on function private.paper_checked is 'Check of a template. Definer: called by publish_definition.';

create function private.paper_apply(p_key text)
returns void
language sql
set search_path = ''
as $$ select $$;
comment on function private.paper_apply is 'Nothing to write: templates are read by their day.';

insert into private.definition_kinds (kind, label, permission, check_function, apply_function, is_public)
values ('paper', '文书模板', 'site.admin', 'private.paper_checked', 'private.paper_apply', true);

create function private.paper_field(p_name text, p_label text, p_example text, p_more jsonb default '{}')
returns jsonb
language sql immutable
set search_path = ''
as $$ select jsonb_build_object('name', p_name, 'label', p_label, 'example', p_example) || p_more $$;
comment on function private.paper_field is 'A field that a kind of paper offers; is_required: every template names it, is_private: tells who the citizen is.';

create function private.register_paper_kind(p_kind text, p_module text, p_label text, p_addressee text, p_fields jsonb[], p_no_word text, p_blocks jsonb, p_needs_remedy boolean default false)
returns void
language plpgsql
set search_path = ''
as $$
begin
  if p_addressee <> 'citizen' and exists (select from unnest(p_fields) as f where (f ->> 'is_private')::boolean) then
    raise exception 'paper kind % goes to a %, so it must not offer a private field', p_kind, p_addressee;
  end if;
  insert into private.paper_kinds (kind, module, label, addressee, fields, needs_remedy)
  values (p_kind, p_module, p_label, p_addressee, to_jsonb(p_fields), p_needs_remedy);
  perform private.definition_adopt('paper', p_kind, private.paper_body_checked(p_kind, jsonb_build_object('no_word', p_no_word, 'blocks', p_blocks)),
    '2020-01-01', null, '系统初始数据');
end
$$;
comment on function private.register_paper_kind is
  'Adds a kind of paper with its first template; used by the migrations of modules. What goes to a business offers nothing of who complained.';

create function private.paper_kinds()
returns table (kind text, module text, label text, addressee text, needs_remedy boolean, fields jsonb)
language plpgsql stable
security definer set search_path = ''
as $$
begin
  if not private.has_site_right('site.admin') then
    return;
  end if;
  return query
    select k.kind, k.module, k.label, k.addressee, k.needs_remedy,
      (select jsonb_agg(jsonb_build_object('name', f.name, 'label', f.label, 'example', f.example, 'isRequired', f.is_required, 'isCommon', f.is_common))
        from private.paper_fields(k.kind) as f)
    from private.paper_kinds as k order by k.module, k.kind;
end
$$;
comment on function private.paper_kinds is 'Definer: the kinds are closed.';
select private.expose('private.paper_kinds', '{authenticated}', 'Kinds of papers with the fields that their templates may name; empty without site.admin over the whole site.');
