/** One word for one thing: the glossary of supabase/README.md against SQL, TypeScript and what stands on the screens. */
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '../..')
const read = (folder: string, kinds: RegExp) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => kinds.test(path) && !/node_modules|database\.types|glossary\.test|\/data\//.test(path))
    .map((path) => ({ path: `${folder}/${path}`, text: readFileSync(join(root, folder, path), 'utf8') }))

const readme = readFileSync(join(root, 'supabase/README.md'), 'utf8')
const table = readme.slice(readme.indexOf('| 中文 | 英文 | 说明 | 不说 |')).split('\n\n')[0] ?? ''
const entries = table
  .split('\n')
  .slice(2)
  .map((line) => {
    const [, chinese = '', english = '', , never = ''] = line.split('|').map((cell) => cell.trim())
    return { chinese, english: english.split(/[/,()]/).map((one) => one.trim()), never: never.split('、').filter(Boolean) }
  })

const code = [...read('web', /\.tsx?$/), ...read('supabase', /\.(ts|sql)$/)]
const all = code.map(({ text }) => text).join('\n')

it('has a table to compare with', () => expect(entries.length).toBeGreaterThan(15))

it('uses every English word of the glossary', () => {
  const words = entries.flatMap(({ english }) => english).filter(Boolean)
  expect(words.filter((word) => !new RegExp(`(^|[^a-z])${word.replaceAll(/[ _-]/g, '[ _-]?')}(s|ed|es)?([^a-z]|$)`, 'i').test(all))).toEqual([])
})

it.each(entries.flatMap(({ chinese, never }) => never.map((word) => [word, chinese] as const)))('never says %s for %s', (word) => {
  expect(code.filter(({ text }) => text.includes(word)).map(({ path }) => path)).toEqual([])
})
