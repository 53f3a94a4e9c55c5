import type { DataColumn } from '@/shared/ui/data-column.ts'
import type { Scope } from '@/widgets/work-list/model/scope.ts'
import type { RowFace } from '@/widgets/work-list/model/work-row.ts'
import { withOptional, workColumns } from '@/widgets/work-list/ui/work-columns.tsx'
import { sourceLabels, type CaseRow } from '../../model/case.ts'
import { caseTypeLabels } from '../../model/receipt.ts'
import { complaintPaths } from '../../paths.ts'

export const caseFace: RowFace<CaseRow> = {
  path: (row) => complaintPaths.detail(row.id),
  no: (row) => row.case_no,
  kind: (row) => caseTypeLabels[row.case_type],
  marks: (row) => [
    ...(row.is_supervised ? [{ key: 'supervised', text: '督' }] : []),
    ...(row.satisfaction !== null && row.satisfaction <= 2 ? [{ key: 'unhappy', text: '不满意', tone: 'urge' as const }] : []),
  ],
  since: { title: '登记日期', sortBy: 'filed_at', value: (row) => row.filed_at },
}

const columns: readonly DataColumn<CaseRow>[] = workColumns(caseFace, [
  {
    key: 'subject',
    title: '被投诉举报单位',
    width: 132,
    render: (row) => (
      <span className="two-rows" title={row.subject_name}>
        {row.subject_name}
      </span>
    ),
    text: (row) => row.subject_name,
  },
  { key: 'matter', title: '事项', width: 96, isOptional: true, render: (row) => row.matter_label, text: (row) => row.matter_label },
  {
    key: 'source',
    title: '来源',
    width: 80,
    isOptional: true,
    render: (row) => sourceLabels[row.source] ?? row.source,
    text: (row) => sourceLabels[row.source] ?? row.source,
  },
])

/** On the own desk every row has the same body; over a region the name of the body tells the place. */
export const caseColumnsOf = (scope: Scope) => withOptional(columns, scope === 'own' ? 'org' : 'region')
