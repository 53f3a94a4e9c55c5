-- Work items: one engine for every flow in which a body hands a task with a term to another body.
-- Tables: private.work_kinds, work_states, private.work_transitions (the flows, as data);
--         work_items, work_events, work_terms, work_suspensions, work_notifications, work_follows, private.row_grants.
-- Who may do what: work.read over to_org or from_org reads; work_act is the only writer.

create type public.work_light as enum ('green', 'yellow', 'orange', 'red');

create table private.work_kinds (
  kind text primary key check (kind ~ '^[a-z_]+$'),
  label text not null,
  no_prefix text not null unique,
  on_act text not null,
  event_topic text not null
);
comment on table private.work_kinds is
  'A flow: its label, number prefix, the module function called inside work_act (item, action, payload) and the topic of its outbox events.';

create table public.work_states (
  kind text not null,
  state text not null,
  label text not null,
  is_open boolean not null default true,
  sort int not null,
  primary key (kind, state)
);
comment on table public.work_states is 'States of each flow with their Chinese names; is_open = somebody still owes something.';

create table private.work_transitions (
  kind text not null references private.work_kinds (kind) on delete cascade,
  from_state text not null,
  action text not null,
  to_state text,
  label text not null,
  permission text,
  side text not null default 'to' check (side in ('to', 'from')),
  tone text not null default 'default' check (tone in ('primary', 'default', 'danger')),
  requires jsonb not null default '[]',
  effect text check (effect in ('hand_over', 'give_back', 'suspend', 'resume', 'extend', 'urge', 'supervise')),
  starts text[] not null default '{}',
  meets text[] not null default '{}',
  extends text[] not null default '{}',
  is_public boolean not null default true,
  sort int not null default 100,
  primary key (kind, from_state, action),
  foreign key (kind, from_state) references public.work_states (kind, state),
  foreign key (kind, to_state) references public.work_states (kind, state)
);
create index work_transitions_to_state_idx on private.work_transitions (kind, to_state);
comment on table private.work_transitions is
  'Allowed moves as data: who may (permission over to_org or from_org; null = the system only), what it requires, which terms it starts and meets, and for extend [term, rule of the extra days]. to_state null keeps the state.';

create table public.work_items (
  id uuid primary key default gen_random_uuid(),
  kind text not null references private.work_kinds (kind) on delete restrict,
  no text not null unique,
  title text not null,
  subject_id uuid not null,
  from_org_id uuid not null references public.orgs (id) on delete restrict,
  to_org_id uuid not null references public.orgs (id) on delete restrict,
  region_code int not null references public.regions (code) on delete restrict,
  line_code text references public.org_lines (code) on delete restrict,
  state text not null,
  is_open boolean not null default true,
  light public.work_light not null default 'green',
  next_light_at timestamptz,
  due_at timestamptz,
  due_is_provisional boolean not null default false,
  term_key text,
  version int not null default 1,
  hop_count int not null default 0,
  urge_count int not null default 0,
  is_supervised boolean not null default false,
  closed_at timestamptz,
  created_at timestamptz not null default now(),
  created_by text,
  updated_at timestamptz not null default now(),
  updated_by text,
  foreign key (kind, state) references public.work_states (kind, state)
);
comment on table public.work_items is '工作事项: one thing that one body owes another, whatever the flow; subject_id is the row of the module.';
create index work_items_to_org_idx on public.work_items (to_org_id, is_open, due_at);
create index work_items_from_org_idx on public.work_items (from_org_id, is_open, due_at);
create index work_items_region_idx on public.work_items (region_code);
create index work_items_line_idx on public.work_items (line_code);
create index work_items_state_idx on public.work_items (kind, state);
create index work_items_supervised_idx on public.work_items (due_at) where is_supervised and is_open;
create index work_items_sweep_idx on public.work_items (next_light_at) where is_open;
create trigger tg_10_stamp before insert or update on public.work_items for each row execute function private.tg__stamp();
select private.enable_audit('public.work_items');

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
  note text not null default '',
  payload jsonb not null default '{}',
  is_public boolean not null default false,
  created_at timestamptz not null default clock_timestamp(),
  unique (item_id, seq)
);
comment on table public.work_events is '办理记录: append-only; is_public events make the citizen''s timeline (without names and payload).';
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
  started_on date not null,
  extra_amount int not null default 0,
  due_on date,
  due_at timestamptz,
  is_provisional boolean not null default false,
  state text not null default 'running' check (state in ('running', 'suspended', 'met', 'late', 'cancelled')),
  finished_at timestamptz,
  created_at timestamptz not null default now()
);
comment on table public.work_terms is '时限: each runs under the rule version of the day it started; late = finished after its end.';
create index work_terms_item_idx on public.work_terms (item_id, state);
create index work_terms_rule_id_idx on public.work_terms (rule_id);
create unique index work_terms_one_running_idx on public.work_terms (item_id, key) where state in ('running', 'suspended');
select private.enable_audit('public.work_terms');

create table public.work_suspensions (
  id bigint generated always as identity primary key,
  item_id uuid not null references public.work_items (id) on delete restrict,
  reason text not null,
  started_on date not null,
  ended_on date check (ended_on >= started_on),
  created_at timestamptz not null default now()
);
comment on table public.work_suspensions is '中止 intervals (鉴定、检测、听证、公告): the days after started_on up to ended_on do not count.';
create unique index work_suspensions_one_open_idx on public.work_suspensions (item_id) where ended_on is null;
create index work_suspensions_item_idx on public.work_suspensions (item_id);
select private.enable_audit('public.work_suspensions');

create table public.work_notifications (
  id bigint generated always as identity primary key,
  org_id uuid not null references public.orgs (id) on delete restrict,
  item_id uuid not null references public.work_items (id) on delete restrict,
  kind text not null check (kind in ('assigned', 'returned', 'reminded', 'urged', 'supervised', 'material', 'overdue')),
  title text not null,
  body text not null,
  created_at timestamptz not null default clock_timestamp()
);
comment on table public.work_notifications is '消息: to a body; each officer keeps their own reading mark.';
create index work_notifications_org_idx on public.work_notifications (org_id, id desc);
create index work_notifications_item_idx on public.work_notifications (item_id);

create table public.work_notification_marks (
  officer_id uuid primary key references public.officers (id) on delete cascade,
  read_until timestamptz not null
);
comment on table public.work_notification_marks is 'Up to when an officer has read the messages of their body.';

create table public.work_follows (
  officer_id uuid not null references public.officers (id) on delete cascade,
  item_id uuid not null references public.work_items (id) on delete cascade,
  created_at timestamptz not null default now(),
  primary key (officer_id, item_id)
);
comment on table public.work_follows is '关注: items that an officer keeps an eye on.';
create index work_follows_item_id_idx on public.work_follows (item_id);

create table private.row_grants (
  id bigint generated always as identity primary key,
  kind text not null,
  row_id uuid not null,
  org_id uuid not null references public.orgs (id) on delete restrict,
  parts text[] not null default '{}',
  purpose text not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  granted_by text not null,
  created_at timestamptz not null default now()
);
comment on table private.row_grants is
  'Opens one record, and only the listed parts, to another body until it expires: 抄告, 协查, 联合, 数据共享.';
create index row_grants_org_idx on private.row_grants (org_id, kind, expires_at) where revoked_at is null;
select private.enable_audit('private.row_grants');

create table private.idempotency_keys (
  actor text not null,
  key uuid not null,
  result jsonb not null,
  created_at timestamptz not null default now(),
  primary key (actor, key)
);
comment on table private.idempotency_keys is 'Answers of writes already done, so that a retry gets the same answer; kept 7 days.';

create table private.sweep_failures (
  id bigint generated always as identity primary key,
  item_id uuid not null,
  error text not null,
  created_at timestamptz not null default now()
);
comment on table private.sweep_failures is 'Items that the sweep could not handle: each is isolated, none stops the others.';

create function private.granted_row_ids(p_kind text)
returns setof uuid
language sql stable parallel safe
security definer set search_path = ''
as $$
  select g.row_id
  from private.row_grants as g
  where g.org_id = private.my_org_id() and g.kind = p_kind and g.revoked_at is null and g.expires_at > now()
    and exists (select from private.permitted_org_ids(p_kind || '.read') as s (id) where s.id = g.org_id)
$$;
comment on function private.granted_row_ids is
  'Rows of a kind that were opened to the caller''s body and have not expired, for those who may read that kind there. Definer: grants are closed.';

alter table public.work_states enable row level security;
alter table public.work_items enable row level security;
alter table public.work_events enable row level security;
alter table public.work_terms enable row level security;
alter table public.work_suspensions enable row level security;
alter table public.work_notifications enable row level security;
alter table public.work_notification_marks enable row level security;
alter table public.work_follows enable row level security;

create policy work_states_select on public.work_states for select to anon, authenticated using (true);
comment on policy work_states_select on public.work_states is 'Names of states are public.';
create policy work_items_select on public.work_items for select to authenticated
  using ((select private.permits_every_org('work.read'))
    or to_org_id in (select private.permitted_org_ids('work.read'))
    or from_org_id in (select private.permitted_org_ids('work.read'))
    or id in (select private.granted_row_ids('work')));
comment on policy work_items_select on public.work_items is 'Whoever owes it, whoever is owed it, and whom it was opened to.';
create policy work_events_select on public.work_events for select to authenticated
  using (exists (select from public.work_items as i where i.id = item_id));
comment on policy work_events_select on public.work_events is 'With the item; the inner query is under the policy of work_items.';
create policy work_terms_select on public.work_terms for select to authenticated
  using (exists (select from public.work_items as i where i.id = item_id));
comment on policy work_terms_select on public.work_terms is 'With the item.';
create policy work_suspensions_select on public.work_suspensions for select to authenticated
  using (exists (select from public.work_items as i where i.id = item_id));
comment on policy work_suspensions_select on public.work_suspensions is 'With the item.';
create policy work_notifications_select on public.work_notifications for select to authenticated
  using (org_id = (select private.my_org_id()) and org_id in (select private.permitted_org_ids('work.read')));
comment on policy work_notifications_select on public.work_notifications is 'Messages to one''s own body, for those who may read its work.';
create policy work_notification_marks_select on public.work_notification_marks for select to authenticated
  using (officer_id = (select auth.uid()));
comment on policy work_notification_marks_select on public.work_notification_marks is 'One''s own mark.';
create policy work_follows_select on public.work_follows for select to authenticated
  using (officer_id = (select auth.uid()));
comment on policy work_follows_select on public.work_follows is 'One''s own list.';

grant select on public.work_states to anon, authenticated;
grant select on public.work_items, public.work_events, public.work_terms, public.work_suspensions,
  public.work_notifications, public.work_notification_marks, public.work_follows to authenticated;
grant execute on function private.granted_row_ids to authenticated;
