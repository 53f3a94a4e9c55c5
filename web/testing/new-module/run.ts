/**
 * `npm run new:module -- <folder> <中文名> <段号> [--parts]`: writes the files of a module, and nothing but files of its own:
 * whatever lists modules reads folders. Then it refreshes what is generated. Run twice, it changes nothing.
 * `--parts`: what is opened is sent to several bodies as parts of it, and is done when each has answered.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { moduleFiles } from './module-files.ts'
import { namesOf } from './names.ts'

const root = resolve(import.meta.dirname, '../../..')

function run(command: string, args: string[], env: Record<string, string> = {}) {
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } })
  if (status !== 0) process.exitCode = 1
}

const names = namesOf(...process.argv.slice(2))
for (const [path, text] of moduleFiles(names)) {
  const file = resolve(root, path)
  if (existsSync(file)) continue
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
}
run('npm', ['run', '--silent', 'format'])
run('npm', ['run', '--silent', 'db:types'])
run('npx', ['vitest', 'run', '--project', 'database', 'permission-table'], { UPDATE_DOCS: '1' })
