import { figuresSql } from './templates-figures.ts'
import type { ModuleFile, ModuleNames } from './names.ts'

/** Tables and list view; the flow, and what opens one; the figures. */
export function databaseFiles(names: ModuleNames): ModuleFile[] {
  const at = (second: string, what: string) => `supabase/migrations/2026010100${names.band}${second}_${names.prefix}_${what}.sql`
  return [
    [at('00', 'tables'), tables(names)],
    [at('01', 'flow'), flow(names)],
    [at('02', 'figures'), figuresSql(names)],
  ]
}

/** What `private.mirror_item` keeps equal to the work item, and the stamps. */
const followed = `  org_id uuid not null references public.orgs (id) on delete restrict,
  line_code text references public.org_lines (code) on delete restrict,
  handler_id uuid references public.officers (id) on delete restrict,
  state text not null,
  is_open boolean not null default true,
  light public.work_light not null default 'green',
  due_at timestamptz,
  due_is_provisional boolean not null default false,
  is_supervised boolean not null default false,
  was_late boolean not null default false,
  closed_at timestamptz,
  created_at timestamptz not null default now(),
  created_by text,
  updated_at timestamptz not null default now(),
  updated_by text
);`

const orderedLike = (
  table: string,
  prefix: string,
) => `create index ${prefix}_${table}_org_idx on public.${prefix}_${table} (org_id, is_open desc nulls last, created_at desc nulls last, id);
create index ${prefix}_${table}_region_idx on public.${prefix}_${table} (region_code, created_at desc nulls last);
create index ${prefix}_${table}_line_idx on public.${prefix}_${table} (line_code, created_at desc nulls last);
create index ${prefix}_${table}_handler_idx on public.${prefix}_${table} (handler_id, created_at desc nulls last);
`

const kept = (
  table: string,
) => `create trigger tg_10_stamp before insert or update on public.${table} for each row execute function private.tg__stamp();
select private.enable_audit('public.${table}', 'id',
  '{org_id,line_code,handler_id,state,is_open,light,due_at,due_is_provisional,is_supervised,was_late,closed_at}',
  '{title,content}');`

const tables = ({ folder, prefix, title, hasParts }: ModuleNames) => `-- ${title}: what it is for, in one or two lines.
-- Tables: ${prefix}_records${hasParts ? `, ${prefix}_parts` : ''}; view${hasParts ? `s: ${prefix}_list,` : ':'} ${prefix}_record_list.
-- Who may do what: ${prefix}.read over the record's body reads; ${prefix}.handle opens and works; ${prefix}.approve agrees as the second person.

select private.act_as('system:migration');
select private.register_module('${folder}', '${title}', '${prefix}');

create table public.${prefix}_records (
  id uuid primary key default gen_random_uuid(),
  item_id uuid unique references public.work_items (id) on delete restrict,
  no text unique,
  title text not null check (length(title) between 1 and 100),
  content text not null check (length(content) between 1 and 2000),
  region_code int not null references public.regions (code) on delete restrict,
${followed}
comment on table public.${prefix}_records is '${title}: one row for each matter of a body; org_id … closed_at follow the work item.';
-- In the order of the list: open work first, then the newest, with nulls last.
${orderedLike('records', prefix)}${kept(`${prefix}_records`)}
${hasParts ? partTable(prefix, title) : ''}
create view public.${prefix}_record_list with (security_invoker = true) as
select
${hasParts ? `  'sent'::text as box,\n` : ''}${listed('r', `'${prefix}'`)}
from public.${prefix}_records as r;
comment on view public.${prefix}_record_list is '${title} for lists, with names instead of codes, under the viewer''s rights.';
grant select on public.${prefix}_record_list to authenticated;
${hasParts ? bothLists(prefix, title) : ''}`

/** The columns of a list. */
const listed = (
  r: string,
  kind: string,
) => `  ${r}.id, ${r}.item_id, ${r}.no, ${r}.title, ${r}.content, ${r}.title || ' ' || coalesce(${r}.no, '') as search_text,
  ${r}.org_id, ${r}.region_code, ${r}.line_code, ${r}.handler_id, ${r}.state, ${r}.is_open, ${r}.light,
  case when ${r}.is_open then coalesce(${r}.due_at < now(), false) else ${r}.was_late end as is_late,
  ${r}.due_at, ${r}.due_is_provisional, ${r}.is_supervised, ${r}.created_at,
  -- Names by subquery, not by join: looked up for the rows that are shown, never for a count.
  (select g.full_name from public.regions as g where g.code = ${r}.region_code) as region_name,
  (select o.name from public.orgs as o where o.id = ${r}.org_id) as org_name,
  (select s.label from public.work_states as s where s.kind = ${kind} and s.state = ${r}.state) as state_label,
  (select f.name from public.officers as f where f.id = ${r}.handler_id) as handler_name,
  case when ${r}.is_open then private.workdays_left(${r}.due_at) end as workdays_left`

const oneOf = (
  box: string,
  kind: string,
  table: string,
) => `  select '${box}'::text as box, '${kind}'::text as kind, r.id, r.item_id, r.no, r.title, r.content, r.org_id, r.region_code, r.line_code, r.handler_id,
    r.state, r.is_open, r.light, r.due_at, r.due_is_provisional, r.is_supervised, r.was_late, r.created_at
  from public.${table} as r`

/** `box` tells what was sent from what was received. Names stand outside the union: inside, each row would look them up before the page is cut. */
const bothLists = (prefix: string, title: string) => `
create view public.${prefix}_list with (security_invoker = true) as
select
  r.box,
${listed('r', 'r.kind')}
from (
${oneOf('sent', prefix, `${prefix}_records`)}
  union all
${oneOf('received', `${prefix}_part`, `${prefix}_parts`)}
) as r;
comment on view public.${prefix}_list is '${title} that a body sent and parts that it received, in one list, under the viewer''s rights.';
grant select on public.${prefix}_list to authenticated;
`

const partTable = (prefix: string, title: string) => `
create table public.${prefix}_parts (
  id uuid primary key default gen_random_uuid(),
  record_id uuid not null references public.${prefix}_records (id) on delete restrict,
  item_id uuid unique references public.work_items (id) on delete restrict,
  no text unique,
  title text not null check (length(title) between 1 and 100),
  content text not null check (length(content) between 1 and 2000),
  region_code int not null references public.regions (code) on delete restrict,
${followed}
comment on table public.${prefix}_parts is '${title}: what one receiver does about it; org_id … closed_at follow the work item.';
create index ${prefix}_parts_record_id_idx on public.${prefix}_parts (record_id);
${orderedLike('parts', prefix)}${kept(`${prefix}_parts`)}
`

const attachments = (prefix: string, one: string) => `create function private.${prefix}_org_of_${one}(p_id uuid)
returns uuid
language sql stable
security definer set search_path = ''
as $$ select r.org_id from public.${prefix}_${one}s as r where r.id = p_id $$;
comment on function private.${prefix}_org_of_${one} is 'Whose files they are. Definer: asked before the caller''s right is known.';
insert into private.attachment_owners (owner_kind, read_permission, write_permission, max_count, org_of)
values ('${prefix}_${one}', '${prefix}.read', '${prefix}.handle', 30, 'private.${prefix}_org_of_${one}');
`

const flow = (names: ModuleNames) => {
  const { prefix, title, band, hasParts } = names
  return `-- ${title}, part two: rights, the flow as rows, and the RPC that opens one.

select private.act_as('system:migration');

select private.allow('${prefix}.read', '查看${title}', '{"handler":"own_org","reviewer":"own_org","lead":"own_org","line_supervisor":"line_subtree","coordinator":"region_subtree","leader":"region_subtree"}');
select private.allow('${prefix}.handle', '办理${title}', '{"handler":"own_org","lead":"own_org"}');
select private.allow('${prefix}.approve', '审批${title}', '{"reviewer":"own_org","lead":"own_org"}');
select private.allow('${prefix}.assign', '指派${title}承办人', '{"lead":"own_org"}');
select private.allow('${prefix}.supervise', '催办和督办${title}', '{"line_supervisor":"line_subtree","coordinator":"region_subtree","leader":"region_subtree"}');
select private.allow('${prefix}.figures', '查看${title}统计', '{"lead":"own_org","line_supervisor":"line_subtree","coordinator":"region_subtree","leader":"region_subtree"}');
select private.guard_by('public.${prefix}_records', '${prefix}.read');
${hasParts ? `select private.guard_with('public.${prefix}_parts', 'item_id', 'public.work_items', 'With its item: the receiver, and the body that sent it; no receiver learns of another''s part.');\n` : ''}
insert into public.deadline_rules (key, label, amount, unit, legal_basis, is_confirmed, effective_from) values
${hasParts ? `  ('${prefix}.answer', '反馈', 5, 'workday', '平台缺省值，可由站点调整', false, '2020-01-01'),\n` : ''}  ('${prefix}.finish', '办结', 10, 'workday', '平台缺省值，可由站点调整', false, '2020-01-01');

${hasParts ? onSend(prefix) : ''}select private.register_work_kind('${prefix}', '${title}', 'M${band}', '${prefix}.read', '${prefix}.handle', '${prefix}.assign'${hasParts ? `, 'private.${prefix}_on_act'` : ''});
${hasParts ? `select private.register_work_kind('${prefix}_part', '${title}办理', 'P${band}', '${prefix}.read', '${prefix}.handle', '${prefix}.assign', p_rollup_action => 'complete');\n` : ''}insert into public.work_states (kind, state, label, is_open, sort) values
  ('${prefix}', 'open', '${hasParts ? '待交办' : '待办理'}', true, 10),
  ('${prefix}', 'working', '办理中', true, 20),
  ('${prefix}', 'done', '已办结', false, 90)${
    hasParts
      ? `,
  ('${prefix}_part', 'awaiting', '待签收', true, 10),
  ('${prefix}_part', 'working', '办理中', true, 20),
  ('${prefix}_part', 'answered', '已反馈', false, 90)`
      : ''
  };
select
  private.allow_move('${prefix}', '', 'open', 'open', '登记', '${prefix}.handle', '{}', '{"starts":[{"key":"${prefix}.finish"}]}'),
${hasParts ? partMoves(prefix) : plainMoves(prefix)}
${attachments(prefix, 'record')}${hasParts ? attachments(prefix, 'part') : ''}
${open(names)}`
}

const plainMoves = (
  prefix: string,
) => `  private.allow_move('${prefix}', 'open', 'begin', 'working', '开始办理', '${prefix}.handle', '{}', '{"is_for_handler":true,"tone":"primary","sort":10}'),
  private.allow_move('${prefix}', 'working', 'finish', 'done', '办结', '${prefix}.handle', array[private.field('note', 'textarea', '办理情况', '{"max":500}')],
    '{"is_for_handler":true,"approval":"${prefix}.approve","meets":["${prefix}.finish"],"tone":"primary","sort":10}'),
  private.allow_press('${prefix}', '{open,working}', '${prefix}.supervise', '${prefix}.handle'),
  private.allow_handlers('${prefix}', '{open,working}'),
  private.mirror_item('public.${prefix}_records', '{${prefix}}', '${prefix}_record');
`

const partMoves = (
  prefix: string,
) => `  private.allow_move('${prefix}', 'open', 'send', 'working', '交办', '${prefix}.handle', array[private.field('receivers', 'orgs', '接收单位')],
    '{"is_for_handler":true,"approval":"${prefix}.approve","tone":"primary","sort":10}'),
  private.allow_move('${prefix}', 'working', 'complete', 'done', '全部反馈', null, '{}', '{"meets":["${prefix}.finish"]}'),
  private.allow_move('${prefix}_part', '', 'deliver', 'awaiting', '送达', null, '{}', '{"starts":[{"key":"${prefix}.answer"}]}'),
  private.allow_move('${prefix}_part', 'awaiting', 'sign', 'working', '签收', '${prefix}.handle', '{}', '{"is_for_handler":true,"tone":"primary","sort":10}'),
  private.allow_move('${prefix}_part', 'working', 'answer', 'answered', '反馈', '${prefix}.handle', array[private.field('note', 'textarea', '反馈意见', '{"max":500}')],
    '{"is_for_handler":true,"meets":["${prefix}.answer"],"tone":"primary","sort":10}'),
  private.allow_press('${prefix}', '{open,working}', '${prefix}.supervise', '${prefix}.handle'),
  private.allow_press('${prefix}_part', '{awaiting,working}', '${prefix}.supervise', '${prefix}.handle'),
  private.allow_handlers('${prefix}', '{open,working}'),
  private.allow_handlers('${prefix}_part', '{awaiting,working}'),
  private.mirror_item('public.${prefix}_records', '{${prefix}}', '${prefix}_record'),
  private.mirror_item('public.${prefix}_parts', '{${prefix}_part}', '${prefix}_part');
`

const onSend = (
  prefix: string,
) => `create function private.${prefix}_on_act(p_item public.work_items, p_before public.work_items, p_action text, p_payload jsonb)
returns void
language plpgsql
security definer set search_path = ''
as $$
declare
  made jsonb;
begin
  if p_action <> 'send' then
    return;
  end if;
  with part as (
    insert into public.${prefix}_parts (record_id, title, content, region_code, org_id, state)
    select r.id, r.title, r.content, b.region_code, b.id, 'awaiting'
    from public.${prefix}_records as r
    cross join jsonb_array_elements_text(p_payload -> 'receivers') as o join public.orgs as b on b.id = o::uuid
    where r.id = p_item.record_id
    returning *
  )
  select jsonb_agg(jsonb_build_object('title', p.title, 'record_id', p.id, 'org_id', p.org_id, 'owner_org_id', p_item.org_id, 'parent_id', p_item.id,
    'region_code', p.region_code, 'line_code', b.line_code)) into made
  from part as p join public.orgs as b on b.id = p.org_id;
  perform private.work_create_many('${prefix}_part', 'deliver', made, '系统');
  update public.${prefix}_parts as p set no = i.no from public.work_items as i where i.id = p.item_id and i.parent_id = p_item.id;
end
$$;
comment on function private.${prefix}_on_act is 'One part for each receiver. Definer: called by work_apply.';

`

const open = ({ prefix }: ModuleNames) => `create function private.${prefix}_open(p_title text, p_content text)
returns uuid
language plpgsql
security definer set search_path = ''
as $$
declare
  me public.officers;
  body public.orgs;
  made public.work_items;
  record_id uuid;
begin
  select * into me from public.officers as f where f.id = (select private.my_id()) and f.is_active;
  perform private.assert_may_create('${prefix}', 'open', me.org_id);
  if coalesce(length(btrim(p_title)), 0) not between 1 and 100 then
    perform private.fail(422, '${prefix}.title', '请填写标题，最多 100 个字', '{"field":"title"}');
  end if;
  if coalesce(length(btrim(p_content)), 0) not between 1 and 2000 then
    perform private.fail(422, '${prefix}.content', '请填写内容，最多 2000 个字', '{"field":"content"}');
  end if;
  select * into body from public.orgs as o where o.id = me.org_id;
  insert into public.${prefix}_records (title, content, region_code, org_id, state)
  values (btrim(p_title), btrim(p_content), body.region_code, me.org_id, 'open') returning id into record_id;
  made := private.work_create('${prefix}', 'open', btrim(p_title), record_id, me.org_id, me.org_id, body.region_code, body.line_code, '{}', me.name, me.org_id);
  update public.${prefix}_records as r set no = made.no where r.id = record_id;
  return record_id;
end
$$;
comment on function private.${prefix}_open is 'Definer: neither record nor item takes a direct write.';
select private.expose('private.${prefix}_open', '{authenticated}',
  'Opens a record of the caller''s body with its work item; returns the record. Raises work.not_found, ${prefix}.title, ${prefix}.content.');
`
