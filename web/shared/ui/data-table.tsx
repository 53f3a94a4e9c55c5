import type { UseQueryResult } from '@tanstack/react-query'
import { Empty, Pagination } from 'antd'
import type { ReactNode } from 'react'
import { useMediaQuery } from '../hooks/use-media-query.ts'
import type { ListPage } from '../query/read-page.ts'
import { Problem } from './async-view.tsx'
import { CardList } from './card-list.tsx'
import { ColumnSetting } from './column-setting.tsx'
import type { DataColumn } from './data-column.ts'
import { ExportButton } from './export-button.tsx'
import { PrintButton, PrintHead } from './print-button.tsx'
import { PickAll } from './pick-all.tsx'
import { PickBox } from './pick-box.tsx'
import type { RowSelection } from './row-selection.ts'
import { RowTable } from './row-table.tsx'
import { useTableLayout } from './table-layout-store.ts'
import type { TableState } from './table-state.ts'

interface DataTableProps<Row> {
  id: string
  label: string
  query: UseQueryResult<ListPage<Row>>
  columns: readonly DataColumn<Row>[]
  rowKey: (row: Row) => string
  state: TableState
  onState: (patch: Partial<TableState>) => void
  empty: ReactNode
  /** Reads further pages for the export, within its cap. */
  readPage?: (offset: number, limit: number) => Promise<Row[]>
  /** How a row looks on a narrow screen, instead of a wide table to scroll. */
  card: (row: Row) => ReactNode
  /** Rows that may be picked for something done to many at once. */
  selection?: RowSelection<Row>
  /** What the list is narrowed to, in words: for the head of a print and of an export. */
  filterText?: string
}

/** Server paging, sorting, column setting and export; the previous page stays on screen while the next one loads. */
export function DataTable<Row extends object>(props: DataTableProps<Row>) {
  const { id, label, query, columns: all, rowKey, state, onState, empty, readPage, card, selection, filterText } = props
  const isNarrow = useMediaQuery('(max-width: 639px)')
  const columns = all.filter((column) => !column.isExportOnly)
  const hidden = useTableLayout((layout) => layout.hidden[id]) ?? columns.filter((column) => column.isOptional).map((column) => column.key)
  const shown = columns.filter((column) => column.isRequired || !hidden.includes(column.key))
  const { count = 0, isCapped = false } = query.data ?? {}
  if (query.isError && !query.data) return <Problem error={query.error} onRetry={() => void query.refetch()} />
  return (
    <section aria-label={label} aria-busy={query.isFetching || query.isPending}>
      <div className="table-bar">
        {selection && <PickAll rows={query.data?.rows ?? []} rowKey={rowKey} selection={selection} />}
        <span role="status">{query.data ? totalText(query.data) : '正在加载'}</span>
        <span className="table-bar-gap" />
        {readPage && <ExportButton name={label} columns={all} {...(isCapped ? {} : { count })} readPage={readPage} filterText={filterText} />}
        <PrintButton />
        {!isNarrow && <ColumnSetting id={id} columns={columns} hidden={hidden} />}
      </div>
      {query.data && <PrintHead filterText={filterText} total={totalText(query.data)} shown={query.data.rows.length} />}
      {isNarrow ? (
        <CardList {...{ query, rowKey, card, state, onState, empty, selection }} />
      ) : (
        <>
          <RowTable
            rows={query.data?.rows ?? []}
            columns={shown}
            rowKey={rowKey}
            sort={state.sort}
            onSort={(sort) => onState({ page: 1, sort })}
            isBusy={query.isPending || query.isPlaceholderData}
            empty={<Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={empty} />}
            picks={selection && { keys: selection.keys, box: (row) => <PickBox row={row} rowId={rowKey(row)} selection={selection} /> }}
          />
          <Pagination
            size="small"
            align="end"
            // A page beyond the end shows the first.
            current={(state.page - 1) * state.size < count ? state.page : 1}
            pageSize={state.size}
            total={count}
            showSizeChanger
            pageSizeOptions={[20, 50, 100]}
            hideOnSinglePage={count <= 20}
            onChange={(page, size) => onState({ page, size })}
          />
        </>
      )}
    </section>
  )
}

/** Beyond the cap nobody counted, and no page leads there. */
function totalText({ count, isCapped }: { count: number; isCapped?: boolean }) {
  const number = count.toLocaleString('zh-CN')
  return isCapped ? `${number}+ 条，可翻看前 ${number} 条，其余请缩小筛选范围后查看` : `共 ${number} 条`
}
