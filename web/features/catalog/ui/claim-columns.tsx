import { Link } from 'react-router'
import { Button } from 'antd'
import type { DataColumn } from '@/shared/ui/data-column.ts'
import { formatDate, formatDateTime } from '@/shared/format/date.ts'
import { claimStateLabels, type Claim } from '../model/claim.ts'
import { catalogPaths } from '../paths.ts'
import '../styles/claim.css'

interface ColumnOptions {
  groundOf: (code: string) => string
  onCompare: (claim: Claim) => void
  /** On the own desk every row has the same body. */
  isOwn: boolean
}

const twoRows = (text: string) => (
  <span className="two-rows" title={text}>
    {text}
  </span>
)

export const whatIsAsked = ({ claimed_version: claimed, is_changed: isChanged, state }: Claim) =>
  claimed === null ? '首次认领' : isChanged && state === 'pending' ? '有变更，须重新认领' : `已认领第 ${claimed} 版`

const reasonOf = ({ ground, note, decision_note: decision }: Claim, groundOf: ColumnOptions['groundOf']) =>
  [ground && groundOf(ground), note, decision && `审核意见：${decision}`].filter(Boolean).join('；')

export function claimColumns({ groundOf, onCompare, isOwn }: ColumnOptions): readonly DataColumn<Claim>[] {
  return [
    {
      key: 'item',
      title: '监管事项',
      width: 220,
      grows: true,
      isRequired: true,
      sortBy: 'item_code',
      render: (row) => (
        <div className="two-lines">
          <Link to={catalogPaths.item(row.item_code)} title={row.item_name}>
            {row.item_name}
          </Link>
          <small className="muted">
            {row.item_code} {row.main_name}
          </small>
        </div>
      ),
      text: (row) => row.item_name,
    },
    { key: 'code', title: '事项编码', isExportOnly: true, render: (row) => row.item_code, text: (row) => row.item_code },
    { key: 'main', title: '监管主项', isExportOnly: true, render: (row) => row.main_name, text: (row) => row.main_name },
    { key: 'line', title: '部门', width: 96, isOptional: true, render: (row) => twoRows(row.line_name), text: (row) => row.line_name },
    { key: 'org', title: '单位', width: 150, isOptional: isOwn, render: (row) => twoRows(row.org_name), text: (row) => row.org_name },
    { key: 'region', title: '地区', width: 120, isOptional: true, render: (row) => twoRows(row.region_name), text: (row) => row.region_name },
    {
      key: 'state',
      title: '状态',
      width: 92,
      render: (row) => <span className={`claim-state is-${row.state}`}>{claimStateLabels[row.state]}</span>,
      text: (row) => claimStateLabels[row.state],
    },
    {
      key: 'version',
      title: '版本',
      width: 138,
      render: (row) => (
        <div className="two-lines">
          <span>{whatIsAsked(row)}</span>
          {row.is_changed && (
            <Button type="link" size="small" className="claim-compare" aria-label={`查看${row.item_name}的变化`} onClick={() => onCompare(row)}>
              看变化
            </Button>
          )}
        </div>
      ),
      text: whatIsAsked,
    },
    {
      key: 'reason',
      title: '不认领理由和审核意见',
      width: 170,
      render: (row) => twoRows(reasonOf(row, groundOf) || '—'),
      text: (row) => reasonOf(row, groundOf),
    },
    {
      key: 'asked',
      title: '下发日期',
      width: 98,
      sortBy: 'asked_at',
      render: (row) => formatDate(row.asked_at),
      text: (row) => formatDateTime(row.asked_at),
    },
    {
      key: 'answered',
      title: '答复日期',
      width: 98,
      isOptional: true,
      sortBy: 'answered_at',
      render: (row) => formatDate(row.answered_at),
      text: (row) => formatDateTime(row.answered_at),
    },
  ]
}

/** A claim on a phone. */
export function ClaimCard({ claim, groundOf, onCompare, isOwn }: { claim: Claim } & ColumnOptions) {
  const reason = reasonOf(claim, groundOf)
  return (
    <div className="claim-card">
      <p>
        <Link to={catalogPaths.item(claim.item_code)}>{claim.item_name}</Link>{' '}
        <span className={`claim-state is-${claim.state}`}>{claimStateLabels[claim.state]}</span>
      </p>
      <p className="muted">
        {claim.item_code} {!isOwn && claim.org_name} {whatIsAsked(claim)}
      </p>
      {reason && <p>{reason}</p>}
      {claim.is_changed && (
        <Button type="link" size="small" className="claim-compare" aria-label={`查看${claim.item_name}的变化`} onClick={() => onCompare(claim)}>
          看变化
        </Button>
      )}
    </div>
  )
}
