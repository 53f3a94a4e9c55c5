-- After the tables of the auth service: the request's identity, as hosted defines it.
-- Both forms of the claims are read: one JSON document, or one setting a claim.
create or replace function auth.jwt()
returns jsonb
language sql
stable
as $$
  select coalesce(
    nullif(current_setting('request.jwt.claim', true), ''),
    nullif(current_setting('request.jwt.claims', true), '')
  )::jsonb
$$;

create or replace function auth.uid()
returns uuid
language sql
stable
as $$
  select coalesce(
    nullif(current_setting('request.jwt.claim.sub', true), ''),
    nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'sub'
  )::uuid
$$;

create or replace function auth.role()
returns text
language sql
stable
as $$
  select coalesce(
    nullif(current_setting('request.jwt.claim.role', true), ''),
    nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'role'
  )
$$;

create or replace function auth.email()
returns text
language sql
stable
as $$
  select coalesce(
    nullif(current_setting('request.jwt.claim.email', true), ''),
    nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'email'
  )
$$;

alter function auth.jwt() owner to supabase_auth_admin;
alter function auth.uid() owner to supabase_auth_admin;
alter function auth.role() owner to supabase_auth_admin;
alter function auth.email() owner to supabase_auth_admin;

-- `postgres` may put triggers on the tables (and read and repair rows), not change their shape.
grant all on all tables in schema auth to postgres;
grant select, insert, update, delete on all tables in schema auth to authenticator;

-- The embedded auth service writes JSON columns as a JSON text in a string; hosted writes the object. Unwrapped
-- here, before any trigger of ours reads `raw_user_meta_data ->> '…'`.
create or replace function auth._unwrap_json()
returns trigger
language plpgsql
set search_path = ''
as $$
begin
  if tg_table_name = 'users' then
    if jsonb_typeof(new.raw_user_meta_data) = 'string' then
      new.raw_user_meta_data := (new.raw_user_meta_data #>> '{}')::jsonb;
    end if;
    if jsonb_typeof(new.raw_app_meta_data) = 'string' then
      new.raw_app_meta_data := (new.raw_app_meta_data #>> '{}')::jsonb;
    end if;
  elsif jsonb_typeof(new.identity_data) = 'string' then
    new.identity_data := (new.identity_data #>> '{}')::jsonb;
  end if;
  return new;
end
$$;

alter function auth._unwrap_json() owner to supabase_auth_admin;

create or replace trigger "00_unwrap_json"
before insert or update on auth.users
for each row
execute function auth._unwrap_json();

create or replace trigger "00_unwrap_json"
before insert or update on auth.identities
for each row
execute function auth._unwrap_json();

-- Who keeps channels open (the realtime server) asks again when a session ends.
create or replace function auth._announce_end()
returns trigger
language plpgsql
set search_path = ''
as $$
begin
  perform pg_notify('rights', old.user_id::text);
  return null;
end
$$;

alter function auth._announce_end() owner to supabase_auth_admin;

create or replace trigger "00_announce_end"
after delete on auth.sessions
for each row
execute function auth._announce_end();

-- Hosted refuses a banned account at sign-in and at every renewal; the embedded service asks for it with other providers
-- only. Both write a session first.
create or replace function auth._refuse_banned()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  if exists (select from auth.users u where u.id = new.user_id and u.banned_until > now()) then
    raise sqlstate 'PT403' using message = 'user_banned';
  end if;
  return new;
end
$$;

alter function auth._refuse_banned() owner to supabase_auth_admin;

create or replace trigger "00_refuse_banned"
before insert or update on auth.sessions
for each row
execute function auth._refuse_banned();
