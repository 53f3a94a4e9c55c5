import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { lightLabels } from '@/entities/work-item/model/work-item.ts'
import { FilterBar } from '@/shared/ui/filter-bar.tsx'
import { FilterFlag, FilterSelect, optionsOf } from '@/shared/ui/filter-select.tsx'
import { SearchBox } from '@/shared/ui/search-box.tsx'
import { statesQuery } from '@/entities/work-item/api/list-states.ts'
import type { Viewer } from '../model/scope.ts'
import { tabOf } from '../model/state-tabs.ts'
import { handlerLabels, type WorkState } from '../model/work-filter.ts'
import { ScopeFilter } from './scope-filter.tsx'
import { useSideTree } from './side-tree.tsx'

interface WorkFiltersProps {
  list: string
  filter: WorkState & { q: string }
  viewer: Viewer
  kinds: readonly string[]
  /** What may be searched for, in words. */
  placeholder: string
  onChange: (patch: Partial<WorkState & { q: string }>) => void
  onReset: (() => void) | undefined
  /** The module's own. */
  children?: ReactNode
}

/** The one meaning of 超期, for lists and figures. */
const lateMeaning = '超期（未结：现已超期；已结：由办结单位超期）'

export function WorkFilters({ list, filter, viewer, kinds, placeholder, onChange, onReset, children }: WorkFiltersProps) {
  const states = useQuery(statesQuery(kinds)).data ?? []
  const { isShown: hasTree } = useSideTree(list)
  const isClosed = tabOf(filter, states) === 'closed'
  const closedStates = states.filter((one) => !one.is_open).map(({ state, label }) => ({ value: state, label }))
  return (
    <FilterBar onReset={onReset}>
      <ScopeFilter filter={filter} viewer={viewer} hasTree={hasTree} onChange={onChange} />
      <SearchBox value={filter.q} placeholder={placeholder} onSearch={(q) => onChange({ q })} />
      {isClosed && (
        <FilterSelect
          label="办理结果"
          value={filter.state}
          options={closedStates}
          onChange={(state) => onChange({ state, closed: state ? undefined : true })}
        />
      )}
      {!isClosed && <FilterSelect label="预警" value={filter.light} options={optionsOf(lightLabels)} onChange={(light) => onChange({ light })} />}
      <FilterSelect label="承办人" value={filter.handler} options={optionsOf(handlerLabels)} onChange={(handler) => onChange({ handler })} />
      {children}
      <FilterFlag label="仅超期" title={lateMeaning} value={filter.late} onChange={(late) => onChange({ late, timely: undefined })} />
      {/* A figure led here. */}
      {filter.timely && <FilterFlag label="仅未超期" value={filter.timely} onChange={(timely) => onChange({ timely })} />}
    </FilterBar>
  )
}
