import { Checkbox } from 'antd'
import type { RowSelection } from './row-selection.ts'

interface PickAllProps<Row> {
  rows: readonly Row[]
  rowKey: (row: Row) => string
  selection: RowSelection<Row>
}

/** Everything on this page that may be picked; on a phone as well. */
export function PickAll<Row>({ rows, rowKey, selection: { keys, onChange, canPick } }: PickAllProps<Row>) {
  const pickable = rows.filter(canPick).map(rowKey)
  const count = pickable.filter((key) => keys.includes(key)).length
  return (
    <Checkbox
      disabled={pickable.length === 0}
      checked={count > 0 && count === pickable.length}
      indeterminate={count > 0 && count < pickable.length}
      onChange={(event) => onChange(event.target.checked ? pickable : [])}
    >
      全选本页
    </Checkbox>
  )
}
