import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { codesQuery } from '@/entities/code/api/list-codes.ts'
import type { Box, InboxFilter } from '@/entities/work-item/model/inbox-filter.ts'
import { lightLabels, lights } from '@/entities/work-item/model/work-item.ts'
import { Filter, FilterBar } from '@/shared/ui/filter-bar.tsx'
import { SearchBox } from '@/shared/ui/search-box.tsx'

interface InboxFiltersProps {
  box: Box
  filter: InboxFilter
  onChange: (patch: Partial<InboxFilter>) => void
}

const handlerLabels = { me: '本人', none: '未指派' } as const

export function InboxFilters({ box, filter, onChange }: InboxFiltersProps) {
  const kinds = useQuery(codesQuery('work.kind'))
  const set = (patch: Partial<InboxFilter>) => onChange({ ...patch, page: 1 })
  const reset = isNarrowed(filter) ? () => set({ kind: undefined, light: undefined, handler: undefined, q: '' }) : undefined
  return (
    <FilterBar onReset={reset}>
      <SearchBox value={filter.q} placeholder="标题或编号" onSearch={(q) => set({ q })} />
      <Filter label="类型">
        <Select
          allowClear
          className="filter-input"
          aria-label="类型"
          placeholder="全部"
          value={filter.kind ?? null}
          onChange={(kind) => set({ kind: kind ?? undefined })}
          options={kinds.data?.map(({ code, label }) => ({ value: code, label })) ?? []}
        />
      </Filter>
      <Filter label="预警">
        <Select
          allowClear
          className="filter-input"
          aria-label="预警"
          placeholder="全部"
          value={filter.light ?? null}
          onChange={(light) => set({ light: light ?? undefined })}
          options={lights.map((light) => ({ value: light, label: lightLabels[light] }))}
        />
      </Filter>
      {box !== 'mine' && (
        <Filter label="承办人">
          <Select
            allowClear
            className="filter-input"
            aria-label="承办人"
            placeholder="全部"
            value={filter.handler ?? null}
            onChange={(handler) => set({ handler: handler ?? undefined })}
            options={(['me', 'none'] as const).map((handler) => ({ value: handler, label: handlerLabels[handler] }))}
          />
        </Filter>
      )}
    </FilterBar>
  )
}

const isNarrowed = ({ kind, light, handler, q }: InboxFilter) => Boolean(kind ?? light ?? handler) || q !== ''
