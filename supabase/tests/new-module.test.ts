/** The generator, run into a copy of the project: what it writes passes types, lint, and the tests of screens and database. */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'

const project = path.resolve(import.meta.dirname, '../..')
const copied = ['web', 'supabase', 'e2e', 'public', 'package.json', 'tsconfig.json', 'vite.config.ts', '.oxlintrc.json', '.oxfmtrc.json']
const bin = (name: string, file: string) => path.join('node_modules', name, file)
const vitest = bin('vitest', 'vitest.mjs')

/** Without the outer test run's own variables, which would make the inner one think it is a worker. */
const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(VITEST|TEST$|NODE_ENV$|VITE_)/.test(name)))

describe.each([
  { id: 'sample-matter', args: ['样例事项', '29'] },
  { id: 'sample-order', args: ['样例交办', '28', '--parts'] },
])('$id', ({ id, args }) => {
  const copy = mkdtempSync(path.join(os.tmpdir(), 'new-module-'))
  afterAll(() => rmSync(copy, { recursive: true, force: true }))

  function run(...command: string[]): string {
    const { status, stdout, stderr } = spawnSync(process.execPath, command, { cwd: copy, env: { ...env, MODULE: id }, encoding: 'utf8' })
    return status === 0 ? 'ok' : `${command.join(' ')}\n${stdout}\n${stderr}`
  }

  it('is written', { timeout: 120_000 }, () => {
    for (const part of copied) cpSync(path.join(project, part), path.join(copy, part), { recursive: true })
    symlinkSync(path.join(project, 'node_modules'), path.join(copy, 'node_modules'))
    expect(run('web/testing/new-module/run.ts', id, ...args)).toBe('ok')
  })
  it('passes types, lint and format', { timeout: 120_000 }, () => {
    expect(run(bin('typescript', 'bin/tsc'), '-p', 'tsconfig.json')).toBe('ok')
    expect(run(bin('oxlint', 'bin/oxlint'), '--deny-warnings', 'web', 'supabase/tests', 'supabase/seed', 'e2e')).toBe('ok')
    expect(run(bin('oxfmt', 'bin/oxfmt'), '--check', 'web', 'supabase', 'e2e', 'vite.config.ts')).toBe('ok')
  })
  it('passes the tests of its screens and of all modules together', { timeout: 120_000 }, () => {
    const shared = ['features/admin/model/audit-words', 'testing/architecture', 'testing/import-cycles', 'app/shell/routes-by-role']
    expect(run(vitest, 'run', '--project', 'web', `features/${id}/`, ...shared)).toBe('ok')
  })
  it('passes the house rules, the matrix, the mutants and the walks', { timeout: 240_000 }, () => {
    const shared = ['conventions', 'forgotten', 'permission-table', 'rls.test', 'work.walk']
    expect(run(vitest, 'run', '--project', 'database', `modules/${id}/`, ...shared)).toBe('ok')
  })
})
