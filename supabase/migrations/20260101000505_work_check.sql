-- Work items, part six: what must hold before a move: fields, reach, 承办人, and the reasons why not.

create function private.work_check_field(p_want jsonb, p_given jsonb, p_word text)
returns void
language plpgsql stable
security definer set search_path = ''
as $$
declare
  label text := p_want ->> 'label';
  at_field jsonb := jsonb_build_object('field', p_want ->> 'field');
  most int := coalesce((p_want ->> 'max')::int, 2000);
  is_right boolean;
begin
  case p_want ->> 'type'
    when 'select' then
      perform private.assert_code(p_want ->> 'code_set', p_word, p_want ->> 'field');
    when 'date' then
      is_right := p_word ~ '^\d{4}-\d{2}-\d{2}$' and pg_input_is_valid(p_word, 'date');
      if is_right and p_word::date < private.local_day(now()) and coalesce((p_want ->> 'not_past')::boolean, false) then
        perform private.fail(422, 'work.field_invalid', '“' || label || '”不能早于今天', at_field);
      end if;
    when 'number' then
      is_right := pg_input_is_valid(p_word, 'numeric')
        and p_word::numeric between coalesce((p_want ->> 'min')::numeric, '-infinity') and coalesce((p_want ->> 'max')::numeric, 'infinity');
    when 'boolean' then
      is_right := jsonb_typeof(p_given) = 'boolean';
    when 'region' then
      is_right := exists (select from public.regions as r where r.code::text = p_word and r.valid_to is null);
    when 'org' then
      if not exists (select from public.orgs as o where o.id::text = p_word and o.is_active) then
        perform private.fail(422, 'work.org_unknown', '请选择有效的单位', at_field);
      end if;
    when 'orgs' then
      is_right := jsonb_typeof(p_given) = 'array' and (
        select count(*) = count(distinct g.v) and bool_and(exists (select from public.orgs as o where o.id::text = g.v and o.is_active))
        from jsonb_array_elements_text(p_given) as g (v));
    when 'officer' then
      is_right := exists (select from public.officers as f where f.id::text = p_word and f.is_active);
    when 'files' then
      is_right := jsonb_typeof(p_given) = 'array' and (
        select bool_and(exists (select from public.attachments as a where a.id::text = g.v)) from jsonb_array_elements_text(p_given) as g (v));
    when 'rows' then
      is_right := jsonb_typeof(p_given) = 'array' and jsonb_array_length(p_given) <= most
        and (select bool_and(jsonb_typeof(g.v) = 'object') from jsonb_array_elements(p_given) as g (v));
    else
      is_right := jsonb_typeof(p_given) = 'string';
      if length(p_word) > most then
        perform private.fail(422, 'work.field_too_long', '“' || label || '”最多 ' || most || ' 个字', at_field);
      end if;
  end case;
  if is_right is false then
    perform private.fail(422, 'work.field_invalid', '“' || label || '”填写不正确，请核对', at_field);
  end if;
end
$$;
comment on function private.work_check_field is 'One field of a move: of its type, within its bounds, in its list. Definer: called inside acts.';

create function private.work_check_payload(p_requires jsonb, p_payload jsonb)
returns jsonb
language plpgsql stable
security definer set search_path = ''
as $$
declare
  want jsonb;
  given jsonb;
  word text;
  kept jsonb := '{}';
begin
  for want in select jsonb_array_elements(p_requires) loop
    given := p_payload -> (want ->> 'field');
    if jsonb_typeof(given) = 'string' then
      given := to_jsonb(private.visible_text(given #>> '{}'));
    end if;
    word := btrim(coalesce(given #>> '{}', ''));
    if word in ('', '[]') then
      continue when not coalesce((want ->> 'required')::boolean, true);
      perform private.fail(422, 'work.field_required', '请填写“' || (want ->> 'label') || '”', jsonb_build_object('field', want ->> 'field'));
    end if;
    perform private.work_check_field(want, given, word);
    kept := kept || jsonb_build_object(want ->> 'field', given);
  end loop;
  return kept;
end
$$;
comment on function private.work_check_payload is
  'Checks every field that a move requires and returns only those, without what nobody sees: a field of another action must have no effect. Definer: called inside acts.';

create function private.work_words(p_requires jsonb, p_payload jsonb)
returns jsonb
language sql stable
security definer set search_path = ''
as $$
  select coalesce(jsonb_agg(jsonb_build_object('label', w ->> 'label', 'text', case w ->> 'type'
      when 'select' then (select c.label from public.codes as c where c.set_key = w ->> 'code_set' and c.code = p_payload ->> f)
      when 'org' then (select o.name from public.orgs as o where o.id::text = p_payload ->> f)
      when 'orgs' then (select string_agg(o.name, '、' order by o.name) from public.orgs as o where p_payload -> f ? o.id::text)
      when 'officer' then (select p.name from public.officers as p where p.id::text = p_payload ->> f)
      when 'region' then (select r.full_name from public.regions as r where r.code::text = p_payload ->> f)
      when 'boolean' then case when (p_payload ->> f)::boolean then '是' else '否' end
      when 'files' then jsonb_array_length(p_payload -> f) || ' 个文件'
      when 'rows' then jsonb_array_length(p_payload -> f) || ' 项'
      else p_payload ->> f end) order by n), '[]')
  from jsonb_array_elements(p_requires) with ordinality as r (w, n)
  cross join lateral (select w ->> 'field' as f) as field
  where p_payload ? f
$$;
comment on function private.work_words is 'What was filled in, in words: labels of fields, names for codes, bodies and people. Definer: called inside acts.';

create function private.work_reach(p_org uuid)
returns table (id uuid, name text, distance int)
language plpgsql stable
security definer set search_path = ''
as $$
begin
  return query
    select o.id, o.name,
      case when o.region_code = home.code then 0 when o.region_code between home.code and home.range_end then 1 else 2 end
    from public.orgs as mine
    join public.regions as home on home.code = mine.region_code
    join public.orgs as o on o.is_active and not o.is_coordinator
    join public.regions as there on there.code = o.region_code
    where mine.id = p_org
      and (o.region_code between home.code and home.range_end or mine.is_coordinator and home.code between there.code and there.range_end);
end
$$;
comment on function private.work_reach is
  'The usual reach: bodies of its own region and below it; a coordinating body also to those of the regions above it. What belongs to a coordinator is given back to it, not handed over. Distance 0 same region, 1 below, 2 above. Definer: reads inside acts.';

create function private.work_targets(p_org uuid, p_reach text)
returns table (id uuid, name text, distance int)
language plpgsql stable
security definer set search_path = ''
as $$
begin
  if p_reach is null then
    return query select * from private.work_reach(p_org);
  else
    return query execute format('select t.id, t.name, t.distance from %s($1) as t', p_reach) using p_org;
  end if;
end
$$;
comment on function private.work_targets is 'To whom a body may pass work by a move: what the move''s own function says, else the usual reach. Definer: reads inside acts.';

create function private.my_handler_ids()
returns setof uuid
language plpgsql stable parallel safe
security definer set search_path = ''
as $$
begin
  return query
    select f.id from public.officers as f where f.id = private.my_id() and f.is_active
    union all
    select a.officer_id from public.officer_absences as a
    join public.officers as f on f.id = a.deputy_id and f.is_active
    where a.deputy_id = private.my_id() and private.local_day(now()) between a.starts_on and a.ends_on;
end
$$;
comment on function private.my_handler_ids is 'In whose name the caller works today: their own, and of absent colleagues whose deputy they are. Definer: absences are closed.';
grant execute on function private.my_handler_ids to authenticated;

create function private.work_can_extend(p_item uuid, p_extends jsonb)
returns boolean
language plpgsql stable
security definer set search_path = ''
as $$
begin
  return (select exists (
    select from public.work_terms as t
    where t.item_id = p_item and t.key = p_extends ->> 'key' and t.state = 'running' and t.due_at >= now()
      and (select count(*) from public.work_extensions as x join public.deadline_rules as r on r.id = x.rule_id where x.term_id = t.id and r.key = p_extends ->> 'by')
        < (select r.times from private.rule_in_force(p_extends ->> 'by', private.local_day(now())) as r)));
end
$$;
comment on function private.work_can_extend is 'Whether a term runs, is not over and may be extended once more. Definer: called inside acts.';

create function private.work_blocked(p_item public.work_items, p_move private.work_transitions, p_kind private.work_kinds, p_payload jsonb)
returns text
language plpgsql stable
security definer set search_path = ''
as $$
declare
  reason text;
begin
  if p_move.permission is not null and p_move.is_for_handler and p_item.handler_id is not null
    and p_item.handler_id not in (select h.id from private.my_handler_ids() as h (id))
    and not (p_kind.assign_permission is not null and private.has_permission(p_kind.assign_permission, p_item.org_id)) then
    return '该事项由' || (select f.name from public.officers as f where f.id = p_item.handler_id) || '承办，请由承办人办理，或由单位负责人改派';
  end if;
  if p_move.approval is not null and exists (select from public.work_approvals as a where a.item_id = p_item.id and a.outcome is null) then
    return '该事项正在等待审批，审批后才能再次提请';
  end if;
  if p_move.extends is not null and not private.work_can_extend(p_item.id, p_move.extends) then
    return '该时限已延长过、已超期或已中止，不能再延长';
  end if;
  if 'take' = any (p_move.effects) and p_item.handler_id is not null then
    return '';
  end if;
  if p_move.guard is not null then
    execute format('select %s($1, $2)', p_move.guard) into reason using p_item, p_payload;
  end if;
  return reason;
end
$$;
comment on function private.work_blocked is
  'Why a move that the caller may take cannot be taken now, or null; empty = it makes no sense now, and is not even offered. Asked when it is offered, and again when it is taken. Definer: called inside acts.';

create function private.work_guard_not_own(p_item public.work_items, p_payload jsonb)
returns text
language sql stable
set search_path = ''
as $$ select case when p_item.org_id = private.my_org_id() then '本单位承办的事项不能由本单位催办、督办' end $$;
comment on function private.work_guard_not_own is 'Guard: nobody presses their own body.';

create function private.work_guard_supervision_owed(p_item public.work_items, p_payload jsonb)
returns text
language sql stable
set search_path = ''
as $$
  select case when not exists (select from public.work_terms as t where t.item_id = p_item.id and t.key = 'work.supervise' and t.state in ('running', 'suspended'))
    then '' end
$$;
comment on function private.work_guard_supervision_owed is 'Guard: a 督办 waits for its answer, else there is nothing to offer.';

create function private.work_guard_release(p_item public.work_items, p_payload jsonb)
returns text
language sql stable
set search_path = ''
as $$
  select case when not p_item.is_supervised then '' else private.work_guard_not_own(p_item, p_payload) end
$$;
comment on function private.work_guard_release is 'Guard: under 督办, and not by the body that is.';

select private.act_as('system:migration');
insert into public.deadline_rules (key, label, amount, unit, legal_basis, is_confirmed, is_charged, effective_from) values
  ('work.supervise', '督办反馈', 3, 'workday', '平台缺省值；督办时填写的反馈日期优先', false, false, '2020-01-01');
