/** The RPCs of the work-item engine in the matrix, the same for every flow there is. */
import { people, places } from '../../people.ts'
import { movesOf, payloadFor } from '../../proof/flows.ts'
import type { Proofs } from '../../proof/modules.ts'
import { mayPass, permitsAt } from '../../proof/rights.ts'
import { officers, quote, type Call, type FunctionSpec, type Oracle, type Principal, type World } from '../../proof/types.ts'

/** As Postgres orders the letters of actions: '!' before the comma, letters by their code. */
const byName = (a: string, b: string) => (a.replace('!', '') < b.replace('!', '') ? -1 : 1)

/** A body of the county that is not the one in charge: some may pass the case to it, and some may not. */
const toDesk = (world: World, caseOrg: string) =>
  [...world.orgs].find(([id, place]) => id !== caseOrg && place.regionCode === places.county && place.lineCode !== 'coordination')?.[0] ?? ''

/** One item for each flow, state, body and 承办人: what is told apart by anything else is the flow tests' subject. */
type Item = World['items'][number]

const sampled = (world: World) => [
  ...new Map(world.items.map((item) => [[item.kind, item.state, item.org_id, item.handler_id, item.is_asked].join(), item])).values(),
]

/** A press, the first own step of the state, and one that belongs to other states only. */
function actionsTried(proofs: Proofs, item: Item): string[] {
  const flow = proofs.flowOf(item.kind)
  const here = movesOf(flow, item.state)
  const foreign = Object.values(flow.moves)
    .flatMap((moves) => Object.keys(moves))
    .find((action) => !(action in here))
  return [...new Set(['urge', Object.keys(flow.moves[item.state] ?? {})[0] ?? 'take', ...(foreign ? [foreign] : [])])]
}

const reachOf = (proofs: Proofs, kind: string) => proofs.flowOf(kind).reach ?? mayPass

/** Whether the caller's body may pass such an item to that one. */
function passes(oracle: Oracle, principal: Principal, item: Item, to: string): boolean {
  const [mine, there] = [oracle.world.orgs.get(oracle.myOrg(principal) ?? ''), oracle.world.orgs.get(to)]
  return mine !== undefined && there !== undefined && to !== item.org_id && reachOf(oracle.proofs, item.kind)(mine, there)
}

function workActCalls(world: World, proofs: Proofs): Call[] {
  return sampled(world).flatMap((item) =>
    actionsTried(proofs, item).map((action) => {
      const to = toDesk(world, item.org_id)
      const move = movesOf(proofs.flowOf(item.kind), item.state)[action]
      const payload = JSON.stringify(payloadFor(proofs.flowOf(item.kind), action, to))
      return {
        sql: `select id from public.work_act(${quote(item.id)}, ${quote(action)}, ${quote(payload)}, ${item.version}, gen_random_uuid())`,
        expect: (oracle: Oracle, principal: Principal) => {
          if (!oracle.seesItem(principal, item.id)) return 'PT404'
          if (!oracle.actionsOf(principal, item).includes(action)) return 'PT409'
          return move?.passes === 'on' && !passes(oracle, principal, item, to) ? 'PT422' : 'ok'
        },
      }
    }),
  )
}

/** Items that can be passed on in their state, each with the move that does it. */
const passable = (world: World, proofs: Proofs) =>
  sampled(world).flatMap((item) => {
    const found = Object.entries(movesOf(proofs.flowOf(item.kind), item.state)).find(([, move]) => move.passes === 'on')
    return found ? [{ item, action: found[0] }] : []
  })

export const workFunctions: Record<string, FunctionSpec> = {
  work_actions: {
    callers: officers,
    calls: (world) =>
      sampled(world).map((item) => ({
        sql: `select string_agg(a.action || case when a.blocked is null then '' else '!' end, ',' order by a.action) from public.work_actions(${quote(item.id)}) as a`,
        expect: (oracle, principal) => `ok:${oracle.actionsOf(principal, item).sort(byName).join(',')}`,
      })),
  },
  work_act: { callers: officers, calls: workActCalls },
  find_work_targets: {
    callers: officers,
    calls: (world, proofs) =>
      passable(world, proofs).map(({ item, action }) => ({
        sql: `select count(*) from public.find_work_targets(${quote(item.id)}, ${quote(action)})`,
        expect: (oracle, principal) =>
          oracle.seesItem(principal, item.id)
            ? `ok:${Math.min(20, [...world.orgs.keys()].filter((id) => passes(oracle, principal, item, id)).length)}`
            : 'ok:0',
      })),
  },
  find_work_handlers: {
    callers: officers,
    calls: (world) =>
      sampled(world).map((item) => ({
        sql: `select count(*) from public.find_work_handlers(${quote(item.id)})`,
        expect: (oracle, principal) => {
          const place = world.orgs.get(item.org_id)
          if (!place || oracle.myOrg(principal) !== item.org_id || !oracle.seesItem(principal, item.id)) return 'ok:0'
          const fit = people.filter(
            (one) =>
              one.regionCode === place.regionCode &&
              one.lineCode === place.lineCode &&
              permitsAt(oracle.proofs.rights, one, `${oracle.proofs.flowOf(item.kind).module}.handle`, place),
          )
          return `ok:${fit.length}`
        },
      })),
  },
  work_act_many: {
    callers: officers,
    calls: (world) =>
      world.items.slice(0, 6).map((item) => ({
        sql: `select bool_and(is_done) from public.work_act_many(jsonb_build_array(jsonb_build_object('id', ${quote(item.id)}, 'version', ${item.version}, 'key', gen_random_uuid())), 'urge', '{"note":"请尽快办理"}')`,
        expect: (oracle, principal) => `ok:${oracle.actionsOf(principal, item).includes('urge')}`,
      })),
  },
  work_decide: {
    callers: officers,
    calls: (world) =>
      world.approvals.map((one) => ({
        sql: `select id from public.work_decide(${quote(one.id)}, true)`,
        expect: (oracle, principal) => {
          const org = world.itemById.get(one.item_id)?.org_id ?? ''
          if (!oracle.seesItem(principal, one.item_id) || !oracle.can(principal, one.permission, org)) return 'PT404'
          return principal.sub === one.asked_by ? 'PT403' : 'ok'
        },
      })),
  },
  withdraw_approval: {
    callers: officers,
    calls: (world) =>
      world.approvals.map((one) => ({
        sql: `select public.withdraw_approval(${quote(one.id)})`,
        expect: (oracle, principal) => (principal.sub === one.asked_by && oracle.seesItem(principal, one.item_id) ? 'ok' : 'PT404'),
      })),
  },
  set_absence: {
    callers: officers,
    calls: (world) =>
      world.officers
        .filter((_, i) => i % 7 === 0)
        .map((deputy) => ({
          sql: `select public.set_absence(${quote(deputy.id)}, (now() + interval '40 days')::date, (now() + interval '50 days')::date)`,
          expect: (oracle, principal) => {
            const org = oracle.myOrg(principal)
            if (org === null) return 'PT404'
            return deputy.org_id === org &&
              deputy.id !== principal.sub &&
              !people.some((one) => one.id === deputy.id && one.key.startsWith('disabled.'))
              ? 'ok'
              : 'PT422'
          },
        })),
  },
  end_absence: {
    callers: officers,
    calls: (world) =>
      world.absences.map((one) => ({
        sql: `select public.end_absence(${quote(one.id)})`,
        expect: (_oracle, principal) => (principal.sub === one.officer_id ? 'ok' : 'PT404'),
      })),
  },
  follow_item: {
    callers: officers,
    calls: (world) =>
      sampled(world).map((item) => ({
        sql: `select public.follow_item(${quote(item.id)}, true)`,
        expect: (oracle, principal) => (oracle.seesItem(principal, item.id) ? 'ok' : 'PT404'),
      })),
  },
  topic_since: {
    callers: officers,
    calls: (world) =>
      world.topics.map((topic) => ({
        sql: `select count(*) > 0 from public.topic_since(${quote(topic)}, 0)`,
        expect: (oracle, principal) => `ok:${oracle.joinsTopic(principal, topic)}`,
      })),
  },
}
