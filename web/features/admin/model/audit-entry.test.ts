import { expect, it } from 'vitest'
import { changesOf } from './audit-entry.ts'
import { auditSearch, periodOf } from './audit-filter.ts'

it('tells before and after of an update, without the stamps', () => {
  expect(
    changesOf({
      op: 'update',
      words: { 'state=open': '在办' },
      old_row: { state: 'open', due_at: '2026', updated_at: 'a' },
      new_row: { state: 'done', due_at: null, updated_at: 'b' },
    }),
  ).toEqual([
    { field: '状态', before: '在办', after: 'done' },
    { field: '到期时间', before: '2026', after: '空' },
  ])
})
it('lists what an insert brought and leaves out what stayed empty', () => {
  expect(changesOf({ op: 'insert', words: {}, old_row: null, new_row: { name: '甲', title: '', note: null, tags: ['a'] } })).toEqual([
    { field: '姓名', before: '', after: '甲' },
    { field: 'tags', before: '', after: 'a' },
  ])
})
it('keeps what a delete took away', () => {
  expect(changesOf({ op: 'delete', words: {}, old_row: { name: '甲' }, new_row: null })).toEqual([{ field: '姓名', before: '甲', after: '' }])
})
it('reads filters from the address', () => {
  expect(auditSearch.parse({ actor: 'system:sweep', from: 'x' })).toEqual({ ...auditSearch.defaults, actor: 'system:sweep' })
  expect(periodOf({ from: '2026-11-01', to: '2026-11-30' })).toEqual({ p_from: '2026-11-01T00:00:00+08:00', p_to: '2026-12-01T00:00:00+08:00' })
})
