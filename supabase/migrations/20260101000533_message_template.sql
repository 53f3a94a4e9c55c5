-- Message templates (消息模板) as a kind of definition: text with named fields, checked before it is published. The core's own
-- templates, the lists of 系统管理 › 消息.
-- Tables: none of its own (private.message_templates, messages: band 04).
-- Who may do what: site.admin at the top of the site keeps the words, sees what was sent (never the words with what was
--                  filled in), sends again what failed.

create function private.message_checked(p_key text, p_body jsonb, p_from date)
returns jsonb
language plpgsql stable
security definer set search_path = ''
as $$
declare
  template private.message_templates;
  subject text := btrim(p_body ->> 'subject');
  words text := btrim(p_body ->> 'text');
  known text[];
  stray text;
  missing text;
begin
  perform private.assert_not_past(p_from);
  select * into template from private.message_templates as t where t.key = p_key;
  perform private.refuse_field(template.key is null, 'key', '没有这个消息模板；新的模板由模块登记');
  perform private.assert_known_fields(p_body, '{subject,text}');
  perform private.refuse_field(length(subject) not between 2 and 60, 'subject', '请填写邮件主题，2 至 60 字');
  perform private.refuse_field(length(words) not between 4 and 500, 'text', '请填写正文，4 至 500 字');
  known := array(select f ->> 'name' from jsonb_array_elements(template.fields) as f);
  select x.f into stray from (
    select m[1] as f from regexp_matches(words, '\{([^{}]*)\}', 'g') as m union all
    select m[1] from regexp_matches(subject, '\{([^{}]*)\}', 'g') as m) as x
  where x.f <> all (known) limit 1;
  perform private.refuse_field(stray is not null, 'text', '没有名为“' || stray || '”的字段，可用的字段：' || array_to_string(known, '、'));
  perform private.refuse_field(regexp_replace(words || subject, '\{[a-z_]+\}', '', 'g') ~ '[{}]', 'text', '花括号只用来写字段，例如 {' || known[1] || '}，请成对书写');
  select string_agg('{' || (f ->> 'name') || '}（' || (f ->> 'label') || '）', '、') into missing from jsonb_array_elements(template.fields) as f
  where (f ->> 'is_needed')::boolean and position('{' || (f ->> 'name') || '}' in words) = 0;
  perform private.refuse_field(missing is not null, 'text', '正文缺少必须写明的字段：' || missing);
  return jsonb_build_object('subject', subject, 'text', words);
end
$$;
comment on function private.message_checked is 'Check of a template: its fields are known, and what must be said is said. Definer: called by publish_definition.';

create function private.message_apply(p_key text)
returns void
language sql
set search_path = ''
as $$ select $$;
comment on function private.message_apply is 'Nothing to bring in line: whoever sends asks for the version of the day.';

insert into private.definition_kinds (kind, label, permission, check_function, apply_function, is_public) values
  ('message', '消息模板', 'site.admin', 'private.message_checked', 'private.message_apply', false);

create function private.register_message(p_key text, p_label text, p_is_urgent boolean, p_sort int, p_fields jsonb, p_subject text, p_words text, p_channels text[] default '{sms}')
returns void
language sql
security definer set search_path = ''
as $$
  insert into private.message_templates (key, label, fields, is_urgent, channels, sort) values (p_key, p_label, p_fields, p_is_urgent, p_channels, p_sort);
  select private.definition_adopt('message', p_key, private.message_checked(p_key, jsonb_build_object('subject', p_subject, 'text', p_words), private.local_day(now())),
    date '2020-01-01', null, '系统初始数据');
$$;
comment on function private.register_message is 'A template of the core or of a module, with its first words, checked like any other version. Definer: the registry is closed.';

create function private.message_field(p_name text, p_label text, p_sample text, p_is_needed boolean default false)
returns jsonb
language sql immutable
set search_path = ''
as $$ select jsonb_build_object('name', p_name, 'label', p_label, 'sample', p_sample, 'is_needed', p_is_needed) $$;
comment on function private.message_field is 'A field of a template, for register_message; a sample @name or @short_name stands for the site''s own.';

select private.act_as('system:migration');
select private.register_message('invitation', '邀请开通账号', true, 10, jsonb_build_array(
    private.message_field('name', '受邀人姓名', '李四'), private.message_field('org', '所在单位', '某某区市场监督管理局'),
    private.message_field('site', '站点名称', '@name'), private.message_field('code', '邀请码', 'ABCD-2345-EFGH-6789-JKLM-NPQR', true),
    private.message_field('until', '有效期', '2026年8月1日 12:00', true), private.message_field('join', '怎样开通（有链接时写链接）', '请打开系统的“开通账号”页面，用本邮箱和邀请码设置密码。', true)),
  '{site}：邀请您开通账号',
  E'{name}，您好：{org}邀请您开通“{site}”的工作账号。\n您的邀请码 {code}，有效至 {until}，只能使用一次。\n{join}\n账号开通后由安全管理员授予角色。邀请码只发给您本人，请勿转告他人。', '{email}');

create function private.one_time_code()
returns text
language sql volatile
set search_path = ''
as $$ select lpad((('x' || encode(extensions.gen_random_bytes(4), 'hex'))::bit(32)::bigint % 1000000)::text, 6, '0') $$;
comment on function private.one_time_code is 'Six random digits, for a code that is good for minutes and a few tries.';

create function private.message_samples(p_fields jsonb)
returns jsonb
language sql stable
set search_path = ''
as $$
  select jsonb_agg(case f.field ->> 'sample'
    when '@name' then f.field || jsonb_build_object('sample', s.name)
    when '@short_name' then f.field || jsonb_build_object('sample', s.short_name)
    else f.field end order by f.nr)
  from jsonb_array_elements(p_fields) with ordinality as f (field, nr) left join public.sites as s on s.is_active
$$;
comment on function private.message_samples is 'Fields of a template with this site''s own names as examples: @name, @short_name.';

create function private.message_templates()
returns table (key text, label text, fields jsonb, is_urgent boolean, channels text[], subject text, words text)
language plpgsql stable
security definer set search_path = ''
as $$
begin
  if not private.has_site_right('site.admin') then
    return;
  end if;
  return query
    select t.key, t.label, private.message_samples(t.fields), t.is_urgent, t.channels, d.body ->> 'subject', d.body ->> 'text'
    from private.message_templates as t
    cross join lateral private.definition_at('message', t.key, private.local_day(now())) as d
    order by t.sort, t.key;
end
$$;
comment on function private.message_templates is 'Definer: the registry is closed; only site.admin sees rows.';
select private.expose('private.message_templates', '{authenticated}',
  'The templates with their fields ([{name, label, sample, is_needed}]) and the words of today; empty without site.admin over the whole site.');

create function private.message_standing(p_message private.messages)
returns text
language sql stable
security definer set search_path = ''
as $$
  select case when p_message.sent_at is null and p_message.expires_at <= now() then 'over'
    when p_message.released_at is null then 'held' else private.message_state(p_message) end
$$;
comment on function private.message_standing is 'As message_state, and held 夜间暂存, over 已作废或过期. Definer: messages are closed.';

create function private.sent_messages(p_standing text default null, p_day date default null, p_before timestamptz default null, p_limit int default 50)
returns table (id uuid, channel text, template_label text, shown text, standing text, error text, attempts int, created_at timestamptz, sent_at timestamptz)
language plpgsql stable
security definer set search_path = ''
as $$
begin
  if not private.has_site_right('site.admin') then
    return;
  end if;
  return query
    select m.id, m.channel, coalesce(t.label, m.template), m.shown, s.standing, m.error, m.attempts, m.created_at, m.sent_at
    from private.messages as m
    left join private.message_templates as t on t.key = m.template
    cross join lateral private.message_standing(m) as s (standing)
    where (p_before is null or m.created_at < p_before)
      and (p_day is null or m.created_at >= p_day::timestamp at time zone 'Asia/Shanghai' and m.created_at < (p_day + 1)::timestamp at time zone 'Asia/Shanghai')
      and (p_standing is null or s.standing = p_standing)
    order by m.created_at desc, m.id
    limit least(greatest(coalesce(p_limit, 50), 1), 200);
end
$$;
comment on function private.sent_messages is 'Definer: messages are closed; only site.admin sees rows, without words, params, secret, address.';
select private.expose('private.sent_messages', '{authenticated}',
  'Messages of the last 90 days, the newest first, of one standing (waiting, held, sent, failed, over), of one day, from before an instant on; empty without site.admin over the whole site. Never the words.');

create function private.message_figures(p_days int default 14)
returns table (day date, sent int, waiting int, failed int, over int)
language plpgsql stable
security definer set search_path = ''
as $$
begin
  if not private.has_site_right('site.admin') then
    return;
  end if;
  return query
    select d.day, (count(*) filter (where s.standing = 'sent'))::int, (count(*) filter (where s.standing in ('waiting', 'held')))::int,
      (count(*) filter (where s.standing = 'failed'))::int, (count(*) filter (where s.standing = 'over'))::int
    from (select (private.local_day(now()) - n) as day from generate_series(0, least(greatest(coalesce(p_days, 14), 1), 90) - 1) as n) as d
    left join private.messages as m on m.created_at >= d.day::timestamp at time zone 'Asia/Shanghai' and m.created_at < (d.day + 1)::timestamp at time zone 'Asia/Shanghai'
    left join lateral private.message_standing(m) as s (standing) on m.id is not null
    group by d.day
    order by d.day desc;
end
$$;
comment on function private.message_figures is 'Definer: as sent_messages.';
select private.expose('private.message_figures', '{authenticated}',
  'Messages by day (when they were written, Shanghai) and standing, days without any named too; empty without site.admin over the whole site.');

create function private.retry_message(p_id uuid)
returns void
language plpgsql
security definer set search_path = ''
as $$
declare
  message private.messages;
begin
  select * into message from private.messages as m where m.id = p_id;
  if message.id is null or not private.has_site_right('site.admin') then
    perform private.fail(404, 'message.not_found', '没有找到该消息，或您没有管理消息的权限');
  end if;
  if private.message_standing(message) <> 'failed' then
    perform private.fail(409, 'message.not_failed', '该消息没有失败或已过期，不能重发；请刷新后查看现在的状态');
  end if;
  update private.outbox_deliveries as d set state = 'pending', attempts = 0, available_at = now()
  from private.outbox_events as e where e.id = d.event_id and e.topic = 'core.message' and e.key = p_id::text and d.state in ('pending', 'dead');
  perform private.audit_write('private.messages', p_id::text, 'update', jsonb_build_object('state', 'failed'), jsonb_build_object('state', 'pending'));
end
$$;
comment on function private.retry_message is 'Definer: messages are closed; only site.admin may.';
select private.expose('private.retry_message', '{authenticated}',
  'Sends a failed message again at once. Raises message.not_found, message.not_failed.');
