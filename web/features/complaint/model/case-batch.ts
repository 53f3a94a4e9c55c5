import type { BatchAction } from '@/widgets/work-list/model/batch.ts'
import type { CaseRow } from './case.ts'

const notDispatched = ({ state }: CaseRow) => (state === 'awaiting_dispatch' ? '尚未分派到承办单位' : null)

/** What may be done to many cases at once. */
export const caseBatch: readonly BatchAction<CaseRow>[] = [
  {
    action: 'receive',
    label: '签收',
    permission: 'complaint.handle',
    reasonAgainst: ({ state }) => (state === 'awaiting_receipt' ? null : '不在待签收状态'),
  },
  { action: 'assign', label: '指派承办人', permission: 'complaint.assign', namesHandler: true, reasonAgainst: notDispatched },
  {
    action: 'take',
    label: '由我承办',
    permission: 'complaint.handle',
    reasonAgainst: (row) => notDispatched(row) ?? (row.handler_id ? '已有承办人' : null),
  },
]
