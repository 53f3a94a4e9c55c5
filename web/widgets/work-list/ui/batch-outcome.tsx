import { Alert } from 'antd'
import type { ActOutcome } from '@/entities/work-item/api/act-many.ts'

interface BatchOutcomeProps {
  label: string
  outcomes: readonly ActOutcome[]
  /** What an item is called, by its id. */
  names: ReadonlyMap<string, string>
}

/** What was not done stands first: it is what is left to do. */
export function BatchOutcome({ label, outcomes, names }: BatchOutcomeProps) {
  const failed = outcomes.filter((one) => !one.is_done)
  const asked = outcomes.filter((one) => one.is_asked)
  const done = outcomes.length - failed.length - asked.length
  const parts = [
    `已${label} ${done} 件`,
    ...(asked.length > 0 ? [`已提请审批 ${asked.length} 件`] : []),
    ...(failed.length > 0 ? [`未办理 ${failed.length} 件`] : []),
  ]
  return (
    <>
      <Alert className="dialog-alert" type={failed.length > 0 ? 'warning' : 'success'} showIcon role="status" title={parts.join('，')} />
      <ul className="batch-outcome">
        {[...failed, ...outcomes.filter((one) => one.is_done)].map((one) => (
          <li key={one.item_id} className={one.is_done ? undefined : 'is-failed'}>
            <span>{names.get(one.item_id)}</span>
            <span>{one.is_done ? (one.is_asked ? '已提请审批' : `已${label}`) : `未办理：${one.message ?? '请打开该件查看'}`}</span>
          </li>
        ))}
      </ul>
    </>
  )
}
