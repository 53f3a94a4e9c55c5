/**
 * `npm run test:module -- <id>`: everything that one module must prove, and nothing of the others: types, its screens,
 * its flow and random walks, the isolation matrix and the mutants of its tables and functions, the attack on them, its browser tests.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'

const root = resolve(import.meta.dirname, '../..')
const id = process.argv[2] ?? ''
const has = (path: string) => existsSync(resolve(root, path))
if (!/^[a-z-]+$/.test(id) || !has(`supabase/tests/modules/${id}/proof.ts`)) {
  process.stderr.write('请给出模块名，例如 npm run test:module -- complaint\n')
  process.exit(1)
}

/** Its output in one piece, so that two that run at once can be read. */
async function step(name: string, command: string, args: string[]): Promise<void> {
  const began = performance.now()
  const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, MODULE: id } })
  const said: Buffer[] = []
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => said.push(part))
  const [status] = (await once(child, 'close')) as [number | null]
  process.stdout.write(`${Buffer.concat(said).toString()}${name}: ${((performance.now() - began) / 1000).toFixed(1)} s\n`)
  if (status !== 0) throw new Error(name)
}

async function code() {
  await step('types', 'tsc', ['-p', 'tsconfig.json'])
  await step('unit and database', 'vitest', [
    'run',
    '--project',
    'web',
    '--project',
    'database',
    ...(has(`web/features/${id}`) ? [`features/${id}/`] : []),
    `modules/${id}/`,
    'testing/architecture',
    'conventions',
    'permission-table',
    'rls.test',
    'attack.test',
    'work.walk',
  ])
}

async function browser() {
  if (!has(`e2e/specs/${id}`)) return
  await step('build', 'vite', ['build', '--logLevel', 'warn'])
  await step('browser', 'playwright', ['test', '-c', 'e2e', '--project', 'main', '--no-deps', `specs/${id}/`])
}

const failed = (await Promise.allSettled([code(), browser()])).flatMap((one) => (one.status === 'rejected' ? [(one.reason as Error).message] : []))
if (failed.length > 0) {
  process.stderr.write(`未通过：${failed.join('、')}\n`)
  process.exitCode = 1
}
