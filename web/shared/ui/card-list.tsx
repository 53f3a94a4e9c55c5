import type { UseQueryResult } from '@tanstack/react-query'
import { Empty, Pagination, Skeleton } from 'antd'
import type { ReactNode } from 'react'
import { PickBox } from './pick-box.tsx'
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
            {selection?.canPick(row) && <PickBox className="card-pick" row={row} rowId={rowKey(row)} selection={selection} />}
            {card(row)}
          </li>
        ))}
      </ul>
      <Pagination simple hideOnSinglePage current={state.page} pageSize={state.size} total={count} onChange={(page) => onState({ page })} />
    </>
  )
}
