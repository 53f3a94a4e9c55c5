/** A test of the suite: gates taken off one at a time, each on a copy of its own, must let an attacker in. */
import pg from 'pg'
import { openGuards } from '../rls/guards.ts'
import { allMutants, type Mutant } from '../rls/mutants.ts'
import { probeSetup } from '../rls/probes.ts'
import { everybody } from './attackers.ts'
import { emptyReport, make, type Known } from './run.ts'
import { openStage } from './stage.ts'
import { matrixTries } from './tries-call.ts'
import { plainReads } from './tries-read.ts'
import { PLAIN, plainWrites } from './tries-write.ts'
import { dice, some, type Try } from './types.ts'

/** Gates of one kind, in words of their names. */
const KINDS: [kind: string, is: RegExp][] = [
  ['a policy', /using \(true\)/],
  ['a grant to read', /^grant select on public\.\S+ to (anon|authenticated)/],
  ['a grant to write', /^grant (insert|update|delete) on public\./],
  ['row-level security', /^row level security off/],
  ['the rights of a view', /owner's rights$/],
  ['a grant to call', /^grant execute on (?!private\.)/],
  ['a guard', /lets everybody through$/],
]

/** What takes a word out of a text often changes what an answer says and opens nothing: for the longer run. */
const CHECKS: [kind: string, is: RegExp] = ['a check', /→/]

/** What the API shows nothing of has the matrix alone to see it. */
function isReachable({ relations, functions }: Known['targets'], definers: Set<string>, mutant: Mutant): boolean {
  const { scope, target, targets, name, sql } = mutant
  if (/to service_role|using \(false\)/.test(name)) return false
  // Behind a view and a function that run with the caller's rights stands the next gate, which refuses as before.
  if (name.startsWith('grant execute') && !definers.has(target ?? '')) return false
  if (name.startsWith('grant ') && relations.some((known) => known.name === target && known.isView)) return false
  if (scope === 'function') return [target, ...(targets ?? [])].some((one) => functions.some((known) => known.name === one))
  return (scope === 'relation' || scope === 'writes') && !sql.includes('probe.') && relations.some((known) => known.name === target)
}

/** So many, of every kind in turn. */
export async function chosenMutants(known: Known, count: number, seed: number, withChecks = false, only?: string): Promise<Mutant[]> {
  const db = new pg.Client({ connectionString: known.base.url })
  await db.connect()
  try {
    await db.query('begin')
    const { rows } = await db.query<{ name: string }>(
      `select proname as name from pg_proc where pronamespace = 'private'::regnamespace and prosecdef`,
    )
    const definers = new Set(rows.map(({ name }) => name))
    const all = (await allMutants(db, known.model.oracle.proofs, only)).filter((mutant) => isReachable(known.targets, definers, mutant))
    const roll = dice(seed)
    const heaps = [...KINDS, ...(withChecks ? [CHECKS] : [])].map(([, is]) =>
      shuffled(
        all.filter(({ name }) => is.test(name)),
        roll,
      ),
    )
    const chosen: Mutant[] = []
    for (let round = 0; chosen.length < count && heaps.some((heap) => heap.length > round); round += 1)
      for (const heap of heaps) if (heap[round] && chosen.length < count) chosen.push(heap[round] as Mutant)
    return chosen
  } finally {
    await db.end()
  }
}

function shuffled<T>(all: T[], roll: () => number): T[] {
  return all
    .map((one) => ({ one, at: roll() }))
    .sort((a, b) => a.at - b.at)
    .map(({ one }) => one)
}

const MOST = 4000

function triesAgainst({ model, targets, calls }: Known, { scope, target, targets: several }: Mutant, roll: () => number): Try[] {
  const names = [target, ...(several ?? [])]
  const relations = targets.relations.filter(({ name }) => names.includes(name))
  const functions = targets.functions.filter(({ name }) => names.includes(name))
  return some(
    shuffled(
      everybody.flatMap((attacker): Try[] => {
        if (scope === 'function') return functions.flatMap((one) => matrixTries(model, attacker, one, calls.get(one.name) ?? []))
        if (scope === 'writes')
          return relations.flatMap((one) =>
            plainWrites(model, attacker, one)
              .slice(0, PLAIN)
              .map((each) => ({ ...each, attacker })),
          )
        return relations.flatMap((one) => plainReads(model, attacker, one))
      }),
      roll,
    ),
    MOST,
    roll,
  )
}

/** The first way in that was found, or nothing. */
export async function wayInto(known: Known, mutant: Mutant, seed: number): Promise<{ found: string | undefined; tries: number }> {
  const report = emptyReport()
  const stage = await openStage(known.base, `${probeSetup}${openGuards}; begin; ${mutant.sql}; commit`)
  try {
    await make(stage, known.model, triesAgainst(known, mutant, dice(seed)), report, { isEager: true })
    return { found: report.findings[0], tries: report.tries }
  } finally {
    await stage.close()
  }
}
