import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { useSearchState } from '@/shared/hooks/use-search-state.ts'
import { AsyncView } from '@/shared/ui/async-view.tsx'
import { FilterBar } from '@/shared/ui/filter-bar.tsx'
import { Page } from '@/shared/ui/page.tsx'
import { SearchBox } from '@/shared/ui/search-box.tsx'
import { auditQuery } from '../api/list-audit.ts'
import { tableLabels } from '../model/audit-entry.ts'
import { auditSearch } from '../model/audit-filter.ts'
import { AuditList } from '../ui/audit-list.tsx'

export default function AuditPage() {
  const { state, update } = useSearchState(auditSearch)
  const query = useInfiniteQuery(auditQuery(state))
  const isFiltered = state.table !== '' || state.key !== '' || state.actor !== ''
  const known = state.table === '' || state.table in tableLabels ? tableLabels : { ...tableLabels, [state.table]: state.table }
  return (
    <Page title="审计日志" subtitle="只增不改；每 5 秒封存一次，封存值公开">
      <FilterBar onReset={isFiltered ? () => update(auditSearch.defaults) : undefined}>
        <Select
          allowClear
          className="filter-input"
          aria-label="对象"
          placeholder="全部对象"
          value={state.table || null}
          onChange={(table) => update({ table: table ?? '' })}
          options={Object.entries(known).map(([value, label]) => ({ value, label }))}
        />
        <SearchBox value={state.key} placeholder="记录标识" onSearch={(key) => update({ key })} />
        <SearchBox value={state.actor} placeholder="操作人标识" onSearch={(actor) => update({ actor })} />
      </FilterBar>
      <AsyncView query={query} empty="没有符合条件的记录" isEmpty={({ pages }) => pages.every((page) => page.length === 0)}>
        {({ pages }) => <AuditList entries={pages.flat()} onNarrow={update} />}
      </AsyncView>
      {query.hasNextPage && (
        <p className="load-more">
          <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            加载更早的记录
          </Button>
        </p>
      )}
    </Page>
  )
}
