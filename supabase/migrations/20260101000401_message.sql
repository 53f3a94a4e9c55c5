-- Messages that leave the system (消息发送): written in the transaction that has something to say, delivered by the outbox.
-- Tables: private.messages; private.message_templates, message_addressees (registries).
-- Who may do what: SQL says private.send_message (to an address) or private.say_to (to officers or reporters, a set at a time);
--                  the edge function send-message (service role) takes one up by its lease and settles it. No API role reads any.
-- Quiet hours: what is not urgent and would go at night is held, and released by message-release once they are over. Whether
-- they are is asked anew every minute, never laid down as a time: the outbox puts nothing off, and a clock set back strands nothing.

create table private.message_templates (
  key text primary key check (key ~ '^[a-z_]+$'),
  label text not null,
  fields jsonb not null check (jsonb_typeof(fields) = 'array'),
  is_urgent boolean not null,
  channels text[] not null check (channels <@ '{sms,email}' and cardinality(channels) > 0),
  sort int not null
);
comment on table private.message_templates is
  'What the system has to say. fields: [{name, label, sample, is_needed}], filled in by who says it (name, org …) or only when it is sent (code, until, join, site_url). The words are versions of the definition kind message. is_urgent: goes at night too. channels: on which whoever says it sends it; short messages are counted, mail is not.';

create table private.message_addressees (
  kind text primary key,
  address_function text not null
);
comment on table private.message_addressees is
  'Whom a message may be for besides a plain address. address_function (id, channel) → (address, sealed, shown): the address in clear, or as ciphertext that only the edge function opens; shown = masked. No row, no address. A module adds its own.';

create table private.messages (
  id uuid primary key default gen_random_uuid(),
  channel text not null check (channel in ('email', 'sms')),
  address text,
  addressee text,
  addressee_id uuid,
  shown text not null,
  template text not null,
  params jsonb not null default '{}',
  secret text,
  about_id uuid,
  once text unique,
  expires_at timestamptz not null,
  released_at timestamptz,
  attempts int not null default 0,
  sent_at timestamptz,
  error text,
  created_at timestamptz not null default now(),
  check (sent_at is null or secret is null),
  check ((address is null) = (addressee is not null and addressee_id is not null))
);
comment on table private.messages is
  'What is to be sent to whom: a template filled with params and the secret, which is wiped as soon as it was sent, was voided or has expired. An address, or an addressee whose address is looked up when it is sent (a reporter''s number stands nowhere in clear); shown = masked. once: the same event says it once. released_at null: held until the quiet hours are over. about_id: the row it is about.';
create index messages_about_id_idx on private.messages (about_id, created_at desc);
create index messages_created_at_idx on private.messages (created_at desc, id);
create index messages_held_idx on private.messages (created_at) where released_at is null;

insert into private.outbox_subscriptions (consumer, topics, function_name) values ('send-message', array['core.message'], 'send-message');

create function private.mask_email(p_email text)
returns text
language sql immutable
set search_path = ''
as $$ select left(p_email, 1) || '***' || substr(p_email, greatest(position('@' in p_email), 1)) $$;
comment on function private.mask_email is 'l***@example.gov.cn.';

create function private.is_quiet(p_at timestamptz)
returns boolean
language sql stable
security definer set search_path = ''
as $$
  select case when q.begins <= q.ends then q.now >= q.begins and q.now < q.ends else q.now >= q.begins or q.now < q.ends end
  from (
    select (p_at at time zone 'Asia/Shanghai')::time as now,
      coalesce(s.parameters ->> 'quiet_from', '21:00')::time as begins, coalesce(s.parameters ->> 'quiet_to', '08:00')::time as ends
    from (values (true)) as always (is_there)
    left join public.sites as s on s.is_active) as q
$$;
comment on function private.is_quiet is 'Whether people are let sleep: from quiet_from to quiet_to of the site, midnight or not; never when the two are the same. Definer: must answer for every caller alike.';

create function private.release_messages(p_limit int default 1500)
returns int
language plpgsql
security definer set search_path = ''
as $$
declare
  released uuid[];
begin
  if private.is_quiet(now()) then
    return 0;
  end if;
  -- So many a minute as the outbox sends: the next must not wait behind ten thousand.
  with due as (
    select m.id from private.messages as m where m.released_at is null order by m.created_at limit p_limit for update skip locked
  ), changed as (
    update private.messages as m set released_at = now() from due where m.id = due.id returning m.id
  )
  select array_agg(c.id) into released from changed as c;
  perform private.emit_many('core.message', released::text[], array(select jsonb_build_object('messageId', r) from unnest(released) as r))
  where released is not null;
  return coalesce(cardinality(released), 0);
end
$$;
comment on function private.release_messages is 'Hands over to the outbox what was held at night; every minute. Definer: messages are closed.';

create function private.hand_over_messages(p_ids uuid[])
returns void
language plpgsql
security definer set search_path = ''
as $$
declare
  released uuid[];
begin
  with changed as (
    update private.messages as m set released_at = now()
    where m.id = any (p_ids) and (not private.is_quiet(now()) or exists (select from private.message_templates as t where t.key = m.template and t.is_urgent))
    returning m.id
  )
  select coalesce(array_agg(c.id), '{}') into released from changed as c;
  -- By its number only: what goes through the outbox is kept a month, and passes other queues on its way.
  perform private.emit_many('core.message', released::text[], array(select jsonb_build_object('messageId', r) from unnest(released) as r));
end
$$;
comment on function private.hand_over_messages is 'New messages to the outbox, but for what waits until the morning. Definer: messages are closed.';

create function private.send_message(p_channel text, p_address text, p_template text, p_params jsonb, p_secret text, p_about uuid, p_expires_at timestamptz)
returns uuid
language plpgsql
security definer set search_path = ''
as $$
declare
  message uuid;
begin
  insert into private.messages (channel, address, shown, template, params, secret, about_id, expires_at)
  values (p_channel, p_address, case p_channel when 'email' then private.mask_email(p_address) else left(p_address, 3) || '****' || right(p_address, 4) end,
    p_template, p_params, p_secret, p_about, p_expires_at)
  returning id into message;
  perform private.hand_over_messages(array[message]);
  return message;
end
$$;
comment on function private.send_message is 'Sends a message to an address when this transaction commits. Definer: messages are closed.';

create function private.say_to(p_addressee text, p_ids uuid[], p_channel text, p_template text, p_params jsonb[], p_once text[], p_lasts interval default '2 days')
returns int
language plpgsql
security definer set search_path = ''
as $$
declare
  said uuid[];
begin
  execute format(
    'with said as (
       insert into private.messages (channel, addressee, addressee_id, shown, template, params, about_id, once, expires_at)
       select $3, $1, n.id, a.shown, $4, n.params, n.id, n.once || '':'' || $3, now() + $7
       from unnest($2, $5, $6) as n (id, params, once) cross join lateral %s(n.id, $3) as a
       on conflict (once) do nothing
       returning id)
     select coalesce(array_agg(s.id), ''{}'') from said as s',
    (select d.address_function from private.message_addressees as d where d.kind = p_addressee))
  into said using p_addressee, p_ids, p_channel, p_template, p_params, p_once, p_lasts;
  perform private.hand_over_messages(said);
  return cardinality(said);
end
$$;
comment on function private.say_to is
  'Says one thing to many when this transaction commits: ids of addressees, with the params and the name of the event for each; the same event is said once on a channel. Whoever has no address there is passed over. Answers how many were told. Definer: messages are closed.';

create function private.void_messages(p_about uuid)
returns void
language plpgsql
security definer set search_path = ''
as $$
begin
  update private.messages as m set secret = null, expires_at = least(m.expires_at, now()) where m.about_id = p_about and m.sent_at is null;
end
$$;
comment on function private.void_messages is 'What was not sent yet about a row is not sent any more. Definer: messages are closed.';

create function private.take_message(p_id uuid, p_delivery_id bigint, p_lease uuid)
returns table (channel text, address text, sealed text, template text, subject text, words text, params jsonb, secret text, expires_at timestamptz)
language plpgsql
security definer set search_path = ''
as $$
declare
  message private.messages;
  body jsonb;
begin
  select m.* into message
  from private.messages as m
  join private.outbox_events as e on e.topic = 'core.message' and e.key = m.id::text
  join private.outbox_deliveries as d on d.event_id = e.id
  where m.id = p_id and d.id = p_delivery_id and d.lease = p_lease and d.state = 'leased'
    and m.sent_at is null and m.expires_at > now();
  if message.id is null then
    return;
  end if;
  address := message.address;
  if message.addressee is not null then
    execute format('select a.address, a.sealed from %s($1, $2) as a', (select d.address_function from private.message_addressees as d where d.kind = message.addressee))
    into address, sealed using message.addressee_id, message.channel;
    if address is null and sealed is null then
      update private.messages as m set expires_at = now(), secret = null, error = '没有可用的号码或邮箱' where m.id = p_id;
      return;
    end if;
  end if;
  body := (private.definition_at('message', message.template, private.local_day(now()))).body;
  return query select message.channel, take_message.address, take_message.sealed, message.template, body ->> 'subject', body ->> 'text',
    message.params, message.secret, message.expires_at;
end
$$;
comment on function private.take_message is 'Definer: messages are closed; answers the holder of the delivery''s lease, for as long as it lasts.';

select private.expose('private.take_message', '{service_role}',
  'Edge function send-message only: what is to be sent, with the words of the template as they are today (null: no such template) and the address, in clear or sealed; none when it was sent, voided or has expired, nobody has that address any more, or the lease is stale.');

create function private.settle_message(p_id uuid, p_delivery_id bigint, p_lease uuid, p_error text default null)
returns boolean
language plpgsql
security definer set search_path = ''
as $$
begin
  if not exists (
      select from private.outbox_events as e join private.outbox_deliveries as d on d.event_id = e.id
      where d.id = p_delivery_id and e.topic = 'core.message' and e.key = p_id::text)
    or not private.outbox_settle(p_delivery_id, p_lease, p_error) then
    return false;
  end if;
  update private.messages as m
  set attempts = m.attempts + 1, error = left(p_error, 200),
    sent_at = case when p_error is null then now() end, secret = case when p_error is not null then m.secret end
  where m.id = p_id and m.sent_at is null and m.expires_at > now();
  return true;
end
$$;
comment on function private.settle_message is 'Definer: as take_message.';

select private.expose('private.settle_message', '{service_role}',
  'Edge function send-message only: a message was sent (its secret is wiped), or could not be and is tried again. False when the lease is stale.');

create function private.message_state(p_message private.messages)
returns text
language sql stable
security definer set search_path = ''
as $$
  select case
    when p_message.sent_at is not null then 'sent'
    when p_message.error is not null or exists (
      select from private.outbox_events as e join private.outbox_deliveries as d on d.event_id = e.id
      where e.key = p_message.id::text and d.state = 'dead') then 'failed'
    else 'waiting' end
$$;
comment on function private.message_state is 'waiting 待发, sent 已发, failed 未送达 (and tried again, until its delivery is dead). Definer: messages are closed.';

create function private.message_chore()
returns void
language sql
security definer set search_path = ''
as $$
  update private.messages as m set secret = null where m.expires_at < now() and m.secret is not null;
  delete from private.messages as m where m.created_at < now() - interval '90 days';
$$;
comment on function private.message_chore is 'Daily: secrets that expired, messages of three months ago. Definer: messages are closed.';

select cron.schedule('message-release', '* * * * *', 'select private.release_messages()');
