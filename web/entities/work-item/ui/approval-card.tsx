import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Descriptions, Popconfirm } from 'antd'
import { useState } from 'react'
import { formatDateTime } from '@/shared/format/date.ts'
import { Panel } from '@/shared/ui/panel.tsx'
import { showToast } from '@/shared/ui/toast-store.ts'
import { useWithdrawApproval } from '../api/decide.ts'
import { approvalsQuery } from '../api/list-approvals.ts'
import { openApproval, standingRefusal, type Approval } from '../model/approval.ts'
import { reviewWords } from '../model/review-words.ts'
import type { InboxItem } from '../model/work-item.ts'
import { DecisionDialog } from './decision-dialog.tsx'

interface ApprovalCardProps {
  item: InboxItem
  officerId: string
  moduleKey: string
}

/** What waits for a second person; or, until somebody acts on it, what that person gave back. */
export function ApprovalCard({ item, officerId, moduleKey }: ApprovalCardProps) {
  const query = useQuery(approvalsQuery(item.id))
  const approvals = query.data ?? []
  const open = openApproval(approvals)
  const refusal = item.is_open && !open ? standingRefusal(approvals, item.version) : undefined
  if (refusal) {
    const whose = refusal.asked_by === officerId ? '您' : refusal.asked_by_name
    return (
      <Alert
        className="approval-refused"
        type="error"
        showIcon
        title={`${refusal.decided_by_name ?? '审核人'}退回了${whose}提请的“${refusal.action_label}”`}
        description={`退回意见：${refusal.reason}（${formatDateTime(refusal.decided_at)}）`}
      />
    )
  }
  return open ? <OpenApproval one={open} {...{ item, officerId, moduleKey }} /> : <></>
}

interface OpenApprovalProps {
  one: Approval
  item: InboxItem
  officerId: string
  moduleKey: string
}

function OpenApproval({ one, item, officerId, moduleKey }: OpenApprovalProps) {
  const [decision, setDecision] = useState<boolean | null>(null)
  const withdraw = useWithdrawApproval(moduleKey, () => showToast('success', '已撤回提请'))
  const isOwn = one.asked_by === officerId
  return (
    <Panel className="approval-card" title={`${isOwn ? '已提请审批' : item.awaits_my_approval ? '待您审批' : '正在审批'}：${one.action_label}`}>
      <Descriptions
        bordered
        size="small"
        column={1}
        items={[
          { key: 'asked', label: '提请', children: `${one.asked_by_name} ${formatDateTime(one.asked_at)}` },
          ...one.words.map(({ label, text }) => ({ key: label, label, children: <span className="long-text">{text}</span> })),
        ]}
      />
      <div className="approval-acts">
        {item.awaits_my_approval && !isOwn && (
          <>
            <Button type="primary" onClick={() => setDecision(true)}>
              {reviewWords.grant}
            </Button>
            <Button danger onClick={() => setDecision(false)}>
              {reviewWords.refuse}
            </Button>
          </>
        )}
        {isOwn && (
          <>
            <span className="muted">等待审核人办理，不能由本人审批。</span>
            <Popconfirm title="撤回这次提请？" okText="撤回" onConfirm={() => withdraw.mutate(one.id)}>
              <Button loading={withdraw.isPending}>撤回</Button>
            </Popconfirm>
          </>
        )}
        {!isOwn && !item.awaits_my_approval && <span className="muted">等待本单位审核人办理。</span>}
      </div>
      {decision !== null && <DecisionDialog approval={one} isGranted={decision} moduleKey={moduleKey} onClose={() => setDecision(null)} />}
    </Panel>
  )
}
