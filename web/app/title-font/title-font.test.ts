import { join } from 'node:path'
import { parseSync } from 'vite'
import { expect, it } from 'vitest'
import { modules, navOf } from '@/app/modules.ts'
import { publicModules } from '@/app/public-modules.ts'
import { readSources } from '@/testing/source-files.ts'
import { siteTitles } from '../../../supabase/seed/sites.ts'
import { fixedHeadingsOf, titleCharacters } from './collect.ts'

const webRoot = join(import.meta.dirname, '../..')
const characters = titleCharacters(webRoot, siteTitles)
const all = characters.public + characters.work
const lackingIn = (held: string, words: readonly string[]) => words.filter((one) => [...one].some((sign) => sign.trim() && !held.includes(sign)))

type Node = Record<string, unknown> & { type: string }
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && typeof (value as Node).type === 'string'

/** Every string a piece of code can show, by the grammar: nothing here knows the patterns of the collector. */
function stringsIn(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(stringsIn)
  if (!isNode(node)) return []
  if (node.type === 'JSXText' || (node.type === 'Literal' && typeof node.value === 'string')) return [String(node.value)]
  if (node.type === 'TemplateElement') return [String((node.value as { cooked: string }).cooked)]
  return Object.values(node).flatMap(stringsIn)
}

/** Of the JSX: what stands in h1 to h3, and the title given to a page, a message or a card of the sign-in pages. */
function headingsIn(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(headingsIn)
  if (!isNode(node)) return []
  const below = Object.values(node).flatMap(headingsIn)
  if (node.type !== 'JSXElement') return below
  const opening = node.openingElement as { name: { name?: string }; attributes: { name?: { name?: string }; value?: unknown }[] }
  const tag = opening.name.name ?? ''
  if (/^h[1-3]$/.test(tag)) return [...stringsIn(node.children), ...below]
  if (!/Page$|^StateMessage$|^DoorCard$/.test(tag)) return below
  return [...opening.attributes.filter((one) => one.name?.name === 'title').flatMap((one) => stringsIn(one.value)), ...below]
}

it('the face holds every fixed heading of the screens, as a parser reads them', () => {
  const screens = readSources().filter((file) => !file.isTest && file.path.endsWith('.tsx'))
  const headings = screens.flatMap((file) => headingsIn(parseSync(file.path, file.text).program as unknown))
  expect(headings.length).toBeGreaterThan(80)
  expect(headings).toContain('怎样办理')
  expect(lackingIn(all, headings)).toEqual([])
  expect(lackingIn(all, [...headings, '龘'])).toEqual(['龘'])
})

it('what a visitor sees first is in the first file: names of the sites, and of the public halves of the modules', () => {
  const told = publicModules.flatMap(({ home }) => [home?.lead?.title ?? '', ...(home?.acts ?? []).map((act) => act.title)])
  expect(siteTitles).toContain('安徽省“互联网＋监管”系统')
  expect(lackingIn(characters.public, [...siteTitles, ...told])).toEqual([])
})

it('what the manifests call the pages of the work site is in one of the two', () => {
  expect(lackingIn(all, [...modules.map((module) => module.title), ...navOf(modules).map((entry) => entry.title)])).toEqual([])
})

it('no character is in both files, and the space in neither: the lines keep the measures of the text they replace', () => {
  expect(new Set(all).size).toBe([...all].length)
  expect(all).not.toMatch(/\s/)
})

it.each([
  ['<h1 ref={heading}>\n  已提交\n</h1>', '已提交'],
  ["<h2>{isStale ? '系统已更新' : '页面出错了'}</h2>", '页面出错了'],
  ["<Page title={one?.label ?? '时限规则'} isTyped>", '时限规则'],
  ["lead: { title: '在这里说，有人管' }", '在这里说，有人管'],
])('a heading is found in %s', (source, words) => expect(fixedHeadingsOf(source).join('')).toContain(words))
