-- Work items, part four: numbers and terms. Everything here is called inside a transaction of work_act, of a module's
-- system act or of the sweep; nothing is exposed.

create function private.work_no(p_kind text)
returns text
language plpgsql
security definer set search_path = ''
as $$
begin
  return (select k.no_prefix from private.work_kinds as k where k.kind = p_kind)
    || to_char(private.local_day(now()), 'YYYYMMDD')
    || lpad(nextval(('private.work_no_' || p_kind)::regclass)::text, 6, '0');
end
$$;
comment on function private.work_no is 'Human number of an item: prefix, day, running number. Definer: the sequences are closed.';

create function private.next_number(p_key text, p_org uuid, p_year int)
returns int
language sql
security definer set search_path = ''
as $$
  insert into private.number_series as s (key, org_id, year, last_no) values (p_key, p_org, p_year, 1)
  on conflict (key, org_id, year) do update set last_no = s.last_no + 1
  returning last_no
$$;
comment on function private.next_number is
  'Next number of a paper of a body in a year, without gaps: a transaction that fails gives its number back, one that runs at the same time waits. Definer: the series are closed.';

create function private.rule_in_force(p_key text, p_day date)
returns public.deadline_rules
language plpgsql stable
security definer set search_path = ''
as $$
declare
  rule public.deadline_rules;
begin
  select * into rule from public.deadline_rules as r
  where r.key = p_key and p_day >= r.effective_from and (r.effective_to is null or p_day <= r.effective_to);
  if rule.id is null then
    perform private.fail(500, 'term.no_rule', '没有生效的时限规则：' || p_key, jsonb_build_object('key', p_key));
  end if;
  return rule;
end
$$;
comment on function private.rule_in_force is 'The rule of a term on a day. Definer: called inside acts.';

create function private.term_timing(p_term public.work_terms, p_rule public.deadline_rules, p_pauses public.work_suspensions[] default '{}')
returns public.work_terms
language plpgsql stable
security definer set search_path = ''
as $$
declare
  days daterange[] := '{}';
begin
  if p_rule.unit = 'hour' and p_term.fixed_due_on is null then
    -- Hours run through nights and holidays, and are never moved to a working day.
    p_term.due_at := p_term.started_at + make_interval(hours => p_rule.amount + p_term.extra_amount)
      + coalesce((select sum(p.ended_at - greatest(p.started_at, p_term.started_at)) from unnest(p_pauses) as p where p.ended_at > p_term.started_at), interval '0');
    p_term.due_on := private.local_day(p_term.due_at);
    p_term.is_provisional := false;
  else
    if p_pauses <> '{}' then
      select coalesce(array_agg(daterange(p.started_on + 1, p.ended_on, '[]')), '{}') into days from unnest(p_pauses) as p where p.ended_on > p.started_on;
    end if;
    if p_term.fixed_due_on is not null then
      -- A day that somebody named is that day; it moves by pauses and by being extended, not to a working day.
      p_term.due_on := p_term.fixed_due_on + p_term.extra_amount
        + coalesce((select sum(upper(d) - lower(d)) from unnest((select range_agg(x) from unnest(days) as x)) as d), 0)::int;
      p_term.is_provisional := false;
    else
      select t.due_on, t.is_provisional into p_term.due_on, p_term.is_provisional
      from private.term_end(p_term.started_on, p_rule.amount + p_term.extra_amount, p_rule.unit, days) as t;
    end if;
    p_term.due_at := private.end_of_day(p_term.due_on);
  end if;
  p_term.warn_at := p_term.due_at
    - (p_term.due_at - case p_rule.unit when 'hour' then p_term.started_at else p_term.started_on::timestamp at time zone 'Asia/Shanghai' end) * p_rule.warn_share;
  p_term.red_at := case when p_rule.red_workdays = 0 then p_term.due_at else private.end_of_day(private.nth_workday(p_term.due_on, p_rule.red_workdays)) end;
  p_term.state := 'running';
  return p_term;
end
$$;
comment on function private.term_timing is
  'Works out end, warning and red line of a term from its rule, its extension and its finished pauses. Definer: the ordinals are closed.';

create function private.terms_started(p_kind text, p_starts jsonb, p_payload jsonb, p_org uuid, p_item public.work_items default null)
returns setof public.work_terms
language plpgsql stable
security definer set search_path = ''
as $$
declare
  start jsonb;
  term public.work_terms;
  rule public.deadline_rules;
  wanted boolean;
begin
  for start in select jsonb_array_elements(p_starts) loop
    if start ? 'if' then
      execute format('select %s($1, $2)', start ->> 'if') into wanted using p_item, p_payload;
      continue when wanted is not true;
    end if;
    term := null;
    term.started_on := coalesce((p_payload ->> (start ->> 'from'))::date, private.local_day(now()));
    term.started_at := case when start ? 'from' then term.started_on::timestamp at time zone 'Asia/Shanghai' else now() end;
    rule := private.rule_in_force(start ->> 'key', term.started_on);
    term.rule_id := rule.id;
    term.key := rule.key;
    term.label := rule.label;
    term.org_id := p_org;
    term.extra_amount := 0;
    term.fixed_due_on := (p_payload ->> (start ->> 'due'))::date;
    term.is_charged := rule.is_charged;
    term.has_move := exists (select from private.work_transitions as t where t.kind = p_kind and t.at_end_of = rule.key);
    return next private.term_timing(term, rule);
  end loop;
end
$$;
comment on function private.terms_started is 'The terms that a move starts, each under the rule in force on its first day. Definer: called inside acts.';

create function private.term_insert(p_item uuid, p_term public.work_terms)
returns void
language plpgsql
security definer set search_path = ''
as $$
begin
  insert into public.work_terms (item_id, rule_id, key, label, org_id, started_on, started_at, fixed_due_on, due_on, warn_at, due_at, red_at, is_provisional, has_move, is_charged)
  values (p_item, p_term.rule_id, p_term.key, p_term.label, p_term.org_id, p_term.started_on, p_term.started_at, p_term.fixed_due_on,
    p_term.due_on, p_term.warn_at, p_term.due_at, p_term.red_at, p_term.is_provisional, p_term.has_move, p_term.is_charged);
end
$$;
comment on function private.term_insert is 'Definer: terms take no direct write.';

create function private.terms_finish(p_item uuid, p_keys text[], p_is_cancelled boolean)
returns void
language plpgsql
security definer set search_path = ''
as $$
begin
  update public.work_terms as t
  -- What was late stays late, even when it ends by being handed back: a return must not clean the record.
  set state = case when now() > t.due_at then 'late' when p_is_cancelled then 'cancelled' else 'met' end, finished_at = now(),
    late_org_id = case when t.is_charged and now() > t.due_at then coalesce(t.late_org_id, t.org_id) end
  where t.item_id = p_item and t.state in ('running', 'suspended') and (p_keys is null or t.key = any (p_keys));
end
$$;
comment on function private.terms_finish is 'Ends terms (all when keys is null): late when overdue, charged to whoever held it then, else met or cancelled. Definer: terms take no direct write.';

create function private.terms_pass(p_item uuid, p_org uuid)
returns void
language plpgsql
security definer set search_path = ''
as $$
begin
  update public.work_terms as t
  set org_id = p_org, late_org_id = case when t.is_charged and now() > t.due_at then coalesce(t.late_org_id, t.org_id) end
  where t.item_id = p_item and t.state in ('running', 'suspended');
end
$$;
comment on function private.terms_pass is 'Running terms go on with the next body; one that has run out stays charged to the body that let it. Definer: terms take no direct write.';

create function private.term_extend(p_item uuid, p_key text, p_by text, p_reason text)
returns void
language plpgsql
security definer set search_path = ''
as $$
declare
  term public.work_terms;
  rule public.deadline_rules := private.rule_in_force(p_by, private.local_day(now()));
begin
  select * into term from public.work_terms as t where t.item_id = p_item and t.key = p_key and t.state = 'running' and t.due_at >= now();
  if term.id is null or (select count(*) from public.work_extensions as x where x.term_id = term.id and x.rule_id in (
      select r.id from public.deadline_rules as r where r.key = p_by)) >= rule.times then
    perform private.fail(409, 'term.cannot_extend', '该时限已延长过、已超期或已中止，不能再延长', jsonb_build_object('key', p_key));
  end if;
  insert into public.work_extensions (item_id, term_id, rule_id, amount, reason, created_by)
  values (p_item, term.id, rule.id, rule.amount, p_reason, private.actor());
  update public.work_terms as t set extra_amount = t.extra_amount + rule.amount where t.id = term.id;
end
$$;
comment on function private.term_extend is
  'Extends a running term, before its end, by the amount of another rule of the same unit and as often as that rule allows. Definer: terms take no direct write.';

create function private.terms_refresh(p_item uuid)
returns void
language plpgsql
security definer set search_path = ''
as $$
declare
  term public.work_terms;
  fresh public.work_terms;
  pauses public.work_suspensions[];
begin
  for term in select * from public.work_terms as t where t.item_id = p_item and t.state in ('running', 'suspended') loop
    select coalesce(array_agg(s), '{}') into pauses from public.work_suspensions as s
    where s.item_id = p_item and (s.term_key is null or s.term_key = term.key) and (s.ended_on is null or s.ended_on >= term.started_on);
    fresh := term;
    if exists (select from unnest(pauses) as p where p.ended_on is null) then
      fresh.state := 'suspended'; fresh.due_on := null; fresh.due_at := null; fresh.warn_at := null; fresh.red_at := null; fresh.is_provisional := false;
    else
      fresh := private.term_timing(term, (select r from public.deadline_rules as r where r.id = term.rule_id), pauses);
    end if;
    if fresh is distinct from term then
      update public.work_terms as t
      set state = fresh.state, due_on = fresh.due_on, warn_at = fresh.warn_at, due_at = fresh.due_at, red_at = fresh.red_at, is_provisional = fresh.is_provisional
      where t.id = term.id;
    end if;
  end loop;
end
$$;
comment on function private.terms_refresh is 'Recomputes the open terms of an item from rules, extensions, pauses and calendar. Definer: called by the sweep and inside acts.';

create function private.light_at(p_warn timestamptz, p_due timestamptz, p_red timestamptz, p_now timestamptz, out light public.work_light, out next_at timestamptz)
language sql immutable
set search_path = ''
as $$
  select case when p_due is null or p_now < p_warn then 'green' when p_now <= p_due then 'yellow' when p_now <= p_red then 'orange' else 'red' end::public.work_light,
    case when p_due is null then null when p_now < p_warn then p_warn when p_now <= p_due then p_due + interval '1 microsecond'
      when p_now <= p_red then p_red + interval '1 microsecond' end
$$;
comment on function private.light_at is '绿 in time, 黄 the last share of the term, 橙 late, 红 late beyond the red line; next_at = when it changes.';

create function private.work_clock(p_item public.work_items)
returns public.work_items
language plpgsql stable
security definer set search_path = ''
as $$
declare
  term public.work_terms;
begin
  select * into term from public.work_terms as t where t.item_id = p_item.id and t.state = 'running' and t.key not like 'work.%' order by t.due_at limit 1;
  p_item.warn_at := term.warn_at;
  p_item.due_at := term.due_at;
  p_item.red_at := term.red_at;
  p_item.due_is_provisional := coalesce(term.is_provisional, false);
  p_item.term_key := term.key;
  if p_item.is_open then
    select l.light, l.next_at into p_item.light, p_item.next_light_at from private.light_at(term.warn_at, term.due_at, term.red_at, now()) as l;
  else
    -- A closed item keeps the light it had.
    p_item.next_light_at := null;
  end if;
  p_item.was_late := exists (select from public.work_terms as t
    where t.item_id = p_item.id and t.late_org_id = p_item.org_id);
  return p_item;
end
$$;
comment on function private.work_clock is
  'Due date, light and lateness of an item from its terms: the one that ends first governs. A term of the press (work.…) is no term of the law and governs no light. Definer: called inside acts.';

create function private.work_refresh(p_item uuid)
returns public.work_items
language plpgsql
security definer set search_path = ''
as $$
declare
  item public.work_items;
begin
  perform private.terms_refresh(p_item);
  select * into item from public.work_items as i where i.id = p_item for update;
  item := private.work_clock(item);
  update public.work_items as i
  set warn_at = item.warn_at, due_at = item.due_at, red_at = item.red_at, due_is_provisional = item.due_is_provisional, term_key = item.term_key,
    light = item.light, next_light_at = item.next_light_at, was_late = item.was_late
  where i.id = p_item
  returning i.* into item;
  return item;
end
$$;
comment on function private.work_refresh is 'Brings terms, due date and light of an item up to date. Definer: called by the sweep.';
