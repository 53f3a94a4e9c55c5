import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Modal } from 'antd'
import { useState } from 'react'
import { toAppError } from '@/shared/errors/to-app-error.ts'
import { formatDate, todayInShanghai } from '@/shared/format/date.ts'
import { AsyncView } from '@/shared/ui/async-view.tsx'
import { DateInput } from '@/shared/ui/date-input.tsx'
import { useChangeRole } from '../api/change-role.ts'
import { grantsQuery, rolesQuery } from '../api/list-officers.ts'
import type { OfficerName, Role } from '../model/officer.ts'
import type { WantedChange } from './ask-change-dialog.tsx'

interface RoleDialogProps {
  officer: OfficerName
  onAsk: (wanted: WantedChange) => void
  onClose: () => void
}

/** Each role with one button; what may be handed out, and to whom, is decided by the database (三员分立). */
export function RoleDialog({ officer, onAsk, onClose }: RoleDialogProps) {
  const roles = useQuery(rolesQuery)
  const grants = useQuery(grantsQuery(officer.id))
  const change = useChangeRole()
  const [lastDay, setLastDay] = useState('')
  const held = new Map(grants.data?.map((grant) => [grant.role_code, grant.expires_at]))
  function handleChange({ code, name, duty }: Role, isGranted: boolean) {
    const last = lastDay || undefined
    if (duty === 'business') change.mutate({ officerId: officer.id, role: code, isGranted, lastDay: last })
    else onAsk({ officer, change: isGranted ? 'grant' : 'revoke', role: { code, name }, lastDay: isGranted ? last : undefined })
  }
  return (
    <Modal open title={`${officer.name}的角色`} footer={<Button onClick={onClose}>关闭</Button>} onCancel={onClose}>
      <p className="muted">{officer.orgName}。授予和收回立即生效，并记入审计日志；管理员的角色须另一员核准。</p>
      {change.isError && <Alert className="dialog-alert" type="error" showIcon role="alert" title={toAppError(change.error).message} />}
      <label className="filter role-expiry" htmlFor="role-last-day">
        <span>授予至（选填，空为长期）</span>
        <DateInput id="role-last-day" min={todayInShanghai()} value={lastDay} onChange={(day) => setLastDay(day ?? '')} />
      </label>
      <AsyncView query={grants}>
        {() => (
          <AsyncView query={roles}>
            {(rows) => (
              <ul className="role-list">
                {rows.map((role) => {
                  const isHeld = held.has(role.code)
                  const until = held.get(role.code)
                  const word = `${role.duty === 'business' ? '' : '申请'}${isHeld ? '收回' : '授予'}`
                  return (
                    <li key={role.code}>
                      <span>
                        <strong>{role.name}</strong>
                        {isHeld && <span className="muted">{until ? ` 至 ${formatDate(until)}` : ' 长期'}</span>}
                      </span>
                      <Button
                        size="small"
                        danger={isHeld}
                        aria-label={`${word}${role.name}`}
                        loading={change.isPending && change.variables.role === role.code}
                        onClick={() => handleChange(role, !isHeld)}
                      >
                        {word}
                      </Button>
                    </li>
                  )
                })}
              </ul>
            )}
          </AsyncView>
        )}
      </AsyncView>
    </Modal>
  )
}
