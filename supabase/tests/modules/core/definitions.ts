/** Versioned definitions in the matrix: what is published of a public kind is everybody's; to change it is for the top of the site. */
import { places } from '../../people.ts'
import type { FunctionSpec, Oracle, Principal, RelationSpec } from '../../proof/types.ts'

const keepers = (oracle: Oracle, principal: Principal) => (oracle.canForSite(principal, 'site.admin') ? 'ok' : 'PT404')
/** What the public may not read even when it is published. */
const closedKinds = ['fixture_closed', 'message', 'paper_seal']
const withdrawable = `(select d.id from public.definitions as d where d.kind = 'code' and d.key = 'tip.outcome/fixture_coming' and d.state = 'published')`

export const definitionRelations: Record<string, RelationSpec> = {
  'public.definitions': {
    key: `kind || '/' || key || '/' || version`,
    facts: 'kind, state',
    readers: ['anon', 'authenticated'],
    sees: (oracle, principal, row) =>
      (row.state === 'published' && !closedKinds.includes(row.kind ?? '')) || (principal.sub !== null && oracle.canAtOwn(principal, 'site.admin')),
  },
}

export const definitionFunctions: Record<string, FunctionSpec> = {
  code_sets: { callers: ['anon', 'authenticated'], calls: () => [{ sql: `select count(*) > 3 from public.code_sets()`, expect: () => 'ok:true' }] },
  publish_definition: {
    callers: ['authenticated'],
    calls: () => [
      {
        sql: `select id from public.publish_definition('deadline_rule', 'complaint.accept', '{"amount": 9, "legal_basis": "矩阵"}', current_date + 3, '矩阵探测')`,
        expect: keepers,
      },
      { sql: `select id from public.publish_definition('no_such_kind', 'x', '{}', current_date, '矩阵探测')`, expect: () => 'PT404' },
    ],
  },
  withdraw_definition: {
    callers: ['authenticated'],
    calls: () => [{ sql: `select id from public.withdraw_definition(${withdrawable})`, expect: keepers }],
  },
  map_places: {
    callers: ['authenticated'],
    calls: () => [
      {
        sql: `select count(*) > 5 from public.map_places(${places.province})`,
        expect: (oracle, principal) => (oracle.canForSite(principal, 'site.admin') ? 'ok:true' : 'PT404'),
      },
    ],
  },
  preview_deadline_rule: {
    callers: ['authenticated'],
    calls: () => [
      {
        sql: `select count(*) > 0 from public.preview_deadline_rule('complaint.accept', '{"amount": 9}', current_date + 3)`,
        expect: (oracle, principal) => (oracle.canForSite(principal, 'site.admin') ? 'ok:true' : 'PT404'),
      },
    ],
  },
}
