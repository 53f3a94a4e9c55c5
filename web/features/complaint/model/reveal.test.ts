import { expect, it } from 'vitest'
import { mayRevealNow } from './may-reveal.ts'
import { lastDayOf, monthsBefore, monthWord, sheetSearch } from './reveal-sheet.ts'

const ask = {
  id: '00000000-0000-4000-8000-000000000001',
  reason: '上级督查',
  asked_by: 'me',
  asked_by_name: '张三',
  asked_at: '2026-11-20T00:00:00Z',
  is_granted: true,
  decided_by_name: '李四',
  decided_at: '2026-11-20T01:00:00Z',
  decision: '',
}

it('a grant holds for whoever asked, and for a day', () => {
  const at = (time: string) => Date.parse(time)
  expect(mayRevealNow([ask], 'me', at('2026-11-21T00:59:59Z'))).toBe(true)
  expect(mayRevealNow([ask], 'me', at('2026-11-21T01:00:01Z'))).toBe(false)
  expect(mayRevealNow([ask], 'other', at('2026-11-20T02:00:00Z'))).toBe(false)
  expect(mayRevealNow([{ ...ask, is_granted: false }], 'me', at('2026-11-20T02:00:00Z'))).toBe(false)
  expect(mayRevealNow([{ ...ask, is_granted: null, decided_at: null }], 'me', at('2026-11-20T02:00:00Z'))).toBe(false)
})

it('months go back over the year, and end on their last day', () => {
  expect(monthsBefore('2026-02', 3)).toEqual(['2026-02', '2026-01', '2025-12'])
  expect(['2026-02', '2028-02', '2026-12', '2026-11'].map(lastDayOf)).toEqual(['2026-02-28', '2028-02-29', '2026-12-31', '2026-11-30'])
  expect(monthWord('2026-02')).toBe('2026 年 2 月')
  expect(sheetSearch.parse({ month: '2026-13' }).month).toMatch(/^\d{4}-(0[1-9]|1[0-2])$/)
})
