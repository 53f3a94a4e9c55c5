/** `npm run attack`: the attack with every variant there is, on a database of its own, printed as one line. `--short`, `--seed=7`. */
import { startTestCluster } from '../../local/testing.ts'
import { loadFixture } from '../fixture.ts'
import { attack, LONG, SHORT } from './run.ts'

const option = (name: string) => process.argv.find((one) => one.startsWith(`--${name}=`))?.split('=')[1]

const cluster = await startTestCluster({ prepare: ({ url }) => loadFixture(url) })
try {
  const { findings, ...figures } = await attack({
    port: cluster.port,
    effort: process.argv.includes('--short') ? SHORT : LONG,
    seed: Number(option('seed') ?? Date.now() % 100_000),
    only: process.env.MODULE,
  })
  for (const line of findings) process.stderr.write(`${line}\n`)
  process.stdout.write(`${JSON.stringify(figures)}\n`)
  process.exitCode = figures.waysIn === 0 ? 0 : 1
} finally {
  await cluster.stop()
}
