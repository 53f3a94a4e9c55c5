import { RegionCascader } from '@/entities/region/ui/region-cascader.tsx'
import { useSession } from '@/entities/session/ui/use-session.ts'
import { kindLabels, licenceLights, stateLabels } from '@/entities/subject/model/subject.ts'
import { Filter, FilterBar } from '@/shared/ui/filter-bar.tsx'
import { FilterSelect, optionsOf } from '@/shared/ui/filter-select.tsx'
import { SearchBox } from '@/shared/ui/search-box.tsx'
import { useSideTree } from '@/widgets/work-list/ui/side-tree.tsx'
import { subjectsSearch, type SubjectsFilter } from '../model/subjects-filter.ts'

interface SubjectFiltersProps {
  filter: SubjectsFilter
  industries: readonly { code: string; name: string }[]
  tags: readonly { code: string; label: string }[]
  onChange: (patch: Partial<SubjectsFilter>) => void
}

export function SubjectFilters({ filter, industries, tags, onChange }: SubjectFiltersProps) {
  const session = useSession()
  const { isShown: hasTree } = useSideTree('subjects')
  const set = (patch: Partial<SubjectsFilter>) => onChange({ ...patch, page: 1 })
  return (
    <FilterBar onReset={subjectsSearch.isNarrowed(filter) ? () => set(subjectsSearch.cleared) : undefined}>
      <SearchBox value={filter.q} placeholder="名称、信用代码或地址的一部分" onSearch={(q) => set({ q })} />
      {!hasTree && (
        <Filter label="地区">
          <RegionCascader
            root={session.region_code}
            onChange={(region) => set({ region, exact: undefined })}
            {...(filter.region ? { value: filter.region } : {})}
          />
        </Filter>
      )}
      <FilterSelect label="类型" value={filter.kind} options={optionsOf(kindLabels)} onChange={(kind) => set({ kind })} />
      <FilterSelect label="登记状态" value={filter.state} options={optionsOf(stateLabels)} onChange={(state) => set({ state })} />
      <FilterSelect
        label="行业"
        value={filter.industry}
        options={industries.map(({ code, name }) => ({ value: code, label: name }))}
        onChange={(industry) => set({ industry })}
      />
      <FilterSelect
        label="标签"
        value={filter.tag}
        options={tags.map(({ code, label }) => ({ value: code, label }))}
        onChange={(tag) => set({ tag })}
      />
      <FilterSelect label="许可证" value={filter.licence} options={optionsOf(licenceLights)} onChange={(licence) => set({ licence })} />
    </FilterBar>
  )
}
