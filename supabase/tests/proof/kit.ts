/** What the fixtures of the modules do again and again: call and act as a person, by the same functions that the API calls. */
import type pg from 'pg'
import { claimsFor, personOf } from '../people.ts'
import { payloadFor } from './flows.ts'
import type { Flow } from './types.ts'

export async function orgId(db: pg.ClientBase, region: number, line: string): Promise<string> {
  const { rows } = await db.query<{ id: string }>('select id from public.orgs where region_code = $1 and line_code = $2', [region, line])
  return rows[0]?.id as string
}

/** One statement as a person. */
export async function callAs(db: pg.ClientBase, person: string, sql: string, params: unknown[] = []): Promise<void> {
  await db.query('begin')
  await db.query(`select set_config('request.jwt.claims', $1, true)`, [JSON.stringify(claimsFor(personOf(person).id))])
  await db.query(sql, params)
  await db.query('commit')
}

/** Takes an action as a person, by the same function that the API calls; what needs a second person gets one of the same body. */
export async function actAs(
  db: pg.ClientBase,
  who: string,
  itemId: string,
  action: string,
  payload: Record<string, unknown>,
  isAgreed = true,
): Promise<void> {
  const as = (person: string, sql: string, params: unknown[]) => callAs(db, person, sql, params)
  await as(who, `select private.work_act($1, $2, $3, (select version from public.work_items where id = $1), gen_random_uuid())`, [
    itemId,
    action,
    JSON.stringify(payload),
  ])
  if (!isAgreed) return
  const { rows } = await db.query<{ id: string }>('select id from public.work_approvals where item_id = $1 and outcome is null', [itemId])
  if (rows[0]) await as(`reviewer.${who.split('.')[1]}`, `select private.work_decide($1, true, '')`, [rows[0].id])
}

/** Takes several steps, each with a payload that satisfies the flow. */
export async function walk(db: pg.ClientBase, itemId: string, flow: Flow, steps: [who: string, action: string][], toOrg = ''): Promise<void> {
  for (const [who, action] of steps) await actAs(db, who, itemId, action, payloadFor(flow, action, toOrg))
}
