import { useQuery } from '@tanstack/react-query'
import { Button, Popconfirm } from 'antd'
import { formatDateTime } from '@/shared/format/date.ts'
import { AsyncView } from '@/shared/ui/async-view.tsx'
import { Panel } from '@/shared/ui/panel.tsx'
import { showToast } from '@/shared/ui/toast-store.ts'
import { invitationsQuery } from '../api/list-invitations.ts'
import { useResendInvitation } from '../api/resend-invitation.ts'
import { useWithdrawInvitation } from '../api/withdraw-invitation.ts'
import type { OpenInvitation } from '../model/officer.ts'

/** What became of the message; the code itself is in the mailbox and nowhere else. */
function deliveryOf({ delivery, delivered_at, delivery_error }: OpenInvitation) {
  if (delivery === 'sent') return `${delivered_at ? formatDateTime(delivered_at) : ''} 已发`
  return delivery === 'waiting' ? '待发' : `未送达：${delivery_error ?? '多次投递未获确认'}`
}

export function OpenInvitations() {
  const query = useQuery(invitationsQuery)
  const withdraw = useWithdrawInvitation()
  const resend = useResendInvitation()
  return (
    <Panel title="未使用的邀请" className="below">
      <AsyncView query={query} empty="没有未使用的邀请" isEmpty={(rows) => rows.length === 0}>
        {(rows) => (
          <ul className="answers acted-list">
            {rows.map((row) => {
              const isOver = Date.parse(row.expires_at) < query.dataUpdatedAt
              return (
                <li key={row.id}>
                  <div>
                    <strong>{row.name}</strong> <span className="long-text">{row.email}</span>
                    <p className="muted">
                      {row.org_name}，{row.role_names.length > 0 ? `建议${row.role_names.join('、')}` : '没有建议角色'}，
                      {formatDateTime(row.expires_at)}
                      {isOver ? ' 已过期' : ' 前有效'}
                    </p>
                    <p className={row.delivery === 'failed' ? 'delivery-failed' : 'muted'}>{deliveryOf(row)}</p>
                  </div>
                  <span className="acted-list-acts">
                    <Button
                      size="small"
                      aria-label={`重新发送给${row.name}的邀请`}
                      loading={resend.isPending && resend.variables === row.id}
                      onClick={() => resend.mutate(row.id, { onSuccess: () => showToast('success', `新的邀请码已发往 ${row.email}，原邀请码作废`) })}
                    >
                      重新发送
                    </Button>
                    <Popconfirm title={`收回给${row.name}的邀请？`} okText="收回" onConfirm={() => withdraw.mutate(row.id)}>
                      <Button size="small" danger aria-label={`收回给${row.name}的邀请`}>
                        收回
                      </Button>
                    </Popconfirm>
                  </span>
                </li>
              )
            })}
          </ul>
        )}
      </AsyncView>
    </Panel>
  )
}
