-- Site parameters as a kind of definition; the kinds' registration; the preview of a deadline rule.
-- Who may do what: site.admin at the top of the site publishes and previews; what is published anybody reads.

create function private.site_body(p_site public.sites)
returns jsonb
language sql stable
set search_path = ''
as $$
  select jsonb_build_object('name', p_site.name, 'short_name', p_site.short_name, 'government', p_site.government, 'hotline', p_site.hotline) || p_site.parameters
$$;
comment on function private.site_body is 'What an administrator keeps of a site, as the body of a version.';

create function private.site_checked(p_key text, p_body jsonb, p_from date)
returns jsonb
language plpgsql stable
security definer set search_path = ''
as $$
declare
  body jsonb;
begin
  perform private.assert_not_past(p_from);
  perform private.refuse_field(not exists (select from public.sites as s where s.key = p_key and s.is_active), 'key', '没有这个站点');
  perform private.assert_known_fields(p_body, '{name,short_name,government,hotline,seal_text,host,operator,contact,address,site_code,conac_id,icp_no,police_no,quiet_from,quiet_to}');
  -- What is empty is left out: the public page shows a line for what is there.
  select jsonb_object_agg(e.key, btrim(e.value)) into body from jsonb_each_text(p_body) as e where btrim(e.value) <> '';
  perform private.refuse_field(length(body ->> 'name') not between 4 and 60, 'name', '请填写站点名称，4 至 60 字');
  perform private.refuse_field(length(body ->> 'short_name') not between 2 and 12, 'short_name', '请填写站点简称，2 至 12 字');
  perform private.refuse_field(length(body ->> 'government') not between 4 and 60, 'government', '请填写人民政府名称，4 至 60 字');
  perform private.refuse_field(body ->> 'hotline' !~ '^[0-9-]{3,20}$', 'hotline', '请填写热线号码，只用数字和短横');
  perform private.refuse_field(coalesce(body ->> 'seal_text' !~ '^[一-龥]{1,4}$', false), 'seal_text', '印章文字为 1 至 4 个汉字');
  perform private.refuse_field(coalesce(length(body ->> 'host') > 60, false), 'host', '主办单位不超过 60 字');
  perform private.refuse_field(coalesce(length(body ->> 'operator') > 60, false), 'operator', '承办单位不超过 60 字');
  perform private.refuse_field(coalesce(body ->> 'contact' !~ '^[0-9 ()（）-]{5,40}$', false), 'contact', '联系电话只用数字、括号和短横');
  perform private.refuse_field(coalesce(length(body ->> 'address') > 100, false), 'address', '联系地址不超过 100 字');
  perform private.refuse_field(coalesce(body ->> 'site_code' !~ '^(\d{10}|bm\d{8})$', false), 'site_code', '网站标识码为 10 位数字');
  perform private.refuse_field(coalesce(body ->> 'conac_id' !~ '^[0-9A-F]{32}$', false), 'conac_id', '党政机关网站标识的编号为 32 位，取自标识图片的链接');
  perform private.refuse_field(coalesce(body ->> 'icp_no' !~ '^[一-龥]ICP备\d{6,10}号(-\d{1,3})?$', false), 'icp_no', '备案号形如“京ICP备05001234号-1”');
  perform private.refuse_field(coalesce(body ->> 'police_no' !~ '^[一-龥]公网安备 ?\d{14}号$', false), 'police_no', '备案号形如“京公网安备11010102000001号”');
  perform private.refuse_field(coalesce(body ->> 'quiet_from' !~ '^([01]\d|2[0-3]):[0-5]\d$', false), 'quiet_from', '免打扰的开始时间形如 21:00');
  perform private.refuse_field(coalesce(body ->> 'quiet_to' !~ '^([01]\d|2[0-3]):[0-5]\d$', false), 'quiet_to', '免打扰的结束时间形如 08:00');
  return body;
end
$$;
comment on function private.site_checked is 'Check of the site''s parameters. Definer: called by publish_definition.';

create function private.site_apply(p_key text)
returns void
language sql
security definer set search_path = ''
as $$
  update public.sites as s
  set name = b ->> 'name', short_name = b ->> 'short_name', government = b ->> 'government', hotline = b ->> 'hotline',
    parameters = b - '{name,short_name,government,hotline}'::text[]
  from (select (private.definition_at('site', p_key, private.local_day(now()))).body as b) as v
  where s.key = p_key and b is not null and private.site_body(s) <> b
$$;
comment on function private.site_apply is 'The profile as today''s version says. Definer: sites take no direct write.';

create function private.tg_sites__define()
returns trigger
language plpgsql
security definer set search_path = ''
as $$
begin
  perform private.definition_adopt('site', new.key, private.site_body(new), private.local_day(now()) - 1, null, '站点初始数据');
  return null;
end
$$;
comment on function private.tg_sites__define is
  'The profile that the seed writes is the first version. It counts from the day before, so that one of today may follow. Definer: as definition_adopt.';

insert into private.definition_kinds (kind, label, permission, check_function, apply_function, is_public) values
  ('deadline_rule', '时限规则', 'site.admin', 'private.deadline_rule_checked', 'private.deadline_rule_apply', true),
  ('code', '编码字典', 'site.admin', 'private.code_checked', 'private.code_apply', true),
  ('site', '站点参数', 'site.admin', 'private.site_checked', 'private.site_apply', true);

select private.act_as('system:migration');
select private.definition_adopt('deadline_rule', r.key, private.deadline_rule_body(r), r.effective_from, r.effective_to, '系统初始数据') from public.deadline_rules as r;
select private.definition_adopt('code', c.set_key || '/' || c.code, jsonb_build_object('label', c.label, 'sort', c.sort, 'is_active', true), c.valid_from, c.valid_to, '系统初始数据')
from public.codes as c;
create trigger tg_60_define after insert on public.deadline_rules for each row execute function private.tg_deadline_rules__define();
create trigger tg_60_define after insert on public.codes for each row execute function private.tg_codes__define();
create trigger tg_60_define after insert on public.sites for each row when (new.is_active) execute function private.tg_sites__define();

insert into public.codes (set_key, code, label, sort) values
  ('code.set', 'code.set', '字典名称', 1), ('code.set', 'work.kind', '事项类型', 2), ('code.set', 'work.message', '消息标题', 3), ('code.set', 'work.link', '事项关联', 4),
  ('code.set', 'work.phrase', '常用语', 5),
  ('code.set', 'subject.tag', '监管对象标签', 9),
  ('code.set', 'complaint.refuse_ground', '投诉不予受理理由', 10), ('code.set', 'complaint.return_ground', '退回理由', 11),
  ('code.set', 'complaint.outcome', '投诉办理结果', 12), ('code.set', 'complaint.satisfaction', '满意度', 13),
  ('code.set', 'tip.not_filed_ground', '举报不予立案理由', 20), ('code.set', 'tip.outcome', '举报处理结果', 21);

create function public.code_sets()
returns table (set_key text, label text, codes int, is_system boolean)
language sql stable security invoker set search_path = ''
as $$
  select c.set_key, coalesce(n.label, c.set_key) as label, c.codes, c.set_key like 'work.%' and c.set_key <> 'work.phrase' or c.set_key = 'code.set' as is_system
  from (select k.set_key, count(*)::int as codes from public.codes as k group by k.set_key) as c
  left join public.codes as n on n.set_key = 'code.set' and n.code = c.set_key
  order by n.sort nulls last, c.set_key
$$;
comment on function public.code_sets is '字典: the dictionaries with their names (a module names its own by a row of code.set); is_system: the program looks its entries up, so that only names and order may change.';
grant execute on function public.code_sets to anon, authenticated;

-- Few of the terms of a rule are open, and the preview asks for those.
create index work_terms_open_rule_idx on public.work_terms (rule_id) where state in ('running', 'suspended');

create function private.preview_deadline_rule(p_key text, p_body jsonb, p_effective_from date)
returns table (running int, suspended int, compared int, earlier int, later int, same int, start_due_on date, start_due_on_now date,
  no text, started_on date, due_on date, new_due_on date)
language plpgsql stable
security definer set search_path = ''
as $$
#variable_conflict use_column
declare
  spec private.definition_kinds := private.kept_definition_kind('deadline_rule');
  rule public.deadline_rules;
  start public.work_terms;
begin
  perform private.refuse_field(p_effective_from not between date '2000-01-01' and private.local_day(now()) + 1830, 'effective_from', '请填写生效日期，最晚为五年以内');
  rule := jsonb_populate_record(null::public.deadline_rules, private.deadline_rule_checked(p_key, p_body, p_effective_from));
  start.started_on := p_effective_from;
  start.started_at := p_effective_from::timestamp at time zone 'Asia/Shanghai';
  start.extra_amount := 0;
  start_due_on := (private.term_timing(start, rule)).due_on;
  start_due_on_now := (private.term_timing(start, r)).due_on from public.deadline_rules as r
  where r.key = p_key and p_effective_from between r.effective_from and coalesce(r.effective_to, p_effective_from);
  select count(*) filter (where t.state = 'running'), count(*) filter (where t.state = 'suspended') into running, suspended
  from public.work_terms as t where t.rule_id in (select r.id from public.deadline_rules as r where r.key = p_key) and t.state in ('running', 'suspended');
  return query
    with term as (
      select t, t.item_id, t.due_at from public.work_terms as t
      where t.rule_id in (select r.id from public.deadline_rules as r where r.key = p_key) and t.state = 'running'
      order by t.due_at limit 2000
    ), outcome as (
      select term.item_id, (term.t).started_on as began, (term.t).due_on as due, f.due_on as new_due, sign(extract(epoch from f.due_at - term.due_at)) as change, term.due_at as due_at
      from term
      cross join lateral private.term_timing(term.t, rule, (
        select coalesce(array_agg(s), '{}') from public.work_suspensions as s
        where s.item_id = term.item_id and (s.term_key is null or s.term_key = p_key) and s.ended_on >= (term.t).started_on)) as f
    ), counted as (
      select count(*)::int as n, (count(*) filter (where o.change < 0))::int as earlier, (count(*) filter (where o.change > 0))::int as later,
        (count(*) filter (where o.change = 0))::int as same from outcome as o
    )
    select running, suspended, c.n, c.earlier, c.later, c.same, start_due_on, start_due_on_now, i.no, shown.began, shown.due, shown.new_due
    from counted as c
    left join lateral (select * from outcome as o order by o.change = 0, o.due_at limit 20) as shown on true
    left join public.work_items as i on i.id = shown.item_id;
end
$$;
comment on function private.preview_deadline_rule is 'Definer: an administrator reads no items and is shown their number and dates only, over the whole site.';

select private.expose('private.preview_deadline_rule', '{authenticated}',
  'What a new version of a deadline rule would change, changing nothing: the same counts in every row (running and paused terms of the rule; of the first 2,000 to end, how many would end earlier, later, on the same day), when a term that starts on its first day would end by it and by the rule of now, and up to 20 open items by number and dates (one row without a number when there is none). Open terms keep the version they started under. Raises definition.not_found, definition.invalid.');

create function private.site_modules()
returns table (id text, title text, is_enabled boolean)
language plpgsql stable
security definer set search_path = ''
as $$
begin
  if not private.has_site_right('site.admin') then
    return;
  end if;
  return query select m.id, m.title, m.is_enabled from private.modules as m order by m.id;
end
$$;
comment on function private.site_modules is 'Definer: the registry is closed.';
select private.expose('private.site_modules', '{authenticated}',
  'Modules that are installed, and whether the site runs them; empty without site.admin over the whole site.');

create function private.switch_module(p_module text, p_is_enabled boolean)
returns void
language plpgsql
security definer set search_path = ''
as $$
begin
  if not private.has_site_right('site.admin') or not exists (select from private.modules as m where m.id = p_module) then
    perform private.fail(404, 'site.module_not_found', '没有找到该功能模块');
  end if;
  update public.sites as s
  set modules = case when p_is_enabled then array_append(array_remove(s.modules, p_module), p_module) else array_remove(s.modules, p_module) end
  where s.is_active and p_is_enabled <> (p_module = any (s.modules));
end
$$;
comment on function private.switch_module is 'Definer: the site takes no direct write.';
select private.expose('private.switch_module', '{authenticated}',
  'Switches a module of the site on or off: off, it grants nothing, its public pages and functions refuse and its jobs rest; nothing is deleted. Raises site.module_not_found.');
