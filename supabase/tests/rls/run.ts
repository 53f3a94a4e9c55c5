/** The whole proof: the matrix once, then every mutant against the probes that could see it. */
import pg from 'pg'
import { probeCoverage, probePrivileges } from './coverage.ts'
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
import { relations } from './relations.ts'
import { Oracle, readWorld } from './world.ts'

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
  await probeCoverage(db, tally)
  await probePrivileges(db, tally)
  await probeRelations(db, oracle, tally)
  await probeColumns(db, tally)
  await probeStorage(db, oracle, tally)
  await probeWrites(db, null, tally)
  await probePlatformWrites(db, tally)
  await probeTopics(db, oracle, tally)
  await probeFunctions(db, oracle, null, tally)
}

async function probeMutant(db: pg.ClientBase, oracle: Oracle, { scope, target, sql }: Mutant, tally: Tally): Promise<void> {
  const spec = target ? relations[target] : undefined
  // The catalogue sees most grants at once; what it does not see is asked for by acting.
  if (sql.startsWith('grant ')) await probePrivileges(db, tally, target)
  if (tally.leaks.length > 0) return
  if (scope === 'relation' && target && spec) await probeRelation(db, oracle, target, spec, tally)
  else if (scope === 'writes') await probeWrites(db, target, tally)
  else if (scope === 'function') await probeFunctions(db, oracle, target, tally)
  else if (scope === 'coverage') await probeCoverage(db, tally)
  else if (scope === 'topics') await probeTopics(db, oracle, tally)
  else if (scope === 'storage') await probeStorage(db, oracle, tally)
  else await probeRelations(db, oracle, tally)
}

export async function proveRls(url: string): Promise<RlsReport> {
  const db = new pg.Client({ connectionString: url })
  await db.connect()
  try {
    await db.query(probeSetup)
    await db.query('begin')
    const oracle = new Oracle(await readWorld(db))
    const matrix: Tally = { probes: 0, leaks: [] }
    const started = performance.now()
    await probeAll(db, oracle, matrix)
    const between = performance.now()
    const mutants = await allMutants(db)
    const survivors: string[] = []
    for (const mutant of mutants) {
      const tally: Tally = { probes: 0, leaks: [] }
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
