-- 投诉举报, part eight: what reporters are told on their phone, and the look-up code that was lost.
-- Tables: private.complaint_recoveries.
-- Who may do what: the case says it (receipt, acceptance, material, answer), to who left a phone; asking for and using a
--                  one-time code by the edge function recover-code only (service role), which proves the work and counts.
-- The look-up code is not in the receipt: code and phone tail together open the case, a message shows both to whoever
-- holds the phone for a moment, and gateways keep what they send. Who lost it gets it again by a one-time code.

insert into private.quotas (bucket, amount, per) values
  ('recover-code.address', 30, '1 hour'),
  -- Messages to one phone: from one network, and from all. What is refused looks like what is sent.
  ('recover-code.phone_network', 3, '1 day'),
  ('recover-code.phone', 12, '1 day');

create table private.complaint_recoveries (
  id uuid primary key,
  phone_mac text not null,
  code_hash text not null,
  tries int not null default 0,
  expires_at timestamptz not null default now() + interval '10 minutes',
  used_at timestamptz
);
comment on table private.complaint_recoveries is
  'Somebody who gave a phone asks for the codes of its filings. Written the same whether the phone is known or not: who it is sent to is looked up when it is sent, after the answer. Kept a day.';
create index complaint_recoveries_expires_at_idx on private.complaint_recoveries (expires_at);
create index complaint_reporter_secrets_phone_mac_idx on private.complaint_reporter_secrets (phone_mac) where phone_mac is not null;

create function private.complaint_reporter_address(p_filing uuid, p_channel text)
returns table (address text, sealed text, shown text)
language sql stable
security definer set search_path = ''
as $$
  select null::text, s.sealed, r.phone_masked
  from private.complaint_reporter_secrets as s join public.complaint_reporters as r on r.filing_id = s.filing_id
  where s.filing_id = p_filing and s.sealed is not null and p_channel = 'sms'
$$;
comment on function private.complaint_reporter_address is 'The number of a reporter, as ciphertext; none of an anonymous one. Definer: secrets are closed.';

create function private.complaint_recovery_address(p_recovery uuid, p_channel text)
returns table (address text, sealed text, shown text)
language sql stable
security definer set search_path = ''
as $$
  select null::text, s.sealed, r.phone_masked
  from private.complaint_recoveries as x
  join private.complaint_reporter_secrets as s on s.phone_mac = x.phone_mac
  join public.complaint_reporters as r on r.filing_id = s.filing_id
  where x.id = p_recovery and s.sealed is not null and p_channel = 'sms'
  limit 1
$$;
comment on function private.complaint_recovery_address is 'The number that a recovery is for, if anything was filed with it. Definer: secrets are closed.';

insert into private.message_addressees (kind, address_function) values
  ('complaint_filing', 'private.complaint_reporter_address'),
  ('complaint_recovery', 'private.complaint_recovery_address');

select private.act_as('system:migration');
select
  private.register_message('complaint_filed', '投诉举报：已收到', false, 1400, base || site_url,
    '{site}：已收到您的投诉举报', '【{site}】已收到您的投诉举报，受理编号{no}。凭查询码和手机号后四位查询进度{site_url}，查询码遗失可凭本手机号找回。'),
  private.register_message('complaint_accepted', '投诉举报：已受理', false, 1410, base || site_url,
    '{site}：您的投诉已受理', '【{site}】您的投诉{no}已受理，请凭查询码查看期限和进度{site_url}。'),
  private.register_message('complaint_material', '投诉举报：请补充材料', false, 1420, base || site_url,
    '{site}：请补充材料', '【{site}】您的投诉举报{no}需要补充材料，期满未补的按现有材料处理。请凭查询码查看并提交{site_url}。'),
  private.register_message('complaint_answered', '投诉举报：已有答复', false, 1430, base || site_url,
    '{site}：您的投诉举报已有答复', '【{site}】您的投诉举报{no}已有答复，请凭查询码查看{site_url}。'),
  private.register_message('complaint_recovery', '投诉举报：找回查询码', true, 1440,
    jsonb_build_array(private.message_field('site', '站点简称', '@short_name'), private.message_field('code', '验证码', '123456', true)),
    '{site}：验证码', '【{site}】找回查询码的验证码{code}，10分钟内有效。非本人操作请忽略，切勿告诉他人。')
from (select jsonb_build_array(private.message_field('site', '站点简称', '@short_name'), private.message_field('no', '受理编号', 'TS20261128000123', true)) as base,
  jsonb_build_array(private.message_field('site_url', '查询网址（没有配置网址时为空）', ' https://site.example')) as site_url) as f;

create function private.complaint_say(p_template text, p_filing uuid, p_nos text, p_once text)
returns void
language sql
security definer set search_path = ''
as $$
  select private.say_to('complaint_filing', array[p_filing], 'sms', p_template,
    array[jsonb_build_object('no', p_nos, 'site', (select s.short_name from public.sites as s where s.is_active))], array[p_template || ':' || p_once], '3 days')
$$;
comment on function private.complaint_say is 'Tells the reporter by short message, if they left a phone. Definer: messages are closed.';

create function private.complaint_say_move(p_item public.work_items, p_action text, p_payload jsonb)
returns void
language plpgsql
security definer set search_path = ''
as $$
declare
  template text := case when p_payload ? 'public_text' then 'complaint_answered' when p_action = 'accept' then 'complaint_accepted'
    when p_action = 'request_material' then 'complaint_material' end;
begin
  if template is not null then
    perform private.complaint_say(template, (select c.filing_id from public.complaint_cases as c where c.id = p_item.record_id), p_item.no, p_item.id || ':' || p_item.seq);
  end if;
end
$$;
comment on function private.complaint_say_move is 'Which moves a reporter hears of: acceptance, material that is missing, every public answer. Definer: messages are closed.';

create function private.ask_recovery(p_id uuid, p_phone_mac text, p_shown text)
returns void
language plpgsql
security definer set search_path = ''
as $$
declare
  code text := private.one_time_code();
  message uuid;
begin
  perform private.assert_module('complaint');
  insert into private.complaint_recoveries (id, phone_mac, code_hash) values (p_id, p_phone_mac, private.code_digest(p_id || code)) on conflict (id) do nothing;
  if not found then
    -- Asked twice with one number, as after an answer that was lost.
    return;
  end if;
  insert into private.messages (channel, addressee, addressee_id, shown, template, params, secret, about_id, expires_at)
  values ('sms', 'complaint_recovery', p_id, p_shown, 'complaint_recovery',
    jsonb_build_object('site', (select s.short_name from public.sites as s where s.is_active)), code, p_id, now() + interval '10 minutes')
  returning id into message;
  perform private.hand_over_messages(array[message]);
end
$$;
comment on function private.ask_recovery is 'Definer: recoveries and messages are closed. Looks nothing up by the phone, so that time tells nothing.';
select private.expose('private.ask_recovery', '{service_role}',
  'Edge function recover-code only: a one-time code to a phone, if anything was filed with it; does the same for every phone.');

create function private.open_recovery(p_id uuid, p_phone_mac text, p_code text)
returns table (key uuid, filed_at timestamptz, cases jsonb)
language plpgsql
security definer set search_path = ''
as $$
declare
  recovery private.complaint_recoveries;
begin
  perform private.assert_module('complaint');
  -- Not by a refusal: the count of the tries must last.
  update private.complaint_recoveries as r set tries = r.tries + 1
  where r.id = p_id and r.phone_mac = p_phone_mac and r.used_at is null and r.tries < 5 and r.expires_at > now() and r.expires_at < now() + interval '11 minutes'
  returning * into recovery;
  if recovery.id is null or recovery.code_hash <> private.code_digest(p_id || btrim(p_code)) then
    return;
  end if;
  update private.complaint_recoveries as r set used_at = now() where r.id = p_id;
  return query
    select f.key, f.filed_at, (select jsonb_agg(jsonb_build_object('caseNo', c.case_no, 'title', c.title, 'stateLabel', s.label) order by c.case_no)
      from public.complaint_cases as c join public.work_states as s on s.kind = c.case_type::text and s.state = c.state where c.filing_id = f.id)
    from private.complaint_reporter_secrets as x join private.complaint_filings as f on f.id = x.filing_id
    where x.phone_mac = p_phone_mac
    order by f.filed_at desc
    limit 50;
end
$$;
comment on function private.open_recovery is 'Definer: recoveries, filings and secrets are closed.';
select private.expose('private.open_recovery', '{service_role}',
  'Edge function recover-code only: the filings of a phone for the right one-time code, once, within ten minutes and five tries; none otherwise. key: what their look-up codes are derived from.');

insert into private.chores (name, label, run, sort) values
  ('complaint_recoveries', '找回查询码的申请', 'delete from private.complaint_recoveries where expires_at < now() - interval ''1 day''', 1400);
