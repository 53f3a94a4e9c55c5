import { Select } from 'antd'
import { FilterBar } from '@/shared/ui/filter-bar.tsx'
import { SearchBox } from '@/shared/ui/search-box.tsx'
import { clearedRulesFilter, isNarrowed, ruleMarks, type RulesFilter } from '../model/rules-filter.ts'

interface RuleFiltersProps {
  filter: RulesFilter
  modules: readonly { value: string; label: string }[]
  onChange: (patch: Partial<RulesFilter>) => void
}

export function RuleFilters({ filter, modules, onChange }: RuleFiltersProps) {
  const set = (patch: Partial<RulesFilter>) => onChange({ ...patch, page: 1 })
  return (
    <FilterBar onReset={isNarrowed(filter) ? () => set(clearedRulesFilter) : undefined}>
      <SearchBox value={filter.q} placeholder="时限名称或依据" onSearch={(q) => set({ q })} />
      <Select
        allowClear
        aria-label="模块"
        className="filter-input"
        placeholder="全部模块"
        value={filter.module || null}
        onChange={(module) => set({ module: module ?? '' })}
        options={[...modules]}
      />
      <Select
        allowClear
        aria-label="标记"
        className="filter-input"
        placeholder="全部标记"
        value={filter.mark || null}
        onChange={(mark) => set({ mark: mark ?? '' })}
        options={(['unconfirmed', 'coming'] as const).map((value) => ({ value, label: ruleMarks[value] }))}
      />
    </FilterBar>
  )
}
