import { Segmented } from 'antd'
import { LineSelect } from '@/entities/org/ui/line-select.tsx'
import { RegionCascader } from '@/entities/region/ui/region-cascader.tsx'
import { DateRange } from '@/shared/ui/date-range.tsx'
import { Filter, FilterBar } from '@/shared/ui/filter-bar.tsx'
import { groupLabels, type FiguresState } from '../model/figures-search.ts'
import type { Span } from '../model/spans.ts'

interface FiguresFiltersProps {
  state: FiguresState
  by: 'region' | 'line'
  span: Span
  rootRegion: number
  onChange: (patch: Partial<FiguresState>) => void
  onReset: (() => void) | undefined
}

export function FiguresFilters({ state, by, span, rootRegion, onChange, onReset }: FiguresFiltersProps) {
  return (
    <FilterBar onReset={onReset}>
      <Segmented<'region' | 'line'>
        aria-label="分组"
        value={by}
        options={[
          { value: 'region', label: groupLabels.region },
          { value: 'line', label: groupLabels.line },
        ]}
        onChange={(next) => onChange({ by: next === 'line' ? next : undefined })}
      />
      <DateRange label="登记日期" {...span} onChange={onChange} />
      <Filter label="地区">
        <RegionCascader root={rootRegion} onChange={(region) => onChange({ region })} {...(state.region ? { value: state.region } : {})} />
      </Filter>
      <Filter label="条线">
        <LineSelect value={state.line} onChange={(line) => onChange({ line })} />
      </Filter>
    </FilterBar>
  )
}
