import { expect, it } from 'vitest'
import { makeApproval } from '@/testing/make-approval.ts'
import { makeEvent } from '@/testing/make-event.ts'
import { openApproval, standingRefusal, whoDid } from './approval.ts'
import type { WorkEvent } from './work-event.ts'

const event = (patch: Partial<WorkEvent>) => makeEvent({ actor_name: '张三', actor_org_name: '甲局', ...patch })

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
