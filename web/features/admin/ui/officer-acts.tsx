import { Button } from 'antd'
import { Can } from '@/entities/session/ui/can.tsx'
import { useSession } from '@/entities/session/ui/use-session.ts'
import type { Officer, OfficerName } from '../model/officer.ts'
import { ActiveButton } from './active-button.tsx'
import type { WantedChange } from './ask-change-dialog.tsx'
import { FactorButton } from './factor-button.tsx'

export interface OfficerActsProps {
  officer: Officer
  /** An administrator's account is changed by two persons. */
  isAdministrator: boolean
  /** There is a second factor to reset. */
  hasFactor: boolean
  onRoles: (officer: OfficerName) => void
  onAsk: (wanted: WantedChange) => void
}

const words = { disable: '申请停用', enable: '申请启用', reset_factor: '申请重置' } as const

/** Nobody changes their own rights or account. */
export function OfficerActs({ officer, isAdministrator, hasFactor, onRoles, onAsk }: OfficerActsProps) {
  const session = useSession()
  if (officer.id === session.officer_id) return <span className="muted">本人</span>
  const named: OfficerName = { id: officer.id, name: officer.name, orgName: officer.orgs?.name }
  return (
    <span>
      <Can permission="officer.grant">
        <Button size="small" type="link" aria-label={`管理${officer.name}的角色`} onClick={() => onRoles(named)}>
          角色
        </Button>
      </Can>
      <Can permission="officer.invite">
        {isAdministrator ? (
          ([officer.is_active ? 'disable' : 'enable', ...(hasFactor ? (['reset_factor'] as const) : [])] as const).map((change) => (
            <Button
              key={change}
              size="small"
              type="link"
              danger={change === 'disable'}
              aria-label={`${words[change]}：${officer.name}`}
              onClick={() => onAsk({ officer: named, change })}
            >
              {words[change]}
            </Button>
          ))
        ) : (
          <>
            <ActiveButton officer={officer} />
            {hasFactor && <FactorButton officer={officer} />}
          </>
        )}
      </Can>
    </span>
  )
}
