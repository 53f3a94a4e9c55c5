/** What the complaint tests do again and again: file, act as somebody, look up as the citizen, name a body. */
import { uuidOf } from '../../../seed/uuid-of.ts'
import { complaintFlow } from './flow.ts'
import { fileCase, type FiledCase, type TestFiling } from './filing.ts'
import { payloadFor } from '../../proof/flows.ts'
import { places } from '../../people.ts'
import type { Session } from '../../session.ts'

export const handler = 'handler.county-market'
export const reviewer = 'reviewer.county-market'
export const desk = 'coordinator.county-coordination'

export function complaintSteps(session: Session) {
  async function file(name: string, change: Partial<TestFiling> = {}): Promise<FiledCase[]> {
    return session.within('postgres', (db) =>
      fileCase(db, { name, types: ['complaint'], matter: 'food', region: places.town, dispatchTo: 'market', ...change }),
    )
  }

  async function act(
    who: string,
    itemId: string,
    action: string,
    payload: Record<string, unknown> = {},
    key = uuidOf(`${itemId}${action}${Math.random()}`),
  ) {
    const [item] = await session.read('postgres', 'select version, kind from public.work_items where id = $1', [itemId])
    return session.act(who, `select * from public.work_act($1, $2, $3, $4, $5)`, [
      itemId,
      action,
      JSON.stringify({ ...payloadFor(complaintFlow(item?.kind), action, ''), ...payload }),
      item?.version,
      key,
    ])
  }

  /** Asks for what needs a second person, and has one agree. */
  async function agree(who: string, itemId: string, action: string, payload: Record<string, unknown> = {}, by = reviewer) {
    await act(who, itemId, action, payload)
    return session.act(by, `select * from public.work_decide((select id from public.work_approvals where item_id = $1 and outcome is null), true)`, [
      itemId,
    ])
  }

  /** As if it had all begun so many days earlier; the light is left to the sweep. */
  async function age(itemId: string, days: number) {
    await session.act(
      'postgres',
      `update public.work_terms set started_on = started_on - $2::int, started_at = started_at - make_interval(days => $2), due_on = due_on - $2::int,
         warn_at = warn_at - make_interval(days => $2), due_at = due_at - make_interval(days => $2), red_at = red_at - make_interval(days => $2)
       where item_id = $1 and state in ('running', 'suspended')`,
      [itemId, days],
    )
    await session.act(
      'postgres',
      `update public.work_items set warn_at = warn_at - make_interval(days => $2), due_at = due_at - make_interval(days => $2),
         red_at = red_at - make_interval(days => $2), next_light_at = now() where id = $1`,
      [itemId, days],
    )
  }

  /** As if its term had just run out, whatever weekends and holidays lie in it. */
  async function outlive(itemId: string) {
    const [term] = await session.read('postgres', `select extract(day from due_at - now())::int + 1 as days from public.work_items where id = $1`, [
      itemId,
    ])
    await age(itemId, term?.days as number)
  }

  const sweep = () => session.act('postgres', 'select private.work_sweep()')
  const told = (itemId: string, code: string) =>
    session.read(
      'postgres',
      `select (select o.is_coordinator from public.orgs o where o.id = n.org_id) as is_desk, n.officer_id, n.permission, n.body
       from public.work_notifications n where n.item_id = $1 and n.code = $2 order by n.id`,
      [itemId, code],
    )
  const offered = async (who: string, itemId: string) =>
    (await session.read(who, `select action, blocked from public.work_actions($1)`, [itemId])).filter((row) => !row.blocked).map((row) => row.action)
  const lookUp = (name: string) => session.read('service', `select * from public.look_up_complaint($1, $2)`, [`code:${name}`, `tail:${name}`])
  const org = async (region: number, line: string) =>
    (await session.read('postgres', `select id from public.orgs where region_code = $1 and line_code = $2`, [region, line]))[0]?.id as string
  return { file, act, agree, age, outlive, sweep, told, offered, lookUp, org }
}
