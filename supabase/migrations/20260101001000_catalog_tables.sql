-- 监管事项目录清单: what may be supervised at all, on which legal basis, by which bodies. A matter that is not in force here must not
-- be checked (国办发〔2024〕54号：未经公布的不得实施).
-- Tables: catalog_laws, catalog_main_items, catalog_items, catalog_item_bases: the catalogue of today, written by the versions
--         (definitions) of band 05; private.catalog_impacts (what else a change touches).
-- Who may do what: everybody reads; nobody writes but a published change (part four) and, for laws, catalog.review at the top of the site.

select private.act_as('system:migration');
select private.register_module('catalog', '监管事项', 'catalog');
select private.allow('catalog.read', '查看动态调整和认领',
  '{"handler":"own_org","reviewer":"own_org","lead":"own_org","line_supervisor":"line_subtree","coordinator":"region_subtree","leader":"region_subtree"}');
select private.allow('catalog.propose', '提出动态调整', '{"handler":"own_org","lead":"own_org"}');
select private.allow('catalog.review', '审核动态调整和不认领申请', '{"coordinator":"region_subtree"}');
select private.allow('catalog.publish', '签发目录（第二人）', '{"leader":"region_subtree"}');

insert into public.codes (set_key, code, label, sort) values
  ('catalog.object', 'enterprise', '企业', 1),
  ('catalog.object', 'individual', '个体工商户', 2),
  ('catalog.object', 'institution', '事业单位', 3),
  ('catalog.object', 'organisation', '社会组织', 4),
  ('catalog.object', 'person', '自然人', 5),
  ('catalog.object', 'place', '场所', 6),
  ('catalog.object', 'equipment', '设备设施', 7),
  ('catalog.object', 'product', '产品', 8),
  ('catalog.object', 'project', '工程项目', 9),
  ('catalog.method', 'random', '双随机、一公开监管', 1),
  ('catalog.method', 'key', '重点监管', 2),
  ('catalog.method', 'credit', '信用监管', 3),
  ('catalog.method', 'joint', '跨部门综合监管', 4),
  ('catalog.method', 'remote', '非现场监管', 5),
  ('catalog.method', 'daily', '日常检查', 6),
  ('catalog.method', 'special', '专项检查', 7),
  ('catalog.method', 'prudent', '包容审慎监管', 8),
  ('catalog.measure', 'inspect', '行政检查', 1),
  ('catalog.measure', 'penalty', '行政处罚', 2),
  ('catalog.measure', 'coercion', '行政强制', 3),
  ('catalog.measure', 'other', '其他（约谈、责令改正、行政指导等）', 4),
  ('catalog.level', '1', '国家级', 1),
  ('catalog.level', '2', '省级', 2),
  ('catalog.level', '3', '市级', 3),
  ('catalog.level', '4', '县级', 4),
  ('catalog.level', '5', '乡级', 5),
  ('catalog.law_kind', 'law', '法律', 1),
  ('catalog.law_kind', 'regulation', '行政法规', 2),
  ('catalog.law_kind', 'local', '地方性法规', 3),
  ('catalog.law_kind', 'rule', '规章', 4),
  ('catalog.law_kind', 'normative', '规范性文件', 5),
  ('catalog.source', 'national', '国家目录', 1),
  ('catalog.source', 'province', '省级补充', 2),
  ('catalog.source', 'city', '市县补充', 3),
  ('catalog.source', 'demonstration', '示例编码', 4);

create type public.catalog_state as enum ('coming', 'in_force', 'suspended', 'repealed');

create table public.catalog_laws (
  code text primary key check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(code) <= 60),
  title text not null check (length(title) between 2 and 100),
  doc_no text not null default '' check (length(doc_no) <= 60),
  kind text not null,
  issuer text not null default '' check (length(issuer) <= 60),
  in_force_on date,
  repealed_on date check (repealed_on > in_force_on),
  successor_code text references public.catalog_laws (code) on delete restrict
);
comment on table public.catalog_laws is
  '设定依据所引的法律法规规章: kind of catalog.law_kind; in_force_on = day of the present text, null = not confirmed; repealed_on = from that day on it is none.';
create index catalog_laws_successor_code_idx on public.catalog_laws (successor_code);
create unique index catalog_laws_title_idx on public.catalog_laws (title, doc_no);

create table public.catalog_main_items (
  code text primary key check (code ~ '^[0-9]{8}$'),
  name text not null check (length(name) between 2 and 100),
  line_code text not null references public.org_lines (code) on delete restrict,
  sort int not null default 0,
  unique (line_code, name)
);
comment on table public.catalog_main_items is '监管主项: the first eight digits of the codes of its items.';

create table public.catalog_items (
  code text primary key check (code ~ '^[0-9]{14}$'),
  main_code text not null references public.catalog_main_items (code) on delete restrict,
  name text not null,
  line_code text not null references public.org_lines (code) on delete restrict,
  objects text not null,
  object_kinds text[] not null,
  methods text[] not null,
  measures text[] not null,
  levels smallint[] not null,
  flow text not null,
  result text not null,
  scopes smallint[] not null,
  source text not null,
  state public.catalog_state not null,
  successor_codes text[] not null default '{}',
  version int not null,
  effective_from date not null,
  check (left(code, 8) = main_code)
);
comment on table public.catalog_items is
  '监管事项（子项） as it is today; every version stays in definitions (kind catalog_item, key code). state coming = published for a later day; levels 1 国家 … 5 乡; scopes 1 全省 2 地市 3 区县; successor_codes = what it was merged or split into.';
create index catalog_items_main_code_idx on public.catalog_items (main_code);
create index catalog_items_line_code_idx on public.catalog_items (line_code, code);

create table public.catalog_item_bases (
  id bigint generated always as identity primary key,
  item_code text not null references public.catalog_items (code) on delete cascade,
  n smallint not null,
  law_code text not null references public.catalog_laws (code) on delete restrict,
  article text not null default '',
  unique (item_code, n)
);
comment on table public.catalog_item_bases is '设定依据: a law, and the article where it is confirmed; so that a repealed law names the items that rest on it.';
create index catalog_item_bases_law_code_idx on public.catalog_item_bases (law_code);

create table private.catalog_impacts (
  label text primary key,
  count_function text not null,
  path text not null,
  sort int not null
);
comment on table private.catalog_impacts is
  'What else a change of items touches: a module adds its function (codes text[]) → int and the page that lists those rows.';

select private.enable_audit('public.catalog_laws', 'code'), private.enable_audit('public.catalog_main_items', 'code');
-- Items and their bases follow definitions, which are on record: only what somebody would change past them is told.
create trigger tg_90_audit after delete or update of code, main_code, name, line_code, objects, object_kinds, methods, measures, levels, flow, result,
  scopes, source, state, successor_codes, version, effective_from on public.catalog_items for each row execute function private.tg__audit('code', '{}', '{flow,result}');
create trigger tg_90_audit after update of id, item_code, n, law_code, article on public.catalog_item_bases
  for each row execute function private.tg__audit('id', '{}', '{}');

select private.guard_as('public.catalog_laws', 'true', '{anon,authenticated}', 'Published law.'),
  private.guard_as('public.catalog_main_items', 'true', '{anon,authenticated}', 'The catalogue is published.'),
  private.guard_as('public.catalog_items', 'true', '{anon,authenticated}', 'The catalogue is published; what is drafted lies in catalog_changes.'),
  private.guard_as('public.catalog_item_bases', 'true', '{anon,authenticated}', 'Published with its item.');
