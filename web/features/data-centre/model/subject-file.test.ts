import { expect, it } from 'vitest'
import { makeSubject } from '@/testing/make-subject.ts'
import { compareRecords, timelineOf, type SubjectFile } from './subject-file.ts'

it('marks what sources say otherwise, and not what one leaves out or writes wider', () => {
  const rows = compareRecords([
    { fields: { name: '鼎香 小吃店', address: '长江路1号', state: 'active', legal_person: null } },
    { fields: { name: '鼎香小吃店', address: '长江路２号', legal_person: '王某' } },
  ])
  expect(rows.map(({ field, isDifferent }) => [field, isDifferent])).toEqual([
    ['name', false],
    ['state', false],
    ['address', true],
    ['legal_person', false],
  ])
  expect(rows[1]?.cells).toEqual(['存续', ''])
  expect(compareRecords([])).toEqual([])
})

it('puts everything on one line of time, the latest first', () => {
  const merge = { ground: 'same_name', reason: '同一家', found_at: '2026-03-01T00:00:00Z', winner_id: null, left_id: 'a', right_id: 'b' }
  const file: SubjectFile = {
    subject: makeSubject({ registered_on: '2019-05-06' }),
    losers: [],
    children: [],
    identifiers: [],
    records: [{ id: 1, source_name: '许可系统', trust: 40, source_key: 'x', fields: {}, is_current: true, received_at: '2026-01-02T00:00:00Z' }],
    licences: [{ id: 1, name: '食品经营许可证', licence_no: 'JY1', issuer: '局', issued_on: '2020-01-01', valid_to: '2025-01-01', light: 'red' }],
    tags: [{ id: 1, subject_id: 's', tag: 'key', set_words: '某局 张三', set_at: '2026-02-01T00:00:00Z' }],
    cases: [{ id: 'c', case_no: 'TS1', title: '有虫', filed_at: '2026-01-05T00:00:00Z', is_open: true }],
    merges: [
      { ...merge, id: 'm', state: 'confirmed', decided_words: '某办 李四', decided_at: '2026-03-02T00:00:00Z', left_name: '甲', right_name: '乙' },
      { ...merge, id: 'n', state: 'proposed', decided_words: '', decided_at: null, left_name: '甲', right_name: '丙' },
    ],
  }
  expect(timelineOf(file, new Map([['key', '重点监管']])).map(({ text }) => text)).toEqual([
    '某办 李四归并：甲、乙',
    '某局 张三设置标签“重点监管”',
    'TS1 有虫',
    '收到许可系统的记录',
    '食品经营许可证到期',
    '取得食品经营许可证 JY1',
    '成立',
  ])
})
