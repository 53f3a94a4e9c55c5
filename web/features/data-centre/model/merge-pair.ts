import { kindLabels, stateLabels, type Subject } from '@/entities/subject/model/subject.ts'
import { formatDate } from '@/shared/format/date.ts'

export const mergeStates = { proposed: '待决定', confirmed: '已归并', refused: '不是同一家', undone: '已撤销' } as const
export type MergeState = keyof typeof mergeStates

export const grounds: Readonly<Record<string, string>> = {
  same_identifier: '代码相同',
  same_name: '同一县区、名称相同',
  same_address: '地址和负责人相同',
}

export interface PairRow {
  label: string
  left: string
  right: string
  isDifferent: boolean
}

/** Both subjects side by side, what differs marked. */
export function comparePair(left: Subject, right: Subject): PairRow[] {
  const rows: [string, (one: Subject) => string][] = [
    ['名称', (one) => one.name],
    ['信用代码', (one) => one.uscc ?? '无'],
    ['类型', (one) => kindLabels[one.kind]],
    ['登记状态', (one) => stateLabels[one.state]],
    ['区划', (one) => one.region_name],
    ['地址', (one) => one.address || '未登记'],
    ['法定代表人（经营者）', (one) => one.legal_person || '未登记'],
    ['成立日期', (one) => (one.registered_on ? formatDate(one.registered_on) : '未登记')],
    ['来源', (one) => one.source || '未注明'],
  ]
  return rows.map(([label, of]) => ({ label, left: of(left), right: of(right), isDifferent: of(left) !== of(right) }))
}

/** Which one to propose as the one that stays: of two the one with a code that is right, else the one registered first. */
export function likelyWinner(left: Subject, right: Subject): string {
  const weight = ({ uscc, is_uscc_doubtful: isDoubtful }: Subject) => (uscc === null ? 0 : isDoubtful ? 1 : 2)
  if (weight(left) !== weight(right)) return weight(left) > weight(right) ? left.id : right.id
  return (right.registered_on ?? '9999') < (left.registered_on ?? '9999') ? right.id : left.id
}
