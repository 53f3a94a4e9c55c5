/** The whole attack: everybody in turn, each on a copy of the database with an API of its own. */
import pg from 'pg'
import { loadProofs } from '../proof/modules.ts'
import { attackerOf, attackersOf } from './attackers.ts'
import { damage, describe, faults, learn } from './judge.ts'
import { Model } from './model.ts'
import { proofCalls, type ProofCall } from './proof-calls.ts'
import { createBase, openStage, type Base, type Stage } from './stage.ts'
import { readTargets, type Targets } from './targets.ts'
import { callTries, closedCalls, countedTries, type Counts } from './tries-call.ts'
import { closedTries, readTries } from './tries-read.ts'
import { accountTries, storageTries } from './tries-storage.ts'
import { crowd, repeat } from './repeats.ts'
import { functionTries } from './tries-function.ts'
import { tokenTries } from './tries-token.ts'
import { writeTries } from './tries-write.ts'
import { dice, some, type Attacker, type Report, type Try } from './types.ts'

/** How many of each kind, for each attacker and relation or function. */
export interface Effort extends Counts {
  reads: number
  writes: number
  closed: number
  entitled: number
  edge: number
  repeats: number
  crowd: number
}

/** In `npm test`: another seed finds other things, the same seed the same. */
export const SHORT: Effort = { reads: 2, writes: 1, refused: 2, foreign: 1, hostile: 2, closed: 5, entitled: 25, edge: 4, repeats: 8, crowd: 60 }
export const LONG: Effort = {
  reads: 40,
  writes: 12,
  refused: 20,
  foreign: 10,
  hostile: 25,
  closed: 100,
  entitled: 1000,
  edge: 40,
  repeats: 60,
  crowd: 300,
}

export interface Known {
  base: Base
  model: Model
  targets: Targets
  calls: Map<string, ProofCall[]>
  files: string[]
}

/** What every part of the attack goes by, read once. */
export async function prepare(port: number, only?: string): Promise<Known> {
  const base = await createBase(port)
  const proofs = await loadProofs()
  const db = new pg.Client({ connectionString: base.url })
  await db.connect()
  try {
    const model = await Model.read(db, proofs)
    const targets = await readTargets(db, proofs, only)
    const calls = await proofCalls(db, model.oracle, targets.functions)
    const { rows } = await db.query<{ name: string }>(`select name from storage.objects order by name`)
    return { base, model, targets, calls, files: rows.map(({ name }) => name) }
  } finally {
    await db.end()
  }
}

/** For those who are nobody in one more way: what they may see is the same, and so is what refuses them. */
const LITTLE: Partial<Effort> = { reads: 1, writes: 0, refused: 1, foreign: 1, hostile: 0, closed: 1, edge: 1 }

/** Nobody may write a table, whoever they are: a few of each role of the database are enough. */
const WRITERS = ['anon', 'stranger', 'handler.sibling-market', 'security_admin.sibling-market']

/** All tries of one attacker. */
function triesOf({ model, targets, calls, files }: Known, attacker: Attacker, given: Effort, seed: number, only?: string): Try[] {
  const roll = dice(seed)
  const hidden = model.hidden(attacker)
  const hiddenFiles = files.filter((file) => hidden.has(file.split('/').at(-1) ?? '') || !model.isReader(attacker, 'storage.objects'))
  const isKnown = ['anon', 'stranger'].includes(attacker.key) || model.oracle.myOrg(attacker) !== null
  const effort = isKnown ? given : { ...given, ...LITTLE }
  return [
    ...readTries(model, attacker, targets.relations, targets.relations, effort.reads, roll),
    ...(given === LONG || WRITERS.includes(attacker.key) ? writeTries(model, attacker, targets.relations, effort.writes, roll) : []),
    ...callTries(model, attacker, targets.functions, calls, effort, roll),
    ...closedTries(attacker, targets.closed.relations, effort.closed, roll),
    ...closedCalls(attacker, targets.closed.functions, effort.closed, roll),
    ...(isKnown && !only ? storageTries(attacker, hiddenFiles) : []),
    ...(only ? [] : functionTries(model, attacker, effort.edge, roll)),
    // The auth service looks at the token of few of its doors.
    ...(!only && ['anon', 'handler.sibling-market'].includes(attacker.key) ? accountTries(attacker) : []),
  ]
}

const SIDE_BY_SIDE = 4

/** Makes the tries, some at once, and says what came of them. Eager: the first way in is enough. */
export async function make(stage: Stage, model: Model, tries: Try[], report: Report, { isEager = false, width = SIDE_BY_SIDE } = {}): Promise<void> {
  const asked = new Map<string, Try>()
  const queue = [...tries]
  const worker = async () => {
    for (let one = queue.shift(); one; one = queue.shift()) {
      const { id, answer } = await stage.send(one)
      asked.set(id, one)
      report.tries += 1
      const kind = String(answer.status)
      report.answers[kind] = (report.answers[kind] ?? 0) + 1
      const wrong = faults(model, one, answer)
      if (wrong.length === 0) learn(model, one, answer)
      for (const fault of wrong) report.findings.push(describe(one, fault))
      if (isEager && report.findings.length > 0) queue.length = 0
    }
  }
  await Promise.all(Array.from({ length: width }, worker))
  const changes = await stage.changes()
  for (const id of new Set(changes.map((change) => change.try))) {
    const one = asked.get(id)
    const written = changes.filter((change) => change.try === id)
    if (one) for (const fault of damage(model, one, written).slice(0, 1)) report.findings.push(describe(one, fault))
  }
}

export interface Options {
  port: number
  effort?: Effort
  seed?: number
  only?: string | undefined
}

export const emptyReport = (): Report => ({ tries: 0, waysIn: 0, seconds: 0, answers: {}, findings: [] })

export async function attack({ port, effort = SHORT, seed = 1, only }: Options): Promise<Report> {
  const began = performance.now()
  const report = emptyReport()
  const known = await prepare(port, only)
  const attackers = attackersOf(known.model.oracle.world)
  const queue = [
    ...attackers.map((attacker, i) => (stage: Stage) => one(stage, attacker, i)),
    (stage: Stage) => repeat(stage, known, report, effort.repeats, dice(seed)),
    (stage: Stage) => make(stage, known.model, crowd(attackerOf('handler.county-market'), effort.crowd), report, { width: effort.crowd }),
  ]
  async function one(stage: Stage, attacker: Attacker, i: number): Promise<void> {
    const entitled = known.targets.functions.flatMap((each) => countedTries(known.model, attacker, each, known.calls.get(each.name) ?? []))
    await make(stage, known.model, some(entitled, effort.entitled, dice(seed + i)), report)
    await make(stage, known.model, triesOf(known, attacker, effort, seed + i, only), report)
    if (attacker.role === 'anon' && !only) await make(stage, known.model, tokenTries(attacker, attackerOf('stranger')), report)
  }
  const worker = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const stage = await openStage(known.base)
      try {
        await next(stage)
      } finally {
        await stage.close()
      }
    }
  }
  try {
    await Promise.all([worker(), worker()])
  } finally {
    await known.base.drop()
  }
  return { ...report, waysIn: report.findings.length, seconds: Math.round((performance.now() - began) / 100) / 10 }
}
