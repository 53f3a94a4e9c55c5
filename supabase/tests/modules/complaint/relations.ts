/** Who sees which row of the complaint's relations. */
import { fact, officers, withOrgOrGrant, type Oracle, type Principal, type RelationSpec } from '../../proof/types.ts'

const everyoneAndService = ['anon', 'authenticated', 'service_role'] as const
const cases = withOrgOrGrant('complaint.read')

/** Rows that hang on a case. */
const withCase = (key: string, caseColumn = 'case_id'): RelationSpec => ({
  ...cases,
  key,
  facts: ['org', 'item'].map((one) => `(select c.${one}_id::text from public.complaint_cases as c where c.id = ${caseColumn}) as ${one}`).join(', '),
})

/** Of bodies as Postgres writes an array of them. */
const readsAny = (oracle: Oracle, principal: Principal, orgs = '') =>
  orgs
    .replace(/[{}]/g, '')
    .split(',')
    .some((org) => oracle.can(principal, 'complaint.read', org))

export const complaintRelations: Record<string, RelationSpec> = {
  'public.complaint_matters': fact('code', everyoneAndService),
  'public.complaint_routing_rules': fact('id::text', everyoneAndService),
  'public.complaint_cases': cases,
  'public.complaint_case_list': cases,
  'public.complaint_facts': withCase('id::text', 'complaint_facts.id'),
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
