import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { AuditWords } from '@/shared/module/audit-words.ts'
import { auditDictionary, shortId } from './audit-words.ts'

const modules = import.meta.glob<AuditWords>('../../*/audit-words.ts', { eager: true, import: 'auditWords' })
const { tables, actorWord, fieldWord, valueWord } = auditDictionary(Object.values(modules))

const folder = new URL('../../../../supabase/migrations/', import.meta.url)
const sql = readdirSync(folder)
  .filter((name) => name.endsWith('.sql'))
  .sort()
  .map((name) => readFileSync(new URL(name, folder), 'utf8'))
  .join('\n')
const seeds = readFileSync(new URL('../seed/modules/complaint/matters.sql', folder), 'utf8')

const isChinese = (word: string) => /\p{Script=Han}/u.test(word)
const groups = (pattern: RegExp, text = sql) => [...text.matchAll(pattern)].map(([, ...parts]) => parts.map((part) => part ?? ''))

const audited = [...new Set(groups(/enable_audit\('([a-z_.]+)'/g).map(([table = '']) => table))]
const bodyOf = (table: string) => groups(new RegExp(`^create table ${table.replace('.', '\\.')} \\(\\n([\\s\\S]*?)\\n\\);`, 'gm'))[0]?.[0] ?? ''
const linesOf = (table: string) => [
  ...bodyOf(table)
    .split('\n')
    .map((line) => line.trim()),
  ...groups(new RegExp(`^alter table ${table.replace('.', '\\.')}\\s+add column (?:if not exists )?([^;]+);`, 'gm')).map(([line = '']) => line),
]
/** Table, column and the values that a check or a type allows it. */
const columns = audited.flatMap((table) =>
  linesOf(table).flatMap((line) => {
    const [, column, type = ''] = /^([a-z_0-9]+) ([a-z_.0-9]+)/.exec(line) ?? []
    if (!column || ['primary', 'foreign', 'unique', 'check', 'exclude', 'constraint'].includes(column)) return []
    const allowed =
      /check \(\w+ in \(([^)]+)\)\)/.exec(line)?.[1] ??
      groups(new RegExp(`create type ${type.replace('.', '\\.')} as enum \\(([^)]+)\\)`, 'g'))[0]?.[0] ??
      ''
    return [{ table, column, values: groups(/'([^']+)'/g, allowed).map(([value = '']) => value) }]
  }),
)

describe('whatever the log can carry has a word', () => {
  it('finds the audited tables and their columns', () => {
    expect(audited.length).toBeGreaterThan(20)
    expect(audited.filter((table) => !columns.some((one) => one.table === table))).toEqual([])
    expect(columns).toContainEqual({ table: 'public.work_calendar', column: 'kind', values: ['holiday', 'workday'] })
    expect(columns.find((one) => one.table === 'public.complaint_cases' && one.column === 'light')?.values).toContain('orange')
  })
  it('every audited table', () => expect(audited.filter((table) => !isChinese(tables[table] ?? ''))).toEqual([]))
  it('every table that a function writes about by itself', () => {
    const written = groups(/audit_write\('([a-z_.]+)'/g).map(([table = '']) => table)
    written.push(
      ...groups(/into private\.audit_log \([^)]*\)\s*values \([^']*'[^']*'?[^;]*?'((?:auth|private|public)\.[a-z_]+)'/g).map(([table = '']) => table),
    )
    expect(written).toEqual(expect.arrayContaining(['auth.sessions', 'private.refusals', 'private.exports']))
    expect(written.filter((table) => !isChinese(tables[table] ?? ''))).toEqual([])
  })
  it('every column', () =>
    expect(columns.filter(({ table, column }) => !isChinese(fieldWord(column, table))).map(({ table, column }) => `${table}.${column}`)).toEqual([]))
  it('every value of a checked or typed column', () => {
    const silent = columns.flatMap(({ table, column, values }) =>
      values.filter((value) => !isChinese(valueWord(value, { field: column }).text)).map((value) => `${table}.${column}=${value}`),
    )
    expect(silent).toEqual([])
  })
  it('every state and action of every flow', () => {
    const states = groups(/^ {2}\('[a-z_]+', '([a-z_]+)', '[^']+', (?:true|false), \d+\)/gm).map(([state = '']) => state)
    const actions = groups(/allow_move\([^,]+, [^,]+, '([a-z_]+)', /g).map(([action = '']) => action)
    expect(states).toContain('not_filed')
    expect(actions).toEqual(expect.arrayContaining(['not_file', 'route', 'urge', 'withdraw', 'assign', 'file']))
    const areStates = new Set(states)
    expect([...areStates].filter((state) => !isChinese(valueWord(state, { field: 'state' }).text))).toEqual([])
    expect([...new Set(actions)].filter((action) => !areStates.has(action) && !isChinese(valueWord(action, { field: 'action' }).text))).toEqual([])
  })
  it('every role and permission, as the database names them', () => {
    const named = [
      ...groups(/^ {2}\('([a-z_]+)', '([^']+)', '(?:business|system|security|audit)', \d+\)/gm),
      ...groups(/private\.allow\('([a-z_.]+)', '([^']+)'/g),
    ]
    expect(named.length).toBeGreaterThan(20)
    expect(named.filter(([code, name]) => valueWord(code, { field: 'role_codes' }).text !== name)).toEqual([])
  })
  it('every matter, as the seed names it, and every set of codes', () => {
    const matters = groups(/^ {2}\('([a-z_]+)', '([^']+)', (?:'[a-z]+'|null), '/gm, seeds)
    expect(matters.length).toBeGreaterThan(20)
    expect(matters.filter(([code, label]) => valueWord(code, { field: 'matter_code' }).text !== label)).toEqual([])
    const sets = new Set(groups(/^ {2}\('([a-z_]+\.[a-z_]+)', '[a-z_0-9]+', '[^']+', \d+\)/gm).map(([set = '']) => set))
    expect([...sets].filter((set) => !isChinese(valueWord(set, { field: 'set_key' }).text))).toEqual([])
  })
  it('every actor that is no person', () => {
    const names = [...new Set(groups(/'(system:[a-z-]+)'/g).map(([actor = '']) => actor))]
    expect(names.length).toBeGreaterThan(2)
    expect(names.filter((actor) => !isChinese(actorWord(actor, actor)))).toEqual([])
  })
})

it('speaks of actors and fields in words, and leaves what it does not know', () => {
  expect([actorWord('system:citizen', 'system:citizen'), actorWord('u1', '周静'), fieldWord('due_at'), fieldWord('strange')]).toEqual([
    '投诉举报人',
    '周静',
    '到期时间',
    'strange',
  ])
})
it('calls a name by what it is the name of', () => {
  expect([fieldWord('name', 'public.officers'), fieldWord('name', 'public.orgs')]).toEqual(['姓名', '名称'])
})
it.each([
  [null, '', '空'],
  [true, '', '是'],
  ['2026-11-21T17:00:00+00:00', '', '2026-11-22 01:00'],
  ['2026-11-21', '', '2026-11-21'],
  [['a', 'b'], '', 'a、b'],
  [[], '', '空'],
  [3, '', '3'],
  [4, 'tier', '县（市、区）'],
  ['workday', 'kind', '调休上班'],
  ['workday', 'unit', '工作日'],
  ['system:seed', 'created_by', '初始数据'],
  [{ state: 'dead', reasons: ['甲', '乙'] }, '', '状态：投递失败；理由：甲、乙'],
])('%o of %j reads %s', (value, field, word) => expect(valueWord(value, { field }).text).toBe(word))

const id = '3f0c1d3e-5b67-4a2b-9d9b-0d1f6f3f1a11'
it('shortens an id that has no name, keeps it whole for the title, and prefers the words that came along', () => {
  expect(shortId(id)).toEqual({ text: '3f0c1d3e…', full: id })
  expect(valueWord(id, { field: 'org_id' })).toEqual({ text: '3f0c1d3e…', full: id })
  expect(valueWord(id, { field: 'org_id', said: { [`org_id=${id}`]: '庐阳区城市管理局' } })).toEqual({ text: '庐阳区城市管理局' })
  expect(valueWord([id, '甲'])).toEqual({ text: '3f0c1d3e…、甲', full: `${id}、甲` })
  expect(valueWord({ org_id: id })).toEqual({ text: '单位：3f0c1d3e…', full: `单位：${id}` })
  expect(actorWord(id, id)).toBe('3f0c1d3e…')
})

it('asks the owner of a table first where two modules know the same word', () => {
  const part = (name: string): AuditWords => ({
    tables: { [`public.${name}`]: name },
    fields: { rank: `${name}序位` },
    codesOf: { grade: { 1: `${name}一级` } },
  })
  const both = auditDictionary([part('甲'), part('乙')])
  expect([both.fieldWord('rank', 'public.乙'), both.fieldWord('rank')]).toEqual(['乙序位', '甲序位'])
  expect(both.valueWord(1, { field: 'grade', table: 'public.乙' }).text).toBe('乙一级')
})
