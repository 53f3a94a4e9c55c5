-- Work items, part thirteen: how a module writes its flow. Used by migrations only; nothing is exposed.

create function private.register_work_kind(
  p_kind text, p_label text, p_prefix text, p_read text, p_handle text default null, p_assign text default null,
  p_on_act text default null, p_former_keeps interval default null, p_rollup_action text default null)
returns void
language plpgsql
set search_path = ''
as $$
begin
  insert into private.work_kinds (kind, label, no_prefix, read_permission, handle_permission, assign_permission, on_act, former_keeps, rollup_action)
  values (p_kind, p_label, p_prefix, p_read, p_handle, p_assign, p_on_act, p_former_keeps, p_rollup_action);
  insert into public.codes (set_key, code, label, sort)
  values ('work.kind', p_kind, p_label, (select count(*) from private.work_kinds));
  execute format('create sequence private.work_no_%s', p_kind);
end
$$;
comment on function private.register_work_kind is 'Adds a flow; used by the migrations of modules.';

create function private.field(p_field text, p_type text, p_label text, p_more jsonb default '{}')
returns jsonb
language sql immutable
set search_path = ''
as $$ select jsonb_build_object('field', p_field, 'type', p_type, 'label', p_label, 'required', true) || p_more $$;
comment on function private.field is
  'A field of a move. Types: text, textarea, select (code_set), date (not_past), number (min, max), boolean, region, org, orgs, officer, files, rows; required unless said otherwise, max length 2000 unless said otherwise.';

create function private.allow_move(
  p_kind text, p_from text, p_action text, p_to text, p_label text, p_permission text, p_requires jsonb[] default '{}', p_more jsonb default '{}')
returns void
language sql
set search_path = ''
as $$
  insert into private.work_transitions (kind, from_state, action, to_state, label, permission, requires, side, is_for_handler, approval, guard, form,
    effects, reach, goes_to, starts, meets, extends, pauses, at_end_of, tone, is_public, sort)
  select p_kind, p_from, p_action, p_to, p_label, p_permission, to_jsonb(p_requires), m.side, m.is_for_handler, m.approval, m.guard, m.form,
    m.effects, m.reach, m.goes_to, m.starts, m.meets, m.extends, m.pauses, m.at_end_of, m.tone, m.is_public, m.sort
  from jsonb_populate_record(null::private.work_transitions,
    '{"side":"holder","is_for_handler":false,"effects":[],"starts":[],"meets":[],"tone":"default","is_public":true,"sort":100}' || p_more) as m
$$;
comment on function private.allow_move is 'Adds one move to a flow; p_more holds the other columns of work_transitions by name.';

create function private.allow_press(p_kind text, p_states text[], p_supervise text, p_answer text)
returns void
language sql
set search_path = ''
as $$
  select
    private.allow_move(p_kind, s, 'urge', null, '催办', p_supervise, array[private.field('note', 'textarea', '催办意见')],
      '{"effects":["urge"],"guard":"private.work_guard_not_own","is_public":false,"sort":60}'),
    private.allow_move(p_kind, s, 'supervise', null, '督办', p_supervise,
      array[private.field('note', 'textarea', '督办要求'), private.field('due_on', 'date', '反馈期限', '{"required":false,"not_past":true}')],
      '{"effects":["supervise"],"starts":[{"key":"work.supervise","due":"due_on"}],"guard":"private.work_guard_not_own","is_public":false,"sort":61}'),
    private.allow_move(p_kind, s, 'release_supervision', null, '解除督办', p_supervise, array[private.field('note', 'textarea', '解除理由')],
      '{"effects":["release"],"guard":"private.work_guard_release","is_public":false,"sort":62}'),
    private.allow_move(p_kind, s, 'answer_supervision', null, '反馈督办', p_answer, array[private.field('note', 'textarea', '办理情况')],
      '{"meets":["work.supervise"],"guard":"private.work_guard_supervision_owed","is_public":false,"sort":5,"tone":"primary"}'),
    private.allow_move(p_kind, s, 'lapse_supervision', null, '督办超期未反馈', null, '{}',
      '{"meets":["work.supervise"],"at_end_of":"work.supervise","is_public":false}')
  from unnest(p_states) as s
$$;
comment on function private.allow_press is
  '催办, 督办 with its answer and release, in the states named: p_supervise presses other bodies, p_answer answers for the body that holds the item.';

create function private.allow_handlers(p_kind text, p_states text[])
returns void
language sql
set search_path = ''
as $$
  select
    private.allow_move(p_kind, s, 'assign', null, '指派承办人', k.assign_permission,
      array[private.field('officer_id', 'officer', '承办人'), private.field('note', 'textarea', '理由', '{"required":false,"max":500}')],
      '{"effects":["assign"],"is_public":false,"sort":70}'),
    private.allow_move(p_kind, s, 'take', null, '由我承办', k.handle_permission, '{}', '{"effects":["take"],"is_public":false,"sort":71}')
  from private.work_kinds as k cross join unnest(p_states) as s
  where k.kind = p_kind
$$;
comment on function private.allow_handlers is 'Naming the 承办人 in the states named: by whoever appoints, or by taking it oneself.';

create function private.mirror_item(p_table regclass, p_kinds text[], p_attachments text default null)
returns void
language plpgsql
set search_path = ''
as $$
declare
  -- Written out for each table, so that its plan is kept; the body of a trigger with a table name in it would be planned anew each time.
  name text := 'tg_work_items__mirror_' || replace(p_table::text, 'public.', '');
begin
  execute format($f$
    create function private.%1$I() returns trigger language plpgsql security definer set search_path = '' as $b$
    begin
      update %2$s as m
      set item_id = c.id, org_id = c.org_id, line_code = c.line_code, handler_id = c.handler_id, state = c.state, is_open = c.is_open, light = c.light, due_at = c.due_at,
        due_is_provisional = c.due_is_provisional, is_supervised = c.is_supervised, was_late = c.was_late, closed_at = c.closed_at
      from changed as c
      where c.kind = any (%3$L) and m.id = c.record_id
        and (m.item_id, m.org_id, m.line_code, m.handler_id, m.state, m.is_open, m.light, m.due_at, m.due_is_provisional, m.is_supervised, m.was_late, m.closed_at)
          is distinct from (c.id, c.org_id, c.line_code, c.handler_id, c.state, c.is_open, c.light, c.due_at, c.due_is_provisional, c.is_supervised, c.was_late, c.closed_at);
      %4$s
      return null;
    end $b$ $f$, name, p_table, p_kinds,
    case when p_attachments is not null then format(
      'update public.attachments as a set org_id = c.org_id from changed as c where c.kind = any (%L) and a.owner_kind = %L and a.owner_id = c.record_id and a.org_id <> c.org_id;',
      p_kinds, p_attachments) end);
  execute format('comment on function private.%I() is %L', name,
    'Keeps the rows of ' || p_table || ' equal to their work items, whoever moved them. Definer: those rows take no direct write.');
  execute format('create trigger tg_60_mirror_insert_%s after insert on public.work_items referencing new table as changed for each statement execute function private.%I()',
    replace(p_table::text, 'public.', ''), name);
  execute format('create trigger tg_60_mirror_update_%s after update on public.work_items referencing new table as changed for each statement execute function private.%I()',
    replace(p_table::text, 'public.', ''), name);
end
$$;
comment on function private.mirror_item is
  'Makes a module''s table follow its work items, so that its lists and figures read one table: item_id, org_id, line_code, handler_id, state, is_open, light, due_at, due_is_provisional, is_supervised, was_late, closed_at; with an owner kind also whose files they are. Used by the migrations of modules.';

-- What a table of a module is guarded by: three shapes, so that none of them is written wrongly the twentieth time.

create function private.guard_by(p_table regclass, p_permission text, p_comment text default 'The body in charge and those above it; bodies that the item was opened to.')
returns void
language plpgsql
set search_path = ''
as $$
declare
  is_lent boolean := exists (select from pg_catalog.pg_attribute as a where a.attrelid = p_table and a.attname = 'item_id' and not a.attisdropped);
begin
  -- Hashed sets, not arrays: a leader's two thousand bodies are looked up, not walked, for each of a million rows.
  perform private.guard_as(p_table, format(
    '(select private.permits_every_org(%1$L)) or org_id in (select private.permitted_org_ids(%1$L))', p_permission)
    || case when is_lent then ' or item_id in (select private.granted_row_ids(''work''))' else '' end, '{authenticated}', p_comment);
end
$$;
comment on function private.guard_by is
  'A table with org_id is read by whoever holds the permission over that body; one with item_id also by whom the work item was lent to.';

create function private.guard_with(p_table regclass, p_column name, p_parent regclass, p_comment text default 'With its record.')
returns void
language plpgsql
set search_path = ''
as $$
begin
  perform private.guard_as(p_table, format('(select p.id from %s as p where p.id = %I) is not null', p_parent, p_column), '{authenticated}', p_comment);
end
$$;
comment on function private.guard_with is 'A table that hangs on another is read by whoever reads the row it hangs on.';

create function private.guard_as(p_table regclass, p_using text, p_roles name[], p_comment text)
returns void
language plpgsql
set search_path = ''
as $$
declare
  bare text := (select c.relname from pg_catalog.pg_class as c where c.oid = p_table);
begin
  execute format('alter table %s enable row level security', p_table);
  execute format('create policy %I on %s for select to %s using (%s)', bare || '_select', p_table,
    (select string_agg(format('%I', r), ', ') from unnest(p_roles) as r), p_using);
  execute format('comment on policy %I on %s is %L', bare || '_select', p_table, p_comment);
  execute format('grant select on %s to %s', p_table, (select string_agg(format('%I', r), ', ') from unnest(p_roles) as r));
end
$$;
comment on function private.guard_as is 'Row-level security, the one policy of a table and the privilege to read it; what is public is guarded by ''true'', on purpose and with a reason.';
