import { Button } from 'antd'
import { useSession } from '@/entities/session/ui/use-session.ts'
import { actsFor, claimActLabels, fitting, type Claim, type ClaimAct } from '../model/claim.ts'

interface ClaimBarProps {
  claims: readonly Claim[]
  onPick: (act: ClaimAct) => void
  onClear: () => void
}

/** What can be said to those that were picked. */
export function ClaimBar({ claims, onPick, onClear }: ClaimBarProps) {
  const session = useSession()
  return (
    <div className="batch-bar" role="group" aria-label="批量办理">
      <span role="status">已选 {claims.length} 项</span>
      {actsFor(claims, session).map((act) => (
        <Button key={act} size="small" type={act === 'claim' || act === 'grant' ? 'primary' : 'default'} onClick={() => onPick(act)}>
          {claimActLabels[act]} {fitting(claims, act, session).length} 项
        </Button>
      ))}
      <Button size="small" type="link" onClick={onClear}>
        取消选择
      </Button>
    </div>
  )
}
