import { expect, it } from 'vitest'
import { changesOf } from './audit-entry.ts'
import { auditSearch } from './audit-filter.ts'

it('tells before and after of an update, without the stamps', () => {
  expect(
    changesOf({
      op: 'update',
      old_row: { state: 'open', due_at: '2026', updated_at: 'a' },
      new_row: { state: 'done', due_at: null, updated_at: 'b' },
    }),
  ).toEqual([
    { field: '状态', before: 'open', after: 'done' },
    { field: '到期时间', before: '2026', after: '空' },
  ])
})
it('lists what an insert brought and leaves out what stayed empty', () => {
  expect(changesOf({ op: 'insert', old_row: null, new_row: { name: '甲', title: '', note: null, tags: ['a'] } })).toEqual([
    { field: '姓名', before: '', after: '甲' },
    { field: 'tags', before: '', after: '["a"]' },
  ])
})
it('keeps what a delete took away', () => {
  expect(changesOf({ op: 'delete', old_row: { name: '甲' }, new_row: null })).toEqual([{ field: '姓名', before: '甲', after: '' }])
})
it('reads filters from the address', () => {
  expect(auditSearch.parse({ actor: 'system:sweep' })).toEqual({ table: '', key: '', actor: 'system:sweep' })
})
