-- 投诉举报: what people file, who is responsible and why, what they are answered.
-- Tables: complaint_matters, complaint_routing_rules (public facts); complaint_cases, complaint_reporters (masked),
--         complaint_routes, complaint_answers, complaint_materials, complaint_ratings;
--         private.complaint_filings, private.complaint_reporter_secrets.
-- Who may do what: complaint.read over the case's body reads; a body that passed a case on keeps reading it (not the
--         reporter) as long as its flow says; the clear identity leaves only through reveal_reporter (complaint.reveal, logged).
-- Source: 市场监督管理投诉举报处理办法 (总局令121号, from 2026-04-15).

select private.act_as('system:migration');
select private.register_module('complaint', '投诉举报', 'complaint');

create type public.complaint_case_type as enum ('complaint', 'tip');

create table public.complaint_matters (
  code text primary key check (code ~ '^[a-z_]+$'),
  label text not null,
  line_code text references public.org_lines (code) on delete restrict,
  hint text not null default '',
  keywords text[] not null default '{}',
  sort int not null
);
comment on table public.complaint_matters is '事项类别: what a citizen chooses; line_code null = cannot be told from the matter, the coordinator decides.';
create index complaint_matters_line_code_idx on public.complaint_matters (line_code);

create table public.complaint_routing_rules (
  id bigint generated always as identity primary key,
  matter_code text references public.complaint_matters (code) on delete restrict,
  line_code text references public.org_lines (code) on delete restrict,
  region_code int references public.regions (code) on delete restrict,
  tier smallint not null check (tier between 2 and 4),
  reason text not null,
  legal_basis text not null default '',
  source text not null default 'base' check (source in ('base', 'local', 'ruling')),
  valid_from date not null default '2020-01-01',
  valid_to date
);
comment on table public.complaint_routing_rules is
  '分派规则: 属地 × line by matter × tier. The most specific wins: a rule for the matter before one for all, the smallest region before a larger; line_code null = the matter''s line. An arbitration ruling is a row.';
create unique index complaint_routing_rules_one_idx on public.complaint_routing_rules (matter_code, region_code, valid_from) nulls not distinct;
create index complaint_routing_rules_line_code_idx on public.complaint_routing_rules (line_code);
create index complaint_routing_rules_region_code_idx on public.complaint_routing_rules (region_code);

create table private.complaint_filings (
  id uuid primary key default gen_random_uuid(),
  key uuid not null unique,
  code_mac text not null unique,
  tail_mac text not null,
  form_digest text not null,
  filed_at timestamptz not null default now()
);
comment on table private.complaint_filings is
  'One submission (one or two linked cases). Code and phone tail are kept only as HMACs under a key outside the database. form_digest tells a repeat from another form under the same key.';

create table public.complaint_cases (
  id uuid primary key default gen_random_uuid(),
  filing_id uuid not null references private.complaint_filings (id) on delete restrict,
  item_id uuid unique references public.work_items (id) on delete restrict,
  case_no text unique,
  case_type public.complaint_case_type not null,
  matter_code text not null references public.complaint_matters (code) on delete restrict,
  title text not null check (length(title) between 1 and 60),
  content text not null check (length(content) between 1 and 5000),
  wish text not null default '' check (length(wish) <= 500),
  occurred_on date,
  region_code int not null references public.regions (code) on delete restrict,
  place_text text not null default '' check (length(place_text) <= 200),
  subject_name text not null check (length(subject_name) between 1 and 100),
  subject_uscc text check (length(subject_uscc) between 1 and 30),
  subject_id uuid references public.subjects (id) on delete restrict,
  about_org_id uuid references public.orgs (id) on delete restrict,
  source text not null default 'web' check (source in ('web', 'hotline12345', 'hotline12315', 'national', 'department')),
  org_id uuid not null references public.orgs (id) on delete restrict,
  line_code text references public.org_lines (code) on delete restrict,
  handler_id uuid references public.officers (id) on delete restrict,
  state text not null,
  is_open boolean not null default true,
  light public.work_light not null default 'green',
  due_at timestamptz,
  due_is_provisional boolean not null default false,
  is_supervised boolean not null default false,
  was_late boolean not null default false,
  filed_at timestamptz not null default now(),
  closed_at timestamptz,
  created_at timestamptz not null default now(),
  created_by text,
  updated_at timestamptz not null default now(),
  updated_by text
);
comment on table public.complaint_cases is
  '投诉举报案件. org_id … was_late follow the work item (private.mirror_item), so that lists and figures read one table. subject_uscc is what the citizen wrote: a doubtful code is kept and marked, not refused; subject_id is the registered one that an officer found it to be. about_org_id: the subject is this body itself, so a body above it decides and it never gets the case.';
-- Lists show open work first, then the newest, with nulls last; an index in another order would not serve them.
create index complaint_cases_filed_idx on public.complaint_cases (is_open desc nulls last, filed_at desc nulls last, id);
create index complaint_cases_org_idx on public.complaint_cases (org_id, is_open desc nulls last, filed_at desc nulls last, id);
-- The policy's columns are included, so that counting what is open reads no rows.
create index complaint_cases_org_open_idx on public.complaint_cases (org_id, due_at) include (item_id) where is_open;
create index complaint_cases_region_idx on public.complaint_cases (region_code, filed_at desc nulls last);
create index complaint_cases_region_open_idx on public.complaint_cases (region_code, filed_at desc nulls last) include (org_id, item_id, line_code) where is_open;
create index complaint_cases_line_idx on public.complaint_cases (line_code, filed_at desc nulls last);
create index complaint_cases_filing_id_idx on public.complaint_cases (filing_id);
create index complaint_cases_handler_idx on public.complaint_cases (handler_id, filed_at desc nulls last) where handler_id is not null;
create index complaint_cases_matter_code_idx on public.complaint_cases (matter_code);
create index complaint_cases_subject_id_idx on public.complaint_cases (subject_id, filed_at desc nulls last) where subject_id is not null;
create index complaint_cases_subject_name_idx on public.complaint_cases (subject_name, filed_at desc nulls last);
create index complaint_cases_about_idx on public.complaint_cases (about_org_id) where about_org_id is not null;
create trigger tg_10_stamp before insert or update on public.complaint_cases for each row execute function private.tg__stamp();
select private.enable_audit('public.complaint_cases', 'id',
  '{org_id,line_code,handler_id,state,is_open,light,due_at,due_is_provisional,is_supervised,was_late,closed_at}',
  '{title,content,wish,place_text}');

create table public.complaint_reporters (
  filing_id uuid primary key references private.complaint_filings (id) on delete restrict,
  is_anonymous boolean not null,
  name_masked text not null,
  phone_masked text not null,
  created_at timestamptz not null default now()
);
comment on table public.complaint_reporters is '投诉举报人, masked (张*, 138****1234): all that screens ever see without a logged act.';

create table private.complaint_reporter_secrets (
  filing_id uuid primary key references private.complaint_filings (id) on delete restrict,
  sealed text,
  phone_mac text
);
comment on table private.complaint_reporter_secrets is
  'Identity as AES-256-GCM ciphertext under a key outside the database; both null for an anonymous tip, of which nothing is kept. phone_mac finds repeats without knowing the number.';

create table public.complaint_routes (
  id bigint generated always as identity primary key,
  case_id uuid not null references public.complaint_cases (id) on delete restrict,
  org_id uuid not null references public.orgs (id) on delete restrict,
  rank int not null,
  score int not null,
  reasons text[] not null,
  is_chosen boolean not null,
  created_at timestamptz not null default now(),
  unique (case_id, rank)
);
comment on table public.complaint_routes is '分派建议: ranked candidates with a reason each; the chosen one shows the citizen why this body.';
create index complaint_routes_org_id_idx on public.complaint_routes (org_id);

create table public.complaint_answers (
  id bigint generated always as identity primary key,
  case_id uuid not null references public.complaint_cases (id) on delete restrict,
  org_id uuid not null references public.orgs (id) on delete restrict,
  action text not null,
  outcome_label text not null default '',
  public_text text not null,
  created_at timestamptz not null default now()
);
comment on table public.complaint_answers is '答复: what the citizen is told, with the body that said it.';
create index complaint_answers_case_id_idx on public.complaint_answers (case_id, id);
create index complaint_answers_org_id_idx on public.complaint_answers (org_id);
select private.enable_audit('public.complaint_answers', p_texts => '{public_text}');

create table public.complaint_materials (
  id bigint generated always as identity primary key,
  case_id uuid not null references public.complaint_cases (id) on delete restrict,
  text text not null check (length(text) between 1 and 2000),
  created_at timestamptz not null default now()
);
comment on table public.complaint_materials is '补充材料 from the citizen.';
create index complaint_materials_case_id_idx on public.complaint_materials (case_id, id);

create table public.complaint_ratings (
  case_id uuid primary key references public.complaint_cases (id) on delete restrict,
  level smallint not null check (level between 1 and 5),
  reason text not null default '' check (length(reason) <= 500),
  created_at timestamptz not null default now()
);
comment on table public.complaint_ratings is '满意度: 1 非常不满意 … 5 非常满意, once for a case.';

select private.enable_audit('public.complaint_matters', 'code');
select private.enable_audit('public.complaint_routing_rules');
select private.enable_audit('public.complaint_reporters', 'filing_id');
select private.enable_audit('public.complaint_routes');
select private.enable_audit('public.complaint_materials', p_texts => '{text}');
select private.enable_audit('public.complaint_ratings', 'case_id', p_texts => '{reason}');

select
  private.guard_as('public.complaint_matters', 'true', '{anon,authenticated}', 'The public form lists them.'),
  private.guard_as('public.complaint_routing_rules', 'true', '{anon,authenticated}', 'Who answers for what is public.'),
  private.guard_by('public.complaint_cases', 'complaint.read'),
  private.guard_as('public.complaint_reporters',
    'filing_id in (select c.filing_id from public.complaint_cases as c where c.filing_id = complaint_reporters.filing_id
       and c.org_id in (select private.permitted_org_ids(''complaint.read'')))',
    '{authenticated}', 'With the case, but not for bodies that only had it opened to them.'),
  private.guard_with('public.complaint_routes', 'case_id', 'public.complaint_cases'),
  private.guard_with('public.complaint_answers', 'case_id', 'public.complaint_cases'),
  private.guard_with('public.complaint_materials', 'case_id', 'public.complaint_cases'),
  private.guard_with('public.complaint_ratings', 'case_id', 'public.complaint_cases');
grant select on public.complaint_matters, public.complaint_routing_rules to service_role;
