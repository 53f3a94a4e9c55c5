/** What the complaint tests do again and again: file, act as somebody, follow as the citizen, name a body. */
import { uuidOf } from '../seed/uuid-of.ts'
import { fileCase, type FiledCase, type TestFiling } from './filing.ts'
import { payloadFor } from './flow-model.ts'
import { places } from './people.ts'
import type { Session } from './session.ts'

export const handler = 'handler.county-market'
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
    payload: Record<string, string> = {},
    key = uuidOf(`${itemId}${action}${Math.random()}`),
  ) {
    const [item] = await session.read('postgres', 'select version, kind from public.work_items where id = $1', [itemId])
    return session.act(who, `select * from public.work_act($1, $2, $3, $4, $5)`, [
      itemId,
      action,
      JSON.stringify({ ...payloadFor(item?.kind as 'complaint', action, ''), ...payload }),
      item?.version,
      key,
    ])
  }

  const follow = (name: string) => session.read('service', `select * from public.follow_complaint($1, $2)`, [`code:${name}`, `tail:${name}`])
  const org = async (region: number, line: string) =>
    (await session.read('postgres', `select id from public.orgs where region_code = $1 and line_code = $2`, [region, line]))[0]?.id as string
  return { file, act, follow, org }
}
