import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { useSearchState } from '@/shared/hooks/use-search-state.ts'
import { useModules } from '@/shared/module/module-context.ts'
import { AsyncView } from '@/shared/ui/async-view.tsx'
import { DateRange } from '@/shared/ui/date-range.tsx'
import { ExportButton } from '@/shared/ui/export-button.tsx'
import { FilterBar } from '@/shared/ui/filter-bar.tsx'
import { Page } from '@/shared/ui/page.tsx'
import { SearchBox } from '@/shared/ui/search-box.tsx'
import { auditWordsQuery } from '../api/audit-words.ts'
import { auditQuery, readAudit } from '../api/list-audit.ts'
import { auditColumnsOf } from '../model/audit-columns.ts'
import { auditSearch } from '../model/audit-filter.ts'
import { auditDictionary } from '../model/audit-words.ts'
import '../styles/admin.css'
import { AuditList } from '../ui/audit-list.tsx'
import { SealCheck } from '../ui/seal-check.tsx'

/** For the filter, until the words of the modules are there. */
const coreDictionary = auditDictionary([])

export default function AuditPage() {
  const { state, update } = useSearchState(auditSearch)
  const words = useQuery(auditWordsQuery(useModules()))
  const dictionary = words.data ?? coreDictionary
  const query = useInfiniteQuery(auditQuery(state))
  const isFiltered = Object.values(state).some((value) => value !== '')
  const known = state.table === '' || state.table in dictionary.tables ? dictionary.tables : { ...dictionary.tables, [state.table]: state.table }
  return (
    <Page
      title="审计日志"
      subtitle="只增不改；每 5 秒封存一次，封存值公开"
      actions={
        <ExportButton
          name="审计日志"
          columns={auditColumnsOf(dictionary)}
          readPage={(_offset, limit, after) => readAudit({ filter: state, limit, before: after })}
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
        <DateRange label="时间" from={state.from} to={state.to} onChange={({ from = '', to = '' }) => update({ from, to })} />
      </FilterBar>
      <SealCheck key={`${state.from}~${state.to}`} filter={state} />
      <AsyncView query={query} empty="没有符合条件的记录" isEmpty={({ pages }) => pages.every((page) => page.length === 0)}>
        {({ pages }) => <AsyncView query={words}>{(said) => <AuditList entries={pages.flat()} dictionary={said} onNarrow={update} />}</AsyncView>}
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
