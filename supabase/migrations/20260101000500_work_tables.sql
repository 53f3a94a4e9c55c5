-- Work items: one engine for every flow in which a body hands a task with a term to another body.
-- Tables: private.work_kinds, work_states, private.work_transitions (the flows, as data);
--         work_items, work_events, work_terms, work_extensions, work_suspensions.
-- Who may do what: a kind names the permission that reads it; work_act is the only writer.

create type public.work_light as enum ('green', 'yellow', 'orange', 'red');

create table private.work_kinds (
  kind text primary key check (kind ~ '^[a-z_]+$'),
  label text not null,
  no_prefix text not null unique,
  read_permission text not null references public.officer_permissions (code) on delete restrict,
  handle_permission text references public.officer_permissions (code) on delete restrict,
  assign_permission text references public.officer_permissions (code) on delete restrict,
  on_act text,
  former_keeps interval,
  rollup_action text
);
comment on table private.work_kinds is
  'A flow. read_permission guards reading; handle_permission makes an officer eligible as 承办人, whom assign_permission appoints (null: nobody is named); on_act = the module''s function inside work_act (item, before, action, payload); former_keeps = how long a body that passed an item on keeps reading it; rollup_action = the system move that the parent takes when its last open child closes.';
create index work_kinds_read_permission_idx on private.work_kinds (read_permission);
create index work_kinds_handle_permission_idx on private.work_kinds (handle_permission);
create index work_kinds_assign_permission_idx on private.work_kinds (assign_permission);

create table public.work_states (
  kind text not null references private.work_kinds (kind) on delete cascade,
  state text not null check (state <> ''),
  label text not null,
  is_open boolean not null default true,
  is_side boolean not null default false,
  sort int not null,
  primary key (kind, state)
);
comment on table public.work_states is 'States of each flow with their Chinese names; is_open = somebody still owes something; is_side = off the way that every item goes, such as waiting for material.';

create table private.work_transitions (
  kind text not null references private.work_kinds (kind) on delete cascade,
  from_state text not null,
  action text not null,
  to_state text,
  label text not null,
  permission text references public.officer_permissions (code) on delete restrict,
  side text not null default 'holder' check (side in ('holder', 'sender', 'owner')),
  is_for_handler boolean not null default false,
  approval text references public.officer_permissions (code) on delete restrict,
  guard text,
  form text,
  requires jsonb not null default '[]',
  effects text[] not null default '{}' check (effects <@ '{hand_over,give_back,suspend,resume,extend,urge,supervise,release,instruct,take,assign}'),
  reach text,
  goes_to text check (goes_to in ('coordinator', 'owner', 'sender', 'top')),
  starts jsonb not null default '[]',
  meets text[] not null default '{}',
  extends jsonb,
  pauses text[],
  at_end_of text,
  tone text not null default 'default' check (tone in ('primary', 'default', 'danger')),
  is_public boolean not null default true,
  sort int not null default 100,
  from_ref text generated always as (nullif(from_state, '')) stored,
  primary key (kind, from_state, action),
  foreign key (kind, from_ref) references public.work_states (kind, state),
  foreign key (kind, to_state) references public.work_states (kind, state),
  check (from_state <> '' or to_state is not null),
  check (not 'give_back' = any (effects) or goes_to is not null),
  check ((extends is not null) = ('extend' = any (effects))),
  check (at_end_of is null or permission is null)
);
comment on table private.work_transitions is
  'Allowed moves as data. from_state '''' = creation; to_state null keeps the state. Who: permission (null = the system only) over the body on that side, and with is_for_handler only the 承办人, once there is one. approval: a second person holding that permission must agree first. guard: function (item, payload) → reason why not, or null. form: a form of the module, for payloads with structure; requires: fields that are checked. effects in the order of the list. reach: function org → bodies it may go to; goes_to: the one body it goes to by itself (the coordinator of its region, who asked first, who passed it last, the coordinator at the top of the site). starts: [{"key", "due"?: field with the last day, "from"?: field with the first day, "if"?: function (item, payload) → boolean}]; meets: terms it ends; extends: {"key", "by"}; pauses: terms that suspend and resume stop (null = all); at_end_of: taken by the system when that term runs out.';
create index work_transitions_from_ref_idx on private.work_transitions (kind, from_ref);
create index work_transitions_to_state_idx on private.work_transitions (kind, to_state);
create index work_transitions_permission_idx on private.work_transitions (permission);
create index work_transitions_approval_idx on private.work_transitions (approval);

create table public.work_items (
  id uuid primary key default gen_random_uuid(),
  kind text not null references private.work_kinds (kind) on delete restrict,
  no text not null unique,
  title text not null,
  record_id uuid not null,
  org_id uuid not null references public.orgs (id) on delete restrict,
  sender_org_id uuid not null references public.orgs (id) on delete restrict,
  owner_org_id uuid not null references public.orgs (id) on delete restrict,
  handler_id uuid references public.officers (id) on delete restrict,
  parent_id uuid references public.work_items (id) on delete restrict,
  region_code int not null references public.regions (code) on delete restrict,
  line_code text references public.org_lines (code) on delete restrict,
  state text not null,
  is_open boolean not null default true,
  light public.work_light not null default 'green',
  next_light_at timestamptz,
  warn_at timestamptz,
  due_at timestamptz,
  red_at timestamptz,
  due_is_provisional boolean not null default false,
  term_key text,
  was_late boolean not null default false,
  version int not null default 1,
  seq int not null default 1,
  hop_count int not null default 0,
  return_count int not null default 0,
  urge_count int not null default 0,
  is_supervised boolean not null default false,
  child_count int not null default 0,
  open_child_count int not null default 0,
  closed_at timestamptz,
  created_at timestamptz not null default now(),
  created_by text,
  updated_at timestamptz not null default now(),
  updated_by text,
  foreign key (kind, state) references public.work_states (kind, state)
);
comment on table public.work_items is
  '工作事项: one thing that one body owes another, whatever the flow. org_id owes it now, sender_org_id passed it last, owner_org_id asked for it first and never changes; handler_id is the 承办人; record_id is the row of the module. version counts decisions (state, holder, handler, terms): what an officer saw must still hold; seq counts events. was_late: the body that holds it let a term of its own run out.';
create index work_items_org_idx on public.work_items (org_id, is_open, due_at);
create index work_items_sender_idx on public.work_items (sender_org_id, is_open, due_at);
create index work_items_owner_idx on public.work_items (owner_org_id, is_open, due_at);
create index work_items_handler_idx on public.work_items (handler_id, is_open, due_at) where handler_id is not null;
create index work_items_parent_idx on public.work_items (parent_id) where parent_id is not null;
create index work_items_region_idx on public.work_items (region_code);
create index work_items_line_idx on public.work_items (line_code);
create index work_items_state_idx on public.work_items (kind, state);
create index work_items_supervised_idx on public.work_items (due_at) where is_supervised and is_open;
create index work_items_sweep_idx on public.work_items (next_light_at) where is_open;
create trigger tg_10_stamp before insert or update on public.work_items for each row execute function private.tg__stamp();
select private.enable_audit('public.work_items', 'id',
  '{light,next_light_at,warn_at,due_at,red_at,due_is_provisional,term_key,was_late,version,seq,hop_count,return_count,urge_count,child_count,open_child_count}',
  '{title}');

create table public.work_events (
  id bigint generated always as identity primary key,
  item_id uuid not null references public.work_items (id) on delete restrict,
  seq int not null,
  action text not null,
  action_label text not null,
  from_state text,
  to_state text not null,
  actor text not null,
  actor_name text not null,
  actor_org_id uuid references public.orgs (id) on delete restrict,
  actor_org_name text not null default '',
  asked_by_name text not null default '',
  note text not null default '',
  payload jsonb not null default '{}',
  words jsonb not null default '[]',
  is_public boolean not null default false,
  created_at timestamptz not null default clock_timestamp(),
  unique (item_id, seq)
);
comment on table public.work_events is
  '办理记录: append-only; is_public events make the citizen''s timeline (without names, payload and words). words: what was filled in as [{label, text}], as it was called then. asked_by_name: who asked for what the actor approved.';
create index work_events_actor_org_id_idx on public.work_events (actor_org_id);
create trigger tg_00_append_only before update or delete on public.work_events
  for each row execute function private.tg__append_only();
create trigger tg_00_append_only_truncate before truncate on public.work_events
  for each statement execute function private.tg__append_only();

create table public.work_terms (
  id bigint generated always as identity primary key,
  item_id uuid not null references public.work_items (id) on delete restrict,
  rule_id bigint not null references public.deadline_rules (id) on delete restrict,
  key text not null,
  label text not null,
  org_id uuid not null references public.orgs (id) on delete restrict,
  late_org_id uuid references public.orgs (id) on delete restrict,
  started_on date not null,
  started_at timestamptz not null default now(),
  fixed_due_on date,
  extra_amount int not null default 0,
  due_on date,
  warn_at timestamptz,
  due_at timestamptz,
  red_at timestamptz,
  is_provisional boolean not null default false,
  has_move boolean not null default false,
  is_charged boolean not null default true,
  state text not null default 'running' check (state in ('running', 'suspended', 'met', 'late', 'cancelled')),
  finished_at timestamptz,
  created_at timestamptz not null default now()
);
comment on table public.work_terms is
  '时限: each runs under the rule version of the day it started. late = finished after its end; org_id owes it, late_org_id is the body that held it when it ran out. warn_at and red_at are stored, so that a light is a comparison; has_move: a move is taken when it runs out.';
create index work_terms_item_idx on public.work_terms (item_id, state);
create index work_terms_rule_id_idx on public.work_terms (rule_id);
create index work_terms_org_id_idx on public.work_terms (org_id);
create index work_terms_late_org_id_idx on public.work_terms (late_org_id);
create index work_terms_move_idx on public.work_terms (due_at) where has_move and state = 'running';
create unique index work_terms_one_running_idx on public.work_terms (item_id, key) where state in ('running', 'suspended');
select private.enable_audit('public.work_terms', 'id', '{due_on,warn_at,due_at,red_at,is_provisional,state,finished_at,org_id,late_org_id,extra_amount}');

create table public.work_extensions (
  id bigint generated always as identity primary key,
  item_id uuid not null references public.work_items (id) on delete restrict,
  term_id bigint not null references public.work_terms (id) on delete restrict,
  rule_id bigint not null references public.deadline_rules (id) on delete restrict,
  amount int not null,
  reason text not null,
  created_at timestamptz not null default now(),
  created_by text
);
comment on table public.work_extensions is '延期: each extension of a term, by the amount of its rule, which also says how many there may be.';
create index work_extensions_item_id_idx on public.work_extensions (item_id);
create index work_extensions_term_id_idx on public.work_extensions (term_id);
create index work_extensions_rule_id_idx on public.work_extensions (rule_id);
select private.enable_audit('public.work_extensions');

create table public.work_suspensions (
  id bigint generated always as identity primary key,
  item_id uuid not null references public.work_items (id) on delete restrict,
  term_key text,
  reason text not null,
  started_on date not null,
  ended_on date check (ended_on >= started_on),
  started_at timestamptz not null default now(),
  ended_at timestamptz,
  created_at timestamptz not null default now()
);
comment on table public.work_suspensions is
  '中止 intervals (鉴定、检测、听证、公告) of one term, or of all when term_key is null: the days after started_on up to ended_on do not count.';
create unique index work_suspensions_one_open_idx on public.work_suspensions (item_id, term_key) nulls not distinct where ended_on is null;
create index work_suspensions_item_idx on public.work_suspensions (item_id);
select private.enable_audit('public.work_suspensions');
