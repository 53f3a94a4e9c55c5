/** Who may call the complaint's RPCs, and what each caller must be answered. */
import { places } from '../../people.ts'
import { edgeOnly, nobody, officers, type Call, type FunctionSpec, type Oracle, type Principal, type World } from '../../proof/types.ts'

interface CaseFact {
  id: string
  org_id: string
  item_id: string
  handler_id: string | null
  is_open: boolean
  subject_id: string | null
  subject_name: string
}

export const casesOf = (world: World) => (world.facts.complaint_cases ?? []) as unknown as CaseFact[]
const sees = (oracle: Oracle, principal: Principal, one: { org_id: string; item_id: string }) =>
  oracle.can(principal, 'complaint.read', one.org_id) || oracle.isGranted(principal, 'work', one.item_id)

/** About the same business: the same registered subject, or the same name where one of the two is not linked. */
const isSameBusiness = (one: CaseFact, other: CaseFact) =>
  one.id !== other.id &&
  ((one.subject_id !== null && one.subject_id === other.subject_id) ||
    (one.subject_name === other.subject_name && (one.subject_id === null || other.subject_id === null)))

const mayLink = (oracle: Oracle, principal: Principal, one: CaseFact) =>
  oracle.myOrg(principal) === one.org_id && ['complaint.handle', 'complaint.dispatch'].some((right) => oracle.can(principal, right, one.org_id))

export const complaintFunctions: Record<string, FunctionSpec> = {
  file_complaint: edgeOnly(`select * from public.file_complaint('${nobody}', '{}', '{}', 'a', 'b', 'c')`),
  complaint_route_candidates: edgeOnly(`select * from public.complaint_route_candidates('${nobody}')`),
  complaint_apply_route: edgeOnly(`select * from public.complaint_apply_route('[{"item_id":"${nobody}","candidates":[],"is_confident":false}]')`),
  ask_recovery: edgeOnly(`select public.ask_recovery('${nobody}', 'phone', '138****0000')`),
  open_recovery: edgeOnly(`select * from public.open_recovery('${nobody}', 'phone', '000000')`),
  look_up_complaint: edgeOnly(`select * from public.look_up_complaint('code:answered', 'tail:answered')`),
  complaint_paper: edgeOnly(`select * from public.complaint_paper('code:answered', 'tail:answered', '${nobody}')`),
  citizen_act: edgeOnly(`select public.citizen_act('code:answered', 'tail:answered', 'x', 'withdraw', '{}')`),
  complaint_owner: {
    callers: ['anon', 'authenticated', 'service_role'],
    calls: () => [{ sql: `select * from public.complaint_owner('food', ${places.town})`, expect: () => 'ok' }],
  },
  complaint_history: {
    callers: officers,
    calls: (world) =>
      casesOf(world).map((one) => ({
        sql: `select count(*) from public.complaint_history('${one.id}')`,
        expect: (oracle, principal) =>
          `ok:${sees(oracle, principal, one) ? casesOf(world).filter((other) => isSameBusiness(one, other) && sees(oracle, principal, other)).length : 0}`,
      })),
  },
  complaint_link_subject: {
    callers: officers,
    calls: (world) =>
      casesOf(world).flatMap((one): Call[] => [
        {
          sql: `select public.complaint_link_subject('${one.id}', null)`,
          expect: (oracle, principal) => (mayLink(oracle, principal, one) ? 'ok' : 'PT404'),
        },
        { sql: `select public.complaint_link_subject('${one.id}', '${nobody}')`, expect: () => 'PT404' },
      ]),
  },
  complaint_figures: {
    callers: officers,
    calls: (world) => [
      ...[places.province, places.city, places.county].map((region): Call => ({
        sql: `select coalesce(sum(f.received), 0) from public.complaint_figures(${region}, null, '2020-01-01', '2099-01-01', 'line') as f`,
        expect: (oracle, principal) =>
          region === places.province
            ? `ok:${oracle.canAtOwn(principal, 'complaint.figures') ? casesOf(world).filter((one) => sees(oracle, principal, one)).length : 0}`
            : 'ok',
      })),
      {
        // Places where nothing came in are named as well: to those who may see figures.
        sql: `select count(*) > 0 from public.complaint_figures(${places.otherCity}, null, '2020-01-01', '2020-01-02', 'region')`,
        expect: (oracle, principal) => `ok:${oracle.canAtOwn(principal, 'complaint.figures')}`,
      },
      // However they are grouped, they are the same cases.
      ...['org', 'hour', 'matter'].map((by): Call => ({
        sql: `select coalesce(sum(f.received), 0) from public.complaint_figures(${places.province}, null, '2020-01-01', '2099-01-01', '${by}') as f`,
        expect: (oracle, principal) =>
          `ok:${oracle.canAtOwn(principal, 'complaint.figures') ? casesOf(world).filter((one) => sees(oracle, principal, one)).length : 0}`,
      })),
      {
        // And so are months: thirteen from one January to the next.
        sql: `select count(*) from public.complaint_figures(${places.otherCity}, null, '2020-01-31', '2021-01-01', 'month')`,
        expect: (oracle, principal) => `ok:${oracle.canAtOwn(principal, 'complaint.figures') ? 13 : 0}`,
      },
    ],
  },
}
