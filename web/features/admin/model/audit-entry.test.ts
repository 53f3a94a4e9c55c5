import { expect, it } from 'vitest'
import { changesOf, changesText, recordWord, type AuditEntry } from './audit-entry.ts'
import { auditSearch, periodOf } from './audit-filter.ts'
import { auditDictionary } from './audit-words.ts'

const dictionary = auditDictionary([{ tables: {}, fields: { case_id: '案件' }, codesOf: { action: { not_file: '不予立案' } } }])
const table_name = 'public.work_items'

it('tells before and after of an update, without the stamps', () => {
  expect(
    changesOf(
      {
        table_name,
        op: 'update',
        words: { 'state=open': '在办' },
        old_row: { state: 'open', due_at: '2026', updated_at: 'a' },
        new_row: { state: 'no_such', due_at: null, updated_at: 'b' },
      },
      dictionary,
    ),
  ).toEqual([
    { field: '状态', before: { text: '在办' }, after: { text: 'no_such' } },
    { field: '到期时间', before: { text: '2026' }, after: { text: '空' } },
  ])
})
it('lists what an insert brought and leaves out what stayed empty', () => {
  expect(
    changesOf({ table_name, op: 'insert', words: {}, old_row: null, new_row: { name: '甲', title: '', note: null, tags: ['a'] } }, dictionary),
  ).toEqual([
    { field: '名称', after: { text: '甲' } },
    { field: 'tags', after: { text: 'a' } },
  ])
})
it('keeps what a delete took away', () => {
  expect(changesOf({ table_name, op: 'delete', words: {}, old_row: { name: '甲' }, new_row: null }, dictionary)).toEqual([
    { field: '名称', before: { text: '甲' } },
  ])
})
it('reads filters from the address', () => {
  expect(auditSearch.parse({ actor: 'system:sweep', from: 'x' })).toEqual({ ...auditSearch.defaults, actor: 'system:sweep' })
  expect(periodOf({ from: '2026-11-01', to: '2026-11-30' })).toEqual({ p_from: '2026-11-01T00:00:00+08:00', p_to: '2026-12-01T00:00:00+08:00' })
})

const id = '3f0c1d3e-5b67-4a2b-9d9b-0d1f6f3f1a11'
const entry: AuditEntry = {
  id: 1,
  at: '2026-11-21T08:00:00Z',
  actor: 'a',
  actor_name: '周静',
  request_id: null,
  table_name: 'public.complaint_answers',
  row_key: id,
  op: 'insert',
  old_row: null,
  new_row: { case_id: id, action: 'not_file' },
  words: {},
}
it('shows neither codes nor ids as sentences; the file keeps the ids whole', () => {
  expect(changesOf(entry, dictionary)).toEqual([
    { field: '案件', after: { text: '3f0c1d3e…', full: id } },
    { field: '动作', after: { text: '不予立案' } },
  ])
  expect(changesText(entry, dictionary)).toBe(`案件：${id}；动作：不予立案`)
  expect([recordWord(entry, dictionary), recordWord({ ...entry, words: { [`@=${id}`]: 'JB1' } }, dictionary)]).toEqual(['3f0c1d3e…', 'JB1'])
  expect(recordWord({ table_name: 'public.officer_role_permissions', row_key: 'security_admin', words: {} }, dictionary)).toBe('安全管理员')
})
