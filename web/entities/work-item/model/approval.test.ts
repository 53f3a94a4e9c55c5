import { expect, it } from 'vitest'
import { makeApproval } from '@/testing/make-approval.ts'
import { openApproval, standingRefusal, whoDid, withWithdrawn } from './approval.ts'
import type { WorkEvent } from './work-event.ts'

const event = (patch: Partial<WorkEvent>): WorkEvent => ({
  id: 1,
  seq: 1,
  action: 'receive',
  action_label: '签收',
  actor_name: '张三',
  actor_org_name: '甲局',
  asked_by_name: '',
  note: '',
  payload: {},
  created_at: '2026-11-21T08:00:00Z',
  ...patch,
})

it('finds the request that waits', () => {
  const open = makeApproval()
  expect(openApproval([makeApproval({ outcome: 'refused' }), open])).toBe(open)
  expect(openApproval([])).toBeUndefined()
})
it('keeps a refusal in view until somebody asks again or the item moves on', () => {
  const refused = makeApproval({ outcome: 'refused', version: 3, reason: '依据不足' })
  expect(standingRefusal([refused], 3)).toBe(refused)
  expect(standingRefusal([refused], 4)).toBeUndefined()
  expect(standingRefusal([makeApproval({ version: 3, asked_at: '2026-11-22T08:00:00Z' }), refused], 3)).toBeUndefined()
})
it('names asker and decider', () => {
  expect([
    whoDid(event({})),
    whoDid(event({ actor_name: '签收' })),
    whoDid(event({ actor_name: '李四', asked_by_name: '张三' })),
    whoDid(event({ action: 'refuse_approval', actor_name: '李四', asked_by_name: '张三' })),
  ]).toEqual(['张三', '系统', '张三提请，李四审批', '张三提请，李四退回'])
})
it('puts what was taken back into the history, at its time', () => {
  const events = [event({ id: 2, seq: 2, action_label: '受理', created_at: '2026-11-23T08:00:00Z' }), event({})]
  const merged = withWithdrawn(events, [makeApproval({ outcome: 'withdrawn', decided_at: '2026-11-22T08:00:00Z', reason: '提请人撤回' })])
  expect(merged.map((one) => one.action_label)).toEqual(['受理', '提请已撤回：不予受理', '签收'])
})
