import { Select } from 'antd'
import { OrgSelect } from '@/entities/org/ui/org-select.tsx'
import { Filter, FilterBar } from '@/shared/ui/filter-bar.tsx'
import { SearchBox } from '@/shared/ui/search-box.tsx'
import { clearedOfficersFilter, isNarrowed, type OfficersFilter } from '../model/officers-filter.ts'

interface OfficerFiltersProps {
  filter: OfficersFilter
  roleNames: ReadonlyMap<string, string>
  onChange: (patch: Partial<OfficersFilter>) => void
}

export function OfficerFilters({ filter, roleNames, onChange }: OfficerFiltersProps) {
  const set = (patch: Partial<OfficersFilter>) => onChange({ ...patch, page: 1 })
  return (
    <FilterBar onReset={isNarrowed(filter) ? () => set(clearedOfficersFilter) : undefined}>
      <SearchBox value={filter.q} placeholder="姓名" onSearch={(q) => set({ q })} />
      <Filter label="单位">
        <OrgSelect {...(filter.org ? { value: filter.org } : {})} onChange={(org) => set({ org: org ?? '' })} />
      </Filter>
      <Select
        allowClear
        aria-label="角色"
        className="filter-input"
        placeholder="全部角色"
        value={filter.role || null}
        onChange={(role) => set({ role: role ?? '' })}
        options={[...roleNames].map(([value, label]) => ({ value, label }))}
      />
      <Select
        allowClear
        aria-label="账号"
        className="filter-input"
        placeholder="全部账号"
        value={filter.account || null}
        onChange={(account) => set({ account: account ?? '' })}
        options={[
          { value: 'active' as const, label: '正常' },
          { value: 'disabled' as const, label: '已停用' },
        ]}
      />
    </FilterBar>
  )
}
