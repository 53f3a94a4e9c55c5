import type { ModuleNames } from './names.ts'

type File = readonly [path: string, text: string]

/** Migration, its test, and the page object with its first story. */
export function databaseFiles({ folder, prefix, camel, title, band }: ModuleNames): File[] {
  const Page = `${camel[0]?.toUpperCase()}${camel.slice(1)}Page`
  return [
    [`supabase/migrations/2026010100${band}00_${prefix}.sql`, migration({ folder, prefix, title, band })],
    [
      `e2e/pages/${folder}.page.ts`,
      `import type { Page } from '@playwright/test'

/** ${title}. */
export class ${Page} {
  readonly page: Page
  constructor(page: Page) {
    this.page = page
  }

  async open() {
    await this.page.goto('/work/${folder}')
    await this.page.getByRole('heading', { name: '${title}', level: 1 }).waitFor()
  }
}
`,
    ],
    [
      `e2e/specs/${folder}/list.spec.ts`,
      `import { expect, test } from '../../fixtures/test.ts'
import { ${Page} } from '../../pages/${folder}.page.ts'

test('opens ${title} from the menu and says when there is nothing', async ({ as }) => {
  const page = await as('handler.market')
  await page.goto('/work')
  await page.getByRole('navigation', { name: '工作导航' }).getByRole('link', { name: '${title}' }).click()
  await new ${Page}(page).open()
  await expect(page.getByText('本单位暂无${title}')).toBeVisible()
})
`,
    ],
  ]
}

/** One content table and one flow: opened by a handler, worked on by the 承办人, finished with a second person. */
const migration = ({ folder, prefix, title, band }: Omit<ModuleNames, 'camel'>) => `-- ${title}: what it is for, in one or two lines.
-- Tables: ${prefix}_records.
-- Who may do what: ${prefix}.read over the record's body reads; ${prefix}.handle opens and works; ${prefix}.approve agrees to the end.

select private.act_as('system:migration');
select private.register_module('${folder}', '${title}', '${prefix}');
select private.allow('${prefix}.read', '查看${title}', '{"handler":"own_org","reviewer":"own_org","lead":"own_org","line_supervisor":"line_subtree","coordinator":"region_subtree","leader":"region_subtree"}');
select private.allow('${prefix}.handle', '办理${title}', '{"handler":"own_org","lead":"own_org"}');
select private.allow('${prefix}.approve', '审批${title}', '{"reviewer":"own_org","lead":"own_org"}');
select private.allow('${prefix}.assign', '指派${title}承办人', '{"lead":"own_org"}');
select private.allow('${prefix}.supervise', '催办和督办${title}', '{"line_supervisor":"line_subtree","coordinator":"region_subtree","leader":"region_subtree"}');

create table public.${prefix}_records (
  id uuid primary key default gen_random_uuid(),
  item_id uuid unique references public.work_items (id) on delete restrict,
  title text not null check (length(title) between 1 and 100),
  org_id uuid not null references public.orgs (id) on delete restrict,
  line_code text references public.org_lines (code) on delete restrict,
  handler_id uuid references public.officers (id) on delete restrict,
  state text not null default 'open',
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
);
comment on table public.${prefix}_records is '${title}: one row for each matter of a body; org_id … closed_at follow the work item.';
create index ${prefix}_records_org_idx on public.${prefix}_records (org_id, created_at desc);
create index ${prefix}_records_line_code_idx on public.${prefix}_records (line_code);
create index ${prefix}_records_handler_id_idx on public.${prefix}_records (handler_id);
create trigger tg_10_stamp before insert or update on public.${prefix}_records for each row execute function private.tg__stamp();
select private.enable_audit('public.${prefix}_records', 'id',
  '{org_id,line_code,handler_id,state,is_open,light,due_at,due_is_provisional,is_supervised,was_late,closed_at}');

insert into public.deadline_rules (key, label, amount, unit, legal_basis, is_confirmed, effective_from) values
  ('${prefix}.finish', '办结', 10, 'workday', '平台缺省值，可由站点调整', false, '2020-01-01');
select private.register_work_kind('${prefix}', '${title}', 'M${band}', '${prefix}.read', '${prefix}.handle', '${prefix}.assign');
insert into public.work_states (kind, state, label, is_open, sort) values
  ('${prefix}', 'open', '待办理', true, 10),
  ('${prefix}', 'done', '已办结', false, 90);
select
  private.allow_move('${prefix}', '', 'open', 'open', '登记', '${prefix}.handle', '{}', '{"starts":[{"key":"${prefix}.finish"}]}'),
  private.allow_move('${prefix}', 'open', 'finish', 'done', '办结', '${prefix}.handle', array[private.field('note', 'textarea', '办理情况', '{"max":500}')],
    '{"is_for_handler":true,"approval":"${prefix}.approve","meets":["${prefix}.finish"],"tone":"primary","sort":10}'),
  private.allow_press('${prefix}', '{open}', '${prefix}.supervise', '${prefix}.handle'),
  private.allow_handlers('${prefix}', '{open}'),
  private.mirror_item('public.${prefix}_records', '{${prefix}}');

create function private.${prefix}_open(p_title text)
returns uuid
language plpgsql
security definer set search_path = ''
as $$
declare
  me public.officers;
  body public.orgs;
  record_id uuid;
begin
  select * into me from public.officers as f where f.id = (select auth.uid()) and f.is_active;
  perform private.assert_may_create('${prefix}', 'open', me.org_id);
  select * into body from public.orgs as o where o.id = me.org_id;
  insert into public.${prefix}_records (org_id, title) values (me.org_id, p_title) returning id into record_id;
  perform private.work_create('${prefix}', 'open', p_title, record_id, me.org_id, me.org_id, body.region_code, body.line_code, '{}', me.name, me.org_id);
  return record_id;
end
$$;
comment on function private.${prefix}_open is 'Definer: neither record nor item takes a direct write.';
select private.expose('private.${prefix}_open', '{authenticated}',
  'Opens a record of the caller''s body with its work item; returns the record. Raises work.not_found.');

select private.guard_by('public.${prefix}_records', '${prefix}.read');
`
