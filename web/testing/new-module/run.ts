/**
 * `npm run new:module -- <folder> <中文名> <段号>`: writes the skeleton of a module and registers it everywhere a test
 * would otherwise ask for it, then refreshes what is generated. Run twice, it changes nothing.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { appendToList, insertBefore } from './insert.ts'
import { namesOf, type ModuleNames } from './names.ts'
import { databaseFiles } from './templates-database.ts'
import { expectedPermissions, flowModel, openCall, relation } from './templates-proof.ts'
import { webFiles } from './templates-web.ts'

const root = resolve(import.meta.dirname, '../../..')

function edit(path: string, change: (text: string) => string) {
  const file = resolve(root, path)
  const before = readFileSync(file, 'utf8')
  const after = change(before)
  if (after !== before) writeFileSync(file, after)
}

/** What the tests hold by hand: a table, a permission or a route without an entry there fails the build. */
function register({ folder, prefix, title, band }: ModuleNames) {
  edit('supabase/seed/sites.ts', (text) => appendToList(text, 'siteModules = [', `'${folder}'`))
  edit('supabase/tests/conventions.test.ts', (text) => appendToList(text, 'prefixes = [', `'${prefix}'`))
  edit('supabase/tests/scope-oracle.ts', (text) => insertBefore(text, '}\n\nexport interface Place', expectedPermissions(prefix)))
  edit('supabase/tests/rls/relations.ts', (text) => insertBefore(text, "  'public.work_items':", relation(prefix)))
  edit('supabase/tests/rls/functions.ts', (text) => insertBefore(text, '  trial_open: {', openCall(prefix)))
  edit('supabase/tests/rls/coverage.ts', (text) => insertBefore(text, "    'trial_open',\n", `    '${prefix}_open',\n`))
  edit('supabase/tests/flow-model.ts', (text) =>
    appendToList(
      insertBefore(text, 'import { trialFlows }', `import { ${prefix}Flows } from './flow-model-${folder}.ts'\n`),
      'flows: Flow[] = [',
      `...${prefix}Flows`,
    ),
  )
  edit('supabase/tests/fixture.ts', (text) =>
    insertBefore(
      text,
      "  // A new module's come before this line.",
      ['county-market', 'sibling-market', 'county-environment']
        .map((at) => `  ['handler.${at}', \`select private.${prefix}_open('样例')\`],\n`)
        .join(''),
    ),
  )
  edit('supabase/README.md', (text) => insertBefore(text, '| 55 | realtime_storage', `| ${band} | ${prefix} | \`${prefix}_\` | ${title} |\n`))
}

function run(command: string, args: string[], env: Record<string, string> = {}) {
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } })
  if (status !== 0) process.exitCode = 1
}

const names = namesOf(...process.argv.slice(2))
const proof = [[`supabase/tests/flow-model-${names.folder}.ts`, flowModel(names.prefix)]] as const
for (const [path, text] of [...webFiles(names), ...databaseFiles(names), ...proof]) {
  const file = resolve(root, path)
  if (existsSync(file)) continue
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
}
register(names)
run('npm', ['run', '--silent', 'format'])
run('npm', ['run', '--silent', 'db:types'])
run('npx', ['vitest', 'run', '--project', 'database', 'permission-table'], { UPDATE_DOCS: '1' })
