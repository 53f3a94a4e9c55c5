import { OwnRegionName } from '@/entities/session/ui/own-region-name.tsx'
import { timeLeft } from '@/entities/work-item/model/time-left.ts'
import { lightLabels } from '@/entities/work-item/model/work-item.ts'
import { LightBadge } from '@/entities/work-item/ui/light-badge.tsx'
import { formatDate, formatDateTime } from '@/shared/format/date.ts'
import type { DataColumn } from '@/shared/ui/data-column.ts'
import type { RowFace, WorkRow } from '../model/work-row.ts'
import { WorkTitle } from './work-title.tsx'

/** Two lines to a row, and narrow enough for 1366 px with the tree beside them. A module's own columns stand behind the title. */
export function workColumns<Row extends WorkRow>(face: RowFace<Row>, own: readonly DataColumn<Row>[] = []): readonly DataColumn<Row>[] {
  return [
    {
      key: 'light',
      title: '预警',
      width: 86,
      render: (row) => <LightBadge light={row.light} isOpen={row.is_open} />,
      text: (row) => (row.is_open ? lightLabels[row.light] : '已结'),
    },
    {
      key: 'title',
      title: '标题',
      width: 200,
      grows: true,
      isRequired: true,
      render: (row) => (
        <div className="two-lines">
          <WorkTitle row={row} face={face} />
          <small className="muted">
            {face.kind(row)} {face.no(row)}
          </small>
        </div>
      ),
      text: (row) => row.title,
    },
    ...own,
    { key: 'state', title: '状态', width: 82, render: (row) => <span className="two-rows">{row.state_label}</span>, text: (row) => row.state_label },
    {
      key: 'handler',
      title: '承办人',
      width: 72,
      render: (row) => row.handler_name ?? <span className="muted">未指派</span>,
      text: (row) => row.handler_name ?? '未指派',
    },
    {
      key: 'due',
      title: '到期日',
      width: 132,
      sortBy: 'due_at',
      render: (row) => <Due row={row} />,
      text: (row) => formatDate(row.due_at),
    },
    {
      key: 'org',
      title: '承办单位',
      width: 132,
      render: (row) => (
        <span className="two-rows" title={row.org_name}>
          {row.org_name}
        </span>
      ),
      text: (row) => row.org_name,
    },
    {
      key: 'region',
      title: '地区',
      width: 120,
      render: (row) => (
        <span className="two-rows">
          <OwnRegionName name={row.region_name} />
        </span>
      ),
      text: (row) => row.region_name,
    },
    {
      key: 'since',
      title: face.since.title,
      width: 98,
      sortBy: face.since.sortBy,
      render: (row) => <span title={formatDateTime(face.since.value(row))}>{formatDate(face.since.value(row))}</span>,
      text: (row) => formatDateTime(face.since.value(row)),
    },
    // For the export alone: on screen they stand below the title.
    { key: 'kind', title: '类型', isExportOnly: true, render: face.kind, text: face.kind },
    { key: 'no', title: '编号', isExportOnly: true, render: face.no, text: face.no },
  ]
}

function Due({ row: { due_at: dueAt, workdays_left: workdaysLeft, due_is_provisional: isProvisional, is_open: isOpen } }: { row: WorkRow }) {
  if (!dueAt) return <span className="muted">—</span>
  return (
    <div className="two-lines" title={isProvisional ? '暂定：次年放假安排公布后重新计算' : undefined}>
      <span>
        {formatDate(dueAt)}
        {isProvisional && <small> 暂定</small>}
      </span>
      {isOpen && <small className="muted">{timeLeft({ dueAt, workdaysLeft })}</small>}
    </div>
  )
}

/** Put away until somebody asks for them, e.g. the body on the own desk, where every row has the same. */
export const withOptional = <Row,>(columns: readonly DataColumn<Row>[], ...keys: string[]): readonly DataColumn<Row>[] =>
  columns.map((column) => (keys.includes(column.key) ? { ...column, isOptional: true } : column))
