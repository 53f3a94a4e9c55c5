import { Button } from 'antd'
import { planBatch, type BatchAction, type BatchRow } from '../model/batch.ts'

interface BatchBarProps<Row extends BatchRow> {
  rows: readonly Row[]
  /** How many of this page may be picked. */
  pickable: number
  actions: readonly BatchAction<Row>[]
  onPick: (action: BatchAction<Row>) => void
  onClear: () => void
}

export function BatchBar<Row extends BatchRow>({ rows, pickable, actions, onPick, onClear }: BatchBarProps<Row>) {
  return (
    <div className="batch-bar" role="group" aria-label="批量办理">
      <span role="status">已选 {rows.length} 件</span>
      <span className="muted">本页可选 {pickable} 件</span>
      {actions.map((action) => (
        <Button key={action.action} size="small" type="primary" disabled={planBatch(action, rows).fit.length === 0} onClick={() => onPick(action)}>
          {action.label}
        </Button>
      ))}
      <Button size="small" type="link" onClick={onClear}>
        取消选择
      </Button>
    </div>
  )
}
