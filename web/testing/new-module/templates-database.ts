import type { ModuleNames } from './names.ts'
import { flowTest } from './templates-proof.ts'

type File = readonly [path: string, text: string]

/** Migration, its test, and the page object with its first story. */
export function databaseFiles({ folder, prefix, camel, title, band }: ModuleNames): File[] {
  const Page = `${camel[0]?.toUpperCase()}${camel.slice(1)}Page`
  return [
    [`supabase/migrations/2026010100${band}00_${prefix}.sql`, migration({ prefix, title, band })],
    [`supabase/tests/${folder}.flow.test.ts`, flowTest(prefix, title)],
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

/** One content table and one flow of two states; the engine does the rest. */
const migration = ({ prefix, title, band }: Pick<ModuleNames, 'prefix' | 'title' | 'band'>) => `-- ${title}: what it is for, in one or two lines.
-- Tables: ${prefix}_records.
-- Who may do what: ${prefix}.read over the record's body reads; ${prefix}.handle finishes, by work_act.

select private.act_as('system:migration');
select private.allow('${prefix}.read', '查看${title}', '{"handler":"own_org","reviewer":"own_org","lead":"own_org","line_supervisor":"line_subtree","coordinator":"region_subtree","leader":"region_subtree"}');
select private.allow('${prefix}.handle', '办理${title}', '{"handler":"own_org","lead":"own_org"}');

create table public.${prefix}_records (
  id uuid primary key default gen_random_uuid(),
  item_id uuid unique references public.work_items (id) on delete restrict,
  org_id uuid not null references public.orgs (id) on delete restrict,
  title text not null check (length(title) between 1 and 100),
  is_open boolean not null default true,
  created_at timestamptz not null default now(),
  created_by text,
  updated_at timestamptz not null default now(),
  updated_by text
);
comment on table public.${prefix}_records is '${title}: one row for each matter of a body; is_open mirrors the work item.';
create index ${prefix}_records_org_idx on public.${prefix}_records (org_id, created_at desc);
create trigger tg_10_stamp before insert or update on public.${prefix}_records for each row execute function private.tg__stamp();
select private.enable_audit('public.${prefix}_records');

create function private.${prefix}_on_act(p_item public.work_items, p_before public.work_items, p_action text, p_payload jsonb)
returns void
language sql
security definer set search_path = ''
as $$ update public.${prefix}_records as r set is_open = p_item.is_open, org_id = p_item.to_org_id where r.id = p_item.subject_id $$;
comment on function private.${prefix}_on_act is 'What a move means for a record. Definer: called by work_apply.';

create function private.${prefix}_open(p_org uuid, p_title text)
returns uuid
language plpgsql
security definer set search_path = ''
as $$
declare
  body public.orgs;
  item public.work_items;
  record_id uuid;
begin
  select * into body from public.orgs as o where o.id = p_org;
  insert into public.${prefix}_records (org_id, title) values (p_org, p_title) returning id into record_id;
  item := private.work_create('${prefix}', p_title, record_id, p_org, p_org, body.region_code, body.line_code, 'open', '{}', '登记', '系统', '{}');
  update public.${prefix}_records as r set item_id = item.id where r.id = record_id;
  return record_id;
end
$$;
comment on function private.${prefix}_open is 'Opens a record with its work item. Definer: neither takes a direct write.';

select private.register_work_kind('${prefix}', '${title}', 'M${band}', 'private.${prefix}_on_act', '${prefix}');
insert into public.work_states (kind, state, label, is_open, sort) values
  ('${prefix}', 'open', '待办理', true, 10),
  ('${prefix}', 'done', '已办结', false, 90);
insert into private.work_transitions (kind, from_state, action, to_state, label, permission, tone, requires, sort) values
  ('${prefix}', 'open', 'finish', 'done', '办结', '${prefix}.handle', 'primary',
    '[{"field":"note","type":"textarea","label":"办理情况","max":500,"required":true}]', 10);

alter table public.${prefix}_records enable row level security;
create policy ${prefix}_records_select on public.${prefix}_records for select to authenticated
  using (org_id in (select private.permitted_org_ids('${prefix}.read')));
comment on policy ${prefix}_records_select on public.${prefix}_records is 'The body of the record and those above it.';
grant select on public.${prefix}_records to authenticated;
`
