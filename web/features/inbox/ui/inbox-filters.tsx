import { dueLabels, inboxHandlerLabels, inboxSearch, type Box, type InboxFilter } from '@/entities/work-item/model/inbox-filter.ts'
import { lightLabels } from '@/entities/work-item/model/work-item.ts'
import { FilterBar } from '@/shared/ui/filter-bar.tsx'
import { FilterSelect, optionsOf } from '@/shared/ui/filter-select.tsx'
import { SearchBox } from '@/shared/ui/search-box.tsx'

interface InboxFiltersProps {
  box: Box
  filter: InboxFilter
  kinds: readonly { code: string; label: string }[]
  onChange: (patch: Partial<InboxFilter>) => void
}

export function InboxFilters({ box, filter, kinds, onChange }: InboxFiltersProps) {
  const set = (patch: Partial<InboxFilter>) => onChange({ ...patch, page: 1 })
  return (
    <FilterBar onReset={inboxSearch.isNarrowed(filter) ? () => set(inboxSearch.cleared) : undefined}>
      <SearchBox value={filter.q} placeholder="标题或编号" onSearch={(q) => set({ q })} />
      <FilterSelect
        label="类型"
        value={filter.kind}
        options={kinds.map(({ code, label }) => ({ value: code, label }))}
        onChange={(kind) => set({ kind })}
      />
      <FilterSelect label="预警" value={filter.light} options={optionsOf(lightLabels)} onChange={(light) => set({ light })} />
      {box !== 'done' && <FilterSelect label="期限" value={filter.due} options={optionsOf(dueLabels)} onChange={(due) => set({ due })} />}
      {box !== 'mine' && (
        <FilterSelect label="承办人" value={filter.handler} options={optionsOf(inboxHandlerLabels)} onChange={(handler) => set({ handler })} />
      )}
    </FilterBar>
  )
}
