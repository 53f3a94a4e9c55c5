import fc from 'fast-check'
import type pg from 'pg'
import { expect, it } from 'vitest'
import { fileCase } from './filing.ts'
import { allActions, citizenMoves, closedStates, officerMoves, payloadFor, permissionOf, type CaseType } from './flow-model.ts'
import { personOf, places, positions, type PositionKey } from './people.ts'
import { mayPass, permits } from './scope-oracle.ts'
import { openSession } from './session.ts'

const walks = 1000
const session = await openSession()
const { db } = session

const orgs = new Map<string, PositionKey>()
const orgIds = new Map<PositionKey, string>()
for (const position of positions) {
  const [row] = await session.read('postgres', `select id from public.orgs where region_code = $1 and line_code = $2`, [
    position.regionCode,
    position.lineCode,
  ])
  orgs.set(row?.id as string, position.key)
  orgIds.set(position.key, row?.id as string)
}

const actors = ['handler', 'reviewer', 'lead', 'coordinator', 'line_supervisor', 'leader'].flatMap((role) =>
  positions.map((position) => `${role}.${position.key}`),
)

interface Facts {
  state: string
  to_org_id: string
  version: number
  hop_count: number
  return_count: number
}

async function factsOf(itemId: string): Promise<Facts> {
  const { rows } = await db.query<Facts>(
    `select i.state, i.to_org_id, i.version, i.hop_count, c.return_count from public.work_items i join public.complaint_cases c on c.item_id = i.id where i.id = $1`,
    [itemId],
  )
  return rows[0] as Facts
}

/** Everything that must hold after any step, allowed or refused. */
async function assertSound(itemId: string, caseType: CaseType): Promise<void> {
  const { rows } = await db.query(
    `select i.state, i.is_open, i.version, i.due_at, i.closed_at, o.is_coordinator,
       (select count(*)::int from public.work_events e where e.item_id = i.id) as events,
       (select max(e.seq) from public.work_events e where e.item_id = i.id) as last_seq,
       (select e.to_state from public.work_events e where e.item_id = i.id order by e.seq desc limit 1) as last_state,
       (select count(*)::int from private.outbox_events x where x.key = i.id::text) as outbox,
       (select count(*)::int from public.work_terms t where t.item_id = i.id and t.state = 'running') as running,
       (select count(*)::int from public.work_terms t where t.item_id = i.id and t.state = 'suspended') as suspended,
       (select bool_or(t.state = 'running' and t.due_at is null) from public.work_terms t where t.item_id = i.id) as unset,
       (c.state, c.org_id, c.is_open, c.due_at, c.light) is not distinct from (i.state, i.to_org_id, i.is_open, i.due_at, i.light) as mirrored
     from public.work_items i join public.complaint_cases c on c.item_id = i.id join public.orgs o on o.id = i.to_org_id where i.id = $1`,
    [itemId],
  )
  const row = rows[0]
  const known = [...Object.keys(officerMoves[caseType]), ...closedStates]
  expect(known, 'state the rules know').toContain(row.state)
  expect(row.is_open).toBe(!closedStates.includes(row.state))
  expect([row.events, row.last_seq, row.outbox], 'no event lost').toEqual([row.version, row.version, row.version])
  expect(row.last_state).toBe(row.state)
  expect(row.mirrored, 'case equals item').toBe(true)
  expect(row.unset ?? false).toBe(false)
  if (row.is_open) expect(row.running + row.suspended, 'an open item has a term').toBeGreaterThan(0)
  else expect([row.running, row.suspended, row.closed_at === null]).toEqual([0, 0, false])
  expect(row.running > 0).toBe(row.due_at !== null)
  if (row.state === 'awaiting_dispatch') expect(row.is_coordinator).toBe(true)
}

async function attempt(client: pg.Client, sql: string, params: unknown[], sub: string | null): Promise<string | null> {
  await client.query('savepoint step')
  try {
    await client.query(`select set_config('request.jwt.claims', $1, true)`, [JSON.stringify(sub ? { sub } : {})])
    await client.query(sql, params)
    return null
  } catch (error) {
    await client.query('rollback to savepoint step')
    return error instanceof Error ? error.message : String(error)
  }
}

/** What the rules say to this act, without asking the database. */
function isAllowed(caseType: CaseType, facts: Facts, action: string, actor: string, toOrg: PositionKey): boolean {
  const holder = orgs.get(facts.to_org_id)
  if (!holder || !(action in (officerMoves[caseType][facts.state] ?? {}))) return false
  if (!permits(personOf(actor), permissionOf(action), holder)) return false
  if ((action === 'hand_over' || action === 'dispatch') && orgIds.get(toOrg) === facts.to_org_id) return false
  const place = positions.find((one) => one.key === toOrg)
  if ((action === 'hand_over' || action === 'dispatch') && !(place && mayPass(personOf(actor), place))) return false
  if (action === 'hand_over' && facts.hop_count + 1 > 4 && !toOrg.endsWith('coordination')) return false
  return !(action === 'give_back' && facts.return_count >= 2)
}

const step = fc.record({
  action: fc.constantFrom(...allActions),
  /** Most steps are taken by somebody who probably may, or a walk would never leave the start. */
  insider: fc.integer({ min: 0, max: 9 }),
  actor: fc.constantFrom(...actors),
  toOrg: fc.constantFrom<PositionKey>('county-market', 'county-environment', 'sibling-market', 'city-market'),
  pick: fc.nat(),
})

it(`no walk of ${walks} reaches a state that the rules forbid, loses an event or leaves a term unset`, async () => {
  const reached = new Set<string>()
  await fc.assert(
    fc.asyncProperty(fc.constantFrom<CaseType>('complaint', 'tip'), fc.array(step, { minLength: 3, maxLength: 10 }), async (caseType, steps) => {
      await db.query('begin')
      try {
        const [filed] = await fileCase(db, { name: 'walk', types: [caseType], matter: 'food', region: places.town })
        const itemId = filed?.item_id as string
        let extended = false
        for (const one of steps) {
          const facts = await factsOf(itemId)
          const moves = Object.keys(officerMoves[caseType][facts.state] ?? {})
          const isInside = one.insider > 2 && moves.length > 0
          const action = isInside ? (moves[one.pick % moves.length] as string) : one.action
          const holder = orgs.get(facts.to_org_id)
          const role = permissionOf(action) === 'complaint.handle' ? 'handler' : permissionOf(action) === 'complaint.approve' ? 'lead' : 'coordinator'
          const actor = isInside ? `${role}.${holder}` : one.actor
          const isCitizen = action === 'supply_material' || action === 'withdraw'
          const refused = isCitizen
            ? await attempt(db, `select private.work_system_act($1, $2, '{}', 'system:citizen', '投诉举报人')`, [itemId, action], null)
            : await attempt(
                db,
                `select * from public.work_act($1, $2, $3, $4, gen_random_uuid())`,
                [itemId, action, JSON.stringify(payloadFor(caseType, action, orgIds.get(one.toOrg) as string)), facts.version],
                personOf(actor).id,
              )
          const now = await factsOf(itemId)
          const target = isCitizen
            ? action === 'withdraw' && !closedStates.includes(facts.state)
              ? 'withdrawn'
              : citizenMoves[caseType][facts.state]?.[action]
            : isAllowed(caseType, facts, action, actor, one.toOrg) && !(action === 'extend' && extended)
              ? officerMoves[caseType][facts.state]?.[action]
              : undefined
          expect(refused === null, `${caseType} ${facts.state} ${action} by ${actor}: ${refused ?? 'done'}`).toBe(target !== undefined)
          expect(now.state).toBe(target ?? facts.state)
          // A new term starts after a return; it may be extended again.
          extended = action === 'give_back' && !refused ? false : extended || (action === 'extend' && !refused)
          await assertSound(itemId, caseType)
          reached.add(`${caseType}.${now.state}`)
        }
      } finally {
        await db.query('rollback')
      }
    }),
    { numRuns: walks, seed: 20261121 },
  )
  // Walks that never got anywhere would prove nothing.
  expect([...reached].sort()).toEqual([
    'complaint.answered',
    'complaint.awaiting_decision',
    'complaint.awaiting_dispatch',
    'complaint.awaiting_material',
    'complaint.awaiting_receipt',
    'complaint.concluded',
    'complaint.mediating',
    'complaint.refused',
    'complaint.suspended',
    'complaint.withdrawn',
    'tip.answered',
    'tip.awaiting_dispatch',
    'tip.awaiting_material',
    'tip.awaiting_receipt',
    'tip.investigating',
    'tip.not_filed',
    'tip.verifying',
    'tip.withdrawn',
  ])
}, 240_000)
