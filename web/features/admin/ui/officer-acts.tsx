import { Button } from 'antd'
import { Can } from '@/entities/session/ui/can.tsx'
import { useSession } from '@/entities/session/ui/use-session.ts'
import type { Officer } from '../model/officer.ts'
import { ActiveButton } from './active-button.tsx'

interface OfficerActsProps {
  officer: Officer
  onRoles: (officer: Officer) => void
}

/** Nobody changes their own rights or account. */
export function OfficerActs({ officer, onRoles }: OfficerActsProps) {
  const session = useSession()
  if (officer.id === session.officer_id) return <span className="muted">本人</span>
  return (
    <span>
      <Can permission="officer.grant">
        <Button size="small" type="link" aria-label={`管理${officer.name}的角色`} onClick={() => onRoles(officer)}>
          角色
        </Button>
      </Can>
      <ActiveButton officer={officer} />
    </span>
  )
}
