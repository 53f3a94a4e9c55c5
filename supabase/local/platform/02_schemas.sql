-- Schemas and who may enter them. Objects in `public` are granted one by one by the migrations.
do $$
begin
  execute format('alter database %I owner to postgres', current_database());
  execute format('grant connect, temporary, create on database %I to postgres', current_database());
  execute format('grant create on database %I to supabase_auth_admin, supabase_storage_admin', current_database());
end
$$;

create schema if not exists extensions;
alter schema extensions owner to postgres;
grant usage on schema extensions to anon, authenticated, service_role, authenticator;
create extension if not exists pgcrypto with schema extensions;
create extension if not exists "uuid-ossp" with schema extensions;

alter schema public owner to pg_database_owner;
grant usage on schema public to anon, authenticated, service_role;
revoke create on schema public from public;

create schema if not exists auth authorization supabase_auth_admin;
create schema if not exists storage authorization supabase_storage_admin;
create schema if not exists realtime authorization supabase_admin;
create schema if not exists cron authorization supabase_admin;
create schema if not exists net authorization supabase_admin;

grant usage on schema auth to postgres, anon, authenticated, service_role, authenticator;
grant usage on schema storage to postgres, anon, authenticated, service_role, authenticator, supabase_policy_owner;
grant usage on schema realtime to postgres, anon, authenticated, service_role, supabase_realtime_admin, supabase_policy_owner;
grant usage on schema cron to postgres;
grant usage on schema net to postgres, service_role;
