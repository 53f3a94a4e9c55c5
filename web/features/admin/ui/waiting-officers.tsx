import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { Link } from 'react-router'
import { toAppError } from '@/shared/errors/to-app-error.ts'
import { formatDateTime } from '@/shared/format/date.ts'
import { AsyncView } from '@/shared/ui/async-view.tsx'
import { Panel } from '@/shared/ui/panel.tsx'
import { showToast } from '@/shared/ui/toast-store.ts'
import { useChangeRole } from '../api/change-role.ts'
import { rolesQuery } from '../api/list-officers.ts'
import { waitingOfficersQuery } from '../api/waiting-officers.ts'
import type { OfficerName, WaitingOfficer } from '../model/officer.ts'
import { adminPaths } from '../paths.ts'
import type { WantedChange } from './ask-change-dialog.tsx'

interface WaitingOfficersProps {
  onRoles: (officer: OfficerName) => void
  onAsk: (wanted: WantedChange) => void
}

const nameOf = ({ officer_id: id, name, org_name: orgName }: WaitingOfficer): OfficerName => ({ id, name, orgName })

/** 待授权: who has an account and nothing else, with what the system administrator proposed. */
export function WaitingOfficers({ onRoles, onAsk }: WaitingOfficersProps) {
  const query = useQuery(waitingOfficersQuery)
  const roles = useQuery(rolesQuery)
  const change = useChangeRole()
  const administrative = new Map(roles.data?.flatMap(({ code, name, duty }) => (duty === 'business' ? [] : [[code, { code, name }] as const])))
  async function handleGrant(officer: WaitingOfficer) {
    const [role] = officer.role_codes.flatMap((code) => administrative.get(code) ?? [])
    if (role) return onAsk({ officer: nameOf(officer), change: 'grant', role })
    try {
      for (const code of officer.role_codes) await change.mutateAsync({ officerId: officer.officer_id, role: code, isGranted: true })
      showToast('success', `已授予${officer.name}：${officer.role_names.join('、')}`)
    } catch (error) {
      showToast('error', toAppError(error).message)
    }
  }
  return (
    <Panel title="待授权" className="above">
      <AsyncView query={query} empty="没有等待授权的人员" isEmpty={(rows) => rows.length === 0}>
        {(rows) => (
          <ul className="answers acted-list">
            {rows.map((row) => (
              <li key={row.officer_id}>
                <div>
                  <strong>{row.name}</strong> {row.title}
                  <p>{row.org_name}</p>
                  <p className="muted">
                    {formatDateTime(row.joined_at)} 开通
                    {row.role_names.length > 0 ? `，${row.invited_by_name ?? '系统管理员'}建议：${row.role_names.join('、')}` : '，没有建议的角色'}
                  </p>
                </div>
                {row.is_asked ? (
                  <Link to={adminPaths.officerChanges()}>已申请，待另一员核准</Link>
                ) : (
                  <span className="acted-list-acts">
                    {row.role_codes.length > 0 && (
                      <Button
                        size="small"
                        type="primary"
                        aria-label={`按建议授予${row.name}`}
                        disabled={roles.isPending}
                        loading={change.isPending && change.variables.officerId === row.officer_id}
                        onClick={() => void handleGrant(row)}
                      >
                        按建议授予
                      </Button>
                    )}
                    <Button size="small" aria-label={`其他角色，${row.name}`} onClick={() => onRoles(nameOf(row))}>
                      其他角色
                    </Button>
                  </span>
                )}
              </li>
            ))}
          </ul>
        )}
      </AsyncView>
    </Panel>
  )
}
