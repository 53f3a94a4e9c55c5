import { Table } from 'antd'
import { Link } from 'react-router'
import type { Counts, Figure, FiguresSource, Measure, RowsLink } from '@/shared/module/figures.ts'
import { linkOfGroup } from '../model/groups.ts'
import { textOf, totalOf } from '../model/measures.ts'

interface FiguresTableProps {
  source: FiguresSource
  rows: readonly Figure[]
  by: 'region' | 'line'
  isLoading: boolean
  /** What the whole table is about; each number adds its own row to it. */
  base: RowsLink
}

/** Every number is a link to exactly the rows it counts. */
export function FiguresTable({ source, rows, by, isLoading, base }: FiguresTableProps) {
  const total = totalOf(rows)
  const cell = (measure: Measure, name: string, counts: Counts, own: RowsLink) => {
    const text = textOf(measure, counts)
    if (!measure.rows) return text
    if (measure.of(counts) === 0) return <span className="muted">0</span>
    return (
      <Link to={source.linkOf({ ...base, ...own, ...measure.rows })} aria-label={`${name}${measure.title} ${text} 件，查看清单`}>
        {text}
      </Link>
    )
  }
  return (
    <Table<Figure>
      size="small"
      rowKey="key"
      loading={isLoading}
      pagination={false}
      showSorterTooltip={false}
      dataSource={rows}
      scroll={{ x: 540 }}
      locale={{ emptyText: `所选范围内没有${source.title}` }}
      columns={[
        { key: 'label', title: by === 'region' ? '地区' : '条线', width: 120, fixed: 'left', render: (_, row) => row.label },
        ...source.measures.map((measure) => ({
          key: measure.key,
          title: measure.title,
          align: 'right' as const,
          width: measure.title.length > 3 ? 96 : 72,
          sorter: (a: Figure, b: Figure) => (measure.of(a) ?? -1) - (measure.of(b) ?? -1),
          render: (_: unknown, row: Figure) => cell(measure, row.label, row, linkOfGroup(row.key, by, base.region)),
        })),
      ]}
      summary={() => (
        <Table.Summary.Row className="table-total">
          <Table.Summary.Cell index={0}>合计</Table.Summary.Cell>
          {source.measures.map((measure, index) => (
            <Table.Summary.Cell key={measure.key} index={index + 1} align="right">
              {cell(measure, '合计', total, {})}
            </Table.Summary.Cell>
          ))}
        </Table.Summary.Row>
      )}
    />
  )
}
