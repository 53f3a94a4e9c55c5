import { expect, it } from 'vitest'
import type { WorkEvent } from '@/entities/work-item/model/work-event.ts'
import { eventWords, namedOfficers } from './case-words.ts'

const grounds = [
  { set_key: 'complaint.refuse_ground', code: 'not_consumer', label: '不是为生活消费需要' },
  { set_key: 'tip.outcome', code: 'penalized', label: '已作出行政处罚' },
]
const event = (payload: Record<string, unknown>): WorkEvent => ({
  id: 1,
  seq: 1,
  action: 'assign',
  action_label: '指派承办人',
  actor_name: '',
  actor_org_name: '',
  asked_by_name: '',
  note: '',
  payload,
  created_at: '',
})
it('names whom a step named and until when an answer is wanted', () => {
  const names = { o1: '王芳' }
  expect(eventWords(event({ officer_id: 'o1' }), 'complaint', grounds, names)).toBe('王芳')
  expect(eventWords(event({ due_on: '2026-11-30' }), 'complaint', grounds, names)).toBe('2026-11-30 前反馈')
  expect(eventWords(event({ ground: 'not_consumer' }), 'complaint', grounds, names)).toBe('不是为生活消费需要')
  expect(namedOfficers([event({ officer_id: 'o1' }), event({ officer_id: 'o1' }), event({})])).toEqual(['o1'])
})
