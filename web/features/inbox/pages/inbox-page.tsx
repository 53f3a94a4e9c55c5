import { useQuery } from '@tanstack/react-query'
import { Select, Tabs } from 'antd'
import { codesQuery } from '@/entities/code/api/list-codes.ts'
import { useSession } from '@/entities/session/ui/use-session.ts'
import { inboxCountsQuery } from '@/entities/work-item/api/count-inbox.ts'
import { inboxQuery, readInboxPage } from '@/entities/work-item/api/list-inbox.ts'
import { boxes, boxLabels, firstSort, inboxSearch, type Box } from '@/entities/work-item/model/inbox-filter.ts'
import { lightLabels, lights } from '@/entities/work-item/model/work-item.ts'
import { useSearchState } from '@/shared/hooks/use-search-state.ts'
import { DataTable } from '@/shared/ui/data-table.tsx'
import { Filter, FilterBar } from '@/shared/ui/filter-bar.tsx'
import { Page } from '@/shared/ui/page.tsx'
import { SearchBox } from '@/shared/ui/search-box.tsx'
import { InboxCard } from '../ui/inbox-card.tsx'
import { inboxColumnsOf } from '../ui/inbox-columns.tsx'

const emptyTexts: Record<Box, string> = {
  todo: '没有待办事项',
  done: '还没有办结的事项',
  supervised: '没有督办中的事项',
  followed: '还没有关注的事项，可在事项页点“关注”',
}

export default function InboxPage() {
  const session = useSession()
  const { state, update } = useSearchState(inboxSearch)
  const query = useQuery(inboxQuery(state, session.org_id))
  const counts = useQuery(inboxCountsQuery(session.org_id))
  const kinds = useQuery(codesQuery('work.kind'))
  const heads: Partial<Record<Box, number>> = counts.data ? { todo: counts.data.todo, supervised: counts.data.supervised } : {}
  const isFiltered = state.kind !== undefined || state.light !== undefined || state.q !== ''
  return (
    <Page
      title="待办事项"
      subtitle={counts.data && counts.data.late > 0 ? <span className="late-note">已超期 {counts.data.late} 件</span> : undefined}
    >
      <Tabs
        size="small"
        activeKey={state.box}
        onChange={(key) => {
          const box = boxes.find((one) => one === key) ?? 'todo'
          update({ box, page: 1, sort: firstSort(box) })
        }}
        items={boxes.map((box) => ({ key: box, label: heads[box] === undefined ? boxLabels[box] : `${boxLabels[box]} ${heads[box]}` }))}
      />
      <FilterBar onReset={isFiltered ? () => update({ kind: undefined, light: undefined, q: '', page: 1 }) : undefined}>
        <SearchBox value={state.q} placeholder="标题或编号" onSearch={(q) => update({ q, page: 1 })} />
        <Filter label="类型">
          <Select
            allowClear
            className="filter-input"
            aria-label="类型"
            placeholder="全部"
            value={state.kind ?? null}
            onChange={(kind) => update({ kind: kind ?? undefined, page: 1 })}
            options={kinds.data?.map(({ code, label }) => ({ value: code, label })) ?? []}
          />
        </Filter>
        <Filter label="预警">
          <Select
            allowClear
            className="filter-input"
            aria-label="预警"
            placeholder="全部"
            value={state.light ?? null}
            onChange={(light) => update({ light: light ?? undefined, page: 1 })}
            options={lights.map((light) => ({ value: light, label: lightLabels[light] }))}
          />
        </Filter>
      </FilterBar>
      <DataTable
        id={`inbox-${state.box}`}
        label={boxLabels[state.box]}
        query={query}
        columns={inboxColumnsOf(state.box)}
        rowKey={(row) => row.id}
        state={state}
        onState={(patch) => update(patch as Partial<typeof state>)}
        empty={isFiltered ? '没有符合条件的事项' : emptyTexts[state.box]}
        card={(row) => <InboxCard row={row} />}
        readPage={(offset, limit) => readInboxPage(state, session.org_id, offset, limit)}
      />
    </Page>
  )
}
