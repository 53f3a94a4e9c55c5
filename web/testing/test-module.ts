/**
 * `npm run test:module -- <id>`: everything that one module must prove, and nothing of the others: types, its screens,
 * its flow and random walks, the isolation matrix and the mutants of its tables and functions, its browser tests.
 */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'

const root = resolve(import.meta.dirname, '../..')
const id = process.argv[2] ?? ''
const has = (path: string) => existsSync(resolve(root, path))
if (!/^[a-z-]+$/.test(id) || !has(`supabase/tests/modules/${id}/proof.ts`)) {
  process.stderr.write('请给出模块名，例如 npm run test:module -- complaint\n')
  process.exit(1)
}

function step(name: string, command: string, args: string[]) {
  const began = performance.now()
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, MODULE: id } })
  process.stdout.write(`${name}: ${((performance.now() - began) / 1000).toFixed(1)} s\n`)
  if (status !== 0) process.exit(status ?? 1)
}

step('types', 'tsc', ['-p', 'tsconfig.json'])
step('unit and database', 'vitest', [
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
  'work.walk',
])
if (has(`e2e/specs/${id}`)) {
  step('build', 'vite', ['build', '--logLevel', 'warn'])
  step('browser', 'playwright', ['test', '-c', 'e2e', '--project', 'main', '--no-deps', `specs/${id}/`])
}
