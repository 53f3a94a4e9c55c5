-- Messages that leave the system (消息发送): written in the transaction that has something to say, delivered by the outbox.
-- Tables: private.messages.
-- Who may do what: SQL says private.send_message; the edge function send-message (service role) takes one up by its lease
--                  and settles it. No API role reads any.

create table private.messages (
  id uuid primary key default gen_random_uuid(),
  channel text not null check (channel in ('email')),
  address text not null,
  template text not null,
  params jsonb not null default '{}',
  secret text,
  about_id uuid,
  expires_at timestamptz not null,
  attempts int not null default 0,
  sent_at timestamptz,
  error text,
  created_at timestamptz not null default now(),
  check (sent_at is null or secret is null)
);
comment on table private.messages is
  'What is to be sent to whom: the words are a template of functions/_shared, filled with params and the secret, which is wiped as soon as it was sent, was voided or has expired. about_id: the row it is about.';
create index messages_about_id_idx on private.messages (about_id, created_at desc);

insert into private.outbox_subscriptions (consumer, topics, function_name) values ('send-message', array['core.message'], 'send-message');

create function private.send_message(p_channel text, p_address text, p_template text, p_params jsonb, p_secret text, p_about uuid, p_expires_at timestamptz)
returns uuid
language plpgsql
security definer set search_path = ''
as $$
declare
  message uuid;
begin
  insert into private.messages (channel, address, template, params, secret, about_id, expires_at)
  values (p_channel, p_address, p_template, p_params, p_secret, p_about, p_expires_at)
  returning id into message;
  -- By its number only: what goes through the outbox is kept a month, and passes other queues on its way.
  perform private.emit('core.message', message::text, jsonb_build_object('messageId', message));
  return message;
end
$$;
comment on function private.send_message is 'Sends a message when this transaction commits. Definer: messages are closed.';

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
returns table (channel text, address text, template text, params jsonb, secret text, expires_at timestamptz)
language sql stable
security definer set search_path = ''
as $$
  select m.channel, m.address, m.template, m.params, m.secret, m.expires_at
  from private.messages as m
  join private.outbox_events as e on e.topic = 'core.message' and e.key = m.id::text
  join private.outbox_deliveries as d on d.event_id = e.id
  where m.id = p_id and d.id = p_delivery_id and d.lease = p_lease and d.state = 'leased'
    and m.sent_at is null and m.expires_at > now()
$$;
comment on function private.take_message is 'Definer: messages are closed; answers the holder of the delivery''s lease, for as long as it lasts.';

select private.expose('private.take_message', '{service_role}',
  'Edge function send-message only: what is to be sent; none when it was sent, voided or has expired, or the lease is stale.');

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
