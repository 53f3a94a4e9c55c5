import { formatDateTime } from '@/shared/format/date.ts'
import type { SystemStatus } from '../model/system-status.ts'

export function StatusFacts({ status }: { status: SystemStatus }) {
  const facts: [label: string, value: string][] = [
    ['待投递事件', `${status.outbox_pending} 个`],
    ['投递失败', `${status.outbox_dead} 个`],
    ['最近封存', formatDateTime(status.last_seal)],
    ['暂定期限', `${status.provisional} 件`],
    ['待重新计算', `${status.recomputing} 件`],
  ]
  return (
    <dl className="status-facts">
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
