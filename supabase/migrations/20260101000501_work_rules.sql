-- Work items, part two: numbers, terms, lights, broadcasts. Everything here is called inside a transaction
-- of work_act, of a module's system act or of the sweep; nothing is exposed.
-- Tables: private.realtime_events (what was broadcast, for clients that were away).

create table private.realtime_events (
  topic text not null,
  seq bigint not null,
  event text not null,
  payload jsonb not null,
  created_at timestamptz not null default now(),
  primary key (topic, seq)
);
comment on table private.realtime_events is 'Broadcasts by topic with a gapless sequence: a client that was away asks for what it missed. Kept 3 days.';

create table private.realtime_topics (
  topic text primary key,
  last_seq bigint not null
);
comment on table private.realtime_topics is 'Last sequence of each topic; the row lock orders broadcasts of concurrent transactions.';

create function private.broadcast(p_topics text[], p_event text, p_payload jsonb)
returns void
language plpgsql
security definer set search_path = ''
as $$
declare
  one text;
  next_seq bigint;
begin
  -- In one order for everybody, so that two transactions never wait for each other's topics.
  for one in select distinct t from unnest(p_topics) as t where t is not null order by t loop
    insert into private.realtime_topics as r (topic, last_seq) values (one, 1)
    on conflict (topic) do update set last_seq = r.last_seq + 1
    returning last_seq into next_seq;
    insert into private.realtime_events (topic, seq, event, payload)
    values (one, next_seq, p_event, p_payload || jsonb_build_object('seq', next_seq));
    perform realtime.send(p_payload || jsonb_build_object('seq', next_seq), p_event, one, true);
  end loop;
end
$$;
comment on function private.broadcast is 'Sends an event on private topics in this transaction, numbered per topic. Definer: the sequence table is closed.';

create function private.register_work_kind(p_kind text, p_label text, p_prefix text, p_on_act text, p_topic text)
returns void
language plpgsql
set search_path = ''
as $$
begin
  insert into private.work_kinds (kind, label, no_prefix, on_act, event_topic) values (p_kind, p_label, p_prefix, p_on_act, p_topic);
  insert into public.codes (set_key, code, label, sort)
  values ('work.kind', p_kind, p_label, (select count(*) from private.work_kinds));
  execute format('create sequence private.work_no_%s', p_kind);
end
$$;
comment on function private.register_work_kind is 'Adds a flow; used by the migrations of modules.';

create function private.work_no(p_kind text)
returns text
language plpgsql
security definer set search_path = ''
as $$
begin
  return (select k.no_prefix from private.work_kinds as k where k.kind = p_kind)
    || to_char(private.local_day(now()), 'YYYYMMDD')
    || lpad(nextval(format('private.work_no_%s', p_kind)::regclass)::text, 6, '0');
end
$$;
comment on function private.work_no is 'Human number of an item: prefix, day, running number. Definer: the sequences are closed.';

create function private.light_of(p_started_on date, p_due_on date, p_due_at timestamptz, p_now timestamptz, out light public.work_light, out next_at timestamptz)
language plpgsql stable
set search_path = ''
as $$
declare
  warn_at timestamptz;
  red_at timestamptz;
begin
  if p_due_at is null then
    light := 'green';
    return;
  end if;
  warn_at := p_due_at - (p_due_at - (p_started_on::timestamp at time zone 'Asia/Shanghai')) * 0.2;
  red_at := (select private.end_of_day(t.due_on) from private.term_end(p_due_on, 5, 'workday') as t);
  if p_now > red_at then
    light := 'red';
  elsif p_now > p_due_at then
    light := 'orange'; next_at := red_at;
  elsif p_now >= warn_at then
    light := 'yellow'; next_at := p_due_at;
  else
    light := 'green'; next_at := warn_at;
  end if;
end
$$;
comment on function private.light_of is '绿 in time, 黄 the last fifth of the term, 橙 late, 红 late by more than 5 working days; next_at = when it changes.';

create function private.term_refresh(p_term public.work_terms)
returns public.work_terms
language plpgsql stable
set search_path = ''
as $$
declare
  pauses daterange[];
  is_paused boolean;
begin
  select coalesce(array_agg(daterange(s.started_on + 1, s.ended_on, '[]')) filter (where s.ended_on > s.started_on), '{}'),
    coalesce(bool_or(s.ended_on is null), false)
  into pauses, is_paused
  from public.work_suspensions as s where s.item_id = p_term.item_id and (s.ended_on is null or s.ended_on > p_term.started_on);
  if is_paused then
    p_term.state := 'suspended'; p_term.due_on := null; p_term.due_at := null; p_term.is_provisional := false;
  else
    p_term.state := 'running';
    select t.due_on, private.end_of_day(t.due_on), t.is_provisional
    into p_term.due_on, p_term.due_at, p_term.is_provisional
    from public.deadline_rules as r
    cross join lateral private.term_end(p_term.started_on, r.amount + p_term.extra_amount, r.unit, pauses) as t
    where r.id = p_term.rule_id;
  end if;
  return p_term;
end
$$;
comment on function private.term_refresh is 'Recomputes the end of an open term from its rule, its extension, the suspensions and the calendar.';

create function private.work_refresh(p_item uuid)
returns void
language plpgsql
security definer set search_path = ''
as $$
declare
  term public.work_terms;
  shown record;
begin
  for term in select * from public.work_terms as t where t.item_id = p_item and t.state in ('running', 'suspended') loop
    term := private.term_refresh(term);
    update public.work_terms as t
    set state = term.state, due_on = term.due_on, due_at = term.due_at, is_provisional = term.is_provisional
    where t.id = term.id
      and (t.state, t.due_on, t.is_provisional) is distinct from (term.state, term.due_on, term.is_provisional);
  end loop;
  term := null;
  select * into term from public.work_terms as t where t.item_id = p_item and t.state = 'running' order by t.due_at limit 1;
  select * into shown from private.light_of(term.started_on, term.due_on, term.due_at, now());
  update public.work_items as i
  set due_at = term.due_at, due_is_provisional = coalesce(term.is_provisional, false), term_key = term.key,
    light = case when i.is_open then shown.light else i.light end,
    next_light_at = case when i.is_open then shown.next_at end
  where i.id = p_item;
end
$$;
comment on function private.work_refresh is 'Brings terms, due date and light of an item up to date. Definer: called by the sweep and inside acts.';

create function private.term_start(p_item uuid, p_key text)
returns void
language plpgsql
security definer set search_path = ''
as $$
declare
  today date := private.local_day(now());
  rule public.deadline_rules;
begin
  select * into rule from public.deadline_rules as r
  where r.key = p_key and today >= r.effective_from and (r.effective_to is null or today <= r.effective_to);
  if rule.id is null then
    perform private.fail(500, 'term.no_rule', '没有生效的时限规则：' || p_key, jsonb_build_object('key', p_key));
  end if;
  insert into public.work_terms (item_id, rule_id, key, label, started_on)
  values (p_item, rule.id, rule.key, rule.label, today);
end
$$;
comment on function private.term_start is 'Starts a term today under the rule in force today. Definer: terms take no direct write.';

create function private.term_finish(p_item uuid, p_keys text[], p_is_cancelled boolean)
returns void
language sql
security definer set search_path = ''
as $$
  update public.work_terms as t
  -- What was late stays late, even when it ends by being handed back: a return must not clean the record.
  set state = case when now() > t.due_at then 'late' when p_is_cancelled then 'cancelled' else 'met' end, finished_at = now()
  where t.item_id = p_item and t.state in ('running', 'suspended') and (p_keys is null or t.key = any (p_keys))
$$;
comment on function private.term_finish is 'Ends terms (all when keys is null): late when overdue, else met or cancelled. Definer: terms take no direct write.';

create function private.term_extend(p_item uuid, p_key text, p_extra_key text)
returns void
language plpgsql
security definer set search_path = ''
as $$
declare
  today date := private.local_day(now());
begin
  update public.work_terms as t set extra_amount = r.amount
  from public.deadline_rules as r
  where t.item_id = p_item and t.key = p_key and t.state = 'running' and t.extra_amount = 0 and t.due_at >= now()
    and r.key = p_extra_key and today >= r.effective_from and (r.effective_to is null or today <= r.effective_to);
  if not found then
    perform private.fail(409, 'term.cannot_extend', '该时限已延长过一次、已逾期或已中止，不能再延长', jsonb_build_object('key', p_key));
  end if;
end
$$;
comment on function private.term_extend is 'Extends a running term once, before its end, by the days of another rule of the same unit. Definer: terms take no direct write.';

create function private.work_note(p_org uuid, p_item public.work_items, p_kind text, p_body text)
returns void
language sql
security definer set search_path = ''
as $$
  insert into public.work_notifications (org_id, item_id, kind, title, body)
  values (p_org, p_item.id, p_kind,
    case p_kind when 'assigned' then '新的待签收事项' when 'returned' then '退回重新分派' when 'reminded' then '期限将至'
      when 'urged' then '催办' when 'supervised' then '督办' when 'material' then '收到补充材料' when 'overdue' then '已超过期限' end,
    p_item.no || ' ' || p_item.title || case when p_body = '' then '' else '：' || p_body end)
$$;
comment on function private.work_note is 'Leaves a message for a body. Definer: messages take no direct write.';

create function private.work_announce(p_item public.work_items, p_event text, p_other_org uuid default null)
returns void
language sql
security definer set search_path = ''
as $$
  select private.broadcast(
    array['org:' || p_item.to_org_id, 'org:' || p_item.from_org_id, 'org:' || p_other_org, 'work:' || p_item.id],
    p_event,
    jsonb_build_object('item_id', p_item.id, 'kind', p_item.kind, 'no', p_item.no, 'state', p_item.state,
      'light', p_item.light, 'version', p_item.version, 'to_org_id', p_item.to_org_id))
$$;
comment on function private.work_announce is 'Tells the bodies concerned and whoever looks at the item. Definer: as broadcast.';
