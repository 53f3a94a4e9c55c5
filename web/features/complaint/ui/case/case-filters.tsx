import { useQuery } from '@tanstack/react-query'
import { Checkbox, Segmented, Select } from 'antd'
import { LineSelect } from '@/entities/org/ui/line-select.tsx'
import { RegionCascader } from '@/entities/region/ui/region-cascader.tsx'
import { lightLabels, lights } from '@/entities/work-item/model/work-item.ts'
import { DateInput } from '@/shared/ui/date-input.tsx'
import { Filter, FilterBar } from '@/shared/ui/filter-bar.tsx'
import { SearchBox } from '@/shared/ui/search-box.tsx'
import { statesQuery } from '../../api/list-states.ts'
import { clearedFilter, isNarrowed, type CaseFilter } from '../../model/case-filter.ts'
import { caseTypeLabels } from '../../model/receipt.ts'

interface CaseFiltersProps {
  filter: CaseFilter
  scope: 'own' | 'all'
  rootRegion: number
  onChange: (patch: Partial<CaseFilter>) => void
}

/** The one meaning of 超期, for list and figures. */
const lateMeaning = '超期（未结：现已超期；已结：由办结单位超期）'

export function CaseFilters({ filter, scope, rootRegion, onChange }: CaseFiltersProps) {
  const states = useQuery(statesQuery)
  const set = (patch: Partial<CaseFilter>) => onChange({ ...patch, page: 1 })
  return (
    <FilterBar onReset={isNarrowed(filter) ? () => set(clearedFilter) : undefined}>
      <Segmented
        aria-label="范围"
        value={scope}
        options={[
          { value: 'own', label: '本单位' },
          { value: 'all', label: '辖区' },
        ]}
        onChange={(next) => set(next === 'own' ? { scope: 'own', region: undefined, line: undefined } : { scope: 'all' })}
      />
      <SearchBox value={filter.q} placeholder="标题、编号、单位名称或信用代码" onSearch={(q) => set({ q })} />
      <RegionCascader
        root={rootRegion}
        onChange={(region) => set({ region, exact: undefined })}
        {...(filter.region ? { value: filter.region } : {})}
      />
      <LineSelect value={filter.line} onChange={(line) => set({ line })} />
      <Select
        allowClear
        aria-label="类型"
        className="filter-input"
        placeholder="投诉和举报"
        value={filter.type ?? null}
        onChange={(type) => set({ type: type ?? undefined })}
        options={(['complaint', 'tip'] as const).map((type) => ({ value: type, label: caseTypeLabels[type] }))}
      />
      <Select
        allowClear
        aria-label="状态"
        className="filter-input"
        placeholder="全部状态"
        value={filter.state ?? null}
        onChange={(state) => set({ state: state ?? undefined })}
        options={states.data?.map(({ state, label }) => ({ value: state, label })) ?? []}
      />
      <Select
        allowClear
        aria-label="预警"
        className="filter-input"
        placeholder="全部预警"
        value={filter.light ?? null}
        onChange={(light) => set({ light: light ?? undefined })}
        options={lights.map((light) => ({ value: light, label: lightLabels[light] }))}
      />
      <Select
        allowClear
        aria-label="承办人"
        className="filter-input"
        placeholder="全部承办人"
        value={filter.handler ?? null}
        onChange={(handler) => set({ handler: handler ?? undefined })}
        options={[
          { value: 'me' as const, label: '本人承办' },
          { value: 'none' as const, label: '未指派' },
        ]}
      />
      <Checkbox checked={filter.open === true} onChange={(event) => set({ open: event.target.checked || undefined, closed: undefined })}>
        仅在办
      </Checkbox>
      <Checkbox checked={filter.closed === true} onChange={(event) => set({ closed: event.target.checked || undefined, open: undefined })}>
        仅办结
      </Checkbox>
      <Checkbox checked={filter.late === true} onChange={(event) => set({ late: event.target.checked || undefined })}>
        <span title={lateMeaning}>仅超期</span>
      </Checkbox>
      <Checkbox checked={filter.unhappy === true} onChange={(event) => set({ unhappy: event.target.checked || undefined })}>
        不满意
      </Checkbox>
      <Filter label="登记日期">
        <DateInput label="登记日期起" {...(filter.from ? { value: filter.from } : {})} max={filter.to} onChange={(from) => set({ from })} />
      </Filter>
      <Filter label="至">
        <DateInput label="登记日期止" {...(filter.to ? { value: filter.to } : {})} min={filter.from} onChange={(to) => set({ to })} />
      </Filter>
    </FilterBar>
  )
}
