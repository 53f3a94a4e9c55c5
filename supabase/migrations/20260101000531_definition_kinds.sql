-- The first kinds of definitions: deadline rules, codes, site parameters. What they must hold, where they go, and what a
-- new deadline rule would mean for the items that are open.
-- A rule is a row of deadline_rules per version, so a coming one stands there beforehand and a used one is never touched.
-- codes and sites hold one row each, which many readers look up without a day: a coming version waits in definitions
-- and is written on its day by definition_chore. (Validity in the key of codes would make every such look-up ask for a day.)
-- Who may do what: site.admin at the top of the site publishes, withdraws, previews.

create function private.assert_not_past(p_day date)
returns void
language sql stable
set search_path = ''
as $$ select private.refuse_field(p_day < private.local_day(now()), 'effective_from', '生效日期不能早于今天') $$;
comment on function private.assert_not_past is 'Raises definition.invalid for a day before today.';

create function private.assert_known_fields(p_body jsonb, p_known text[])
returns void
language plpgsql
set search_path = ''
as $$
declare
  stray text := (select min(k) from jsonb_object_keys(p_body) as k where k <> all (p_known));
begin
  perform private.refuse_field(stray is not null, stray, '没有“' || stray || '”这一项');
end
$$;
comment on function private.assert_known_fields is 'Raises definition.invalid for a field that the kind does not have.';

create function private.deadline_rule_body(p_rule public.deadline_rules)
returns jsonb
language sql stable
set search_path = ''
as $$ select to_jsonb(p_rule) - '{id,key,effective_from,effective_to}'::text[] $$;
comment on function private.deadline_rule_body is 'A row of deadline_rules as the body of a version.';

create function private.deadline_rule_checked(p_key text, p_body jsonb, p_from date)
returns jsonb
language plpgsql stable
security definer set search_path = ''
as $$
declare
  rule public.deadline_rules;
  body jsonb;
  pair public.deadline_rules;
begin
  select * into rule from public.deadline_rules as r where r.key = p_key order by r.effective_from <= p_from desc, r.effective_from desc limit 1;
  perform private.refuse_field(rule.id is null, 'key', '没有这条时限规则；新的时限由模块的流程登记');
  perform private.assert_known_fields(p_body, '{label,amount,unit,legal_basis,is_confirmed,warn_share,red_workdays,times,is_charged}');
  -- Whose term it is and what it is called belong to the flow, whatever was sent; the rest goes on as it was unless it is named.
  body := private.deadline_rule_body(rule) || p_body || jsonb_build_object('label', rule.label, 'is_charged', rule.is_charged);
  body := body || jsonb_build_object('legal_basis', btrim(body ->> 'legal_basis'));
  perform private.refuse_field(body ->> 'amount' !~ '^\d{1,4}$' or (body ->> 'amount')::int not between 1 and 3650, 'amount', '时限应为 1 至 3650 的整数');
  perform private.refuse_field(body ->> 'unit' not in ('workday', 'day', 'hour', 'month', 'year'), 'unit', '单位应为工作日、自然日、小时、月或年');
  perform private.refuse_field(length(body ->> 'legal_basis') not between 2 and 300, 'legal_basis', '请填写依据，2 至 300 字');
  perform private.refuse_field(jsonb_typeof(body -> 'is_confirmed') <> 'boolean', 'is_confirmed', '请注明依据是否已核对');
  perform private.refuse_field(body ->> 'warn_share' !~ '^(0(\.\d{1,2}0*)?|1(\.0+)?)$', 'warn_share', '预警比例应在 0 至 1 之间，最多两位小数');
  perform private.refuse_field(body ->> 'red_workdays' !~ '^\d{1,3}$' or (body ->> 'red_workdays')::int > 250, 'red_workdays', '红灯天数应为 0 至 250 的整数');
  perform private.refuse_field(body ->> 'times' !~ '^\d{1,2}$' or (body ->> 'times')::int not between 1 and 20, 'times', '可用次数应为 1 至 20 的整数');
  body := body || jsonb_build_object('amount', (body ->> 'amount')::int, 'warn_share', (body ->> 'warn_share')::numeric(3, 2),
    'red_workdays', (body ->> 'red_workdays')::int, 'times', (body ->> 'times')::int);
  -- Days that were added by one rule are counted in the unit of the other.
  select r.* into pair from private.work_transitions as t
  join public.deadline_rules as r on r.key <> p_key and r.key in (t.extends ->> 'key', t.extends ->> 'by')
  where p_key in (t.extends ->> 'key', t.extends ->> 'by') and (r.effective_to is null or r.effective_to >= p_from) and r.unit <> body ->> 'unit' limit 1;
  perform private.refuse_field(pair.id is not null, 'unit', '与“' || pair.label || '”互为延长关系，两者的单位须一致');
  if p_from < private.local_day(now()) and (
    exists (select from public.work_terms as t join public.deadline_rules as r on r.id = t.rule_id where r.key = p_key)
    or exists (select from public.work_extensions as x join public.deadline_rules as r on r.id = x.rule_id where r.key = p_key)) then
    perform private.refuse_field(true, 'effective_from', '已有事项按此规则计算过期限，新版本最早从今天起生效');
  end if;
  return body;
end
$$;
comment on function private.deadline_rule_checked is 'Check of a deadline rule. A rule that no term has used may begin in the past. Definer: looks at terms of every body.';

create function private.deadline_rule_apply(p_key text)
returns void
language plpgsql
security definer set search_path = ''
as $$
begin
  begin
    delete from public.deadline_rules as r where r.key = p_key and not exists (
      select from public.definitions as d where d.kind = 'deadline_rule' and d.key = p_key and d.state = 'published' and d.effective_from = r.effective_from);
  exception when foreign_key_violation then
    perform private.fail(409, 'definition.in_use', '已有事项按该版本计算期限，不能撤回');
  end;
  -- Only the last day of a row changes; amount and basis of what a term refers to stay.
  update public.deadline_rules as r set effective_to = d.effective_to
  from public.definitions as d
  where d.kind = 'deadline_rule' and d.key = p_key and d.state = 'published' and r.key = p_key and r.effective_from = d.effective_from
    and r.effective_to is distinct from d.effective_to;
  insert into public.deadline_rules (key, label, amount, unit, legal_basis, is_confirmed, warn_share, red_workdays, times, is_charged, effective_from, effective_to)
  select p_key, b.label, b.amount, b.unit, b.legal_basis, b.is_confirmed, b.warn_share, b.red_workdays, b.times, b.is_charged, d.effective_from, d.effective_to
  from public.definitions as d cross join lateral jsonb_populate_record(null::public.deadline_rules, d.body) as b
  where d.kind = 'deadline_rule' and d.key = p_key and d.state = 'published'
    and not exists (select from public.deadline_rules as r where r.key = p_key and r.effective_from = d.effective_from);
end
$$;
comment on function private.deadline_rule_apply is 'A row for every published version, gone with a withdrawn one. Definer: rules take no direct write.';

create function private.tg_deadline_rules__define()
returns trigger
language plpgsql
security definer set search_path = ''
as $$
begin
  perform private.definition_adopt('deadline_rule', new.key, private.deadline_rule_body(new), new.effective_from, new.effective_to, '系统初始数据');
  return null;
end
$$;
comment on function private.tg_deadline_rules__define is 'A rule that a migration writes is a version too. Definer: as definition_adopt.';

create function private.code_checked(p_key text, p_body jsonb, p_from date)
returns jsonb
language plpgsql stable
security definer set search_path = ''
as $$
declare
  set_of text := split_part(p_key, '/', 1);
  known public.codes;
  entry jsonb;
begin
  perform private.assert_not_past(p_from);
  perform private.refuse_field(p_key !~ '^[a-z_]+\.[a-z_]+/[a-z0-9_.]{1,40}$', 'code', '编码只能用小写字母、数字和下划线，最长 40 位');
  perform private.refuse_field(not exists (select from public.codes as c where c.set_key = set_of), 'key', '没有这个字典；新的字典由模块登记');
  select * into known from public.codes as c where c.set_key || '/' || c.code = p_key;
  perform private.assert_known_fields(p_body, '{label,sort,is_active}');
  entry := jsonb_build_object('sort', coalesce(known.sort, 0), 'is_active', true) || p_body;
  entry := entry || jsonb_build_object('label', btrim(entry ->> 'label'));
  perform private.refuse_field(length(entry ->> 'label') not between 1 and 60 or entry ->> 'label' ~ '[[:cntrl:]]', 'label', '请填写名称，不超过 60 字');
  perform private.refuse_field(entry ->> 'sort' !~ '^\d{1,4}$', 'sort', '顺序应为 0 至 9999 的整数');
  perform private.refuse_field(jsonb_typeof(entry -> 'is_active') <> 'boolean', 'is_active', '请注明是否启用');
  entry := entry || jsonb_build_object('sort', (entry ->> 'sort')::int);
  -- The program itself looks these up, one by one; phrases are only offered.
  perform private.refuse_field((set_of like 'work.%' and set_of <> 'work.phrase' or set_of = 'code.set') and (known.code is null or not (entry ->> 'is_active')::boolean), 'code', '该字典由系统使用，只能修改名称和顺序');
  perform private.refuse_field((entry ->> 'is_active')::boolean and exists (
    select from public.definitions as d
    where d.kind = 'code' and d.key like set_of || '/%' and d.key <> p_key and d.state = 'published' and (d.effective_to is null or d.effective_to >= p_from)
      and (d.body ->> 'is_active')::boolean and d.body ->> 'label' = entry ->> 'label'), 'label', '该字典中已有同名的编码');
  perform private.refuse_field(not (entry ->> 'is_active')::boolean and not exists (
    select from public.definitions as d
    where d.kind = 'code' and d.key like set_of || '/%' and d.key <> p_key and d.state = 'published' and p_from >= d.effective_from
      and d.effective_to is null and (d.body ->> 'is_active')::boolean), 'is_active', '这是该字典最后一项有效的编码，不能停用');
  return entry;
end
$$;
comment on function private.code_checked is 'Check of a code: its set is known, its name is used once, a set keeps one entry. Definer: called by publish_definition.';

create function private.code_apply(p_key text)
returns void
language plpgsql
security definer set search_path = ''
as $$
declare
  version public.definitions := private.definition_at('code', p_key, private.local_day(now()));
begin
  if version.id is null then
    return;
  end if;
  if (version.body ->> 'is_active')::boolean then
    insert into public.codes (set_key, code, label, sort, valid_from)
    values (split_part(p_key, '/', 1), split_part(p_key, '/', 2), version.body ->> 'label', (version.body ->> 'sort')::int, version.effective_from)
    on conflict (set_key, code) do update set label = excluded.label, sort = excluded.sort, valid_to = null
    where (codes.label, codes.sort, codes.valid_to) is distinct from (excluded.label, excluded.sort, null::date);
  else
    update public.codes as c set valid_to = version.effective_from - 1
    where c.set_key || '/' || c.code = p_key and c.valid_to is distinct from version.effective_from - 1;
  end if;
end
$$;
comment on function private.code_apply is 'The row of a code as today''s version says; one that has ended keeps its row, so that old records keep their words. Definer: codes take no direct write.';

create function private.tg_codes__define()
returns trigger
language plpgsql
security definer set search_path = ''
as $$
begin
  perform private.definition_adopt('code', new.set_key || '/' || new.code, jsonb_build_object('label', new.label, 'sort', new.sort, 'is_active', true),
    new.valid_from, new.valid_to, '系统初始数据');
  return null;
end
$$;
comment on function private.tg_codes__define is 'A code that a migration writes is a version too. Definer: as definition_adopt.';
