/**
 * The generator, run into a copy of the project: a module of either shape, side by side in one, passes everything that a
 * module must pass but its story in the browser, which `npm run test:module -- <id>` runs.
 */
import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { moduleFiles } from '../../web/testing/new-module/module-files.ts'
import { namesOf, type ModuleFile } from '../../web/testing/new-module/names.ts'

const project = path.resolve(import.meta.dirname, '../..')
const copied = ['web', 'supabase', 'e2e', 'public', 'package.json', 'tsconfig.json', 'vite.config.ts', '.oxlintrc.json', '.oxfmtrc.json']
const copy = mkdtempSync(path.join(os.tmpdir(), 'new-module-'))
afterAll(() => rmSync(copy, { recursive: true, force: true }))

/** Without the outer test run's own variables, which would make the inner one think it is a worker. */
const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(VITEST|TEST$|NODE_ENV$|VITE_)/.test(name)))

/** Its output, when it fails. */
const run = (script: string, args: string[], more: Record<string, string> = {}) =>
  new Promise<string>((resolve) => {
    execFile(process.execPath, [script, ...args], { cwd: copy, env: { ...env, ...more }, maxBuffer: 2 ** 26 }, (error, stdout, stderr) =>
      resolve(error ? `${script} ${args.join(' ')}\n${stdout}\n${stderr}` : 'ok'),
    )
  })
const bin = (name: string, ...args: string[]) => run(`node_modules/${name}`, args)
const vitest = (args: string[], more?: Record<string, string>) => run('node_modules/vitest/vitest.mjs', ['run', ...args], more)

const write = ([at, text]: ModuleFile) => {
  mkdirSync(path.dirname(path.join(copy, at)), { recursive: true })
  writeFileSync(path.join(copy, at), text)
}

it('are written', { timeout: 240_000 }, async () => {
  for (const part of copied) cpSync(path.join(project, part), path.join(copy, part), { recursive: true })
  symlinkSync(path.join(project, 'node_modules'), path.join(copy, 'node_modules'))
  // The second run refreshes what is generated from both.
  moduleFiles(namesOf('sample-matter', '样例事项', '29')).forEach(write)
  expect(await run('web/testing/new-module/run.ts', ['sample-order', '样例交办', '28', '--parts'])).toBe('ok')
})

describe.concurrent('pass', { timeout: 240_000 }, () => {
  it('types, lint and format', async ({ expect }) => {
    expect(await bin('typescript/bin/tsc', '-p', 'tsconfig.json')).toBe('ok')
    expect(await bin('oxlint/bin/oxlint', '--deny-warnings', 'web', 'supabase/tests', 'supabase/seed', 'e2e')).toBe('ok')
    expect(await bin('oxfmt/bin/oxfmt', '--check', 'web', 'supabase', 'e2e', 'vite.config.ts')).toBe('ok')
  })
  it('the tests of their screens and of all modules together', async ({ expect }) => {
    const shared = ['features/admin/model/audit-words', 'testing/architecture', 'testing/import-cycles', 'app/shell/routes-by-role']
    expect(await vitest(['--project', 'web', 'features/sample-', ...shared])).toBe('ok')
  })
  it('the house rules, the matrix, the mutants and the walks', async ({ expect }) => {
    // The one with parts has every table and function of the other, and more; the flow is its own.
    const proofs = ['modules/sample-', 'conventions', 'forgotten', 'permission-table', 'rls.test', 'work.walk']
    expect(
      await vitest(['--project', 'database', ...proofs], { MODULE: 'sample-order', WALK_MODULES: 'sample-order,sample-matter', WALKS: '15' }),
    ).toBe('ok')
  })
})
