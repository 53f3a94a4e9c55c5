import { Input, Segmented, Select } from 'antd'
import { LineSelect } from '@/entities/org/ui/line-select.tsx'
import { RegionCascader } from '@/entities/region/ui/region-cascader.tsx'
import { Filter, FilterBar } from '@/shared/ui/filter-bar.tsx'
import { periodLabels, periods, spanOf, type FiguresFilter } from '../../model/figures-filter.ts'

interface FiguresFiltersProps {
  filter: FiguresFilter
  rootRegion: number
  onChange: (patch: Partial<FiguresFilter>) => void
}

export function FiguresFilters({ filter, rootRegion, onChange }: FiguresFiltersProps) {
  const span = spanOf(filter)
  return (
    <FilterBar>
      <Segmented
        aria-label="分组"
        value={filter.by}
        options={[
          { value: 'region' as const, label: '按地区' },
          { value: 'line' as const, label: '按条线' },
        ]}
        onChange={(by) => onChange({ by })}
      />
      <Filter label="时段">
        <Select
          className="filter-input"
          aria-label="时段"
          value={filter.period}
          options={periods.map((period) => ({ value: period, label: periodLabels[period] }))}
          onChange={(period) => onChange(period === 'custom' ? { period, ...span } : { period, from: undefined, to: undefined })}
        />
      </Filter>
      {filter.period === 'custom' && (
        <>
          <Input
            type="date"
            aria-label="起始日期"
            value={span.from}
            max={span.to}
            onChange={(event) => onChange({ from: event.target.value || undefined })}
          />
          <Input
            type="date"
            aria-label="截止日期"
            value={span.to}
            min={span.from}
            onChange={(event) => onChange({ to: event.target.value || undefined })}
          />
        </>
      )}
      <RegionCascader root={rootRegion} onChange={(region) => onChange({ region })} {...(filter.region ? { value: filter.region } : {})} />
      <LineSelect value={filter.line} onChange={(line) => onChange({ line })} />
    </FilterBar>
  )
}
