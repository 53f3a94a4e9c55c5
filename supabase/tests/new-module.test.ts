/** The generator, run into a copy of the project: what it writes passes lint, types, screen and database tests. */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, expect, it } from 'vitest'

const project = path.resolve(import.meta.dirname, '../..')
const copy = mkdtempSync(path.join(os.tmpdir(), 'new-module-'))
afterAll(() => rmSync(copy, { recursive: true, force: true }))

/** Without the outer test run's own variables, which would make the inner one think it is a worker. */
const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(VITEST|TEST$|NODE_ENV$|VITE_)/.test(name)))

function run(...command: string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { cwd: copy, env, encoding: 'utf8' })
  return status === 0 ? 'ok' : `${command.join(' ')}\n${stdout}\n${stderr}`
}

const bin = (name: string, file: string) => path.join('node_modules', name, file)

it('writes a module that passes everything', { timeout: 180_000 }, () => {
  for (const part of ['web', 'supabase', 'e2e', 'public', 'package.json', 'tsconfig.json', 'vite.config.ts', '.oxlintrc.json', '.oxfmtrc.json'])
    cpSync(path.join(project, part), path.join(copy, part), { recursive: true })
  symlinkSync(path.join(project, 'node_modules'), path.join(copy, 'node_modules'))
  expect(run('web/testing/new-module/run.ts', 'sample-matter', '样例事项', '29')).toBe('ok')
  expect(run(bin('typescript', 'bin/tsc'), '-p', 'tsconfig.json')).toBe('ok')
  expect(run(bin('oxlint', 'bin/oxlint'), '--deny-warnings', 'web', 'supabase/tests', 'supabase/seed', 'e2e')).toBe('ok')
  expect(run(bin('oxfmt', 'bin/oxfmt'), '--check', 'web', 'supabase', 'e2e', 'vite.config.ts')).toBe('ok')
  const vitest = bin('vitest', 'vitest.mjs')
  expect(
    run(
      vitest,
      'run',
      '--project',
      'web',
      'features/sample-matter',
      'features/admin/model/audit-words',
      'testing/architecture',
      'testing/import-cycles',
    ),
  ).toBe('ok')
  expect(run(vitest, 'run', '--project', 'database', 'sample-matter', 'conventions', 'permission-table')).toBe('ok')
})
