import type { UseQueryResult } from '@tanstack/react-query'
import { Empty, Table, type TableProps } from 'antd'
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
import type { RowSelection } from './row-selection.ts'
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
  const handleChange: TableProps<Row>['onChange'] = (pagination, _filters, sorter) => {
    const one = Array.isArray(sorter) ? sorter[0] : sorter
    const sort = one?.order ? `${one.order === 'descend' ? '-' : ''}${String(one.columnKey)}` : ''
    const isResorted = sort !== state.sort
    onState({ page: isResorted ? 1 : (pagination.current ?? 1), size: pagination.pageSize ?? state.size, sort })
  }
  if (query.isError && !query.data) return <Problem error={query.error} onRetry={() => void query.refetch()} />
  return (
    <section aria-label={label} aria-busy={query.isFetching}>
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
        <Table<Row>
          size="small"
          rowKey={rowKey}
          loading={query.isPending || query.isPlaceholderData}
          dataSource={query.data?.rows ?? []}
          columns={shown.map((column) => toAntdColumn(column, state.sort))}
          scroll={{ x: shown.reduce((sum, column) => sum + (column.width ?? 120), selection ? selectionWidth : 0) }}
          locale={{ emptyText: query.isPending ? <span>正在加载</span> : <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={empty} /> }}
          showSorterTooltip={false}
          {...(selection ? { rowSelection: toAntdSelection(selection) } : {})}
          onChange={handleChange}
          pagination={{
            // A page beyond the end shows the first.
            current: (state.page - 1) * state.size < count ? state.page : 1,
            pageSize: state.size,
            total: count,
            showSizeChanger: true,
            pageSizeOptions: [20, 50, 100],
            size: 'small',
            hideOnSinglePage: count <= 20,
          }}
        />
      )}
    </section>
  )
}

/** Beyond the cap nobody counted, and no page leads there. */
function totalText({ count, isCapped }: { count: number; isCapped?: boolean }) {
  const number = count.toLocaleString('zh-CN')
  return isCapped ? `${number}+ 条，可翻看前 ${number} 条，其余请缩小筛选范围后查看` : `共 ${number} 条`
}

const selectionWidth = 36

function toAntdSelection<Row extends object>({ keys, onChange, canPick, nameOf }: RowSelection<Row>): NonNullable<TableProps<Row>['rowSelection']> {
  return {
    columnWidth: selectionWidth,
    // antd repeats the head in a hidden row that measures: a box in it could be reached by the keyboard. Theirs stands above the table.
    columnTitle: <span className="visually-hidden">选择</span>,
    fixed: true,
    selectedRowKeys: [...keys],
    onChange: (next) => onChange(next.map(String)),
    getCheckboxProps: (row) => ({ disabled: !canPick(row), 'aria-label': `选择${nameOf(row)}` }),
  }
}

function toAntdColumn<Row>(column: DataColumn<Row>, sort: string) {
  const isSorted = column.sortBy !== undefined && sort.replace(/^-/, '') === column.sortBy
  return {
    key: column.sortBy ?? column.key,
    title: column.title,
    ...(column.grows ? {} : { width: column.width ?? 120 }),
    // What grows holds more than one line and cuts each by itself.
    ellipsis: !column.grows,
    ...(column.align ? { align: column.align } : {}),
    ...(column.isFixed ? { fixed: 'left' as const } : {}),
    ...(column.sortBy ? { sorter: true, sortOrder: isSorted ? ((sort.startsWith('-') ? 'descend' : 'ascend') as 'descend' | 'ascend') : null } : {}),
    render: (_: unknown, row: Row) => column.render(row),
  }
}
