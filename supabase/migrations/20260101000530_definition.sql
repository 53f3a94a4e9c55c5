-- Versioned definitions: whatever is published for a day from which it counts. A new version, never an edit.
-- Tables: definitions (the versions); private.definition_kinds (what there is, who publishes it, how it is checked and
--         where it goes: the engine goes on reading deadline_rules, codes, sites).
-- Who may do what: publish_definition and withdraw_definition need the kind's permission at the top of the site. What a
--         kind calls public is read by everybody once published; withdrawn versions by who keeps the kind.

create table private.definition_kinds (
  kind text primary key check (kind ~ '^[a-z_]+$'),
  label text not null,
  permission text not null references public.officer_permissions (code) on delete restrict,
  check_function text not null,
  apply_function text not null,
  is_public boolean not null,
  is_direct boolean not null default true
);
comment on table private.definition_kinds is
  'Kinds of definitions. check_function (key, body, day) → the body as it is stored, or a refusal that names the field; apply_function (key) brings the table that is read in line with the versions of that key. A catalogue or a model is one more row. is_direct false = a flow with its second person publishes it, nobody by himself.';
create index definition_kinds_permission_idx on private.definition_kinds (permission);

create table public.definitions (
  id uuid primary key default gen_random_uuid(),
  kind text not null references private.definition_kinds (kind) on delete restrict,
  key text not null check (length(key) between 1 and 120),
  version int not null check (version > 0),
  body jsonb not null check (jsonb_typeof(body) = 'object'),
  effective_from date not null,
  effective_to date check (effective_to >= effective_from),
  digest text not null,
  state text not null default 'published' check (state in ('published', 'withdrawn')),
  reason text not null,
  applied_at timestamptz,
  published_at timestamptz not null default now(),
  published_by uuid references public.officers (id) on delete restrict,
  withdrawn_at timestamptz,
  withdrawn_by uuid references public.officers (id) on delete restrict,
  unique (kind, key, version),
  exclude using gist (kind with =, key with =, daterange(effective_from, effective_to, '[]') with &&) where (state = 'published'),
  check ((state = 'withdrawn') = (withdrawn_at is not null))
);
comment on table public.definitions is
  '定义的版本: effective_to is the day before the next version; digest = SHA-256 of the body in the order of jsonb; reason = basis or ground of the change; applied_at: since when the table that is read says so; published_by null = a migration or the seed. Who published is told by officers, which the public does not read.';
create index definitions_due_idx on public.definitions (effective_from) where applied_at is null and state = 'published';
create index definitions_published_by_idx on public.definitions (published_by);
create index definitions_withdrawn_by_idx on public.definitions (withdrawn_by);
select private.enable_audit('public.definitions', 'id', '{effective_to,applied_at}');

create function private.readable_definitions()
returns table (kind text, state text)
language sql stable
security definer set search_path = ''
as $$
  select k.kind, s.state
  from private.definition_kinds as k
  cross join (values ('published'), ('withdrawn')) as s (state)
  where k.is_public and s.state = 'published' or k.permission in (select private.permissions_at_my_org())
$$;
comment on function private.readable_definitions is 'Which kinds, in which state, the caller may read. Definer: the kinds are closed.';

alter table public.definitions enable row level security;
create policy definitions_select on public.definitions for select to anon, authenticated
  using ((kind, state) in (select r.kind, r.state from private.readable_definitions() as r));
comment on policy definitions_select on public.definitions is 'What is published of a public kind, to everybody; everything of a kind, to who keeps it.';
grant select on public.definitions to anon, authenticated;
grant execute on function private.readable_definitions to anon, authenticated;

create function private.definition_at(p_kind text, p_key text, p_day date)
returns public.definitions
language sql stable
security definer set search_path = ''
as $$
  select d from public.definitions as d
  where d.kind = p_kind and d.key = p_key and d.state = 'published' and p_day >= d.effective_from and (d.effective_to is null or p_day <= d.effective_to)
$$;
comment on function private.definition_at is 'The version in force on a day, null when there is none. Definer: called by whatever reads a definition, for every caller alike.';

create function private.definition_digest(p_body jsonb)
returns text
language sql stable
set search_path = ''
as $$ select encode(sha256(convert_to(p_body::text, 'UTF8')), 'hex') $$;
comment on function private.definition_digest is 'SHA-256 of a body; jsonb orders its keys, so that equal bodies have equal digests.';

create function private.refuse_field(p_is_wrong boolean, p_field text, p_hint text)
returns void
language plpgsql
set search_path = ''
as $$
begin
  -- What cannot be told (a value that is absent) is wrong.
  if p_is_wrong is not false then
    perform private.fail(422, 'definition.invalid', p_hint, jsonb_build_object('field', p_field));
  end if;
end
$$;
comment on function private.refuse_field is 'Raises definition.invalid with the field and one sentence unless what it is told is plainly false.';

create function private.definition_adopt(p_kind text, p_key text, p_body jsonb, p_from date, p_to date, p_reason text)
returns void
language sql
security definer set search_path = ''
as $$
  insert into public.definitions (kind, key, version, body, effective_from, effective_to, digest, reason, applied_at)
  select p_kind, p_key, (select count(*) + 1 from public.definitions as d where d.kind = p_kind and d.key = p_key),
    p_body, p_from, p_to, private.definition_digest(p_body), p_reason, now()
  where not exists (
    select from public.definitions as d where d.kind = p_kind and d.key = p_key and d.effective_from = p_from and d.state = 'published')
$$;
comment on function private.definition_adopt is
  'What a migration or the seed writes straight into a table becomes a version too, so that definition_at knows it. Definer: definitions take no direct write.';

create function private.definition_apply(p_kind text, p_key text)
returns void
language plpgsql
security definer set search_path = ''
as $$
begin
  execute format('select %s($1)', (select k.apply_function from private.definition_kinds as k where k.kind = p_kind)) using p_key;
  update public.definitions as d set applied_at = now()
  where d.kind = p_kind and d.key = p_key and d.state = 'published' and d.applied_at is null and d.effective_from <= private.local_day(now());
end
$$;
comment on function private.definition_apply is 'Brings the table that is read in line with the versions of a key. Definer: definitions take no direct write.';

create function private.kept_definition_kind(p_kind text)
returns private.definition_kinds
language plpgsql stable
security definer set search_path = ''
as $$
declare
  spec private.definition_kinds;
begin
  select * into spec from private.definition_kinds as k where k.kind = p_kind;
  if spec.kind is null or not private.has_site_right(spec.permission) then
    perform private.fail(404, 'definition.not_found', '没有找到该内容，或您没有维护它的权限');
  end if;
  return spec;
end
$$;
comment on function private.kept_definition_kind is 'The kind, for whoever keeps it over the whole site; to others it does not exist. Definer: the kinds are closed.';

create function private.define_version(p_kind text, p_key text, p_body jsonb, p_effective_from date, p_reason text)
returns public.definitions
language plpgsql
security definer set search_path = ''
as $$
declare
  spec private.definition_kinds;
  body jsonb;
  next_from date;
  one public.definitions;
begin
  select * into spec from private.definition_kinds as k where k.kind = p_kind;
  perform private.refuse_field(p_key is null, 'key', '请指明要改的是哪一项');
  perform private.refuse_field(jsonb_typeof(p_body) is distinct from 'object' or length(p_body::text) > 20000, 'body', '内容格式不正确');
  perform private.refuse_field(p_effective_from not between date '2000-01-01' and private.local_day(now()) + 1830, 'effective_from', '请填写生效日期，最晚为五年以内');
  perform private.refuse_field(length(btrim(p_reason)) not between 2 and 500, 'reason', '请填写调整依据或理由，2 至 500 字');
  -- One after another for a key, so that two who publish at once see each other's version.
  perform pg_advisory_xact_lock(hashtextextended('definition:' || p_kind || '/' || p_key, 0));
  execute format('select %s($1, $2, $3)', spec.check_function) into body using p_key, p_body, p_effective_from;
  select * into one from public.definitions as d
  where d.kind = p_kind and d.key = p_key and d.effective_from = p_effective_from and d.state = 'published';
  if one.digest = private.definition_digest(body) then
    return one;
  end if;
  if one.id is not null then
    perform private.fail(409, 'definition.same_day', format(case when one.effective_from > private.local_day(now())
      then '该日已有第 %s 版待生效，请先撤回它，或另选生效日期' else '第 %s 版已于该日生效，请另选生效日期' end, one.version),
      jsonb_build_object('field', 'effective_from', 'version', one.version));
  end if;
  one := private.definition_at(p_kind, p_key, p_effective_from);
  perform private.refuse_field(coalesce(one.body = body, false), 'body', '内容与该日适用的版本相同，无须发布新版本');
  select min(d.effective_from) into next_from from public.definitions as d
  where d.kind = p_kind and d.key = p_key and d.state = 'published' and d.effective_from > p_effective_from;
  update public.definitions as d set effective_to = p_effective_from - 1 where d.id = one.id;
  insert into public.definitions (kind, key, version, body, effective_from, effective_to, digest, reason, published_by)
  values (p_kind, p_key, (select count(*) + 1 from public.definitions as d where d.kind = p_kind and d.key = p_key),
    body, p_effective_from, next_from - 1, private.definition_digest(body), btrim(p_reason), private.my_id())
  returning * into one;
  perform private.definition_apply(p_kind, p_key);
  select * into one from public.definitions as d where d.id = one.id;
  return one;
end
$$;
comment on function private.define_version is
  'Publishes a version for whoever was asked before: the RPC asks for the kind''s permission, a flow has its own. Definer: definitions and what they are written into take no direct write.';

create function private.publish_definition(p_kind text, p_key text, p_body jsonb, p_effective_from date, p_reason text)
returns public.definitions
language plpgsql
security definer set search_path = ''
as $$
declare
  spec private.definition_kinds := private.kept_definition_kind(p_kind);
begin
  if not spec.is_direct then
    perform private.fail(409, 'definition.by_flow', spec.label || '由申请和审核发布，请提出动态调整申请');
  end if;
  return private.define_version(p_kind, p_key, p_body, p_effective_from, p_reason);
end
$$;
comment on function private.publish_definition is 'Definer: definitions and what they are written into take no direct write.';

select private.expose('private.publish_definition', '{authenticated}',
  'Publishes a version of a definition from a day on; the version before ends on the day before. The same body for the same day answers the version that is there. Raises definition.not_found, definition.invalid (with the field), definition.same_day, definition.by_flow.');

create function private.withdraw_definition(p_id uuid)
returns public.definitions
language plpgsql
security definer set search_path = ''
as $$
declare
  one public.definitions;
begin
  select * into one from public.definitions as d where d.id = p_id;
  perform private.kept_definition_kind(one.kind);
  perform pg_advisory_xact_lock(hashtextextended('definition:' || one.kind || '/' || one.key, 0));
  select * into one from public.definitions as d where d.id = p_id for update;
  if one.state = 'withdrawn' then
    return one;
  end if;
  if one.effective_from <= private.local_day(now()) then
    perform private.fail(409, 'definition.in_force', '该版本已经生效，不能撤回；如需更正，请发布新版本', jsonb_build_object('version', one.version));
  end if;
  update public.definitions as d set state = 'withdrawn', withdrawn_at = now(), withdrawn_by = private.my_id() where d.id = p_id;
  -- The version before goes on as long as the withdrawn one would have lasted.
  update public.definitions as d set effective_to = one.effective_to
  where d.kind = one.kind and d.key = one.key and d.state = 'published' and d.effective_to = one.effective_from - 1;
  perform private.definition_apply(one.kind, one.key);
  select * into one from public.definitions as d where d.id = p_id;
  return one;
end
$$;
comment on function private.withdraw_definition is 'Definer: definitions and what they are written into take no direct write.';

select private.expose('private.withdraw_definition', '{authenticated}',
  'Takes back a version whose day has not come; the version before goes on. A second time changes nothing. Raises definition.not_found, definition.in_force, definition.in_use.');

create function private.definition_chore()
returns int
language plpgsql
security definer set search_path = ''
as $$
declare
  one record;
  done int := 0;
begin
  perform private.act_as('system:definition');
  for one in
    select distinct d.kind, d.key from public.definitions as d
    where d.applied_at is null and d.state = 'published' and d.effective_from <= private.local_day(now())
  loop
    begin
      perform private.definition_apply(one.kind, one.key);
      done := done + 1;
    exception when others then
      insert into private.sweep_failures (job, error)
      select 'definition', one.kind || ' ' || one.key || '：' || sqlerrm
      -- Tried again every minute, told once a day.
      where not exists (select from private.sweep_failures as f
        where f.job = 'definition' and f.error = one.kind || ' ' || one.key || '：' || sqlerrm and f.created_at > now() - interval '1 day');
    end;
  end loop;
  return done;
end
$$;
comment on function private.definition_chore is
  'Writes versions whose day has come into the tables that are read; every minute, so that a machine that was off at midnight catches up. Definer: as definition_apply.';

select cron.schedule('definition-apply', '* * * * *', 'select private.definition_chore()');
