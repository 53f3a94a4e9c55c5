/**
 * `npm run attack`: every variant there is, on databases of its own, printed as one line. `--short`: as in the tests;
 * `--seed=7`; `--gates=20`: takes so many gates off instead and says which of them nobody would have missed.
 */
import { startTestCluster } from '../../local/testing.ts'
import { loadFixture } from '../fixture.ts'
import { attack, LONG, prepare, SHORT } from './run.ts'
import { chosenMutants, wayInto } from './weakened.ts'

const option = (name: string) => process.argv.find((one) => one.startsWith(`--${name}=`))?.split('=')[1]
const only = process.env.MODULE
const seed = Number(option('seed') ?? Date.now() % 100_000)
const gates = Number(option('gates') ?? 0)

async function attacked(port: number): Promise<boolean> {
  const effort = process.argv.includes('--short') ? SHORT : LONG
  const { findings, ...figures } = await attack({ port, effort, seed, only })
  for (const line of findings) process.stderr.write(`${line}\n`)
  process.stdout.write(`${JSON.stringify({ seed, ...figures })}\n`)
  return figures.waysIn === 0
}

async function weakened(port: number): Promise<boolean> {
  const known = await prepare(port, only)
  const mutants = await chosenMutants(known, gates, seed, true, only)
  const missed: string[] = []
  for (const mutant of mutants) {
    const { found, tries } = await wayInto(known, mutant, seed)
    if (!found) missed.push(mutant.name)
    process.stderr.write(`${found ? 'seen' : 'MISSED'} after ${tries}: ${mutant.name}: ${found ?? ''}\n`)
  }
  process.stdout.write(`${JSON.stringify({ seed, gates: mutants.length, seen: mutants.length - missed.length, missed })}\n`)
  return missed.length === 0
}

const cluster = await startTestCluster({ prepare: ({ url }) => loadFixture(url) })
try {
  process.exitCode = (await (gates > 0 ? weakened(cluster.port) : attacked(cluster.port))) ? 0 : 1
} finally {
  await cluster.stop()
}
