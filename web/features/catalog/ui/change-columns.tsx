import type { DataColumn } from '@/shared/ui/data-column.ts'
import { formatDate } from '@/shared/format/date.ts'
import type { RowFace } from '@/widgets/work-list/model/work-row.ts'
import { withOptional, workColumns } from '@/widgets/work-list/ui/work-columns.tsx'
import type { ChangeRow } from '../model/change.ts'
import { catalogPaths } from '../paths.ts'

/** What the codes of requests are called. */
export interface ChangeWords {
  type: (code: string) => string
  reason: (code: string) => string
}

export const changeFace = (words: ChangeWords): RowFace<ChangeRow> => ({
  path: (row) => catalogPaths.change(row.id),
  no: (row) => row.no,
  kind: (row) => words.type(row.change_type),
  marks: (row) => (row.is_supervised ? [{ key: 'supervised', text: '督' }] : []),
  since: { title: '申请日期', sortBy: 'created_at', value: (row) => row.created_at },
})

const twoRows = (text: string) => (
  <span className="two-rows" title={text}>
    {text}
  </span>
)

export const changeColumns = (words: ChangeWords): readonly DataColumn<ChangeRow>[] =>
  withOptional(
    workColumns(changeFace(words), [
      { key: 'owner', title: '申请单位', width: 132, render: (row) => twoRows(row.owner_org_name), text: (row) => row.owner_org_name },
      { key: 'reason', title: '事由', width: 110, render: (row) => twoRows(words.reason(row.reason)), text: (row) => words.reason(row.reason) },
      { key: 'parts', title: '涉及事项', width: 76, align: 'right', render: (row) => `${row.part_count} 项`, text: (row) => row.part_count },
      {
        key: 'from',
        title: '期望生效',
        width: 98,
        isOptional: true,
        render: (row) => formatDate(row.effective_from),
        text: (row) => formatDate(row.effective_from),
      },
    ]),
    'region',
    'handler',
  )
