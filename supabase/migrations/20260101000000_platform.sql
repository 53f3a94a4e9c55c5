-- Platform: schemas by exposure, privileges closed first, errors, actor and stamp.
-- Objects: schemas public (the API) and private (everything else); private.fail, private.my_id, private.actor, private.tg__stamp,
--          private.settings, private.take_quota.
-- Who may do what: nobody anything; every later file grants by name.

create schema if not exists private;
create schema if not exists extensions;
create extension if not exists pgcrypto with schema extensions;
create extension if not exists pg_trgm with schema extensions;
create extension if not exists btree_gist with schema extensions;
do $$
begin
  -- Hosted Supabase offers both as extensions; the embedded stack brings the same SQL surface itself.
  if exists (select from pg_available_extensions where name = 'pg_cron') then
    create extension if not exists pg_cron;
    create extension if not exists pg_net with schema extensions;
  end if;
end
$$;

-- The per-schema form of this revoke has no effect on PUBLIC (measured), so it carries no "in schema".
alter default privileges revoke execute on functions from public;
alter default privileges in schema public revoke all on tables from anon, authenticated, service_role;
alter default privileges in schema public revoke all on sequences from anon, authenticated, service_role;
alter default privileges in schema public revoke all on functions from anon, authenticated, service_role;
revoke all on schema private from public;
-- Policies and views call helpers in private, so the API roles may look names up there; execute is granted one by one.
grant usage on schema private, extensions to anon, authenticated, service_role;
grant usage on schema public to anon, authenticated, service_role;

create function private.fail(p_status int, p_key text, p_hint text, p_params jsonb default '{}'::jsonb)
returns void
language plpgsql
set search_path = ''
as $$
begin
  raise exception using
    errcode = 'PT' || p_status, message = p_key, detail = p_params::text, hint = p_hint;
end
$$;
comment on function private.fail is
  'Raises a business error: HTTP status, stable key, one Chinese sentence with the remedy, parameters as JSON.';

create function private.visible_text(p_text text)
returns text
language sql immutable
set search_path = ''
as $$
  select regexp_replace(p_text, '[\u0001-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]', '', 'g')
$$;
comment on function private.visible_text is
  'Without what nobody sees: control characters but tab and line ends, and format characters, which can turn a text round or make two names look alike (Unicode Cc and Cf).';

create function private.expose(p_function regproc, p_roles name[], p_comment text)
returns void
language plpgsql
set search_path = ''
as $$
declare
  f pg_catalog.pg_proc;
  passed text;
begin
  select * into f from pg_catalog.pg_proc as p where p.oid = p_function;
  -- Arguments go by their names; of those that begin with p_ none is a column of the answer.
  select string_agg(format('%1$I => %1$I', n), ', ' order by o) into passed
  from unnest(f.proargnames) with ordinality as a (n, o) where o <= f.pronargs;
  execute format('create function public.%1$I(%2$s) returns %3$s language sql %4$s security invoker set search_path = '''' as $f$ select %5$s private.%1$I(%6$s) $f$',
    f.proname, pg_catalog.pg_get_function_arguments(f.oid), pg_catalog.pg_get_function_result(f.oid),
    case f.provolatile when 's' then 'stable' when 'i' then 'immutable' else 'volatile' end,
    case when f.proretset or exists (select from pg_catalog.pg_type as t where t.oid = f.prorettype and t.typtype = 'c') then '* from' else '' end, passed);
  execute format('comment on function public.%I is %L', f.proname, p_comment);
  execute format('grant execute on function private.%1$I, public.%1$I to %2$s', f.proname, (select string_agg(format('%I', r), ', ') from unnest(p_roles) as r));
end
$$;
comment on function private.expose is
  'Makes a private function an RPC: a public twin with the same arguments and answer, which runs as the caller, for these roles and nobody else. The comment is what the caller must know: in, out, errors.';

-- Functions of every write are plpgsql: what they say is planned once in a session, that of an SQL function at every call.
-- The session is asked, not the token alone: who signed out, anywhere, is nobody from then on, though the token would last
-- an hour.
create function private.my_account()
returns uuid
language plpgsql stable parallel safe
security definer set search_path = ''
as $$
begin
  return (
    select s.user_id from auth.sessions as s
    where s.id = (auth.jwt() ->> 'session_id')::uuid and s.user_id = auth.uid() and (s.not_after is null or s.not_after > now()));
end
$$;
comment on function private.my_account is
  'Whose session this is, null when it has ended; also of who still owes the second factor, so only for what leads there. Definer: sessions belong to the auth service.';

create function private.my_level()
returns text
language plpgsql stable parallel safe
security definer set search_path = ''
as $$
begin
  return (
    select coalesce(s.aal::text, 'aal1') from auth.sessions as s
    where s.id = (auth.jwt() ->> 'session_id')::uuid and s.user_id = auth.uid() and (s.not_after is null or s.not_after > now()));
end
$$;
comment on function private.my_level is
  'How surely the caller is known: aal1 (password), aal2 (second factor as well), null without a session that lives. Definer: as my_account.';

create function private.owes_second_factor()
returns boolean
language plpgsql stable parallel safe
security definer set search_path = ''
as $$
begin
  return exists (select from auth.mfa_factors as m where m.user_id = private.my_account() and m.status = 'verified') and private.my_level() <> 'aal2';
end
$$;
comment on function private.owes_second_factor is
  'Whether the caller has a second factor and has given the password only. Definer: as my_account.';

create function private.my_id()
returns uuid
language plpgsql stable parallel safe
security definer set search_path = ''
as $$
begin
  return (
    select s.user_id from auth.sessions as s
    where s.id = (auth.jwt() ->> 'session_id')::uuid and s.user_id = auth.uid() and (s.not_after is null or s.not_after > now())
      and (s.aal = 'aal2' or not exists (select from auth.mfa_factors as m where m.user_id = s.user_id and m.status = 'verified')));
end
$$;
comment on function private.my_id is
  'The caller; null when their session has ended, or they have a second factor and have not given it: a password alone opens nothing then. Everything asks this and not auth.uid(). Definer: as my_account.';

create function private.actor()
returns text
language plpgsql stable
set search_path = ''
as $$
begin
  return coalesce(private.my_id()::text, nullif(current_setting('app.actor', true), ''));
end
$$;
comment on function private.actor is
  'Who writes: the signed-in officer, else the system actor that a definer function has set (app.actor), else null.';

create function private.act_as(p_actor text)
returns void
language sql
set search_path = ''
as $$ select set_config('app.actor', p_actor, true) $$;
comment on function private.act_as is 'Names the system actor of the running transaction, e.g. system:filing.';

create function private.tg__stamp()
returns trigger
language plpgsql
set search_path = ''
as $$
begin
  if tg_op = 'INSERT' then
    new.created_at := now();
    new.created_by := private.actor();
  else
    new.created_at := old.created_at;
    new.created_by := old.created_by;
  end if;
  new.updated_at := now();
  new.updated_by := private.actor();
  return new;
end
$$;
comment on function private.tg__stamp is 'Sets who and when on every business row; what a client sends is overwritten.';

create table private.settings (
  key text primary key,
  value text not null
);
comment on table private.settings is
  'Deployment values that the database needs to call out: functions_url, service_key. Written at deployment, read by the outbox.';

create table private.quotas (
  bucket text primary key,
  amount int not null check (amount > 0),
  per interval not null
);
comment on table private.quotas is 'How often one address or phone may call a public function; a site parameter. Each module brings its own.';

create table private.quota_counts (
  bucket text not null references private.quotas (bucket) on delete cascade,
  key text not null,
  window_start timestamptz not null,
  taken int not null,
  primary key (bucket, key, window_start)
);
comment on table private.quota_counts is 'Public requests counted per window; keys are digests, never addresses in the clear.';

create function private.take_quota(p_bucket text, p_key text)
returns boolean
language plpgsql
security definer set search_path = ''
as $$
declare
  quota private.quotas;
  slot timestamptz;
  now_taken int;
begin
  select * into strict quota from private.quotas as q where q.bucket = p_bucket;
  slot := date_bin(quota.per, now(), timestamptz '2020-01-01');
  insert into private.quota_counts as c (bucket, key, window_start, taken)
  values (p_bucket, p_key, slot, 1)
  on conflict (bucket, key, window_start) do update set taken = c.taken + 1
  returning taken into now_taken;
  return now_taken <= quota.amount;
end
$$;
comment on function private.take_quota is
  'Counts one request and says whether it is within the quota. Definer: the callers must not read or reset the counters.';

select private.expose('private.take_quota', '{service_role}',
  'Edge functions only: counts a public request against its quota; false when it is used up.');
