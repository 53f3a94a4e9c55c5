import { expect, it } from 'vitest'
import type { WorkEvent } from '@/entities/work-item/model/work-event.ts'
import { makeApproval } from '@/testing/make-approval.ts'
import { approvalWords, eventWords, namedOfficers } from './case-words.ts'

const grounds = [
  { set_key: 'complaint.refuse_ground', code: 'not_consumer', label: '不是为生活消费需要' },
  { set_key: 'tip.outcome', code: 'penalized', label: '已作出行政处罚' },
]
const words = (patch: object, caseType = 'complaint', labelOf: () => string | undefined = () => undefined) =>
  approvalWords(makeApproval(patch), { caseType, grounds, labelOf }).map(({ label, text }) => `${label}：${text}`)

it('says in words what was asked, the ground first', () => {
  expect(words({ payload: { public_text: '不属于消费争议。', ground: 'not_consumer' } })).toEqual([
    '不予受理理由：不是为生活消费需要',
    '给投诉人的说明：不属于消费争议。',
  ])
  expect(words({ action: 'answer', payload: { outcome: 'penalized', public_text: '已罚款。' } }, 'tip')).toEqual([
    '处理结果：已作出行政处罚',
    '给举报人的反馈：已罚款。',
  ])
})
it('takes the name of a field from the move where the viewer has it, and shows what it does not know', () => {
  expect(words({ payload: { ground: 'gone' } }, 'complaint', () => '理由')).toEqual(['理由：gone'])
  expect(words({ action: 'x', payload: { flag: true, list: [1, 2] } })).toEqual(['其他内容：是', '其他内容：共 2 项'])
})

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
