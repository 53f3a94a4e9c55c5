-- What a role with these claims may do on a topic, asked of the policies on realtime.messages. Called by the
-- realtime server in a transaction that it rolls back; the role of the request is taken on for the rest of it.
create or replace function _stack.authorize_topic(
  p_topic text,
  p_role text,
  p_claims text,
  out read_broadcast boolean,
  out read_presence boolean,
  out write_broadcast boolean,
  out write_presence boolean
)
language plpgsql
set search_path = ''
as $$
declare
  v_broadcast uuid := gen_random_uuid();
  v_presence uuid := gen_random_uuid();
begin
  insert into realtime.messages (id, topic, extension, private)
  values (v_broadcast, p_topic, 'broadcast', true), (v_presence, p_topic, 'presence', true);

  perform
    set_config('statement_timeout', '3s', true),
    set_config('realtime.topic', p_topic, true),
    set_config('request.jwt.claims', p_claims, true),
    set_config('request.jwt.claim.sub', coalesce(p_claims::jsonb ->> 'sub', ''), true),
    set_config('request.jwt.claim.role', p_role, true),
    set_config('role', p_role, true);

  begin
    select coalesce(bool_or(m.id = v_broadcast), false), coalesce(bool_or(m.id = v_presence), false)
    into read_broadcast, read_presence
    from realtime.messages m
    where m.id in (v_broadcast, v_presence);
  exception
    when insufficient_privilege then
      read_broadcast := false;
      read_presence := false;
  end;

  begin
    insert into realtime.messages (topic, extension, private) values (p_topic, 'broadcast', true);
    write_broadcast := true;
  exception
    when insufficient_privilege then
      write_broadcast := false;
  end;

  begin
    insert into realtime.messages (topic, extension, private) values (p_topic, 'presence', true);
    write_presence := true;
  exception
    when insufficient_privilege then
      write_presence := false;
  end;
end
$$;

revoke execute on function _stack.authorize_topic(text, text, text) from public;
grant usage on schema _stack to postgres;
grant execute on function _stack.authorize_topic(text, text, text) to postgres;
