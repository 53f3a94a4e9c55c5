-- 监管对象与执法人员: who is supervised and who may inspect, at their smallest; the full libraries extend these tables.
-- Tables: subject_industries (public facts); subjects, subject_identifiers, subject_licences (registration facts, read by every
--         official of the business side); inspectors (people of a body, read over that body). What each source says of a subject,
--         tags and merges: the two files that follow the finder.
-- Who may do what: subject.read anywhere reads all subjects: what a register publishes is no secret of a region.
--         subject.inspectors over the body reads its inspectors. The facts are written by the seed
--         and the exchange to come alone.

select private.act_as('system:migration');
select private.register_module('data-centre', '监管数据', 'subject');
select private.allow('subject.read', '查看监管对象',
  '{"handler":"own_org","reviewer":"own_org","lead":"own_org","line_supervisor":"own_org","coordinator":"own_org","leader":"own_org"}');
select private.allow('subject.inspectors', '查看执法人员',
  '{"handler":"own_org","reviewer":"own_org","lead":"own_org","line_supervisor":"line_subtree","coordinator":"region_subtree","leader":"region_subtree"}');

-- No person among them: what is known of one is not for every official, and a business of one is an 'individual' by its sign.
create type public.subject_kind as enum ('enterprise', 'individual', 'institution', 'organisation', 'place', 'equipment', 'project');
create type public.subject_state as enum ('active', 'revoked', 'revoked_closed', 'closed', 'annulled', 'moved_out', 'other');

create table public.subject_industries (
  code text primary key check (code ~ '^[A-T]$|^[0-9]{2,4}$'),
  name text not null,
  parent_code text references public.subject_industries (code) on delete restrict,
  level smallint not null check (level between 1 and 4)
);
comment on table public.subject_industries is '国民经济行业分类 GB/T 4754-2017: 门类, 大类, 中类, 小类.';
create index subject_industries_parent_code_idx on public.subject_industries (parent_code);
select private.enable_audit('public.subject_industries', 'code');

create function private.search_key(p_text text)
returns text
language sql immutable strict parallel safe
set search_path = ''
as $$ select upper(normalize(btrim(p_text), NFKC)) $$;
comment on function private.search_key is 'A text as it is looked for: full-width or half-width, upper or lower case is all one.';

create function private.grams(p_text text, p_from int default 1)
returns text[]
language sql immutable strict parallel safe cost 2000
set search_path = ''
as $$
  select coalesce(array_agg(distinct substr(p_text, i, n)), '{}')
  from generate_series(p_from, 2) as n, generate_series(1, length(p_text) - n + 1) as i
$$;
comment on function private.grams is
  'Every character and every two neighbours of a text (from 2: the neighbours alone), which an index of arrays finds: a trigram index cannot find two Chinese characters.';

create table public.subjects (
  id uuid primary key default gen_random_uuid(),
  kind public.subject_kind not null,
  name text not null check (length(name) between 1 and 100),
  uscc text check (length(uscc) between 1 and 30),
  state public.subject_state not null default 'active',
  industry_code text references public.subject_industries (code) on delete restrict,
  region_code int not null references public.regions (code) on delete restrict,
  address text not null default '' check (length(address) <= 200),
  legal_person text not null default '' check (length(legal_person) <= 60),
  registered_on date,
  source text not null default '' check (length(source) <= 60),
  parent_id uuid references public.subjects (id) on delete restrict check (parent_id <> id),
  merged_into_id uuid references public.subjects (id) on delete restrict check (merged_into_id <> id),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
comment on table public.subjects is
  '监管对象: the facts that are believed, and who gave them (source). A code with a wrong check character is kept and marked, not refused: a few early ones are real. legal_person: as a licence shows it. parent_id: the place that equipment stands in, the business whose place it is. merged_into_id: found to be the same one as another, which stands in the lists for both; never a chain (private.settle_merges).';
create unique index subjects_uscc_idx on public.subjects (uscc text_pattern_ops);
create index subjects_name_idx on public.subjects using gin (private.grams(private.search_key(name)));
create index subjects_address_idx on public.subjects using gin (private.grams(private.search_key(address), 2));
create index subjects_region_code_idx on public.subjects (region_code);
create index subjects_industry_code_idx on public.subjects (industry_code);
create index subjects_parent_id_idx on public.subjects (parent_id) where parent_id is not null;
create index subjects_merged_into_id_idx on public.subjects (merged_into_id) where merged_into_id is not null;
create index subjects_updated_at_idx on public.subjects (updated_at);

create table public.subject_identifiers (
  subject_id uuid not null references public.subjects (id) on delete cascade,
  kind text not null check (kind in ('uscc', 'org_code', 'registration_no', 'other')),
  value text not null check (length(value) between 1 and 60),
  source text not null check (length(source) <= 60),
  primary key (subject_id, kind, value)
);
comment on table public.subject_identifiers is
  'Every code that a subject goes by: 统一社会信用代码, 组织机构代码, 工商注册号. Two subjects may give the same one: that is a reason to ask whether they are the same.';
create index subject_identifiers_value_idx on public.subject_identifiers (value text_pattern_ops);

create table public.subject_licences (
  id bigint generated always as identity primary key,
  subject_id uuid not null references public.subjects (id) on delete restrict,
  name text not null check (length(name) between 1 and 60),
  licence_no text not null check (length(licence_no) between 1 and 60),
  issuer text not null check (length(issuer) <= 100),
  issued_on date not null,
  valid_to date,
  check (valid_to >= issued_on)
);
comment on table public.subject_licences is '许可证: what a subject may do beyond its registration; valid_to null = without end.';
create index subject_licences_subject_id_idx on public.subject_licences (subject_id, id);

create table public.subject_tags (
  id bigint generated always as identity primary key,
  subject_id uuid not null references public.subjects (id) on delete cascade,
  tag text not null check (length(tag) between 1 and 40),
  set_by text not null,
  set_words text not null check (length(set_words) <= 120),
  set_at timestamptz not null default now(),
  unique (subject_id, tag)
);
comment on table public.subject_tags is '标签 (dictionary subject.tag) that a body put on a subject; set_words: who, as they were called that day.';
select private.enable_audit('public.subject_tags', 'subject_id');

create table public.inspectors (
  id uuid primary key default gen_random_uuid(),
  name text not null check (length(name) between 1 and 30),
  certificate_no text not null unique check (length(certificate_no) between 1 and 30),
  issued_on date not null,
  valid_to date not null,
  scope text not null check (length(scope) between 1 and 60),
  org_id uuid not null references public.orgs (id) on delete restrict,
  region_code int not null references public.regions (code) on delete restrict,
  check (valid_to >= issued_on)
);
comment on table public.inspectors is '执法人员: holders of a certificate, by the body that they inspect for; no accounts.';
create index inspectors_org_id_idx on public.inspectors (org_id, id);
create index inspectors_region_code_idx on public.inspectors (region_code);

create function private.tg_20_subjects()
returns trigger
language plpgsql
set search_path = ''
as $$
begin
  new.created_at := old.created_at;
  -- A merge says nothing new of either, so that undoing it leaves no trace here.
  new.updated_at := case when new.merged_into_id is distinct from old.merged_into_id then old.updated_at else now() end;
  if new.parent_id is distinct from old.parent_id and exists (
    with recursive above as (
      select p.id, p.parent_id from public.subjects as p where p.id = new.parent_id
      union
      select p.id, p.parent_id from above as a join public.subjects as p on p.id = a.parent_id
    )
    select from above as a where a.id = new.id
  ) then
    perform private.fail(422, 'subject.own_parent', '所属对象不能是自己或自己的下级，请重新选择', '{"field":"parent_id"}');
  end if;
  return new;
end
$$;
comment on function private.tg_20_subjects is 'trigger: when a row was first and last written is not for the writer to say; nothing stands in itself.';
create trigger tg_20_subjects before update on public.subjects for each row execute function private.tg_20_subjects();

create function private.identifier_kind(p_value text)
returns text
language sql immutable strict parallel safe
set search_path = ''
as $$
  select case when length(p_value) = 18 then 'uscc' when length(p_value) = 9 then 'org_code' when p_value ~ '^[0-9]{15}$' then 'registration_no' else 'other' end
$$;
comment on function private.identifier_kind is 'What a cleaned code is meant to be, by its shape: one that fails its check is a doubtful one of that kind.';

create function private.tg_30_subjects()
returns trigger
language plpgsql
set search_path = ''
as $$
begin
  insert into public.subject_identifiers (subject_id, kind, value, source)
  select n.id, private.identifier_kind(v.value), v.value, n.source
  from new_rows as n cross join lateral (select private.cleaned_identifier(n.uscc) as value offset 0) as v
  where n.uscc is not null and v.value is not null
  on conflict do nothing;
  return null;
end
$$;
comment on function private.tg_30_subjects is 'trigger: the code of a subject is one of its identifiers, whoever writes it; once for many rows.';
create trigger tg_30_identifiers_insert after insert on public.subjects referencing new table as new_rows
  for each statement execute function private.tg_30_subjects();
create trigger tg_30_identifiers_update after update on public.subjects referencing new table as new_rows
  for each statement execute function private.tg_30_subjects();

-- Of a million rows that a register sends, the log would be a second copy: a row names its source and time itself, and
-- what is changed or taken away afterwards is on record.
create trigger tg_90_audit after delete or update of id, kind, name, uscc, state, industry_code, region_code, address, legal_person, registered_on,
  source, parent_id, merged_into_id, created_at
  on public.subjects for each row execute function private.tg__audit('id', '{}', '{}');
create trigger tg_90_audit after delete or update of subject_id, kind, value, source
  on public.subject_identifiers for each row execute function private.tg__audit('subject_id', '{}', '{}');
create trigger tg_90_audit after delete or update of id, subject_id, name, licence_no, issuer, issued_on, valid_to
  on public.subject_licences for each row execute function private.tg__audit('id', '{}', '{}');
create trigger tg_90_audit after delete or update of id, name, certificate_no, issued_on, valid_to, scope, org_id, region_code
  on public.inspectors for each row execute function private.tg__audit('id', '{}', '{}');

select
  private.guard_as('public.subject_industries', 'true', '{anon,authenticated}', 'A national classification.'),
  private.guard_as('public.subjects', '(select exists (select from private.permitted_org_ids(''subject.read'')))', '{authenticated}',
    'Registration facts are published: whoever may read subjects at all reads every one.'),
  private.guard_with('public.subject_identifiers', 'subject_id', 'public.subjects'),
  private.guard_with('public.subject_licences', 'subject_id', 'public.subjects'),
  private.guard_with('public.subject_tags', 'subject_id', 'public.subjects'),
  private.guard_by('public.inspectors', 'subject.inspectors', 'The body that they inspect for and those above it.');
