import { Checkbox } from 'antd'
import type { RowSelection } from './row-selection.ts'

interface PickBoxProps<Row> {
  row: Row
  rowId: string
  selection: RowSelection<Row>
  className?: string
}

/** The box beside a row, called after it. */
export function PickBox<Row>({ row, rowId, selection: { keys, onChange, canPick, nameOf }, className = '' }: PickBoxProps<Row>) {
  return (
    <Checkbox
      className={className}
      aria-label={`选择${nameOf(row)}`}
      disabled={!canPick(row)}
      checked={keys.includes(rowId)}
      onChange={(event) => onChange(event.target.checked ? [...keys, rowId] : keys.filter((key) => key !== rowId))}
    />
  )
}
