/** What the catalogue holds and the matrix does not know, and privileges that nobody asked for. */
import type pg from 'pg'
import { functions } from './functions.ts'
import { tablesAndColumns, type Tally } from './probes.ts'
import { relations } from './relations.ts'

/** Private functions that policies, views and RPCs call with the caller's rights. */
const privateCallers: Record<string, string[]> = {
  anon: ['complaint_owner', 'fail', 'is_workday', 'readable_definitions', 'term_end'],
  authenticated: [
    'audit_entries',
    'can_join_topic',
    'end_absence',
    'find_work_handlers',
    'kinds_read_everywhere',
    'my_handler_ids',
    'permissions_at_my_org',
    'readable_kind_orgs',
    'reads_every_kind',
    'set_absence',
    'trial_open',
    'trial_read_facts',
    'withdraw_approval',
    'work_act_many',
    'work_decide',
    'workdays_left',
    'check_audit_seals',
    'complaint_owner',
    'delete_view',
    'fail',
    'find_work_targets',
    'follow_item',
    'grant_role',
    'granted_row_ids',
    'has_permission',
    'invite_officer',
    'is_uscc',
    'is_workday',
    'may_add_attachment',
    'mark_notifications_read',
    'my_org_id',
    'my_session',
    'outbox_dead_letters',
    'outbox_redrive',
    'permits_every_org',
    'permitted_org_ids',
    'preview_deadline_rule',
    'publish_definition',
    'publish_work_calendar',
    'readable_definitions',
    'readable_attachment_orgs',
    'reveal_reporter',
    'save_view',
    'set_officer_active',
    'sweep_failures',
    'system_jobs',
    'system_status',
    'term_end',
    'topic_since',
    'withdraw_definition',
    'withdraw_invitation',
    'work_act',
    'work_actions',
  ],
  service_role: [
    'add_attachments',
    'citizen_act',
    'complaint_apply_route',
    'complaint_owner',
    'complaint_route_candidates',
    'file_complaint',
    'follow_complaint',
    'outbox_settle',
    'take_quota',
  ],
}

/** Privileges as the catalogue has them: also those that would only do harm together with another mistake. */
export async function probePrivileges(db: pg.ClientBase, tally: Tally, only: string | null = null): Promise<void> {
  const { rows } = await db.query<{ name: string; role: string; privilege: string; held: boolean }>(
    `select n.nspname || '.' || c.relname as name, r.role, p.privilege, has_any_column_privilege(r.role, c.oid, p.privilege) or has_table_privilege(r.role, c.oid, p.privilege) as held
     from pg_class c join pg_namespace n on n.oid = c.relnamespace,
       unnest(array['anon', 'authenticated', 'service_role']) as r (role), unnest(array['select', 'insert', 'update']) as p (privilege)
     where n.nspname in ('public', 'private') and c.relkind in ('r', 'v', 'm', 'p') and ($1::text is null or c.oid = to_regclass($1))
     union all
     select n.nspname || '.' || c.relname, r.role, 'delete', has_table_privilege(r.role, c.oid, 'delete')
     from pg_class c join pg_namespace n on n.oid = c.relnamespace, unnest(array['anon', 'authenticated', 'service_role']) as r (role)
     where n.nspname in ('public', 'private') and c.relkind in ('r', 'v', 'm', 'p') and ($1::text is null or c.oid = to_regclass($1))
     union all
     select 'function ' || p.proname, r.role, 'execute', has_function_privilege(r.role, p.oid, 'execute')
     from pg_proc p, unnest(array['anon', 'authenticated', 'service_role']) as r (role)
     where p.pronamespace = 'public'::regnamespace and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e') and ($1::text is null or p.proname = $1)`,
    [only],
  )
  for (const { name, role, privilege, held } of rows) {
    tally.probes += 1
    const allowed: string[] = name.startsWith('function ')
      ? (functions[name.slice(9)]?.callers ?? [])
      : privilege === 'select'
        ? (relations[name]?.readers ?? [])
        : []
    if (held !== allowed.includes(role)) tally.leaks.push(`${role} ${held ? 'holds' : 'lacks'} ${privilege} on ${name}`)
  }
}

export async function probeCoverage(db: pg.ClientBase, tally: Tally): Promise<void> {
  for (const { name } of await tablesAndColumns(db)) {
    tally.probes += 1
    if (name.startsWith('public.') && !(name in relations)) tally.leaks.push(`${name} has no case in the matrix`)
  }
  const { rows: rpcs } = await db.query<{ name: string }>(
    `select distinct p.proname as name from pg_proc p where p.pronamespace = 'public'::regnamespace
       and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')`,
  )
  for (const { name } of rpcs) {
    tally.probes += 1
    if (!(name in functions)) tally.leaks.push(`function public.${name} has no case in the matrix`)
  }
  for (const role of Object.keys(privateCallers)) {
    const { rows } = await db.query<{ name: string }>(
      `select p.proname as name from pg_proc p where p.pronamespace = 'private'::regnamespace and has_function_privilege($1, p.oid, 'execute')`,
      [role],
    )
    tally.probes += rows.length
    for (const { name } of rows)
      if (!privateCallers[role]?.includes(name)) tally.leaks.push(`${role} may execute private.${name}, which nobody asked for`)
  }
}
