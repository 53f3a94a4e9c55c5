import { useQuery } from '@tanstack/react-query'
import { Button, Popconfirm } from 'antd'
import { formatDateTime } from '@/shared/format/date.ts'
import { AsyncView } from '@/shared/ui/async-view.tsx'
import { Panel } from '@/shared/ui/panel.tsx'
import { invitationsQuery } from '../api/list-invitations.ts'
import { useWithdrawInvitation } from '../api/withdraw-invitation.ts'

export function OpenInvitations({ roleNames }: { roleNames: ReadonlyMap<string, string> }) {
  const query = useQuery(invitationsQuery)
  const withdraw = useWithdrawInvitation()
  return (
    <Panel title="未使用的邀请" className="below">
      <AsyncView query={query} empty="没有未使用的邀请" isEmpty={(rows) => rows.length === 0}>
        {(rows) => (
          <ul className="answers">
            {rows.map((row) => (
              <li key={row.id}>
                <span>
                  <strong>{row.name}</strong> {row.email}
                </span>
                <span className="muted">
                  {row.orgs?.name}，{row.role_codes.map((code) => roleNames.get(code) ?? code).join('、') || '未指定角色'}，
                  {formatDateTime(row.expires_at)} 前有效
                </span>
                <Popconfirm title={`收回给${row.name}的邀请？`} okText="收回" onConfirm={() => withdraw.mutate(row.id)}>
                  <Button size="small" danger aria-label={`收回给${row.name}的邀请`}>
                    收回
                  </Button>
                </Popconfirm>
              </li>
            ))}
          </ul>
        )}
      </AsyncView>
    </Panel>
  )
}
