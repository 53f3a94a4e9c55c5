import type { Approval } from '@/entities/work-item/model/approval.ts'

export const makeApproval = (patch: Partial<Approval> = {}): Approval => ({
  id: '00000000-0000-4000-8000-0000000000b1',
  action: 'refuse',
  action_label: '不予受理',
  permission: 'complaint.approve',
  words: [{ label: '理由', text: '不属于消费争议' }],
  version: 1,
  asked_by: '00000000-0000-4000-8000-000000000002',
  asked_by_name: '张经办',
  asked_at: '2026-11-21T08:00:00Z',
  outcome: null,
  decided_by_name: null,
  decided_at: null,
  reason: '',
  ...patch,
})
