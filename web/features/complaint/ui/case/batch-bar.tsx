import { Button } from 'antd'
import { batchActions, batchLabels, batchPermissions, planBatch, type BatchAction } from '../../model/case-batch.ts'
import type { CaseRow } from '../../model/case.ts'

interface BatchBarProps {
  rows: readonly CaseRow[]
  permissions: readonly string[]
  onPick: (action: BatchAction) => void
  onClear: () => void
}

export function BatchBar({ rows, permissions, onPick, onClear }: BatchBarProps) {
  return (
    <div className="batch-bar" role="group" aria-label="批量办理">
      <span role="status">已选 {rows.length} 件</span>
      {batchActions
        .filter((action) => permissions.includes(batchPermissions[action]))
        .map((action) => (
          <Button key={action} size="small" type="primary" disabled={planBatch(action, rows).fit.length === 0} onClick={() => onPick(action)}>
            {batchLabels[action]}
          </Button>
        ))}
      <Button size="small" type="link" onClick={onClear}>
        取消选择
      </Button>
    </div>
  )
}
