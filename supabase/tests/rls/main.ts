/** `npm run test:rls -- --json`: the proof on a database of its own, printed as one line. */
import { createTestDatabase, startTestCluster } from '../../local/testing.ts'
import { loadFixture } from '../fixture.ts'
import { proveRls } from './run.ts'

const cluster = await startTestCluster({ prepare: ({ url }) => loadFixture(url) })
try {
  const database = await createTestDatabase(cluster.port)
  const { leakList, survivors, ...figures } = await proveRls(database.url, process.argv.find((one) => one.startsWith('--only='))?.slice(7))
  for (const line of [...leakList.slice(0, 40), ...survivors.slice(0, 40).map((name) => `survived: ${name}`)]) process.stderr.write(`${line}\n`)
  process.stdout.write(`${JSON.stringify(figures)}\n`)
  process.exitCode = figures.leaks === 0 && figures.killed === figures.mutants ? 0 : 1
} finally {
  await cluster.stop()
}
