import type { ReactNode } from 'react'
import type { DataColumn } from './data-column.ts'

interface RowTableProps<Row> {
  rows: readonly Row[]
  columns: readonly DataColumn<Row>[]
  rowKey: (row: Row) => string
  /** `due_at`, `-due_at` downwards, or empty. */
  sort?: string
  /** Without it nobody may choose the order. */
  onSort?: (sort: string) => void
  isBusy: boolean
  empty: ReactNode
  /** What stands before a row for it to be picked, and which are. Handed in: most tables pick nothing and load no boxes. */
  picks?: { keys: readonly string[]; box: (row: Row) => ReactNode } | undefined
}

const boxWidth = 36
const widthOf = (column: { width?: number }) => column.width ?? 120
const next = (sort: string, by: string) => (sort === by ? `-${by}` : sort === `-${by}` ? '' : by)
const orders = { '': 'none', up: 'ascending', down: 'descending' } as const

/** A native table. antd's would weigh as much as the rest of an inbox: it brings trees, menus and virtual rows that no list has. */
export function RowTable<Row>({ rows, columns, rowKey, sort = '', onSort, isBusy, empty, picks }: RowTableProps<Row>) {
  const start = picks ? boxWidth : 0
  const least = columns.reduce((sum, column) => sum + widthOf(column), start)
  const lefts = leftsOf(columns, start)
  return (
    <div className="row-table" data-busy={isBusy}>
      <table style={{ minWidth: least }}>
        <colgroup>
          {picks && <col className="pick-cell" style={{ width: boxWidth }} />}
          {columns.map((column) => (
            <col key={column.key} {...(column.grows ? {} : { style: { width: widthOf(column) } })} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {picks && (
              <th scope="col" className="is-fixed pick-cell" style={{ left: 0 }}>
                <span className="visually-hidden">选择</span>
              </th>
            )}
            {columns.map((column, index) => (
              <Head key={column.key} column={column} left={lefts[index]} sort={sort} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const key = rowKey(row)
            return (
              <tr key={key} className={picks?.keys.includes(key) ? 'is-picked' : undefined}>
                {picks && (
                  <td className="is-fixed pick-cell" style={{ left: 0 }}>
                    {picks.box(row)}
                  </td>
                )}
                {columns.map((column, index) => (
                  <Cell key={column.key} column={column} left={lefts[index]} content={column.render(row)} />
                ))}
              </tr>
            )
          })}
          {rows.length === 0 && (
            <tr className="is-empty">
              <td colSpan={columns.length + (picks ? 1 : 0)}>{isBusy ? '正在加载' : empty}</td>
            </tr>
          )}
        </tbody>
      </table>
    </div>
  )
}

/** Where the columns stick that stay in sight; undefined for those that scroll. */
function leftsOf(columns: readonly DataColumn<never>[] | readonly { isFixed?: boolean; width?: number }[], start: number) {
  let left = start
  return columns.map((column) => {
    if (!column.isFixed) return undefined
    left += widthOf(column)
    return left - widthOf(column)
  })
}

interface HeadProps<Row> {
  column: DataColumn<Row>
  left: number | undefined
  sort: string
  onSort: ((sort: string) => void) | undefined
}

function Head<Row>({ column: { title, align, sortBy }, left, sort, onSort }: HeadProps<Row>) {
  const place = placeOf(left, align)
  if (sortBy === undefined || !onSort)
    return (
      <th scope="col" {...place}>
        {title}
      </th>
    )
  const order = sort === sortBy ? 'up' : sort === `-${sortBy}` ? 'down' : ''
  return (
    <th scope="col" aria-sort={orders[order]} {...place}>
      <button type="button" className="row-table-sort" data-order={order} onClick={() => onSort(next(sort, sortBy))}>
        {title}
      </button>
    </th>
  )
}

function Cell<Row>({ column: { align, grows }, left, content }: { column: DataColumn<Row>; left: number | undefined; content: ReactNode }) {
  const { className, style } = placeOf(left, align)
  return (
    <td className={grows ? className : `is-cut ${className ?? ''}`} style={style} {...(typeof content === 'string' ? { title: content } : {})}>
      {content}
    </td>
  )
}

const placeOf = (left: number | undefined, align: 'left' | 'right' | 'center' | undefined) => ({
  className: left === undefined ? undefined : 'is-fixed',
  style: { ...(left === undefined ? {} : { left }), ...(align ? { textAlign: align } : {}) },
})
