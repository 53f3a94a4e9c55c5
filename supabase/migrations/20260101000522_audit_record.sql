-- What leaves the system, and what was refused: on record like everything else.
-- Who may do what: every officer puts their own exports on record; the gateway puts refusals there.

insert into private.quotas (bucket, amount, per) values
  -- Beyond it a refusal is no news, and the log would belong to whoever asks fastest.
  ('refused.account', 60, '1 hour');

create function private.record_export(p_list text, p_filter text, p_rows int)
returns void
language plpgsql
security definer set search_path = ''
as $$
begin
  if private.my_org_id() is null then
    perform private.fail(403, 'audit.no_actor', '请登录后再导出');
  end if;
  perform private.audit_write('private.exports', left(btrim(private.visible_text(coalesce(p_list, ''))), 50), 'read', null,
    jsonb_build_object('filter', left(btrim(private.visible_text(coalesce(p_filter, ''))), 500), 'rows', greatest(coalesce(p_rows, 0), 0)));
end
$$;
comment on function private.record_export is 'Definer: the log is closed; one''s own exports only.';

select private.expose('private.record_export', '{authenticated}',
  'Before a file is given out: which list, narrowed to what (in words), how many rows. Raises audit.no_actor (403).');

create function private.on_refused(event jsonb)
returns void
language plpgsql
security definer set search_path = ''
as $$
declare
  account text := event ->> 'user_id';
begin
  if exists (select from public.officers as f where f.id::text = account) and private.take_quota('refused.account', account) then
    insert into private.audit_log (actor, request_id, table_name, row_key, op, new_row)
    values (account, left(event ->> 'request_id', 100), 'private.refusals', left(event ->> 'function', 100), 'refused',
      jsonb_build_object('refusal', event ->> 'code') || coalesce(event -> 'ids', '{}'));
  end if;
end
$$;
comment on function private.on_refused is
  'What an officer asked for and may not do or see: {user_id, function, code, ids: {parameter: id}, request_id}. Called by the embedded gateway, since the refused transaction itself is taken back; hosted keeps the same in its API log. Definer: log and counters are closed.';
