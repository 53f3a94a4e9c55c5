-- What officers are told outside the system (消息提醒): a phone of their own, confirmed by a code, and which warnings by which channel.
-- Tables: private.officer_phones, private.officer_message_choices.
-- Who may do what: each officer their own, nobody another's; the sweep says what was chosen, beside the message in the system.

insert into private.quotas (bucket, amount, per) values ('officer-phone.code', 5, '1 day');

create table private.officer_phones (
  officer_id uuid primary key references public.officers (id) on delete cascade,
  phone text,
  asked_phone text,
  code_hash text,
  code_expires_at timestamptz,
  tries int not null default 0
);
comment on table private.officer_phones is
  'phone: confirmed. asked_phone: given, a code is on its way to it; until that is confirmed the old one goes on.';

create table private.officer_message_choices (
  officer_id uuid not null references public.officers (id) on delete cascade,
  code text not null check (code in ('reminded', 'overdue')),
  channel text not null check (channel in ('email', 'sms')),
  primary key (officer_id, code, channel)
);
comment on table private.officer_message_choices is 'Which warnings of terms an officer is also told by mail or short message; code as in the dictionary work.message.';

create function private.officer_address(p_officer uuid, p_channel text)
returns table (address text, sealed text, shown text)
language sql stable
security definer set search_path = ''
as $$
  select a.address, null::text, a.shown
  from public.officers as f
  cross join lateral (
    select u.email::text as address, private.mask_email(u.email) as shown from auth.users as u where u.id = f.id and p_channel = 'email'
    union all
    select p.phone, left(p.phone, 3) || '****' || right(p.phone, 4) from private.officer_phones as p where p.officer_id = f.id and p.phone is not null and p_channel = 'sms'
  ) as a
  where f.id = p_officer and f.is_active
$$;
comment on function private.officer_address is 'The mailbox of an active officer''s account, or the phone that they confirmed. Definer: accounts and phones are closed.';
insert into private.message_addressees (kind, address_function) values ('officer', 'private.officer_address');

select private.act_as('system:migration');
select
  private.register_message('phone_code', '绑定手机号', true, 20,
    jsonb_build_array(private.message_field('site', '站点简称', '@short_name'), private.message_field('code', '验证码', '123456', true)),
    '{site}：验证码', '【{site}】绑定手机号的验证码{code}，10分钟内有效。非本人操作请忽略，切勿告诉他人。'),
  private.register_message('term_warning', '期限提醒', false, 30, jsonb_build_array(
      private.message_field('site', '站点简称', '@short_name'), private.message_field('no', '事项编号', 'TS20261128000123', true),
      private.message_field('what', '提醒什么', '期限将至', true), private.message_field('due', '期限', '12月1日 24:00'),
      private.message_field('site_url', '登录网址（没有配置网址时为空）', ' https://site.example')),
    '{site}：{what}（{no}）', '【{site}】{what}：{no}，期限{due}，请登录办理{site_url}。', '{sms,email}');

create function private.say_term_warnings(p_items public.work_items[])
returns void
language plpgsql
security definer set search_path = ''
as $$
declare
  one record;
begin
  for one in
    select c.channel, array_agg(i.handler_id) as ids,
      array_agg(jsonb_build_object('no', i.no, 'what', w.label, 'site', s.short_name,
        'due', to_char((i.due_at - interval '1 second') at time zone 'Asia/Shanghai', 'FMMM"月"FMDD"日"'))) as params,
      -- Once for a term: a light that changes back and forth says nothing new, another end does.
      array_agg('term:' || i.id || ':' || i.handler_id || ':' || e.code || ':' || extract(epoch from i.due_at)::bigint) as once
    from unnest(p_items) as i
    join private.work_escalations as e on e.light = i.light and e.target = 'handler'
      and e.kind is not distinct from (select x.kind from private.work_escalations as x where x.kind = i.kind limit 1)
    join private.officer_message_choices as c on c.officer_id = i.handler_id and c.code = e.code
    join public.codes as w on w.set_key = 'work.message' and w.code = e.code
    join public.sites as s on s.is_active
    where i.due_at is not null
    group by c.channel
  loop
    perform private.say_to('officer', one.ids, one.channel, 'term_warning', one.params, one.once);
  end loop;
end
$$;
comment on function private.say_term_warnings is 'Tells handlers who chose it that a term ends or has ended; the title of the item stays inside. Definer: messages are closed.';

create function private.my_message_settings()
returns table (email text, phone text, asked_phone text, choices text[])
language sql stable
security definer set search_path = ''
as $$
  select (select a.shown from private.officer_address(f.id, 'email') as a), (select a.shown from private.officer_address(f.id, 'sms') as a),
    (select left(p.asked_phone, 3) || '****' || right(p.asked_phone, 4) from private.officer_phones as p where p.officer_id = f.id and p.code_expires_at > now()),
    array(select c.code || ':' || c.channel from private.officer_message_choices as c where c.officer_id = f.id order by 1)
  from public.officers as f where f.id = (select private.my_id()) and f.is_active
$$;
comment on function private.my_message_settings is 'Definer: accounts, phones and choices are closed; one''s own only, masked.';
select private.expose('private.my_message_settings', '{authenticated}',
  'One row: one''s own mailbox and phone (masked), a phone that waits for its code, what one chose (code:channel); none without an active account.');

create function private.assert_officer()
returns uuid
language plpgsql stable
security definer set search_path = ''
as $$
begin
  if private.my_org_id() is null then
    perform private.fail(403, 'message.no_account', '请用有效的工作账号登录后再设置消息提醒');
  end if;
  return private.my_id();
end
$$;
comment on function private.assert_officer is 'The caller, who must be an active officer. Definer: must answer for every caller alike.';

create function private.ask_my_phone(p_phone text)
returns void
language plpgsql
security definer set search_path = ''
as $$
declare
  me uuid := private.assert_officer();
  code text := private.one_time_code();
begin
  if btrim(p_phone) !~ '^1[3-9]\d{9}$' or p_phone is null then
    perform private.fail(422, 'message.phone_invalid', '手机号应为 11 位数字，以 1 开头', '{"field":"phone"}');
  end if;
  if not private.take_quota('officer-phone.code', me::text) then
    perform private.fail(429, 'quota.used_up', '今天获取验证码的次数已用完，请明天再试', '{"field":"phone"}');
  end if;
  insert into private.officer_phones as p (officer_id, asked_phone, code_hash, code_expires_at) values (me, btrim(p_phone), private.code_digest(me || code), now() + interval '10 minutes')
  on conflict (officer_id) do update set asked_phone = excluded.asked_phone, code_hash = excluded.code_hash, code_expires_at = excluded.code_expires_at, tries = 0;
  -- Only the codes: warnings of terms are about the same person.
  update private.messages as m set secret = null, expires_at = least(m.expires_at, now()) where m.about_id = me and m.template = 'phone_code' and m.sent_at is null;
  perform private.send_message('sms', btrim(p_phone), 'phone_code', jsonb_build_object('site', (select s.short_name from public.sites as s where s.is_active)), code, me, now() + interval '10 minutes');
end
$$;
comment on function private.ask_my_phone is 'Definer: phones and messages are closed; one''s own only.';
select private.expose('private.ask_my_phone', '{authenticated}',
  'Sends a one-time code to a phone that is to be one''s own. Raises message.no_account (403), message.phone_invalid (422), quota.used_up (429).');

create function private.confirm_my_phone(p_code text)
returns boolean
language plpgsql
security definer set search_path = ''
as $$
declare
  me uuid := private.assert_officer();
  asked private.officer_phones;
begin
  -- Answers false rather than refuse: the count of the tries must last.
  update private.officer_phones as p set tries = p.tries + 1
  where p.officer_id = me and p.asked_phone is not null and p.tries < 5 and p.code_expires_at > now() and p.code_expires_at < now() + interval '11 minutes'
  returning * into asked;
  if asked.officer_id is null or asked.code_hash <> private.code_digest(me || btrim(p_code)) then
    return false;
  end if;
  update private.officer_phones as p set phone = asked.asked_phone, asked_phone = null, code_hash = null, code_expires_at = null where p.officer_id = me;
  perform private.audit_write('private.officer_phones', me::text, 'update', null, '{"state":"confirmed"}');
  return true;
end
$$;
comment on function private.confirm_my_phone is 'Definer: phones are closed; one''s own only.';
select private.expose('private.confirm_my_phone', '{authenticated}',
  'The code that came to the phone: from then on it is one''s own. False when it is wrong, older than ten minutes, or was tried five times. Raises message.no_account.');

create function private.drop_my_phone()
returns void
language plpgsql
security definer set search_path = ''
as $$
declare
  me uuid := private.assert_officer();
begin
  delete from private.officer_message_choices as c where c.officer_id = me and c.channel = 'sms';
  delete from private.officer_phones as p where p.officer_id = me;
  if found then
    perform private.audit_write('private.officer_phones', me::text, 'delete', '{"state":"confirmed"}', null);
  end if;
end
$$;
comment on function private.drop_my_phone is 'Definer: phones are closed; one''s own only.';
select private.expose('private.drop_my_phone', '{authenticated}', 'Takes one''s own phone out, and what was to be sent to it. Raises message.no_account.');

create function private.choose_my_messages(p_choices text[])
returns void
language plpgsql
security definer set search_path = ''
as $$
declare
  me uuid := private.assert_officer();
begin
  if exists (select from unnest(coalesce(p_choices, '{}')) as c (choice) where c.choice is null or c.choice !~ '^(reminded|overdue):(email|sms)$') then
    perform private.fail(422, 'message.choice_unknown', '请从列表中选择要提醒的内容和方式', '{"field":"choices"}');
  end if;
  if exists (select from unnest(p_choices) as c (choice) where c.choice like '%:sms') and not exists (select from private.officer_address(me, 'sms')) then
    perform private.fail(422, 'message.phone_missing', '请先绑定手机号并填写短信验证码，再选择短信提醒', '{"field":"choices"}');
  end if;
  delete from private.officer_message_choices as c where c.officer_id = me;
  insert into private.officer_message_choices (officer_id, code, channel)
  select distinct me, split_part(c.choice, ':', 1), split_part(c.choice, ':', 2) from unnest(p_choices) as c (choice);
end
$$;
comment on function private.choose_my_messages is 'Definer: choices are closed; one''s own only.';
select private.expose('private.choose_my_messages', '{authenticated}',
  'All of what one wants to be told outside the system, as code:channel (reminded, overdue; email, sms). Raises message.no_account (403), message.choice_unknown, message.phone_missing (422).');
