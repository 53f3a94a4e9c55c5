import { DateRange } from '@/shared/ui/date-range.tsx'
import { FilterFlag, FilterSelect, optionsOf } from '@/shared/ui/filter-select.tsx'
import { WorkListPage } from '@/widgets/work-list/ui/work-list-page.tsx'
import { caseRows } from '../api/list-cases.ts'
import { caseBatch } from '../model/case-batch.ts'
import { caseSearch } from '../model/case-filter.ts'
import { caseTypeLabels } from '../model/receipt.ts'
import { caseColumnsOf, caseFace } from '../ui/case/case-columns.tsx'

export default function CaseListPage() {
  return (
    <WorkListPage
      list="complaint-cases"
      title="投诉举报"
      module="complaint"
      kindsOf={({ type }) => (type ? [type] : ['complaint', 'tip'])}
      search={caseSearch}
      placeholder="标题、编号、单位名称或信用代码"
      rowsOf={caseRows}
      face={caseFace}
      columnsOf={caseColumnsOf}
      factsOf={(row) => [row.subject_name, row.org_name]}
      batch={caseBatch}
      filters={({ type, from, to, unhappy }, set) => (
        <>
          <FilterSelect label="类型" value={type} options={optionsOf(caseTypeLabels)} onChange={(next) => set({ type: next })} />
          <DateRange label="登记日期" from={from} to={to} onChange={set} />
          <FilterFlag label="不满意" value={unhappy} onChange={(next) => set({ unhappy: next })} />
        </>
      )}
    />
  )
}
