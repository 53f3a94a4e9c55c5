-- Hosted Supabase lets `postgres` write policies on storage and realtime tables and triggers on auth tables, and
-- nothing else there. Owning a table would allow more, so what is more is refused here.
create schema if not exists _stack authorization supabase_admin;

create or replace function _stack.refuse_platform_ddl()
returns event_trigger
language plpgsql
set search_path = ''
as $$
declare
  v_command record;
begin
  if current_user <> 'postgres' then
    return;
  end if;
  for v_command in select * from pg_catalog.pg_event_trigger_ddl_commands() loop
    if v_command.schema_name in ('auth', 'storage', 'realtime', 'cron', 'net')
      and v_command.command_tag not in ('CREATE POLICY', 'ALTER POLICY', 'CREATE TRIGGER', 'COMMENT', 'GRANT', 'REVOKE') then
      raise insufficient_privilege using message = pg_catalog.format(
        '%s on %s is refused: hosted Supabase owns this schema', v_command.command_tag, v_command.object_identity
      );
    end if;
  end loop;
end
$$;

create or replace function _stack.refuse_platform_drop()
returns event_trigger
language plpgsql
set search_path = ''
as $$
declare
  v_object record;
begin
  if current_user <> 'postgres' then
    return;
  end if;
  for v_object in select * from pg_catalog.pg_event_trigger_dropped_objects() loop
    if v_object.schema_name in ('auth', 'storage', 'realtime', 'cron', 'net') and v_object.original
      and v_object.object_type not in ('policy', 'trigger') then
      raise insufficient_privilege using message = pg_catalog.format(
        'dropping %s is refused: hosted Supabase owns this schema', v_object.object_identity
      );
    end if;
  end loop;
end
$$;

drop event trigger if exists refuse_platform_ddl;
create event trigger refuse_platform_ddl on ddl_command_end execute function _stack.refuse_platform_ddl();
drop event trigger if exists refuse_platform_drop;
create event trigger refuse_platform_drop on sql_drop execute function _stack.refuse_platform_drop();

-- The API learns of a changed schema as PostgREST does on hosted Supabase.
create or replace function _stack.notify_schema_change()
returns event_trigger
language plpgsql
set search_path = ''
as $$
begin
  if exists (
    select from pg_catalog.pg_event_trigger_ddl_commands() c
    where c.schema_name is distinct from 'pg_temp' and c.command_tag not in ('CREATE POLICY', 'ALTER POLICY', 'CREATE TRIGGER')
  ) then
    perform pg_catalog.pg_notify('pgrst', 'reload schema');
  end if;
end
$$;

drop event trigger if exists pgrst_ddl_watch;
create event trigger pgrst_ddl_watch on ddl_command_end execute function _stack.notify_schema_change();
