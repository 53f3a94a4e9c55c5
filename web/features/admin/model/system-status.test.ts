import { expect, it } from 'vitest'
import { failureWord, scheduleWord, warningsOf, type Findings } from './system-status.ts'

const now = Date.parse('2026-11-22T08:00:00Z')
const job = { name: 'audit-seal', schedule: '5 seconds', status: 'succeeded', started_at: null, message: null, failed_today: 0 }
const well: Findings = {
  status: { outbox_pending: 1, outbox_oldest: '2026-11-22T07:59:00Z', outbox_dead: 0, recomputing: 0, provisional: 3, last_seal: null },
  jobs: [job],
  failures: [],
}

it('has nothing to say when all is well', () => expect(warningsOf(well, now)).toEqual([]))
it('names what somebody should look at', () => {
  const ill: Findings = {
    status: { ...well.status, outbox_dead: 2, outbox_oldest: '2026-11-22T07:50:00Z' },
    jobs: [{ ...job, status: 'failed', message: 'ERROR: x' }],
    failures: [{ id: 1, job: 'sweep', item_id: 'i', item_no: null, error: 'e', at: '2026-11-22T07:00:00Z' }],
  }
  expect(warningsOf(ill, now)).toEqual([
    '“审计日志封存”最近一次运行失败：ERROR: x',
    '2 个事件多次投递未成功，请查明原因后重新投递',
    '有事件已等待投递 10 分钟',
    '近 7 天有 1 次时限巡检未能处理单个事项',
  ])
})
it.each([
  ['5 seconds', '每 5 秒'],
  ['17 3 * * *', '每日 3:17'],
  ['0 1 1 * *', '0 1 1 * *'],
])('%s reads %s', (schedule, word) => expect(scheduleWord(schedule)).toBe(word))
it('names what failed: the item by its number, or the chore that has none', () => {
  const failure = { id: 1, job: 'sweep', item_id: 'i', item_no: 'TS1', error: 'e', at: '2026-11-22T07:00:00Z' }
  expect(failureWord(failure)).toBe('TS1')
  expect(failureWord({ ...failure, item_no: null })).toBe('i')
  expect(failureWord({ ...failure, job: 'definition', item_id: null, item_no: null })).toBe('参数和编码按日生效')
})
