import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, Input, Select } from 'antd'
import { useSearchState } from '@/shared/hooks/use-search-state.ts'
import { AsyncView } from '@/shared/ui/async-view.tsx'
import { ExportButton } from '@/shared/ui/export-button.tsx'
import { Filter, FilterBar } from '@/shared/ui/filter-bar.tsx'
import { Page } from '@/shared/ui/page.tsx'
import { SearchBox } from '@/shared/ui/search-box.tsx'
import { auditQuery, readAudit } from '../api/list-audit.ts'
import { tableLabels } from '../model/audit-entry.ts'
import { auditColumns } from '../model/audit-columns.ts'
import { auditSearch } from '../model/audit-filter.ts'
import { AuditList } from '../ui/audit-list.tsx'
import { SealCheck } from '../ui/seal-check.tsx'

export default function AuditPage() {
  const { state, update } = useSearchState(auditSearch)
  const query = useInfiniteQuery(auditQuery(state))
  const isFiltered = Object.values(state).some((value) => value !== '')
  const known = state.table === '' || state.table in tableLabels ? tableLabels : { ...tableLabels, [state.table]: state.table }
  return (
    <Page
      title="审计日志"
      subtitle="只增不改；每 5 秒封存一次，封存值公开"
      actions={
        <ExportButton
          name="审计日志"
          columns={auditColumns}
          readPage={(_offset, limit, last) => readAudit({ filter: state, limit, before: last?.id })}
        />
      }
    >
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
        <SearchBox value={state.actor} placeholder="操作人姓名或标识" onSearch={(actor) => update({ actor })} />
        <Filter label="时间">
          <Input type="date" aria-label="时间起" value={state.from} max={state.to} onChange={(event) => update({ from: event.target.value })} />
        </Filter>
        <Filter label="至">
          <Input type="date" aria-label="时间止" value={state.to} min={state.from} onChange={(event) => update({ to: event.target.value })} />
        </Filter>
      </FilterBar>
      <SealCheck key={`${state.from}~${state.to}`} filter={state} />
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
