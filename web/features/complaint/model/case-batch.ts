import type { CaseRow } from './case.ts'

export const batchActions = ['receive', 'assign', 'take'] as const
export type BatchAction = (typeof batchActions)[number]
export const batchLabels: Record<BatchAction, string> = { receive: '签收', assign: '指派承办人', take: '由我承办' }
export const batchPermissions: Record<BatchAction, string> = { receive: 'complaint.handle', assign: 'complaint.assign', take: 'complaint.handle' }

type Row = Pick<CaseRow, 'state' | 'is_open' | 'handler_id'>

function reasonAgainst(action: BatchAction, { state, is_open: isOpen, handler_id: handler }: Row): string | null {
  if (!isOpen) return '已办结'
  if (action === 'receive') return state === 'awaiting_receipt' ? null : '不在待签收状态'
  if (state === 'awaiting_dispatch') return '尚未分派到承办单位'
  return action === 'take' && handler ? '已有承办人' : null
}

/** Which of the picked rows an action fits, and why not the others; the database decides again for each. */
export function planBatch<R extends Row>(action: BatchAction, rows: readonly R[]): { fit: R[]; skipped: { reason: string; count: number }[] } {
  const skipped = new Map<string, number>()
  const fit = rows.filter((row) => {
    const reason = reasonAgainst(action, row)
    if (reason) skipped.set(reason, (skipped.get(reason) ?? 0) + 1)
    return reason === null
  })
  return { fit, skipped: [...skipped].map(([reason, count]) => ({ reason, count })) }
}
