import { Button } from 'antd'
import { useId } from 'react'
import { actionName, arrangeActions, blockedReasons, type WorkAction } from '../model/work-action.ts'

interface ActionButtonsProps {
  actions: readonly WorkAction[]
  onPick: (action: WorkAction) => void
}

/** The next step first, what cannot be undone apart; what is held up says why, to the pointer and in words. */
export function ActionButtons({ actions, onPick }: ActionButtonsProps) {
  const reasonId = useId()
  const { main, danger } = arrangeActions(actions)
  const reasons = blockedReasons(actions)
  const draw = (action: WorkAction) => (
    <span key={action.action} title={action.blocked ?? undefined} className={action.blocked ? 'is-blocked' : undefined}>
      <Button
        type={action.tone === 'primary' ? 'primary' : 'default'}
        danger={action.tone === 'danger'}
        disabled={action.blocked !== null}
        {...(action.blocked ? { 'aria-describedby': reasonId } : {})}
        onClick={() => onPick(action)}
      >
        {actionName(action)}
      </Button>
    </span>
  )
  return (
    <>
      <div className="action-bar" role="group" aria-label="办理操作">
        {main.map(draw)}
        {danger.length > 0 && <span className="action-danger">{danger.map(draw)}</span>}
      </div>
      {reasons.length > 0 && (
        <details className="action-reasons">
          <summary>{summaryOf(reasons)}</summary>
          <ul id={reasonId}>
            {reasons.map(({ reason, names }) => (
              <li key={reason}>
                <strong>{names.join('、')}</strong>：{reason}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

/** A reason that holds up several steps is said at once; single ones are looked up. */
function summaryOf(reasons: readonly { reason: string; names: readonly string[] }[]) {
  const main = reasons.find(({ names }) => names.length > 1)
  const count = reasons.reduce((sum, { names }) => sum + names.length, 0)
  return main ? main.reason : `${count} 项操作暂不能办理，查看原因`
}
