-- Work items, part two: who is told, who must agree, who follows, what belongs together, what was opened to whom.
-- Tables: work_approvals, work_links, work_notifications (+ reads, marks), work_follows, officer_absences,
--         private.work_escalations, row_grants, number_series, idempotency_keys, sweep_failures.
-- Who may do what: with the item (band 05, part three); written by the engine only.

create table public.work_approvals (
  id uuid primary key default gen_random_uuid(),
  item_id uuid not null references public.work_items (id) on delete restrict,
  action text not null,
  action_label text not null,
  permission text not null references public.officer_permissions (code) on delete restrict,
  payload jsonb not null,
  words jsonb not null,
  version int not null,
  asked_by uuid not null references public.officers (id) on delete restrict,
  asked_by_name text not null,
  asked_at timestamptz not null default clock_timestamp(),
  outcome text check (outcome in ('granted', 'refused', 'withdrawn')),
  decided_by uuid references public.officers (id) on delete restrict,
  decided_by_name text,
  decided_at timestamptz,
  reason text not null default '',
  check (decided_by is null or decided_by <> asked_by or outcome = 'withdrawn')
);
comment on table public.work_approvals is
  '审批: a move that waits for a second person who holds the permission at the body in charge. Granting carries out the move that was asked, with the version it was asked under; refusing gives a reason; when the item moves otherwise the request is withdrawn. Terms keep running. words: what was asked as [{label, text}], for whoever decides.';
create unique index work_approvals_one_open_idx on public.work_approvals (item_id) where outcome is null;
create index work_approvals_item_id_idx on public.work_approvals (item_id, asked_at);
create index work_approvals_asked_by_idx on public.work_approvals (asked_by);
create index work_approvals_decided_by_idx on public.work_approvals (decided_by);
create index work_approvals_permission_idx on public.work_approvals (permission);
select private.enable_audit('public.work_approvals', p_texts => '{payload,words,reason}');

create table public.work_links (
  from_item_id uuid not null references public.work_items (id) on delete restrict,
  to_item_id uuid not null references public.work_items (id) on delete restrict,
  role text not null check (role ~ '^[a-z_]+$'),
  created_at timestamptz not null default now(),
  created_by text,
  primary key (from_item_id, to_item_id, role),
  check (from_item_id <> to_item_id)
);
comment on table public.work_links is
  '关联: an item that came out of another or belongs with it, across flows (one filing, 一键抄告, a dossier). Both ends are items, so that a link is guarded like them.';
create index work_links_to_item_id_idx on public.work_links (to_item_id);
select private.enable_audit('public.work_links', 'from_item_id');

create table public.work_notifications (
  id bigint generated always as identity primary key,
  org_id uuid not null references public.orgs (id) on delete restrict,
  officer_id uuid references public.officers (id) on delete restrict,
  permission text references public.officer_permissions (code) on delete restrict,
  item_id uuid references public.work_items (id) on delete restrict,
  kind text,
  code text not null,
  body text not null,
  created_at timestamptz not null default clock_timestamp(),
  check ((item_id is null) = (kind is null)),
  check (item_id is not null or officer_id is not null)
);
comment on table public.work_notifications is
  '消息: to a body, within it to one officer or to the holders of a permission when named; code is of the dictionary work.message, kind the flow of the item, which guards it. Without an item it goes to one officer by name.';
create index work_notifications_org_idx on public.work_notifications (org_id, id desc);
create index work_notifications_officer_idx on public.work_notifications (officer_id);
create index work_notifications_permission_idx on public.work_notifications (permission);
create index work_notifications_item_idx on public.work_notifications (item_id);
create index work_notifications_created_at_idx on public.work_notifications (created_at);

create table public.work_notification_marks (
  officer_id uuid primary key references public.officers (id) on delete cascade,
  read_until timestamptz not null
);
comment on table public.work_notification_marks is 'Up to when an officer has read all their messages.';

create table public.work_notification_reads (
  officer_id uuid not null references public.officers (id) on delete cascade,
  notification_id bigint not null references public.work_notifications (id) on delete cascade,
  primary key (officer_id, notification_id)
);
comment on table public.work_notification_reads is 'Single messages that an officer has opened.';
create index work_notification_reads_notification_id_idx on public.work_notification_reads (notification_id);

create table public.work_follows (
  officer_id uuid not null references public.officers (id) on delete cascade,
  item_id uuid not null references public.work_items (id) on delete cascade,
  created_at timestamptz not null default now(),
  primary key (officer_id, item_id)
);
comment on table public.work_follows is '关注: items that an officer keeps an eye on.';
create index work_follows_item_id_idx on public.work_follows (item_id);

create table public.officer_absences (
  id uuid primary key default gen_random_uuid(),
  officer_id uuid not null references public.officers (id) on delete restrict,
  deputy_id uuid not null references public.officers (id) on delete restrict,
  org_id uuid not null references public.orgs (id) on delete restrict,
  starts_on date not null,
  ends_on date not null,
  created_at timestamptz not null default now(),
  created_by text,
  updated_at timestamptz not null default now(),
  updated_by text,
  check (ends_on >= starts_on),
  check (deputy_id <> officer_id),
  exclude using gist (officer_id with =, daterange(starts_on, ends_on, '[]') with &&)
);
comment on table public.officer_absences is
  '外出代办: from one day to another (both included) a colleague of the same body works on an officer''s items as well.';
create index officer_absences_officer_id_idx on public.officer_absences (officer_id, ends_on);
create index officer_absences_deputy_id_idx on public.officer_absences (deputy_id, ends_on);
create index officer_absences_org_id_idx on public.officer_absences (org_id, ends_on);
create trigger tg_10_stamp before insert or update on public.officer_absences for each row execute function private.tg__stamp();
select private.enable_audit('public.officer_absences');

create table private.work_escalations (
  id int generated always as identity primary key,
  kind text references private.work_kinds (kind) on delete cascade,
  light public.work_light not null,
  target text not null check (target in ('handler', 'holder', 'assigner', 'owner', 'superior')),
  code text not null,
  unique nulls not distinct (kind, light, target)
);
comment on table private.work_escalations is
  'Who is told when a light changes, as rows: kind null = every flow without rows of its own. handler = the 承办人, else the body; assigner = whoever appoints the 承办人; superior = the nearest common superior of owner and holder.';

create table private.row_grants (
  id bigint generated always as identity primary key,
  kind text not null,
  row_id uuid not null,
  org_id uuid not null references public.orgs (id) on delete restrict,
  permission text not null references public.officer_permissions (code) on delete restrict,
  parts text[] not null default '{row}',
  purpose text not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  granted_by text not null,
  created_at timestamptz not null default now()
);
comment on table private.row_grants is
  'Opens one record, and only the listed parts, to another body until it expires: 移交后查阅, 抄告, 协查, 联合, 数据共享. permission: what a reader must hold at their own body.';
create index row_grants_org_idx on private.row_grants (org_id, kind, expires_at) where revoked_at is null;
create index row_grants_permission_idx on private.row_grants (permission);
select private.enable_audit('private.row_grants');

create table private.number_series (
  key text not null,
  org_id uuid not null references public.orgs (id) on delete restrict,
  year int not null,
  last_no int not null,
  primary key (key, org_id, year)
);
comment on table private.number_series is 'Running numbers of papers by body and year, without gaps: the row lock lasts to the end of the transaction.';
create index number_series_org_id_idx on private.number_series (org_id);

create table private.idempotency_keys (
  actor text not null,
  key uuid not null,
  result jsonb not null,
  created_at timestamptz not null default now(),
  primary key (actor, key)
);
comment on table private.idempotency_keys is 'Answers of writes already done, so that a retry gets the same answer; kept 7 days.';
create index idempotency_keys_created_at_idx on private.idempotency_keys (created_at);

create table private.sweep_failures (
  id bigint generated always as identity primary key,
  job text not null default 'sweep',
  item_id uuid,
  error text not null,
  created_at timestamptz not null default now()
);
comment on table private.sweep_failures is 'Items that the sweep and chores that housekeeping could not handle: each is isolated, none stops the others.';
