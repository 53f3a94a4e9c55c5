import { Table } from 'antd'
import { Link } from 'react-router'
import { onTimeRate, totalOf, type Figure } from '../../model/figures.ts'
import { complaintPaths, type CaseListLink } from '../../paths.ts'

interface FiguresTableProps {
  rows: readonly Figure[]
  by: 'region' | 'line'
  isLoading: boolean
  /** What the whole table is about; each number adds its own row to it. */
  base: CaseListLink
}

/** 本级 (cases filed at the region itself, not below) and 未定条线 are groups too. */
function linkOfGroup(key: string, by: 'region' | 'line', top: number | undefined): CaseListLink {
  if (by === 'line') return { line: key || 'none' }
  return Number(key) === top ? { exact: true } : { region: Number(key) }
}

/** Every number is a link to exactly the rows it counts. */
export function FiguresTable({ rows, by, isLoading, base }: FiguresTableProps) {
  const linkOf = (row: Figure | null, extra: CaseListLink) => {
    const own = row === null ? {} : linkOfGroup(row.key, by, base.region)
    return complaintPaths.list({ ...base, ...own, ...extra })
  }
  const number = (row: Figure | null, value: number, extra: CaseListLink, what: string) =>
    value === 0 ? (
      <span className="muted">0</span>
    ) : (
      <Link to={linkOf(row, extra)} aria-label={`${row?.label ?? '合计'}${what} ${value} 件，查看清单`}>
        {value.toLocaleString('zh-CN')}
      </Link>
    )
  const total = totalOf(rows)
  return (
    <Table<Figure>
      size="small"
      rowKey="key"
      loading={isLoading}
      pagination={false}
      showSorterTooltip={false}
      dataSource={rows}
      scroll={{ x: 560 }}
      columns={[
        { key: 'label', title: by === 'region' ? '地区' : '条线', width: 160, render: (_, row) => row.label },
        {
          key: 'received',
          title: '收到',
          align: 'right',
          width: 80,
          sorter: (a, b) => a.received - b.received,
          render: (_, row) => number(row, row.received, {}, '收到'),
        },
        {
          key: 'open',
          title: '在办',
          align: 'right',
          width: 80,
          sorter: (a, b) => a.open - b.open,
          render: (_, row) => number(row, row.open, { open: true }, '在办'),
        },
        {
          key: 'late',
          title: '超期',
          align: 'right',
          width: 80,
          sorter: (a, b) => a.late - b.late,
          render: (_, row) => number(row, row.late, { open: true, late: true }, '超期'),
        },
        {
          key: 'closed',
          title: '办结',
          align: 'right',
          width: 80,
          sorter: (a, b) => a.closed - b.closed,
          render: (_, row) => number(row, row.closed, { closed: true }, '办结'),
        },
        { key: 'rate', title: '按期办结率', align: 'right', width: 100, render: (_, row) => onTimeRate(row) },
      ]}
      summary={() => (
        <Table.Summary.Row className="table-total">
          <Table.Summary.Cell index={0}>合计</Table.Summary.Cell>
          <Table.Summary.Cell index={1} align="right">
            {number(null, total.received, {}, '收到')}
          </Table.Summary.Cell>
          <Table.Summary.Cell index={2} align="right">
            {number(null, total.open, { open: true }, '在办')}
          </Table.Summary.Cell>
          <Table.Summary.Cell index={3} align="right">
            {number(null, total.late, { open: true, late: true }, '超期')}
          </Table.Summary.Cell>
          <Table.Summary.Cell index={4} align="right">
            {number(null, total.closed, { closed: true }, '办结')}
          </Table.Summary.Cell>
          <Table.Summary.Cell index={5} align="right">
            {onTimeRate(total)}
          </Table.Summary.Cell>
        </Table.Summary.Row>
      )}
    />
  )
}
