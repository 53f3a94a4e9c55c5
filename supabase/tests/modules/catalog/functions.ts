/** Who may call the catalogue's RPCs, and what each caller must be answered. */
import { places } from '../../people.ts'
import { officers, quote, type Call, type FunctionSpec, type Oracle, type Principal, type World } from '../../proof/types.ts'
import { itemBody, marketItem } from './fixture.ts'

interface ClaimFact {
  id: string
  org_id: string
  item_code: string
  state: string
}
export const claimsOf = (world: World) => (world.facts.catalog_claims ?? []) as unknown as ClaimFact[]
const changesOf = (world: World) =>
  (world.facts.catalog_changes ?? []) as unknown as { id: string; org_id: string; owner_org_id: string; state: string }[]

const lineOf = (oracle: Oracle, principal: Principal) => oracle.world.orgs.get(oracle.myOrg(principal) ?? '')?.lineCode
const add = (name: string) => quote(JSON.stringify([{ action: 'add', body: itemBody({ name }) }]))

export const catalogFunctions: Record<string, FunctionSpec> = {
  propose_catalog_change: {
    callers: officers,
    calls: () => [
      {
        sql: `select id from public.propose_catalog_change('add', 'law', '矩阵探测', ${add('矩阵探测的事项')}, null, gen_random_uuid())`,
        // A bureau asks for what is of its own line.
        expect: (oracle, principal) =>
          !oracle.canAtOwn(principal, 'catalog.propose')
            ? 'PT404'
            : ['market', 'coordination'].includes(lineOf(oracle, principal) ?? '')
              ? 'ok'
              : 'PT422',
      },
    ],
  },
  mend_catalog_change: {
    callers: officers,
    calls: (world) =>
      changesOf(world).map((one) => ({
        sql: `select id from public.mend_catalog_change('${one.id}', 'law', '矩阵探测', '[{"action":"suspend","item_code":"${marketItem}"}]', null, (select version from public.work_items as i where i.record_id = '${one.id}'))`,
        expect: (oracle, principal) =>
          one.state === 'mending' && oracle.myOrg(principal) === one.owner_org_id && oracle.can(principal, 'catalog.propose', one.org_id)
            ? 'ok'
            : 'PT404',
      })),
  },
  catalog_impact: {
    callers: officers,
    calls: () => [
      {
        sql: `select count(*) > 0 from public.catalog_impact('{${marketItem}}')`,
        expect: (oracle, principal) => `ok:${oracle.canAtOwn(principal, 'catalog.read')}`,
      },
    ],
  },
  answer_catalog_claims: {
    callers: officers,
    calls: (world) => [
      {
        sql: `select outcome from public.answer_catalog_claims('{${marketItem}}', true) where outcome = 'done'`,
        expect: (oracle, principal) => (oracle.canAtOwn(principal, 'catalog.claim') ? 'ok' : 'PT404'),
      },
      {
        // Nobody answers for another body: of the items, only those that were put before one's own are found.
        sql: `select coalesce(bool_or(outcome = 'done'), false) from public.answer_catalog_claims('{${marketItem}}', true)`,
        expect: (oracle, principal) =>
          oracle.canAtOwn(principal, 'catalog.claim')
            ? `ok:${claimsOf(world).some((one) => one.item_code === marketItem && one.org_id === oracle.myOrg(principal) && ['pending', 'declining'].includes(one.state))}`
            : 'PT404',
      },
    ],
  },
  decide_catalog_claims: {
    callers: officers,
    calls: (world) =>
      claimsOf(world).map((one): Call => ({
        sql: `select outcome = 'done' from public.decide_catalog_claims('{${one.id}}', true)`,
        expect: (oracle, principal) => `ok:${one.state === 'declining' && oracle.can(principal, 'catalog.review', one.org_id)}`,
      })),
  },
  catalog_coverage: {
    callers: officers,
    calls: (world) =>
      ['region', 'line', 'org', 'item'].map((by): Call => ({
        sql: `select coalesce(sum(c.asked), 0) from public.catalog_coverage(${places.province}, null, '${by}') as c`,
        expect: (oracle, principal) => `ok:${claimsOf(world).filter((one) => oracle.can(principal, 'catalog.read', one.org_id)).length}`,
      })),
  },
}
