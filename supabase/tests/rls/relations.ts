/** Who sees which row of every relation. A relation that is missing here fails the run. */
import { flowOf } from '../flow-model.ts'
import { definitionRelations } from './definition-cases.ts'
import type { Oracle, Principal } from './world.ts'

export interface RelationSpec {
  /** Expression over the row that names it, readable by whoever may read the row. */
  key: string
  /** Extra expressions the oracle needs, read as the owner. */
  facts?: string
  /** Only some columns are granted. */
  isPartlyGranted?: true
  /** API roles that hold `select`; everybody else is refused by privilege, not by an empty answer. */
  readers: Principal['role'][]
  sees: (oracle: Oracle, principal: Principal, row: Record<string, string>) => boolean
}

const everyone = ['anon', 'authenticated'] as const
const everyoneAndService = ['anon', 'authenticated', 'service_role'] as const
const officers: Principal['role'][] = ['authenticated']

const fact = (key: string, readers: readonly Principal['role'][] = everyone): RelationSpec => ({ key, readers: [...readers], sees: () => true })

/** Of bodies as Postgres writes an array of them. */
const readsAny = (oracle: Oracle, principal: Principal, orgs = '') =>
  orgs
    .replace(/[{}]/g, '')
    .split(',')
    .some((org) => oracle.can(principal, 'complaint.read', org))

const withItem = (key: string, itemColumn = 'item_id'): RelationSpec => ({
  key,
  facts: `${itemColumn}::text as item`,
  readers: officers,
  sees: (oracle, principal, row) => oracle.seesItem(principal, row.item ?? ''),
})

const withCase = (key: string, caseColumn = 'case_id'): RelationSpec => ({
  key,
  facts: `${caseColumn}::text as case_id`,
  readers: officers,
  sees: (oracle, principal, row) => oracle.seesCase(principal, row.case_id ?? ''),
})

const anyOfficer = (key: string): RelationSpec => ({ key, readers: officers, sees: (oracle, principal) => oracle.myOrg(principal) !== null })

const ofPerson = (key: string, column: string): RelationSpec => ({
  key,
  facts: `${column}::text as officer`,
  readers: officers,
  sees: (_oracle, principal, row) => principal.sub === row.officer,
})

const colleagues = (key: string, column: string): RelationSpec => ({
  key,
  facts: `${column}::text as officer, org_id::text as org`,
  readers: officers,
  sees: (oracle, principal, row) => principal.sub === row.officer || oracle.can(principal, 'officer.read', row.org ?? ''),
})

const messages: RelationSpec = {
  key: 'id::text',
  readers: officers,
  sees: (oracle, principal, row) => {
    const org = oracle.myOrg(principal)
    if (org === null || org !== row.org || (row.officer && row.officer !== principal.sub)) return false
    return oracle.can(principal, `${flowOf(row.kind ?? '').module}.read`, org) && (!row.permission || oracle.can(principal, row.permission, org))
  },
}

export const relations: Record<string, RelationSpec> = {
  ...definitionRelations,
  'public.regions': fact('code::text', everyoneAndService),
  'public.sites': {
    ...fact('key', everyoneAndService),
    facts: 'is_active::text as active',
    sees: (_o, principal, row) => row.active === 'true' || principal.role === 'service_role',
  },
  'public.org_lines': fact('code', everyoneAndService),
  'public.orgs': fact('id::text', everyoneAndService),
  'public.codes': fact(`set_key || '/' || code`, everyoneAndService),
  'public.work_calendar_years': fact('year::text'),
  'public.work_calendar': fact('day::text'),
  'public.deadline_rules': fact('id::text'),
  'public.work_states': fact(`kind || '/' || state`),
  'public.audit_seals': fact('id::text'),
  'public.complaint_matters': fact('code', everyoneAndService),
  'public.complaint_routing_rules': fact('id::text', everyoneAndService),
  'public.officers': colleagues('id::text', 'id'),
  'public.officer_role_grants': colleagues(`officer_id || '/' || role_code`, 'officer_id'),
  'public.officer_permissions': anyOfficer('code'),
  'public.officer_roles': anyOfficer('code'),
  'public.officer_role_permissions': anyOfficer(`role_code || '/' || permission_code`),
  'public.officer_invitations': {
    isPartlyGranted: true,
    key: 'id::text',
    facts: 'org_id::text as org',
    readers: officers,
    sees: (oracle, principal, row) => oracle.can(principal, 'officer.invite', row.org ?? ''),
  },
  'public.work_items': withItem('id::text', 'id'),
  'public.work_inbox': withItem('id::text', 'id'),
  'public.work_events': withItem('id::text'),
  'public.work_terms': withItem('id::text'),
  'public.work_term_list': withItem('id::text'),
  'public.work_suspensions': withItem('id::text'),
  'public.work_extensions': withItem('id::text'),
  'public.work_approvals': withItem('id::text'),
  'public.work_links': {
    key: `from_item_id || '/' || to_item_id`,
    facts: 'from_item_id::text as from_item, to_item_id::text as to_item',
    readers: officers,
    sees: (oracle, principal, row) => oracle.seesItem(principal, row.from_item ?? '') && oracle.seesItem(principal, row.to_item ?? ''),
  },
  'public.officer_absences': {
    key: 'id::text',
    facts: 'officer_id::text as officer, deputy_id::text as deputy, org_id::text as org',
    readers: officers,
    sees: (oracle, principal, row) =>
      principal.sub === row.officer || principal.sub === row.deputy || oracle.can(principal, 'officer.read', row.org ?? ''),
  },
  'public.work_notifications': { ...messages, facts: `org_id::text as org, officer_id::text as officer, kind, permission` },
  'public.my_notifications': {
    ...messages,
    facts: `(select n.org_id::text from public.work_notifications as n where n.id = my_notifications.id) as org, kind,
      (select n.officer_id::text from public.work_notifications as n where n.id = my_notifications.id) as officer,
      (select n.permission from public.work_notifications as n where n.id = my_notifications.id) as permission`,
  },
  'public.work_notification_marks': ofPerson('officer_id::text', 'officer_id'),
  'public.work_notification_reads': ofPerson(`officer_id || '/' || notification_id`, 'officer_id'),
  'public.officer_views': ofPerson('id::text', 'officer_id'),
  'public.work_follows': ofPerson(`officer_id || '/' || item_id`, 'officer_id'),
  'public.attachments': {
    key: 'id::text',
    facts: 'org_id::text as org, owner_id::text as owner',
    readers: officers,
    sees: (oracle, principal, row) => oracle.can(principal, 'complaint.read', row.org ?? ''),
  },
  'public.trial_notices': {
    key: 'id::text',
    facts: 'org_id::text as org',
    readers: officers,
    sees: (oracle, principal, row) => oracle.can(principal, 'trial.read', row.org ?? ''),
  },
  'public.trial_parts': {
    key: 'id::text',
    facts: 'org_id::text as org, item_id::text as item',
    readers: officers,
    sees: (oracle, principal, row) => oracle.can(principal, 'trial.read', row.org ?? '') || oracle.isGranted(principal, 'work', row.item ?? ''),
  },
  'public.complaint_cases': withCase('id::text', 'id'),
  'public.complaint_case_list': withCase('id::text', 'id'),
  'public.complaint_facts': withCase('id::text', 'id'),
  'public.complaint_routes': withCase('id::text'),
  'public.complaint_answers': withCase('id::text'),
  'public.complaint_materials': withCase('id::text'),
  'public.complaint_ratings': withCase('case_id::text'),
  'public.complaint_reporters': {
    key: 'filing_id::text',
    facts: '(select array_agg(c.org_id::text) from public.complaint_cases as c where c.filing_id = complaint_reporters.filing_id)::text as orgs',
    readers: officers,
    sees: (oracle, principal, row) => readsAny(oracle, principal, row.orgs),
  },
}

/** Platform relations on which we set policies: privileges there are the platform's, so an empty answer is a refusal. */
export const storageObjects: RelationSpec = {
  key: 'name',
  facts: '(select array_agg(a.org_id::text) from public.attachments as a where a.storage_path = objects.name)::text as orgs',
  readers: ['anon', 'authenticated', 'service_role'],
  sees: (oracle, principal, row) => principal.role === 'service_role' || readsAny(oracle, principal, row.orgs),
}
