import { Link } from 'react-router'
import { OwnRegionName } from '@/entities/session/ui/own-region-name.tsx'
import { lightLabels } from '@/entities/work-item/model/work-item.ts'
import { DueText } from '@/entities/work-item/ui/due-text.tsx'
import { LightBadge } from '@/entities/work-item/ui/light-badge.tsx'
import { formatDate, formatDateTime } from '@/shared/format/date.ts'
import type { DataColumn } from '@/shared/ui/data-column.ts'
import { sourceLabels, type CaseRow } from '../../model/case.ts'
import { caseTypeLabels } from '../../model/receipt.ts'
import { complaintPaths } from '../../paths.ts'

const columns: readonly DataColumn<CaseRow>[] = [
  {
    key: 'light',
    title: '预警',
    width: 88,
    isFixed: true,
    render: (row) => <LightBadge light={row.light} isOpen={row.is_open} />,
    text: (row) => (row.is_open ? lightLabels[row.light] : '已结'),
  },
  {
    key: 'type',
    title: '类型',
    width: 52,
    isFixed: true,
    render: (row) => caseTypeLabels[row.case_type],
    text: (row) => caseTypeLabels[row.case_type],
  },
  {
    key: 'title',
    title: '标题',
    width: 210,
    isRequired: true,
    isFixed: true,
    render: (row) => (
      <Link to={complaintPaths.detail(row.id)} title={row.title}>
        {row.is_supervised && <span className="mark">督</span>}
        {row.satisfaction !== null && row.satisfaction <= 2 && <span className="mark mark-urge">不满意</span>}
        {row.title}
      </Link>
    ),
    text: (row) => row.title,
  },
  {
    key: 'subject',
    title: '被投诉举报单位',
    width: 140,
    render: (row) => <span title={row.subject_name}>{row.subject_name}</span>,
    text: (row) => row.subject_name,
  },
  { key: 'matter', title: '事项', width: 100, isOptional: true, render: (row) => row.matter_label, text: (row) => row.matter_label },
  { key: 'state', title: '状态', width: 80, render: (row) => row.state_label, text: (row) => row.state_label },
  {
    key: 'handler',
    title: '承办人',
    width: 76,
    render: (row) => row.handler_name ?? <span className="muted">未指派</span>,
    text: (row) => row.handler_name ?? '未指派',
  },
  {
    key: 'due',
    title: '到期日',
    width: 228,
    sortBy: 'due_at',
    render: (row) => <DueText dueAt={row.due_at} workdaysLeft={row.workdays_left} isProvisional={row.due_is_provisional} isOpen={row.is_open} />,
    text: (row) => formatDate(row.due_at),
  },
  { key: 'org', title: '承办单位', width: 160, render: (row) => <span title={row.org_name}>{row.org_name}</span>, text: (row) => row.org_name },
  { key: 'region', title: '事发地', width: 130, render: (row) => <OwnRegionName name={row.region_name} />, text: (row) => row.region_name },
  {
    key: 'source',
    title: '来源',
    width: 80,
    isOptional: true,
    render: (row) => sourceLabels[row.source] ?? row.source,
    text: (row) => sourceLabels[row.source] ?? row.source,
  },
  { key: 'no', title: '编号', width: 150, isOptional: true, render: (row) => row.case_no, text: (row) => row.case_no },
  {
    key: 'filed',
    title: '登记日期',
    width: 104,
    sortBy: 'filed_at',
    render: (row) => <span title={formatDateTime(row.filed_at)}>{formatDate(row.filed_at)}</span>,
    text: (row) => formatDateTime(row.filed_at),
  },
]

/** On the own desk every row has the same body; over a region the name of the body tells the place. */
export const caseColumnsOf = (scope: 'own' | 'all'): readonly DataColumn<CaseRow>[] =>
  columns.map((column) => (column.key === (scope === 'own' ? 'org' : 'region') ? { ...column, isOptional: true } : column))
