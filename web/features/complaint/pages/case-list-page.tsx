import { useQuery } from '@tanstack/react-query'
import { OrgSelect } from '@/entities/org/ui/org-select.tsx'
import { DateRange } from '@/shared/ui/date-range.tsx'
import { Filter } from '@/shared/ui/filter-bar.tsx'
import { FilterFlag, FilterSelect, optionsOf } from '@/shared/ui/filter-select.tsx'
import { slotOptions } from '@/widgets/figures-page/model/slots.ts'
import { WorkListPage } from '@/widgets/work-list/ui/work-list-page.tsx'
import { caseRows } from '../api/list-cases.ts'
import { mattersQuery } from '../api/list-matters.ts'
import { caseBatch } from '../model/case-batch.ts'
import { caseSearch } from '../model/case-filter.ts'
import { caseTypeLabels } from '../model/receipt.ts'
import { caseColumnsOf, caseFace } from '../ui/case/case-columns.tsx'

export default function CaseListPage() {
  const matters = useQuery(mattersQuery).data ?? []
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
      namesOf={({ matter }) => ({ matter: matters.find(({ code }) => code === matter)?.label })}
      filters={({ type, matter, org, from, to, slot, unhappy }, set) => (
        <>
          <FilterSelect label="类型" value={type} options={optionsOf(caseTypeLabels)} onChange={(next) => set({ type: next })} />
          <FilterSelect
            label="事项"
            value={matter}
            options={matters.map(({ code, label }) => ({ value: code, label }))}
            onChange={(next) => set({ matter: next })}
          />
          {/* A figure led here; whoever wants one body's work takes the tree or the search. */}
          {org && (
            <Filter label="承办单位">
              <OrgSelect value={org} onChange={(next) => set({ org: next })} />
            </Filter>
          )}
          <DateRange label="登记日期" from={from} to={to} onChange={set} />
          {slot && <FilterSelect label="登记时段" value={slot} options={slotOptions} onChange={(next) => set({ slot: next })} />}
          <FilterFlag label="不满意" value={unhappy} onChange={(next) => set({ unhappy: next })} />
        </>
      )}
    />
  )
}
