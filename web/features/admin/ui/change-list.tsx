import { Button, Popconfirm } from 'antd'
import { formatDateTime } from '@/shared/format/date.ts'
import { useWithdrawChange } from '../api/officer-changes.ts'
import { changeWords, outcomeLabels, type OfficerChange } from '../model/officer-change.ts'

interface ChangeListProps {
  rows: readonly OfficerChange[]
  onDecide: (ask: OfficerChange, isConfirmed: boolean) => void
}

export function ChangeList({ rows, onDecide }: ChangeListProps) {
  return (
    <ul className="answers acted-list">
      {rows.map((ask) => (
        <li key={ask.id}>
          <div>
            <strong>
              {changeWords(ask.change, ask.role_name)}：{ask.officer_name}
            </strong>
            {ask.is_emergency && <span className="mark mark-urge">应急核准</span>}
            {ask.outcome && <span className="mark">{outcomeLabels[ask.outcome]}</span>}
            <p>{ask.org_name}</p>
            <p className="long-text">理由：{ask.reason}</p>
            <p className="muted">
              {ask.asked_by_name}（{ask.asked_by_org}）{formatDateTime(ask.asked_at)} 申请
              {ask.outcome === null && `，${formatDateTime(ask.lapses_at)} 前有效`}
            </p>
            {ask.decided_by_name && ask.decided_at && (
              <p className="muted">
                {ask.decided_by_name} {formatDateTime(ask.decided_at)} {ask.outcome === 'done' ? '核准' : '不同意'}
                {ask.note && `：${ask.note}`}
              </p>
            )}
            {ask.outcome === null && ask.blocked && !ask.is_own && <p className="muted">{ask.blocked}</p>}
          </div>
          {ask.outcome === null && <ChangeActs ask={ask} onDecide={onDecide} />}
        </li>
      ))}
    </ul>
  )
}

function ChangeActs({ ask, onDecide }: { ask: OfficerChange; onDecide: ChangeListProps['onDecide'] }) {
  const withdraw = useWithdrawChange()
  const about = `${changeWords(ask.change, ask.role_name)}：${ask.officer_name}`
  if (ask.is_own)
    return (
      <span className="acted-list-acts">
        <Popconfirm title="撤回这份申请？" okText="撤回" onConfirm={() => withdraw.mutate(ask.id)}>
          <Button size="small" aria-label={`撤回 ${about}`} loading={withdraw.isPending}>
            撤回
          </Button>
        </Popconfirm>
      </span>
    )
  if (ask.blocked) return null
  return (
    <span className="acted-list-acts">
      <Button size="small" type="primary" aria-label={`核准 ${about}`} onClick={() => onDecide(ask, true)}>
        核准
      </Button>
      <Button size="small" danger aria-label={`不同意 ${about}`} onClick={() => onDecide(ask, false)}>
        不同意
      </Button>
    </span>
  )
}
