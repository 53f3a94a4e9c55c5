import { expect, it } from 'vitest'
import { sealCheckText } from './seal-check.ts'

const good = { checked: 12, row_count: 340, broken: [], last_id: 12, last_at: '2026-11-21T08:00:00Z' }

it.each([
  [good, '已核对 12 号封存、340 条日志，全部一致；最近一次为第 12 号（2026-11-21 16:00）。'],
  [{ ...good, broken: [3, 4] }, '第 3、4 号封存与日志不一致，日志可能被改动。请保存现场并上报。最近一次为第 12 号（2026-11-21 16:00）。'],
  [{ ...good, checked: 0, row_count: 0 }, '这段时间没有封存；最近一次为第 12 号（2026-11-21 16:00）。'],
  [{ checked: 0, row_count: 0, broken: [], last_id: null, last_at: null }, '尚未封存过日志。'],
])('says what was found', (found, text) => expect(sealCheckText(found)).toBe(text))
