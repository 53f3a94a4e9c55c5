/** The RPCs of the work-item engine in the matrix, the same for every flow there is. */
import { flowOf, payloadFor } from '../flow-model.ts'
import { people, places } from '../people.ts'
import { mayPass, permitsAt, type Place } from '../scope-oracle.ts'
import { officers, quote, type Call, type FunctionSpec } from './function-spec.ts'
import type { Oracle, Principal, World } from './world.ts'

/** As Postgres orders the letters of actions: '!' before the comma, letters by their code. */
const byName = (a: string, b: string) => (a.replace('!', '') < b.replace('!', '') ? -1 : 1)

/** A body of the county that is not the one in charge: some may pass the case to it, and some may not. */
const toDesk = (world: World, caseOrg: string) =>
  [...world.orgs].find(([id, place]) => id !== caseOrg && place.regionCode === places.county && place.lineCode !== 'coordination')?.[0] ?? ''

/** One item for each flow, state, body and 承办人: what is told apart by anything else is the flow tests' subject. */
const sampled = (world: World) => [
  ...new Map(world.items.map((item) => [[item.kind, item.state, item.org_id, item.handler_id, item.is_asked].join(), item])).values(),
]

/** A press, the first own step of the state, and one that belongs to another state. */
const actionsTried = (item: World['items'][number]) => [
  ...new Set(['urge', Object.keys(flowOf(item.kind).moves[item.state] ?? {})[0] ?? 'take', item.state === 'awaiting_receipt' ? 'accept' : 'receive']),
]

function workActCalls(world: World): Call[] {
  return sampled(world).flatMap((item) =>
    actionsTried(item).map((action) => ({
      sql: `select id from public.work_act(${quote(item.id)}, ${quote(action)}, ${quote(JSON.stringify(payloadFor(item.kind, action, toDesk(world, item.org_id))))}, ${item.version}, gen_random_uuid())`,
      expect: (oracle: Oracle, principal: Principal) => {
        if (!oracle.seesItem(principal, item.id)) return 'PT404'
        if (!oracle.actionsOf(principal, item).includes(action)) return 'PT409'
        return action === 'dispatch' && !oracle.mayPassTo(principal, toDesk(world, item.org_id)) ? 'PT422' : 'ok'
      },
    })),
  )
}

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
    calls: (world) =>
      sampled(world)
        .filter((item) => ['awaiting_receipt', 'returned'].includes(item.state))
        .map((item) => ({
          sql: `select count(*) from public.find_work_targets(${quote(item.id)}, ${quote(item.state === 'returned' ? 'pass_on' : 'hand_over')})`,
          expect: (oracle, principal) => {
            const mine = world.orgs.get(oracle.myOrg(principal) ?? '')
            if (!mine || !oracle.seesItem(principal, item.id)) return 'ok:0'
            const reaches = (id: string, place: Place) =>
              id !== item.org_id && (item.state === 'returned' ? place.lineCode === mine.lineCode : mayPass(mine, place))
            return `ok:${Math.min(20, [...world.orgs].filter(([id, place]) => reaches(id, place)).length)}`
          },
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
              one.regionCode === place.regionCode && one.lineCode === place.lineCode && permitsAt(one, `${flowOf(item.kind).module}.handle`, place),
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
        expect: (_oracle, principal) => (principal.sub === one.asked_by ? 'ok' : 'PT404'),
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
