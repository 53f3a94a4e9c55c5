import type { Approval } from '@/entities/work-item/model/approval.ts'
import type { WorkEvent } from '@/entities/work-item/model/work-event.ts'
import { groundOf, type Ground } from './ground-of.ts'

/** Labels of what moves that need a second person ask for; whoever may take the move has them from the move itself. */
const labels: Record<string, string> = {
  'refuse.ground': '不予受理理由',
  'not_file.ground': '不予立案理由',
  'answer.outcome': '处理结果',
  'file_case.note': '立案理由',
  'extend.note': '延长理由',
  'complaint.refuse.public_text': '给投诉人的说明',
  'complaint.answer.public_text': '给投诉人的答复',
  'tip.not_file.public_text': '给举报人的说明',
  'tip.answer.public_text': '给举报人的反馈',
}
const order = ['ground', 'outcome', 'note', 'public_text']

interface Words {
  caseType: string
  grounds: readonly Ground[] | undefined
  /** From the moves that the viewer may take, where they have them. */
  labelOf: (action: string, field: string) => string | undefined
}

/** What was asked for, in words: codes by their lists, fields by their names. */
export function approvalWords({ action, payload }: Approval, { caseType, grounds, labelOf }: Words): { label: string; text: string }[] {
  const rank = (field: string) => (order.includes(field) ? order.indexOf(field) : order.length)
  return Object.entries(payload)
    .sort(([a], [b]) => rank(a) - rank(b))
    .map(([field, value]) => ({
      label: labelOf(action, field) ?? labels[`${action}.${field}`] ?? labels[`${caseType}.${action}.${field}`] ?? '其他内容',
      text: isCode(field) ? groundOf(grounds, caseType, { [field]: value }) || textOf(value) : textOf(value),
    }))
}

const isCode = (field: string) => field === 'ground' || field === 'outcome'

function textOf(value: unknown): string {
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (Array.isArray(value)) return `共 ${value.length} 项`
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '—'
}

/** Beside the name of a step: its ground or outcome, whom it named, until when an answer is wanted. */
export function eventWords(event: WorkEvent, caseType: string, grounds: readonly Ground[] | undefined, names: Record<string, string>): string {
  const { officer_id: officer, due_on: due } = event.payload
  if (typeof officer === 'string') return names[officer] ?? ''
  if (typeof due === 'string') return `${due} 前反馈`
  return groundOf(grounds, caseType, event.payload)
}

export const namedOfficers = (events: readonly WorkEvent[]): string[] => [
  ...new Set(events.flatMap(({ payload }) => (typeof payload.officer_id === 'string' ? [payload.officer_id] : []))),
]
