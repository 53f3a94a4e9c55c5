/**
 * Random walks over every flow there is: officers of every role and position, systems and second persons try moves, and
 * after each the database must say what the modules' proofs say, and nothing may be lost. WALKS=1000 walks more than usual.
 */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { claimsFor, people, personOf, positions, type PositionKey } from './people.ts'
import { movesOf, payloadFor, statesOf } from './proof/flows.ts'
import { loadProofs } from './proof/modules.ts'
import type { Flow } from './proof/types.ts'
import { decisionOf, verdictOf, type Facts, type Verdict } from './proof/walk.ts'
import { openSession } from './session.ts'

const { modules, rights } = await loadProofs()
/** `npm run test:module` asks for one module, the generator's test for two. */
const only = (process.env.WALK_MODULES ?? process.env.MODULE)?.split(',')
const flows = modules.filter(({ id }) => only?.includes(id) ?? true).flatMap((module) => module.flows)
const walks = Number(process.env.WALKS ?? 200)
const { db, read } = await openSession().then((session) => ({ db: session.db, read: session.read.bind(session) }))

const keyOfOrg = new Map<string, PositionKey>()
const orgIds = new Map<PositionKey, string>()
for (const position of positions) {
  const [row] = await read('postgres', `select id from public.orgs where region_code = $1 and line_code = $2`, [
    position.regionCode,
    position.lineCode,
  ])
  keyOfOrg.set(row?.id as string, position.key)
  orgIds.set(position.key, row?.id as string)
}
const keyOfPerson = new Map(people.map((one) => [one.id, one.key]))

const actors = ['handler', 'reviewer', 'lead', 'coordinator', 'line_supervisor', 'leader'].flatMap((role) =>
  positions.map((position) => `${role}.${position.key}`),
)

async function factsOf(itemId: string): Promise<Facts> {
  const text = `select i.*, (select count(*)::int from public.work_extensions x join public.work_terms t on t.id = x.term_id where t.item_id = i.id and t.state in ('running', 'suspended')) as extensions,
       exists (select from public.work_terms t where t.item_id = i.id and t.key = 'work.supervise' and t.state in ('running', 'suspended')) as owes,
       (select to_jsonb(a) from public.work_approvals a where a.item_id = i.id and a.outcome is null) as asked
     from public.work_items i where i.id = $1`
  const { rows } = await db.query({ name: 'facts', text, values: [itemId] })
  const row = rows[0]
  return {
    state: row.state,
    org: keyOfOrg.get(row.org_id),
    sender: keyOfOrg.get(row.sender_org_id),
    owner: keyOfOrg.get(row.owner_org_id),
    handler: row.handler_id ? (keyOfPerson.get(row.handler_id) ?? null) : null,
    version: row.version,
    hops: row.hop_count,
    returns: row.return_count,
    extensions: row.extensions,
    isSupervised: row.is_supervised,
    owesSupervision: row.owes,
    asked: row.asked && { action: row.asked.action, by: keyOfPerson.get(row.asked.asked_by) ?? '', permission: row.asked.permission },
  }
}

/** Everything that must hold after any step, allowed or refused. */
const soundSql = (table: string) => `
  select i.state, i.is_open, i.version <= i.seq as counted, i.seq, i.closed_at is not null as has_end, o.is_coordinator,
    (select array_agg(e.seq order by e.seq) from public.work_events e where e.item_id = i.id) as seqs,
    (select e.to_state from public.work_events e where e.item_id = i.id order by e.seq desc limit 1) as last_state,
    (select count(*)::int from private.outbox_events x where x.key = i.id::text) as outbox,
    (select count(*)::int from public.work_events e where e.item_id = i.id and e.action not in ('ask', 'refuse_approval', 'withdraw_approval')) as moved,
    (select count(*)::int from public.work_terms t where t.item_id = i.id and t.state in ('running', 'suspended')) as terms,
    (select bool_or(t.due_at is null or t.warn_at is null or t.red_at is null) from public.work_terms t where t.item_id = i.id and t.state = 'running') as unset,
    i.due_at is not distinct from (select min(t.due_at) from public.work_terms t where t.item_id = i.id and t.state = 'running' and t.key not like 'work.%') as due_right,
    not i.is_open or i.light = (select l.light from private.light_at(i.warn_at, i.due_at, i.red_at, now()) as l) as light_right,
    i.handler_id is null or (select f.org_id from public.officers f where f.id = i.handler_id) = i.org_id as handler_right,
    i.is_open or not exists (select from public.work_suspensions s where s.item_id = i.id and s.ended_on is null) as pauses_right,
    (select count(*)::int from public.work_approvals a where a.item_id = i.id and a.outcome is null and (a.version <> i.version or not i.is_open)) as stale_asks,
    (select count(*)::int from public.work_items c where c.parent_id = i.id and c.is_open) = i.open_child_count as children_right,
    (m.state, m.org_id, m.is_open, m.due_at, m.light, m.handler_id) is not distinct from (i.state, i.org_id, i.is_open, i.due_at, i.light, i.handler_id) as mirrored
  from public.work_items i join ${table} m on m.item_id = i.id join public.orgs o on o.id = i.org_id where i.id = $1`

async function assertSound(flow: Flow, itemId: string): Promise<void> {
  const { rows } = await db.query({ name: `sound ${flow.table}`, text: soundSql(flow.table), values: [itemId] })
  const row = rows[0]
  expect([...statesOf(flow)], 'a state the rules know').toContain(row.state)
  expect(row.is_open).toBe(!flow.closed.includes(row.state))
  expect(row.seqs, 'no event lost').toEqual(Array.from({ length: row.seq }, (_, i) => i + 1))
  expect(row.outbox, 'no news lost').toBe(row.moved)
  expect(row.last_state).toBe(row.state)
  expect({ ...row, seqs: 0 }).toMatchObject({
    counted: true,
    due_right: true,
    light_right: true,
    handler_right: true,
    stale_asks: 0,
    children_right: true,
    pauses_right: true,
    mirrored: true,
  })
  expect(row.unset ?? false).toBe(false)
  expect(row.has_end).toBe(!row.is_open)
  if (!row.is_open) expect(row.terms).toBe(0)
  else if (flow.isTimed) expect(row.terms, 'an open item has a term').toBeGreaterThan(0)
  if (row.state === 'awaiting_dispatch') expect(row.is_coordinator).toBe(true)
}

async function attempt(sql: string, params: unknown[], who: string | null): Promise<string | null> {
  await db.query('savepoint step')
  try {
    await db.query(`select set_config('request.jwt.claims', $1, true)`, [JSON.stringify(who ? claimsFor(personOf(who).id) : {})])
    await db.query(sql, params)
    return null
  } catch (error) {
    await db.query('rollback to savepoint step')
    return error instanceof Error ? error.message : String(error)
  }
}

const act = (itemId: string, version: number, who: string, action: string, payload: object) =>
  attempt(`select private.work_act($1, $2, $3, $4, gen_random_uuid())`, [itemId, action, JSON.stringify(payload), version], who)
const decide = (itemId: string, who: string, isGranted: boolean) =>
  attempt(
    `select private.work_decide((select id from public.work_approvals where item_id = $1 and outcome is null), $2, '意见')`,
    [itemId, isGranted],
    who,
  )

async function newest(where: string): Promise<string> {
  return (await db.query(`select id from public.work_items where ${where} order by created_at desc, no desc limit 1`)).rows[0]?.id as string
}
const start = (flow: Flow) =>
  flow.start({
    db,
    newest,
    orgOf: (position) => orgIds.get(position) as string,
    call: async (who, sql, params = []) => expect(await attempt(sql, params, who)).toBeNull(),
    act: async (itemId, who, action, payload) => {
      const { version } = await factsOf(itemId)
      expect(await act(itemId, version, who, action, payload)).toBeNull()
    },
    agree: async (itemId, who) => expect(await decide(itemId, who, true)).toBeNull(),
  })

const step = fc.record({
  pick: fc.nat(),
  /** Most steps are taken by somebody who probably may, or a walk would never leave the start. */
  insider: fc.integer({ min: 0, max: 9 }),
  actor: fc.constantFrom(...actors),
  toOrg: fc.constantFrom<PositionKey>('county-market', 'county-environment', 'sibling-market', 'city-market', 'othercity-market'),
  turn: fc.constantFrom<'act' | 'act' | 'act' | 'decide' | 'system'>('act', 'act', 'act', 'decide', 'system'),
})

/** Who holds it, the nearest to the work first. */
const roleFor = (permission: string) =>
  (['handler', 'reviewer', 'lead', 'coordinator', 'leader'] as const).find((role) => rights[permission]?.[role]) ?? 'coordinator'

const allActions = [...new Set(flows.flatMap((flow) => Object.keys(flow.moves).flatMap((state) => Object.keys(movesOf(flow, state)))))]

it.each(flows.map((flow) => [flow.kind, flow] as const))(
  `no walk of %s reaches a state that the rules forbid, loses an event or leaves a term unset`,
  async (_kind, flow) => {
    const reached = new Set<string>()
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
        await db.query('begin')
        try {
          const itemId = await start(flow)
          for (const one of steps) {
            const facts = await factsOf(itemId)
            const moves = movesOf(flow, facts.state)
            // What leads on is tried more often than what only presses.
            const pool = one.insider > 3 ? Object.keys(flow.moves[facts.state] ?? {}) : one.insider > 1 ? Object.keys(moves) : allActions
            const isInside = one.insider > 1 && pool.length > 0
            const action = (pool[one.pick % Math.max(1, pool.length)] ?? 'urge') as string
            const at = { holder: facts.org, sender: facts.sender, owner: facts.owner }[moves[action]?.side ?? 'holder']
            const insider = facts.handler && moves[action]?.own ? facts.handler : `${roleFor(moves[action]?.permission ?? '')}.${at}`
            const actor = isInside && personExists(insider) ? insider : one.actor
            let verdict: Verdict
            let refused: string | null
            if (one.turn === 'decide' || (facts.asked && isInside)) {
              const judge = isInside ? `${roleFor(facts.asked?.permission ?? '')}.${facts.org}` : one.actor
              verdict = decisionOf(rights, flow, facts, judge)
              refused = await decide(itemId, judge, true)
            } else if (one.turn === 'system') {
              const system = Object.entries(flow.system[facts.state] ?? {})
              const [name, to] = system[one.pick % Math.max(1, system.length)] ?? ['withdraw', undefined]
              verdict = { isAllowed: to !== undefined, isAsked: false, state: to ?? facts.state }
              refused =
                one.pick % 3 === 0
                  ? await attempt(`select private.work_system_act($1, $2, '{}', 'system:walk', '系统')`, [itemId, name], null)
                  : 'not tried'
              if (refused === 'not tried') continue
            } else {
              verdict = verdictOf(rights, flow, facts, { action, actor, toOrg: one.toOrg })
              refused = await act(itemId, facts.version, actor, action, {
                ...payloadFor(flow, action, orgIds.get(one.toOrg) as string),
                officer_id: personOf(`handler.${facts.org ?? 'county-market'}`).id,
              })
            }
            const now = await factsOf(itemId)
            expect(refused === null, `${flow.kind} ${facts.state} ${one.turn} ${action} by ${actor}: ${refused ?? 'done'}`).toBe(verdict.isAllowed)
            expect(now.state).toBe(verdict.state)
            if (verdict.isAllowed && verdict.isAsked) expect(now.asked?.by).toBe(actor)
            await assertSound(flow, itemId)
            reached.add(now.state)
          }
          await db.query('set constraints all immediate')
        } finally {
          await db.query('rollback')
        }
      }),
      { numRuns: walks, seed: 20261121 },
    )
    // Walks that never got anywhere would prove nothing.
    expect([...statesOf(flow)].filter((state) => !reached.has(state))).toEqual([])
  },
  600_000,
)

function personExists(key: string): boolean {
  return people.some((one) => one.key === key)
}
