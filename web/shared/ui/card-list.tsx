import type { UseQueryResult } from '@tanstack/react-query'
import { Empty, Pagination, Skeleton } from 'antd'
import type { ReactNode } from 'react'
import type { TableState } from './table-state.ts'

interface CardListProps<Row> {
  query: UseQueryResult<{ rows: Row[]; count: number }>
  rowKey: (row: Row) => string
  card: (row: Row) => ReactNode
  state: TableState
  onState: (patch: Partial<TableState>) => void
  empty: ReactNode
}

export function CardList<Row>({ query, rowKey, card, state, onState, empty }: CardListProps<Row>) {
  if (!query.data) return <Skeleton active />
  const { rows, count } = query.data
  if (rows.length === 0) return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={empty} />
  return (
    <>
      <ul className="cards">
        {rows.map((row) => (
          <li key={rowKey(row)}>{card(row)}</li>
        ))}
      </ul>
      <Pagination simple hideOnSinglePage current={state.page} pageSize={state.size} total={count} onChange={(page) => onState({ page })} />
    </>
  )
}
