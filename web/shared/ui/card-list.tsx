import type { UseQueryResult } from '@tanstack/react-query'
import { Checkbox, Empty, Pagination, Skeleton } from 'antd'
import type { ReactNode } from 'react'
import type { RowSelection } from './row-selection.ts'
import type { TableState } from './table-state.ts'

interface CardListProps<Row> {
  query: UseQueryResult<{ rows: Row[]; count: number }>
  rowKey: (row: Row) => string
  card: (row: Row) => ReactNode
  state: TableState
  onState: (patch: Partial<TableState>) => void
  empty: ReactNode
  selection?: RowSelection<Row> | undefined
}

export function CardList<Row>({ query, rowKey, card, state, onState, empty, selection }: CardListProps<Row>) {
  if (!query.data) return <Skeleton active />
  const { rows, count } = query.data
  if (rows.length === 0) return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={empty} />
  return (
    <>
      <ul className="cards">
        {rows.map((row) => (
          <li key={rowKey(row)}>
            {selection?.canPick(row) && <PickBox rowId={rowKey(row)} name={selection.nameOf(row)} selection={selection} />}
            {card(row)}
          </li>
        ))}
      </ul>
      <Pagination simple hideOnSinglePage current={state.page} pageSize={state.size} total={count} onChange={(page) => onState({ page })} />
    </>
  )
}

function PickBox<Row>({ rowId, name, selection: { keys, onChange } }: { rowId: string; name: string; selection: RowSelection<Row> }) {
  return (
    <Checkbox
      className="card-pick"
      aria-label={`选择${name}`}
      checked={keys.includes(rowId)}
      onChange={(event) => onChange(event.target.checked ? [...keys, rowId] : keys.filter((key) => key !== rowId))}
    />
  )
}
