/** Every policy, privilege and helper weakened in turn: a matrix that stays green then is worth nothing. */
import type pg from 'pg'
import { places } from '../people.ts'
import { functions } from './functions.ts'
import { tablesAndColumns } from './probes.ts'
import { relations } from './relations.ts'

export type Scope = 'relation' | 'writes' | 'function' | 'coverage' | 'topics' | 'storage' | 'all'

export interface Mutant {
  name: string
  sql: string
  /** Which probes could see it. */
  scope: Scope
  target: string | null
}

async function policyMutants(db: pg.ClientBase): Promise<Mutant[]> {
  const { rows } = await db.query<{ schemaname: string; tablename: string; policyname: string; qual: string | null; mine: boolean }>(
    `select schemaname, tablename, policyname, qual from pg_policies where schemaname = 'public'
       or (schemaname, policyname) in (('storage', 'storage_objects_select'), ('realtime', 'realtime_messages_select'))`,
  )
  return rows.map((row) => {
    const isOpen = row.qual === 'true'
    return {
      name: `policy ${row.policyname}: using (${isOpen ? 'false' : 'true'})`,
      sql: `alter policy ${row.policyname} on ${row.schemaname}.${row.tablename} using (${isOpen ? 'false' : 'true'})`,
      scope: row.schemaname === 'public' ? 'relation' : row.schemaname === 'storage' ? 'storage' : 'topics',
      target: row.schemaname === 'public' ? `${row.schemaname}.${row.tablename}` : null,
    }
  })
}

async function privilegeMutants(db: pg.ClientBase): Promise<Mutant[]> {
  const mutants: Mutant[] = []
  for (const { name, kind, isWritable } of await tablesAndColumns(db)) {
    const spec = relations[name]
    if (spec) {
      for (const role of ['anon', 'authenticated', 'service_role'] as const)
        if (!spec.readers.includes(role))
          mutants.push({ name: `grant select on ${name} to ${role}`, sql: `grant select on ${name} to ${role}`, scope: 'relation', target: name })
      if (kind === 'r' && spec.readers.length === 1)
        mutants.push({
          name: `row level security off on ${name}`,
          sql: `alter table ${name} disable row level security`,
          scope: 'relation',
          target: name,
        })
      if (kind === 'v')
        mutants.push({
          name: `${name} with the owner's rights`,
          sql: `alter view ${name} set (security_invoker = false)`,
          scope: 'relation',
          target: name,
        })
    }
    if (!isWritable) continue
    for (const privilege of name.startsWith('private.') ? ['select', 'insert', 'update', 'delete'] : ['insert', 'update', 'delete'])
      for (const role of ['anon', 'authenticated'])
        mutants.push({
          name: `grant ${privilege} on ${name} to ${role}`,
          sql: `grant ${privilege} on ${name} to ${role}`,
          scope: 'writes',
          target: name,
        })
  }
  return mutants
}

async function executeMutants(db: pg.ClientBase): Promise<Mutant[]> {
  const { rows } = await db.query<{ schema: string; name: string; signature: string; anon: boolean; authenticated: boolean }>(
    `select p.pronamespace::regnamespace::text as schema, p.proname as name, p.oid::regprocedure::text as signature,
       has_function_privilege('anon', p.oid, 'execute') as anon, has_function_privilege('authenticated', p.oid, 'execute') as authenticated
     from pg_proc p where p.pronamespace in ('public'::regnamespace, 'private'::regnamespace)
       and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')`,
  )
  return rows.flatMap((row) =>
    (['anon', 'authenticated'] as const)
      .filter((role) => !row[role])
      .map((role): Mutant => ({
        name: `grant execute on ${row.signature} to ${role}`,
        sql: `grant execute on function ${row.signature} to ${role}${row.schema === 'public' && row.name in functions ? `; grant execute on all functions in schema private to ${role}` : ''}`,
        scope: row.schema === 'public' ? 'function' : 'coverage',
        target: row.name,
      })),
  )
}

/** Replaces text inside a function; a text that is no longer there is an error, not a mutant that lives. */
async function rewritten(db: pg.ClientBase, signature: string, from: string, to: string): Promise<string> {
  const { rows } = await db.query<{ def: string }>('select pg_get_functiondef($1::regprocedure) as def', [signature])
  const def = rows[0]?.def ?? ''
  if (!def.includes(from)) throw new Error(`mutant of ${signature}: "${from}" is not in its text`)
  return def.replace(from, to)
}

const helperChanges: [signature: string, from: string, to: string, scope: Scope, target?: string][] = [
  ['private.held_permissions(uuid)', 'and f.is_active', '', 'relation', 'public.work_items'],
  ['private.held_permissions(uuid)', 'and (g.expires_at is null or g.expires_at > now())', '', 'relation', 'public.work_items'],
  ['private.held_permissions(uuid)', 'where f.id = p_officer and', 'where', 'relation', 'public.work_items'],
  ['private.permitted_org_ids(text)', 'and h.can_use', '', 'relation', 'public.complaint_cases'],
  ['private.permitted_org_ids(text)', 'where h.permission_code = p_permission and', 'where', 'relation', 'public.officer_invitations'],
  ['private.grantable_org_ids(text)', 'and h.can_grant', '', 'function', 'invite_officer'],
  ['private.permits_every_org(text)', 'where h.permission_code = p_permission and', 'where', 'relation', 'public.complaint_cases'],
  ['private.permits_every_org(text)', 'and h.can_use', '', 'relation', 'public.complaint_cases'],
  [
    'private.permits_every_org(text)',
    'and r.code <= (select min(a.region_code) from public.orgs as a) and r.range_end >= (select max(a.region_code) from public.orgs as a)',
    '',
    'relation',
    'public.complaint_cases',
  ],
  ['private.scope_org_ids(uuid,public.permission_scope)', 'o.line_code = mine.line_code and', '', 'relation', 'public.work_items'],
  [
    'private.scope_org_ids(uuid,public.permission_scope)',
    'join public.orgs as o on o.region_code between r.code and r.range_end',
    'join public.orgs as o on o.region_code > 0',
    'relation',
    'public.work_items',
  ],
  ['private.granted_row_ids(text,text)', 'and g.expires_at > now()', '', 'relation', 'public.work_items'],
  ['private.granted_row_ids(text,text)', 'and g.permission in (select private.permissions_at_my_org())', '', 'relation', 'public.work_items'],
  ['private.granted_row_ids(text,text)', 'and g.revoked_at is null', '', 'relation', 'public.complaint_cases'],
  ['private.granted_row_ids(text,text)', 'and p_part = any (g.parts)', '', 'relation', 'public.work_items'],
  ['private.granted_row_ids(text,text)', 'and g.kind = p_kind', '', 'relation', 'public.work_items'],
  ['private.granted_row_ids(text,text)', 'g.org_id = mine and', '', 'relation', 'public.complaint_cases'],
  [
    'private.has_site_right(text)',
    'private.coordinator_of((select s.root_region from public.sites as s where s.is_active))',
    'private.my_org_id()',
    'function',
    'audit_entries',
  ],
  ['private.my_org_id()', 'and f.is_active', '', 'relation', 'public.officer_roles'],
  [
    'private.readable_attachment_orgs()',
    'private.permitted_org_ids(k.read_permission)',
    `private.permitted_org_ids('officer.read')`,
    'relation',
    'public.attachments',
  ],
  ['private.can_read_item(public.work_items)', 'select private.may_read_kind', 'select true or private.may_read_kind', 'function', 'follow_item'],
  ['private.can_read_item(public.work_items)', `private.granted_row_ids('work')`, `private.granted_row_ids('trial')`, 'function', 'follow_item'],
  ['private.may_read_kind(text,uuid)', 'k.read_permission', `'complaint.read'`, 'function', 'follow_item'],
  ['private.officer_may(uuid,text,uuid)', 'o.line_code = mine.line_code and', '', 'function', 'follow_item'],
  ['private.officer_may(uuid,text,uuid)', `when 'own_org' then o.id = mine.id`, `when 'own_org' then true`, 'function', 'follow_item'],
  [
    'private.officer_may(uuid,text,uuid)',
    `when 'region_subtree' then o.region_code between r.code and r.range_end`,
    `when 'region_subtree' then true`,
    'function',
    'follow_item',
  ],
  ['private.officer_may(uuid,text,uuid)', 'and h.can_use', '', 'function', 'follow_item'],
  ['private.kinds_read_everywhere()', 'where h.can_use and', 'where', 'relation', 'public.work_items'],
  ['private.kinds_read_everywhere()', 'where k.read_permission in', 'where true or k.read_permission in', 'relation', 'public.work_items'],
  [
    'private.kinds_read_everywhere()',
    'and r.code <= (select min(a.region_code) from public.orgs as a) and r.range_end >= (select max(a.region_code) from public.orgs as a)',
    '',
    'relation',
    'public.work_items',
  ],
  ['private.reads_every_kind()', '= (select count(*) from private.work_kinds)', '> 0', 'relation', 'public.work_items'],
  ['private.readable_kind_orgs()', 'on k.read_permission = h.permission_code', 'on true', 'relation', 'public.work_items'],
  ['private.readable_kind_orgs()', 'where h.can_use', 'where true', 'relation', 'public.work_items'],
  ['private.permissions_at_my_org()', 'where h.can_use', 'where true', 'relation', 'public.work_items'],
  ['private.log_granted_read(text,uuid,text)', 'if not exists', 'if false and not exists', 'function', 'trial_read_facts'],
  ['private.work_decide(uuid,boolean,text)', 'or not private.has_permission(asked.permission, item.org_id)', '', 'function', 'work_decide'],
  ['private.work_decide(uuid,boolean,text)', 'if asked.asked_by = (select auth.uid())', 'if false', 'function', 'work_decide'],
  ['private.withdraw_approval(uuid)', 'and a.asked_by = (select auth.uid())', '', 'function', 'withdraw_approval'],
  ['private.end_absence(uuid)', 'and a.officer_id = (select auth.uid())', '', 'function', 'end_absence'],
  ['private.set_absence(uuid,date,date)', 'and f.org_id = me.org_id', '', 'function', 'set_absence'],
  ['private.find_work_handlers(uuid)', 'and private.my_org_id() = i.org_id', '', 'function', 'find_work_handlers'],
  ['private.find_work_targets(uuid,text,text)', 'and private.can_read_item(i)', '', 'function', 'find_work_targets'],
  ['private.find_work_targets(uuid,text,text)', 'and t.id <> i.org_id', '', 'function', 'find_work_targets'],
  ['private.my_handler_ids()', 'where a.deputy_id = auth.uid() and', 'where', 'function', 'work_actions'],
  ['private.assert_may_create(text,text,uuid)', 'if move.permission is null or', 'if false and', 'function', 'trial_open'],
  ['private.can_join_topic(text)', 'where private.has_permission(p.code, org)', 'where true', 'topics'],
  ['private.can_join_topic(text)', 'return ref = (select auth.uid())::text and', 'return', 'topics'],
  ['private.can_join_topic(text)', 'and private.can_read_item(i)', '', 'topics'],
  ['private.topic_since(text,bigint)', 'private.can_join_topic(p_topic) and', '', 'function', 'topic_since'],
  ['private.work_act(uuid,text,jsonb,int,uuid)', 'or not private.can_read_item(item)', '', 'function', 'work_act'],
  ['private.work_act(uuid,text,jsonb,int,uuid)', 'if reason is not null', 'if false', 'function', 'work_act'],
  [
    'private.work_blocked(public.work_items,private.work_transitions,private.work_kinds,jsonb)',
    'and p_item.handler_id not in',
    'and false and p_item.handler_id not in',
    'function',
    'work_actions',
  ],
  [
    'private.work_act(uuid,text,jsonb,int,uuid)',
    'or not private.has_permission(move.permission',
    'or false and not private.has_permission(move.permission',
    'function',
    'work_act',
  ],
  ['private.work_reach(uuid)', 'and not o.is_coordinator', '', 'function', 'find_work_targets'],
  ['private.work_reach(uuid)', 'mine.is_coordinator and', '', 'function', 'find_work_targets'],
  ['private.work_targets(uuid,text)', 'if p_reach is null', 'if true', 'function', 'find_work_targets'],
  ['private.work_actions(uuid)', 'where private.has_permission(d.permission, d.org)', 'where true', 'function', 'work_actions'],
  ['private.delete_view(uuid)', 'and v.officer_id = (select auth.uid())', '', 'function', 'delete_view'],
  ['private.delete_view(uuid)', 'and private.my_org_id() is not null', '', 'function', 'delete_view'],
  ['private.save_view(text,text,text,boolean)', 'and f.is_active', '', 'function', 'save_view'],
  ['private.follow_item(uuid,boolean)', 'and private.can_read_item(i)', '', 'function', 'follow_item'],
  ['private.reveal_reporter(uuid,text)', `or not private.has_permission('complaint.reveal', found_case.org_id)`, '', 'function', 'reveal_reporter'],
  ['private.reveal_reporter(uuid,text)', `'complaint.reveal'`, `'complaint.read'`, 'function', 'reveal_reporter'],
  ['private.may_add_attachment(text,uuid)', 'and private.has_permission(kind.write_permission, owner_org)', '', 'function', 'may_add_attachment'],
  ['private.assert_administers(text,uuid)', 'if not private.has_permission(p_permission, p_org)', 'if false', 'function', 'grant_role'],
  ['private.assert_can_grant(text,uuid)', 'if missing is not null', 'if false', 'function', 'invite_officer'],
  ['private.set_officer_active(uuid,boolean)', 'if p_officer_id = (select auth.uid())', 'if false', 'function', 'set_officer_active'],
  ['private.grant_role(uuid,text,boolean,timestamptz)', 'if p_officer_id = (select auth.uid())', 'if false', 'function', 'grant_role'],
  ['private.publish_work_calendar(int,text,jsonb)', `if not private.has_site_right('site.admin')`, 'if false', 'function', 'publish_work_calendar'],
  ['private.outbox_dead_letters()', `if not private.has_site_right('site.admin')`, 'if false', 'function', 'outbox_dead_letters'],
  [
    'private.audit_entries(text,text,text,timestamptz,timestamptz,bigint,int)',
    `if not private.has_site_right('audit.read')`,
    'if false',
    'function',
    'audit_entries',
  ],
  ['private.check_audit_seals(timestamptz,timestamptz)', `if not private.has_site_right('audit.read')`, 'if false', 'function', 'check_audit_seals'],
  ...(['system_status', 'system_jobs', 'sweep_failures'] as const).map((name): [string, string, string, Scope, string] => [
    `private.${name}()`,
    `if not private.has_site_right('site.admin')`,
    'if false',
    'function',
    name,
  ]),
  ['private.outbox_redrive(bigint)', `if private.has_site_right('site.admin')`, 'if true', 'function', 'outbox_redrive'],
  ['private.kept_definition_kind(text)', 'or not private.has_site_right(spec.permission)', '', 'function', 'publish_definition'],
  ['private.withdraw_definition(uuid)', 'perform private.kept_definition_kind(one.kind)', 'perform 1', 'function', 'withdraw_definition'],
  [
    'private.preview_deadline_rule(text,jsonb,date)',
    `private.definition_kinds := private.kept_definition_kind('deadline_rule')`,
    'private.definition_kinds := null',
    'function',
    'preview_deadline_rule',
  ],
  ['private.readable_definitions()', `k.is_public and s.state = 'published'`, 'k.is_public', 'relation', 'public.definitions'],
  ['private.readable_definitions()', `k.is_public and s.state`, 's.state', 'relation', 'public.definitions'],
  ['private.readable_definitions()', 'or k.permission in (select private.permissions_at_my_org())', '', 'relation', 'public.definitions'],
  [
    'public.complaint_figures(int,text,date,date,text)',
    `and (select exists (select from private.permitted_org_ids('complaint.figures')))`,
    '',
    'function',
    'complaint_figures',
  ],
]

export async function allMutants(db: pg.ClientBase): Promise<Mutant[]> {
  const helpers: Mutant[] = []
  for (const [signature, from, to, scope, target] of helperChanges)
    helpers.push({
      name: `${signature}: "${from.slice(0, 50)}" → "${to.slice(0, 30)}"`,
      sql: await rewritten(db, signature, from, to),
      scope,
      target: target ?? null,
    })
  helpers.push({
    name: 'a city whose range reaches over the province',
    sql: `select private.act_as('system:mutant'); update public.regions set range_end = 349999999 where code = ${places.city}`,
    scope: 'relation',
    target: 'public.work_items',
  })
  return [...(await policyMutants(db)), ...(await privilegeMutants(db)), ...(await executeMutants(db)), ...helpers]
}
