import { OrgSelect } from '@/entities/org/ui/org-select.tsx'
import { RegionCascader } from '@/entities/region/ui/region-cascader.tsx'
import { useSession } from '@/entities/session/ui/use-session.ts'
import { Filter, FilterBar } from '@/shared/ui/filter-bar.tsx'
import { FilterSelect, optionsOf } from '@/shared/ui/filter-select.tsx'
import { SearchBox } from '@/shared/ui/search-box.tsx'
import { useSideTree } from '@/widgets/work-list/ui/side-tree.tsx'
import { accountLabels, officersSearch, type OfficersFilter } from '../model/officers-filter.ts'

interface OfficerFiltersProps {
  filter: OfficersFilter
  roleNames: ReadonlyMap<string, string>
  onChange: (patch: Partial<OfficersFilter>) => void
}

export function OfficerFilters({ filter, roleNames, onChange }: OfficerFiltersProps) {
  const session = useSession()
  const { isShown: hasTree } = useSideTree('officers')
  const set = (patch: Partial<OfficersFilter>) => onChange({ ...patch, page: 1 })
  return (
    <FilterBar onReset={officersSearch.isNarrowed(filter) ? () => set(officersSearch.cleared) : undefined}>
      <SearchBox value={filter.q} placeholder="姓名" onSearch={(q) => set({ q })} />
      {!hasTree && (
        <Filter label="地区">
          <RegionCascader
            root={session.region_code}
            onChange={(region) => set({ region, exact: undefined })}
            {...(filter.region ? { value: filter.region } : {})}
          />
        </Filter>
      )}
      <Filter label="单位">
        <OrgSelect {...(filter.org ? { value: filter.org } : {})} onChange={(org) => set({ org })} />
      </Filter>
      <FilterSelect
        label="角色"
        value={filter.role}
        options={[...roleNames].map(([value, label]) => ({ value, label }))}
        onChange={(role) => set({ role })}
      />
      <FilterSelect label="账号" value={filter.account} options={optionsOf(accountLabels)} onChange={(account) => set({ account })} />
    </FilterBar>
  )
}
