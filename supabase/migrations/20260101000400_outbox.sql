-- Events out: written in the business transaction, delivered at least once to each subscriber, applied once.
-- Tables: private.outbox_subscriptions, outbox_events, outbox_deliveries.
-- Who may do what: modules emit through private.emit and emit_many; the scheduler dispatches; edge functions (service role)
--                  acknowledge; site.admin sees dead letters and drives them again.

create table private.outbox_subscriptions (
  consumer text primary key,
  topics text[] not null,
  function_name text not null,
  at_once int not null default 20 check (at_once > 0)
);
comment on table private.outbox_subscriptions is
  'Which edge function is called for which event topics, and how many calls may be under way: what works hard (papers, files) would otherwise leave no function an answer for citizens.';

create table private.outbox_events (
  id bigint generated always as identity primary key,
  topic text not null,
  key text not null,
  payload jsonb not null,
  created_at timestamptz not null default now()
);
comment on table private.outbox_events is 'What happened, for other systems and for functions; written in the transaction that did it.';
create index outbox_events_key_idx on private.outbox_events (key);
create index outbox_events_created_at_idx on private.outbox_events (created_at);

create type private.delivery_state as enum ('pending', 'leased', 'done', 'dead');

create table private.outbox_deliveries (
  id bigint generated always as identity primary key,
  event_id bigint not null references private.outbox_events (id) on delete restrict,
  consumer text not null references private.outbox_subscriptions (consumer) on delete restrict,
  state private.delivery_state not null default 'pending',
  attempts int not null default 0,
  available_at timestamptz not null default now(),
  lease uuid,
  last_error text,
  done_at timestamptz,
  unique (event_id, consumer)
);
comment on table private.outbox_deliveries is
  'One row per event and consumer. Claimed by state with skip locked: a reader by "id > last" would skip a late commit.';
create index outbox_deliveries_due_idx on private.outbox_deliveries (consumer, available_at) where state in ('pending', 'leased');
create index outbox_deliveries_dead_idx on private.outbox_deliveries (id) where state = 'dead';
create index outbox_deliveries_consumer_idx on private.outbox_deliveries (consumer);

create function private.emit(p_topic text, p_key text, p_payload jsonb)
returns bigint
language plpgsql
security definer set search_path = ''
as $$
declare
  event bigint;
begin
  insert into private.outbox_events (topic, key, payload) values (p_topic, p_key, p_payload) returning id into event;
  insert into private.outbox_deliveries (event_id, consumer)
  select event, s.consumer from private.outbox_subscriptions as s where p_topic = any (s.topics);
  return event;
end
$$;
comment on function private.emit is 'Publishes an event in the running transaction. Definer: the outbox is closed.';

create function private.emit_many(p_topic text, p_keys text[], p_payloads jsonb[])
returns void
language plpgsql
security definer set search_path = ''
as $$
begin
  with event as (
    insert into private.outbox_events (topic, key, payload)
    select p_topic, n.key, n.payload from unnest(p_keys, p_payloads) as n (key, payload)
    returning id
  )
  insert into private.outbox_deliveries (event_id, consumer)
  select event.id, s.consumer from event cross join private.outbox_subscriptions as s where p_topic = any (s.topics);
end
$$;
comment on function private.emit_many is 'Publishes many events of one topic in the running transaction. Definer: the outbox is closed.';

create function private.outbox_purge()
returns void
language sql
security definer set search_path = ''
as $$
  delete from private.outbox_deliveries as d where d.state = 'done' and d.done_at < now() - interval '30 days';
  delete from private.outbox_events as e
  where e.created_at < now() - interval '30 days' and not exists (select from private.outbox_deliveries as d where d.event_id = e.id);
$$;
comment on function private.outbox_purge is 'Takes out what every consumer acknowledged a month ago; dead letters stay. Definer: the outbox is closed.';

create function private.outbox_claim()
returns table (id bigint, lease uuid, consumer text, function_name text, event_id bigint, topic text, key text, payload jsonb)
language plpgsql
security definer set search_path = ''
as $$
begin
  return query
    with due as (
      select d.id
      from private.outbox_subscriptions as s
      cross join lateral (
        select d.id
        from private.outbox_deliveries as d
        where d.consumer = s.consumer and d.state in ('pending', 'leased')
          -- Nothing is put off for longer than nine minutes: what seems to be was written before the clock was set back.
          and (d.available_at <= now() or d.available_at > now() + interval '10 minutes')
          and not exists (
            select from private.outbox_events as e where e.id = d.event_id and split_part(e.topic, '.', 1) in (select x.p from private.disabled_prefixes() as x (p)))
        order by d.available_at
        limit greatest(0, s.at_once - (
          select count(*) from private.outbox_deliveries as o
          where o.consumer = s.consumer and o.state = 'leased'
            -- Under way for thirty seconds; what waits after that for its next attempt takes no place.
            and o.available_at - make_interval(secs => least(2 ^ (o.attempts - 1), 512) - 1) between now() and now() + interval '30 seconds'))
        for update of d skip locked
      ) as d
    ), claimed as (
      update private.outbox_deliveries as d
      set state = 'leased', lease = gen_random_uuid(), attempts = d.attempts + 1,
        -- A lease lasts 30 s; if nobody acknowledges, the next attempt waits 2, 4, 8 … 512 s on top.
        available_at = now() + interval '30 seconds' + make_interval(secs => least(2 ^ d.attempts, 512) - 1)
      from due where d.id = due.id
      returning d.id, d.lease, d.consumer, d.event_id
    )
    select c.id, c.lease, c.consumer, s.function_name, e.id, e.topic, e.key, e.payload
    from claimed as c
    join private.outbox_subscriptions as s on s.consumer = c.consumer
    join private.outbox_events as e on e.id = c.event_id
    order by c.id;
end
$$;
comment on function private.outbox_claim is 'Leases due deliveries, of each consumer no more than may be under way at once. Definer: the outbox is closed.';

create function private.outbox_dispatch()
returns int
language plpgsql
security definer set search_path = ''
as $$
declare
  base text := (select s.value from private.settings as s where s.key = 'functions_url');
  secret text := (select s.value from private.settings as s where s.key = 'service_key');
  delivery record;
  sent int := 0;
begin
  if base is null or secret is null then
    return 0;
  end if;
  update private.outbox_deliveries as d
  set state = 'dead', last_error = coalesce(d.last_error, '多次投递未获确认')
  where d.state = 'leased' and d.attempts >= 10 and (d.available_at <= now() or d.available_at > now() + interval '10 minutes');
  for delivery in select * from private.outbox_claim() loop
    perform net.http_post(
      url := base || '/' || delivery.function_name,
      body := jsonb_build_object('deliveryId', delivery.id, 'lease', delivery.lease, 'eventId', delivery.event_id,
        'topic', delivery.topic, 'key', delivery.key, 'payload', delivery.payload),
      params := '{}'::jsonb,
      headers := jsonb_build_object('content-type', 'application/json', 'apikey', secret, 'authorization', 'Bearer ' || secret),
      timeout_milliseconds := 10000);
    sent := sent + 1;
  end loop;
  return sent;
end
$$;
comment on function private.outbox_dispatch is 'Sends due deliveries to their edge functions; scheduled every 2 seconds. Definer: reads the closed outbox and the service key.';

create function private.outbox_settle(p_id bigint, p_lease uuid, p_error text default null)
returns boolean
language plpgsql
security definer set search_path = ''
as $$
begin
  update private.outbox_deliveries as d
  set state = case when p_error is null then 'done' else 'pending' end::private.delivery_state,
    done_at = case when p_error is null then now() end,
    last_error = p_error,
    available_at = case when p_error is null then d.available_at else now() + make_interval(secs => least(2 ^ d.attempts, 512)) end,
    lease = null
  where d.id = p_id and d.lease = p_lease and d.state = 'leased';
  return found;
end
$$;
comment on function private.outbox_settle is 'Acknowledges (error null) or gives back a leased delivery; a stale lease changes nothing. Definer: the outbox is closed.';

select private.expose('private.outbox_settle', '{service_role}',
  'Edge functions only: acknowledges a delivery, or gives it back with an error text. False when the lease is stale.');

create function private.outbox_redrive(p_id bigint)
returns void
language plpgsql
security definer set search_path = ''
as $$
begin
  if private.has_site_right('site.admin') then
    update private.outbox_deliveries as d set state = 'pending', attempts = 0, available_at = now()
    where d.id = p_id and d.state = 'dead';
    if found then
      perform private.audit_write('private.outbox_deliveries', p_id::text, 'update', '{"state":"dead"}', '{"state":"pending"}');
      return;
    end if;
  end if;
  perform private.fail(404, 'outbox.not_found', '没有找到该投递，或它已重新投递');
end
$$;
comment on function private.outbox_redrive is 'Definer: the outbox is closed; only site.admin may.';

select private.expose('private.outbox_redrive', '{authenticated}',
  'Sends a dead delivery again. Raises outbox.not_found.');
