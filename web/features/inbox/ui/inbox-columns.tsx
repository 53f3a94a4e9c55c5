import { Link } from 'react-router'
import { OwnRegionName } from '@/entities/session/ui/own-region-name.tsx'
import { itemPath } from '@/entities/work-item/model/item-path.ts'
import type { Box } from '@/entities/work-item/model/inbox-filter.ts'
import { lightLabels, type InboxItem } from '@/entities/work-item/model/work-item.ts'
import { DueText } from '@/entities/work-item/ui/due-text.tsx'
import { LightBadge } from '@/entities/work-item/ui/light-badge.tsx'
import { formatDate, formatDateTime } from '@/shared/format/date.ts'
import type { DataColumn } from '@/shared/ui/data-column.ts'

const columns: readonly DataColumn<InboxItem>[] = [
  {
    key: 'light',
    title: '预警',
    width: 88,
    isFixed: true,
    render: (row) => <LightBadge light={row.light} isOpen={row.is_open} />,
    text: (row) => lightLabels[row.light],
  },
  {
    key: 'title',
    title: '标题',
    width: 236,
    isRequired: true,
    isFixed: true,
    render: (row) => (
      <Link to={itemPath(row.id)} title={row.title}>
        {row.has_open_approval && (
          <span className="mark mark-ask" title="正在审批">
            审
          </span>
        )}
        {row.is_supervised && <span className="mark">督</span>}
        {row.urge_count > 0 && <span className="mark mark-urge">催{row.urge_count > 1 ? row.urge_count : ''}</span>}
        {row.title}
      </Link>
    ),
    text: (row) => row.title,
  },
  { key: 'kind', title: '类型', width: 52, render: (row) => row.kind_label, text: (row) => row.kind_label },
  { key: 'state', title: '状态', width: 80, render: (row) => row.state_label, text: (row) => row.state_label },
  {
    key: 'due',
    title: '到期日',
    width: 228,
    sortBy: 'due_at',
    render: (row) => <DueText dueAt={row.due_at} workdaysLeft={row.workdays_left} isProvisional={row.due_is_provisional} isOpen={row.is_open} />,
    text: (row) => formatDate(row.due_at),
  },
  {
    key: 'handler',
    title: '承办人',
    width: 80,
    render: (row) => row.handler_name ?? <span className="muted">未指派</span>,
    text: (row) => row.handler_name ?? '未指派',
  },
  { key: 'region', title: '地区', width: 120, render: (row) => <OwnRegionName name={row.region_name} />, text: (row) => row.region_name },
  {
    key: 'org',
    title: '承办单位',
    width: 150,
    render: (row) => <span title={row.org_name}>{row.org_name}</span>,
    text: (row) => row.org_name,
  },
  { key: 'no', title: '编号', width: 150, isOptional: true, render: (row) => row.no, text: (row) => row.no },
  {
    key: 'created',
    title: '登记日期',
    width: 104,
    sortBy: 'created_at',
    render: (row) => <span title={formatDateTime(row.created_at)}>{formatDate(row.created_at)}</span>,
    text: (row) => formatDateTime(row.created_at),
  },
]

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
