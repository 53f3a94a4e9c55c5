import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Modal } from 'antd'
import { useState } from 'react'
import { toAppError } from '@/shared/errors/to-app-error.ts'
import { formatDate, todayInShanghai } from '@/shared/format/date.ts'
import { AsyncView } from '@/shared/ui/async-view.tsx'
import { DateInput } from '@/shared/ui/date-input.tsx'
import { useChangeRole } from '../api/change-role.ts'
import { rolesQuery } from '../api/list-officers.ts'
import type { Officer } from '../model/officer.ts'

/** Each role with one button; what may be handed out, and to whom, is decided by the database (三员分立). */
export function RoleDialog({ officer, onClose }: { officer: Officer; onClose: () => void }) {
  const roles = useQuery(rolesQuery)
  const change = useChangeRole()
  const [lastDay, setLastDay] = useState('')
  const held = new Map(officer.officer_role_grants.map((grant) => [grant.role_code, grant.expires_at]))
  return (
    <Modal open title={`${officer.name}的角色`} footer={<Button onClick={onClose}>关闭</Button>} onCancel={onClose}>
      <p className="muted">{officer.orgs?.name}。授予和收回立即生效，并记入审计日志。</p>
      {change.isError && <Alert className="dialog-alert" type="error" showIcon role="alert" title={toAppError(change.error).message} />}
      <label className="filter role-expiry" htmlFor="role-last-day">
        <span>授予至（选填，空为长期）</span>
        <DateInput id="role-last-day" min={todayInShanghai()} value={lastDay} onChange={(day) => setLastDay(day ?? '')} />
      </label>
      <AsyncView query={roles}>
        {(rows) => (
          <ul className="role-list">
            {rows.map(({ code, name }) => {
              const isHeld = held.has(code)
              const until = held.get(code)
              return (
                <li key={code}>
                  <span>
                    <strong>{name}</strong>
                    {isHeld && <span className="muted">{until ? ` 至 ${formatDate(until)}` : ' 长期'}</span>}
                  </span>
                  <Button
                    size="small"
                    danger={isHeld}
                    aria-label={`${isHeld ? '收回' : '授予'}${name}`}
                    loading={change.isPending && change.variables.role === code}
                    onClick={() => change.mutate({ officerId: officer.id, role: code, isGranted: !isHeld, lastDay: lastDay || undefined })}
                  >
                    {isHeld ? '收回' : '授予'}
                  </Button>
                </li>
              )
            })}
          </ul>
        )}
      </AsyncView>
    </Modal>
  )
}
