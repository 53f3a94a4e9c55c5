import type { WorkEvent } from '@/entities/work-item/model/work-event.ts'

export const makeEvent = (patch: Partial<WorkEvent> = {}): WorkEvent => ({
  id: 1,
  seq: 1,
  action: 'receive',
  action_label: '签收',
  to_state: 'awaiting_decision',
  actor_name: '周静',
  actor_org_name: '庐阳区市场监督管理局',
  asked_by_name: '',
  note: '',
  words: [],
  created_at: '2026-11-21T08:00:00Z',
  ...patch,
})
