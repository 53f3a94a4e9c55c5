import { itemPath } from '@/entities/work-item/model/item-path.ts'
import type { Box } from '@/entities/work-item/model/inbox-filter.ts'
import type { InboxItem } from '@/entities/work-item/model/work-item.ts'
import { formatDate } from '@/shared/format/date.ts'
import type { DataColumn } from '@/shared/ui/data-column.ts'
import type { RowFace } from '@/widgets/work-list/model/work-row.ts'
import { workColumns } from '@/widgets/work-list/ui/work-columns.tsx'

export const inboxFace: RowFace<InboxItem> = {
  path: (row) => itemPath(row.id),
  no: (row) => row.no,
  kind: (row) => row.kind_label,
  marks: (row) => [
    ...(row.has_open_approval ? [{ key: 'asked', text: '审', title: '正在审批', tone: 'ask' as const }] : []),
    ...(row.is_supervised ? [{ key: 'supervised', text: '督' }] : []),
    ...(row.urge_count > 0 ? [{ key: 'urged', text: `催${row.urge_count > 1 ? row.urge_count : ''}`, tone: 'urge' as const }] : []),
  ],
  since: { title: '登记日期', sortBy: 'created_at', value: (row) => row.created_at },
}

const columns = workColumns(inboxFace)

const closed: DataColumn<InboxItem> = {
  key: 'closed',
  title: '办结日期',
  width: 110,
  sortBy: 'closed_at',
  render: (row) => formatDate(row.closed_at),
  text: (row) => formatDate(row.closed_at),
}

/** Finished work has no light and no term left. */
export const inboxColumnsOf = (box: Box): readonly DataColumn<InboxItem>[] =>
  box === 'done' ? columns.flatMap((column) => (column.key === 'light' ? [] : column.key === 'due' ? [closed] : [column])) : columns
