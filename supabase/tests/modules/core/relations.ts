/** Who sees which row of the core's relations. A relation that no module knows fails the run. */
import { fact, officers, withItem, type RelationSpec } from '../../proof/types.ts'
import { definitionRelations } from './definitions.ts'

const everyoneAndService = ['anon', 'authenticated', 'service_role'] as const
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
    // Without an item it goes to one officer by name.
    if (!row.kind) return row.officer === principal.sub
    return oracle.can(principal, oracle.readRight(row.kind ?? ''), org) && (!row.permission || oracle.can(principal, row.permission, org))
  },
}

export const coreRelations: Record<string, RelationSpec> = {
  ...definitionRelations,
  'public.regions': fact('code::text', everyoneAndService),
  'public.sites': {
    ...fact('key', everyoneAndService),
    facts: 'is_active::text as active',
    sees: (_o, principal, row) => row.active === 'true' || principal.role === 'service_role',
  },
  'public.org_lines': fact('code', everyoneAndService),
  'public.orgs': fact('id::text', everyoneAndService),
  'public.jobs': ofPerson('id::text', 'owner_id'),
  'public.codes': fact(`set_key || '/' || code`, everyoneAndService),
  'public.work_calendar_years': fact('year::text'),
  'public.work_calendar': fact('day::text'),
  'public.deadline_rules': fact('id::text'),
  'public.work_states': fact(`kind || '/' || state`),
  'public.audit_seals': fact('id::text'),
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
  'public.papers': withItem('id::text'),
  'public.attachments': {
    key: 'id::text',
    facts: 'org_id::text as org, owner_kind as owner',
    readers: officers,
    sees: (oracle, principal, row) => oracle.can(principal, oracle.attachmentRight(row.owner ?? ''), row.org ?? ''),
  },
}

/** Platform relations on which we set policies: privileges there are the platform's, so an empty answer is a refusal. */
export const storageObjects: RelationSpec = {
  key: 'name',
  facts: `(select string_agg(a.owner_kind || ' ' || a.org_id, ',') from public.attachments as a where a.storage_path = objects.name) as owners,
    (select p.item_id::text from public.papers as p where p.storage_path = objects.name) as item,
    (select j.owner_id::text from public.jobs as j where j.file_path = objects.name) as owner,
    (select d.key from public.definitions as d where d.kind = 'paper_seal' and d.body ->> 'path' = objects.name) as seal`,
  readers: ['anon', 'authenticated', 'service_role'],
  sees: (oracle, principal, row) =>
    principal.role === 'service_role' ||
    oracle.seesItem(principal, row.item ?? '') ||
    (row.owner ? principal.sub === row.owner : false) ||
    (row.seal ? principal.sub !== null && oracle.canAtOwn(principal, 'site.admin') : false) ||
    (row.owners ?? '').split(',').some((one) => {
      const [kind = '', org = ''] = one.split(' ')
      return oracle.can(principal, oracle.attachmentRight(kind), org)
    }),
}
