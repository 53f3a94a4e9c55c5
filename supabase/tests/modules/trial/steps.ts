/** What the tests of the trial flow do again and again. */
import { uuidOf } from '../../../seed/uuid-of.ts'
import { payloadFor } from '../../proof/flows.ts'
import { positions, type PositionKey } from '../../people.ts'
import type { Session } from '../../session.ts'
import { partFlow, trialFlows } from './flow.ts'
import { openNotice, sendNotice } from './fixture.ts'

export function trialSteps(session: Session) {
  const orgIds = new Map<PositionKey, string>()
  const org = async (key: PositionKey): Promise<string> => {
    const place = positions.find((one) => one.key === key)
    const known = orgIds.get(key)
    if (known) return known
    const [row] = await session.read('postgres', `select id from public.orgs where region_code = $1 and line_code = $2`, [
      place?.regionCode,
      place?.lineCode,
    ])
    orgIds.set(key, row?.id as string)
    return row?.id as string
  }
  const item = async (id: string) => (await session.read('postgres', `select * from public.work_items where id = $1`, [id]))[0]
  async function act(who: string, id: string, action: string, payload: Record<string, unknown> = {}) {
    const current = await item(id)
    return session.act(who, `select * from public.work_act($1, $2, $3, $4, $5)`, [
      id,
      action,
      JSON.stringify({ ...payloadFor(trialFlows.find((flow) => flow.kind === current?.kind) ?? partFlow, action, ''), ...payload }),
      current?.version,
      uuidOf(`${id}${action}${Math.random()}`),
    ])
  }
  const open = (who: string, title: string, text?: string) => openNotice(session.db, who, title, text)
  /** A notice of the county's market bureau to others; the item of the notice and those of its parts, by receiver. */
  async function send(title: string, receivers: PositionKey[]): Promise<{ notice: string; parts: string[] }> {
    const notice = await open('handler.county-market', title)
    const ids: string[] = []
    for (const key of receivers) ids.push(await org(key))
    const parts = await sendNotice(session.db, 'handler.county-market', notice, ids)
    return { notice, parts: ids.map((id) => parts.get(id) as string) }
  }
  const terms = (id: string, key: string) =>
    session.read(
      'postgres',
      `select state, due_on::text, due_at, warn_at, red_at, extra_amount from public.work_terms where item_id = $1 and key = $2`,
      [id, key],
    )
  const sweep = () => session.act('postgres', 'select private.work_sweep()')
  return { org, item, act, open, send, terms, sweep }
}
