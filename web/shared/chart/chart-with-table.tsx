import { lazy, Suspense, useId, useState, type ReactNode } from 'react'
import { Link } from 'react-router'
import { ExportButton } from '../ui/export-button.tsx'
import { Panel } from '../ui/panel.tsx'
import { ScrollBox } from '../ui/scroll-box.tsx'
import './chart.css'
import type { ChartProps } from './chart.tsx'

// The drawing comes after the page that it stands on: its words and numbers do not wait for it.
const Chart = lazy(async () => ({ default: (await import('./chart.tsx')).Chart }))

export interface ChartColumn<Row> {
  title: string
  text: (row: Row) => string | number
  isNumber?: boolean
  /** To the rows that the number counts; of nothing there is nothing to see. */
  to?: (row: Row) => string | undefined
}

interface ChartWithTableProps<Row> {
  title: string
  rows: readonly Row[]
  rowKey: (row: Row) => string
  columns: readonly ChartColumn<Row>[]
  /** One of the kit's options, or a drawing of its own. */
  drawing: Omit<ChartProps, 'label'> | ReactNode
  /** What the drawing shows, in words. */
  label: string
  empty?: string
  note?: string | undefined
  extra?: ReactNode
  filterText?: string | undefined
  className?: string
}

const isOption = (drawing: unknown): drawing is Omit<ChartProps, 'label'> => typeof drawing === 'object' && drawing !== null && 'option' in drawing

/** A drawing, and the same numbers as a table for whoever does not see it or wants to take them along. */
export function ChartWithTable<Row>({ title, rows, label, empty = '所选范围内没有数据', note, extra, className, ...rest }: ChartWithTableProps<Row>) {
  const [isTable, setTable] = useState(false)
  const id = useId()
  const views = [
    { text: '图', is: false },
    { text: '表', is: true },
  ]
  return (
    <Panel
      title={title}
      {...(className ? { className } : {})}
      extra={
        <div className="chart-tools">
          {extra}
          {isTable && (
            <ExportButton<Row>
              name={title}
              columns={rest.columns}
              count={rows.length}
              readPage={(offset, limit) => Promise.resolve(rows.slice(offset, offset + limit))}
              filterText={rest.filterText}
            />
          )}
          <div className="view-switch" role="group" aria-label={`${title}的显示方式`}>
            {views.map(({ text, is }) => (
              <button key={text} type="button" aria-pressed={isTable === is} aria-controls={id} onClick={() => setTable(is)}>
                {text}
              </button>
            ))}
          </div>
        </div>
      }
    >
      <div id={id}>
        {rows.length === 0 ? (
          <p className="empty-line">{empty}</p>
        ) : isTable ? (
          <ChartTable title={title} rows={rows} {...rest} />
        ) : (
          <Drawing drawing={rest.drawing} label={label} />
        )}
      </div>
      {note && <p className="chart-note">{note}</p>}
    </Panel>
  )
}

function Drawing({ drawing, label }: { drawing: Omit<ChartProps, 'label'> | ReactNode; label: string }) {
  if (!isOption(drawing)) return <>{drawing}</>
  return (
    <Suspense fallback={<div style={{ height: drawing.height }} aria-busy="true" />}>
      <Chart {...drawing} label={label} />
    </Suspense>
  )
}

function ChartTable<Row>({ title, rows, rowKey, columns }: Pick<ChartWithTableProps<Row>, 'title' | 'rows' | 'rowKey' | 'columns'>) {
  return (
    <ScrollBox label={title}>
      <table className="chart-table">
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.title} scope="col" className={column.isNumber ? 'is-number' : undefined}>
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map((column, index) => (
                <Cell key={column.title} column={column} row={row} isHead={index === 0} name={String(columns[0]?.text(row) ?? '')} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  )
}

interface CellProps<Row> {
  column: ChartColumn<Row>
  row: Row
  isHead: boolean
  /** Of the row, for whoever hears a link without its row. */
  name: string
}

function Cell<Row>({ column, row, isHead, name }: CellProps<Row>) {
  const value = column.text(row)
  const text = typeof value === 'number' ? value.toLocaleString('zh-CN') : value
  const to = column.to?.(row)
  const content =
    to === undefined ? (
      text
    ) : (
      <Link to={to} aria-label={isHead ? text : `${name}${column.title} ${text}`}>
        {text}
      </Link>
    )
  if (isHead) return <th scope="row">{content}</th>
  return <td className={column.isNumber ? 'is-number' : undefined}>{content}</td>
}
