/** Rows of the flow of the tests: a notice of a county to its sibling and to another line, one of a city, one that is only a draft. */
import type pg from 'pg'
import { actAs, orgId } from '../../proof/kit.ts'
import { payloadFor } from '../../proof/flows.ts'
import { partFlow } from './flow.ts'
import { claimsFor, personOf, places } from '../../people.ts'

/** Drafts a notice as a person; returns its item. */
export async function openNotice(db: pg.ClientBase, who: string, title: string, text = '请办理并反馈。'): Promise<string> {
  await db.query('begin')
  await db.query(`select set_config('request.jwt.claims', $1, true)`, [JSON.stringify(claimsFor(personOf(who).id))])
  const { rows } = await db.query<{ id: string }>(`select private.trial_open($1, $2) as id`, [title, text])
  await db.query('commit')
  return rows[0]?.id as string
}

/** Sends it to bodies (with the second person's consent); returns the items of the parts by body. */
export async function sendNotice(db: pg.ClientBase, who: string, itemId: string, receivers: string[]): Promise<Map<string, string>> {
  await actAs(db, who, itemId, 'send', { receivers, due_on: '2099-01-05' })
  const { rows } = await db.query<{ id: string; org_id: string }>('select id, org_id from public.work_items where parent_id = $1', [itemId])
  return new Map(rows.map((row) => [row.org_id, row.id]))
}

export async function fillTrial(db: pg.ClientBase): Promise<void> {
  const sender = 'handler.county-market'
  const sibling = await orgId(db, places.sibling, 'market')
  const environment = await orgId(db, places.county, 'environment')
  const parts = await sendNotice(db, sender, await openNotice(db, sender, '试验通知一'), [sibling, environment])
  const atSibling = parts.get(sibling) as string
  for (const action of ['sign', 'lend', 'extend', 'pause'])
    await actAs(db, 'handler.sibling-market', atSibling, action, payloadFor(partFlow, action, environment))
  const atEnvironment = parts.get(environment) as string
  for (const action of ['sign', 'answer']) await actAs(db, 'handler.county-environment', atEnvironment, action, payloadFor(partFlow, action, ''))
  await actAs(db, sender, await openNotice(db, sender, '试验通知四'), 'send', { receivers: [sibling], due_on: '2099-01-05' }, false)
  const back = await sendNotice(db, 'lead.city-market', await openNotice(db, 'lead.city-market', '试验通知三'), [sibling])
  for (const action of ['sign', 'give_back'])
    await actAs(db, 'handler.sibling-market', back.get(sibling) as string, action, payloadFor(partFlow, action, ''))
}
