/** What the platform is told about the functions, and the functions there are: here a forgotten line changes nothing, there it fails. */
import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { projectDir } from './migrate.ts'

const inSupabase = (name: string) => path.join(projectDir, 'supabase', name)
const config = fs.readFileSync(inSupabase('config.toml'), 'utf8')

/** Section by section, since every other tool reads it as a whole; which files go along is no matter of who may call. */
function functionsOf(toml: string): Record<string, string[]> {
  const sections = toml.split(/^\[/m).slice(1)
  const named = sections.map((section) => /^functions\.([\w-]+)\]\s*\n([\s\S]*)$/.exec(section)).filter((match) => match !== null)
  return Object.fromEntries(
    named.map(([, name = '', body = '']) => [name, body.split('\n').filter((line) => line.trim() && !/^(#|static_files = )/.test(line))]),
  )
}

const folders = fs
  .readdirSync(inSupabase('functions'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !entry.name.startsWith('_') && fs.existsSync(path.join(inSupabase('functions'), entry.name, 'index.ts')))
  .map(({ name }) => name)

test('every function checks its caller itself, and nothing else is configured', () => {
  expect(folders.length).toBeGreaterThan(0)
  expect(functionsOf(config)).toEqual(Object.fromEntries(folders.map((name) => [name, ['verify_jwt = false']])))
})

test.each([
  ['missing', config.replace(`[functions.${folders[0] ?? ''}]\nverify_jwt = false\n`, '')],
  ['stale', `${config}\n[functions.former]\nverify_jwt = false\n`],
  ['left to the platform', config.replace('verify_jwt = false', 'verify_jwt = true')],
])('one that is %s is noticed', (_how, changed) => {
  expect(changed).not.toBe(config)
  expect(functionsOf(changed)).not.toEqual(functionsOf(config))
})
