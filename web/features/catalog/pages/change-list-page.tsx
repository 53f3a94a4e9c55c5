import { Button } from 'antd'
import { useNavigate } from 'react-router'
import { Can } from '@/entities/session/ui/can.tsx'
import { DateRange } from '@/shared/ui/date-range.tsx'
import { FilterSelect } from '@/shared/ui/filter-select.tsx'
import { WorkListPage } from '@/widgets/work-list/ui/work-list-page.tsx'
import { changeRows } from '../api/changes.ts'
import { changeSearch } from '../model/change-filter.ts'
import { catalogPaths } from '../paths.ts'
import { changeColumns, changeFace } from '../ui/change-columns.tsx'
import { useChangeWords } from '../ui/use-change-words.ts'

export default function ChangeListPage() {
  const words = useChangeWords()
  const navigate = useNavigate()
  return (
    <WorkListPage
      list="catalog-changes"
      title="动态调整"
      module="catalog"
      kindsOf={() => ['catalog_change']}
      search={changeSearch}
      placeholder="标题或编号"
      rowsOf={changeRows}
      face={changeFace(words)}
      columnsOf={() => changeColumns(words)}
      factsOf={(row) => [row.owner_org_name, `${row.part_count} 项`]}
      batch={[]}
      actions={
        <Can permission="catalog.propose">
          <Button type="primary" onClick={() => void navigate(catalogPaths.newChange())}>
            申请调整
          </Button>
        </Can>
      }
      namesOf={({ type, reason }) => ({ type: type && words.type(type), reason: reason && words.reason(reason) })}
      filters={({ type, reason, from, to }, set) => (
        <>
          <FilterSelect label="类型" value={type} options={options(words.types)} onChange={(next) => set({ type: next })} />
          <FilterSelect label="事由" value={reason} options={options(words.reasons)} onChange={(next) => set({ reason: next })} />
          <DateRange label="申请日期" from={from} to={to} onChange={set} />
        </>
      )}
    />
  )
}

const options = (codes: readonly { code: string; label: string }[]) => codes.map(({ code, label }) => ({ value: code, label }))
