/** The whole proof: the matrix once, then every mutant against the probes that could see it. */
import pg from 'pg'
import { probeCoverage, probePrivateCallers, probePrivileges } from './coverage.ts'
import { allMutants, type Mutant } from './mutants.ts'
import {
  probeColumns,
  probeFunctions,
  probePlatformWrites,
  probeRelation,
  probeRelations,
  probeSetup,
  probeStorage,
  probeTopics,
  probeWrites,
  type Tally,
} from './probes.ts'
import { loadProofs } from '../proof/modules.ts'
import { Oracle } from '../proof/oracle.ts'
import { readWorld } from '../proof/world.ts'
import { openGuards } from './guards.ts'

export interface RlsReport {
  probes: number
  leaks: number
  mutants: number
  killed: number
  seconds: { matrix: number; mutants: number }
  leakList: string[]
  survivors: string[]
}

async function probeAll(db: pg.ClientBase, oracle: Oracle, tally: Tally): Promise<void> {
  await probeCoverage(db, oracle.proofs, tally)
  await probePrivileges(db, oracle.proofs, tally)
  await probeRelations(db, oracle, tally)
  await probeColumns(db, oracle, tally)
  await probeStorage(db, oracle, tally)
  await probeWrites(db, null, tally)
  await probePlatformWrites(db, tally)
  await probeTopics(db, oracle, tally)
  await probeFunctions(db, oracle, null, tally)
}

/** One module: its relations and functions, and the engine's over every flow. */
async function probeModule(db: pg.ClientBase, oracle: Oracle, only: string, tally: Tally): Promise<void> {
  const module = oracle.proofs.modules.find(({ id }) => id === only)
  if (!module) throw new Error(`no module "${only}" has a proof`)
  await probeCoverage(db, oracle.proofs, tally)
  for (const [name, spec] of Object.entries(module.relations)) {
    await probePrivileges(db, oracle.proofs, tally, name)
    await probeRelation(db, oracle, name, spec, tally)
    await probeWrites(db, name, tally)
  }
  await probeColumns(db, oracle, tally)
  await probeTopics(db, oracle, tally)
  await probeFunctions(db, oracle, [...Object.keys(module.functions), 'work_actions', 'work_act'], tally)
}

async function probeMutant(db: pg.ClientBase, oracle: Oracle, { scope, target, targets, sql }: Mutant, tally: Tally): Promise<void> {
  const spec = target ? oracle.proofs.relations[target] : undefined
  // The catalogue sees most grants at once; what it does not see is asked for by acting.
  if (sql.startsWith('grant ')) await probePrivileges(db, oracle.proofs, tally, target)
  if (tally.leaks.length > 0) return
  if (scope === 'relation' && target && spec) await probeRelation(db, oracle, target, spec, tally)
  else if (scope === 'writes') await probeWrites(db, target, tally)
  else if (scope === 'function') await probeFunctions(db, oracle, targets ?? (target ? [target] : null), tally)
  else if (scope === 'coverage') await probePrivateCallers(db, oracle.proofs, tally, target)
  else if (scope === 'topics') await probeTopics(db, oracle, tally)
  else if (scope === 'storage') await probeStorage(db, oracle, tally)
  else await probeRelations(db, oracle, tally)
}

/** The whole proof, or that of one module. */
export async function proveRls(url: string, only?: string): Promise<RlsReport> {
  const db = new pg.Client({ connectionString: url })
  await db.connect()
  try {
    await db.query(probeSetup + openGuards)
    const proofs = await loadProofs()
    await db.query('begin')
    const oracle = new Oracle(await readWorld(db, proofs), proofs)
    const matrix: Tally = { probes: 0, leaks: [] }
    const started = performance.now()
    if (only) await probeModule(db, oracle, only, matrix)
    else await probeAll(db, oracle, matrix)
    const between = performance.now()
    const mutants = await allMutants(db, proofs, only)
    const survivors: string[] = []
    for (const mutant of mutants) {
      const tally: Tally = { probes: 0, leaks: [], isEager: true }
      await db.query('savepoint mutant')
      await db.query(mutant.sql)
      await probeMutant(db, oracle, mutant, tally)
      await db.query('rollback to savepoint mutant')
      if (tally.leaks.length === 0) survivors.push(mutant.name)
    }
    return {
      probes: matrix.probes,
      leaks: matrix.leaks.length,
      mutants: mutants.length,
      killed: mutants.length - survivors.length,
      seconds: { matrix: Math.round((between - started) / 100) / 10, mutants: Math.round((performance.now() - between) / 100) / 10 },
      leakList: matrix.leaks,
      survivors,
    }
  } finally {
    await db.end()
  }
}
