-- The roles of hosted Supabase, with the attributes they have there. Cluster-wide, so every statement can be repeated.
do $$
declare
  v_role text;
begin
  foreach v_role in array array[
    'postgres', 'anon', 'authenticated', 'service_role', 'authenticator',
    'supabase_auth_admin', 'supabase_storage_admin', 'supabase_realtime_admin', 'supabase_policy_owner', 'api_reader'
  ] loop
    if not exists (select from pg_roles where rolname = v_role) then
      execute format('create role %I', v_role);
    end if;
  end loop;
end
$$;

-- `postgres` runs the migrations and is not a superuser.
alter role postgres login createdb createrole bypassrls replication;
alter role anon nologin noinherit;
alter role authenticated nologin noinherit;
alter role service_role nologin noinherit bypassrls;
-- The API logs in as `authenticator` and changes to the role of the request. Here it also does the work of the
-- auth and storage services, which read their own tables without a role of the request, hence bypassrls:
-- an attribute that ends with `set role`.
alter role authenticator login noinherit bypassrls;
alter role supabase_auth_admin nologin noinherit createrole;
alter role supabase_storage_admin nologin noinherit;
alter role supabase_realtime_admin nologin noinherit;
-- Owns the three tables on which `postgres` may write policies; on hosted an extension grants that right.
alter role supabase_policy_owner nologin;
-- What the connections of those who read are between two requests: it may do nothing.
alter role api_reader nologin noinherit;

grant anon, authenticated, service_role, api_reader to authenticator;
grant anon, authenticated, service_role, authenticator, supabase_realtime_admin to postgres with admin option;
grant supabase_policy_owner to postgres;
grant pg_monitor, pg_read_all_data, pg_signal_backend to postgres;

alter role anon set statement_timeout = '3s';
alter role authenticated set statement_timeout = '8s';
alter role authenticator set statement_timeout = '8s';
alter role authenticator set lock_timeout = '8s';
alter role authenticator set search_path = "$user", public, extensions;
alter role postgres set search_path = "$user", public, extensions;
alter role supabase_admin set search_path = "$user", public, extensions, auth;
