import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { Link } from 'react-router'
import { todayInShanghai } from '@/shared/format/date.ts'
import { useSearchState } from '@/shared/hooks/use-search-state.ts'
import { AsyncView } from '@/shared/ui/async-view.tsx'
import { ExportButton } from '@/shared/ui/export-button.tsx'
import { FilterBar } from '@/shared/ui/filter-bar.tsx'
import { Page } from '@/shared/ui/page.tsx'
import { RowTable } from '@/shared/ui/row-table.tsx'
import { revealSheetQuery } from '../api/reveal-reporter.ts'
import type { RevealRow } from '../model/case-parts.ts'
import { lastDayOf, monthsBefore, monthWord, revealColumns, sheetSearch } from '../model/reveal-sheet.ts'

/** For the audit administrator: who saw who filed, month by month. */
export default function RevealSheetPage() {
  const { state, update } = useSearchState(sheetSearch)
  const { month } = state
  const query = useQuery(revealSheetQuery(`${month}-01`))
  const logOf = (row: RevealRow) =>
    `/work/admin/audit?${new URLSearchParams({ table: 'public.complaint_reporters', actor: row.officer_id ?? row.officer_name, from: `${month}-01`, to: lastDayOf(month) })}`
  const columns = revealColumns.map((column) =>
    column.key === 'officer' ? { ...column, render: (row: RevealRow) => <Link to={logOf(row)}>{row.officer_name}</Link> } : column,
  )
  return (
    <Page
      title="身份查看月报"
      subtitle="谁查看过投诉举报人的身份，被拒绝的也在内；点人员看每一次的理由"
      actions={
        <ExportButton
          name="身份查看月报"
          columns={revealColumns}
          filterText={monthWord(month)}
          readPage={async (offset) => (query.data ?? []).slice(offset)}
        />
      }
    >
      <FilterBar>
        <Select
          className="filter-input"
          aria-label="月份"
          value={month}
          onChange={(chosen: string) => update({ month: chosen })}
          options={monthsBefore(todayInShanghai().slice(0, 7), 24).map((value) => ({ value, label: monthWord(value) }))}
        />
      </FilterBar>
      <AsyncView query={query} isEmpty={(rows) => rows.length === 0} empty="这个月没有人查看过，也没有人被拒绝">
        {(rows) => <RowTable rows={rows} columns={columns} rowKey={(row) => row.officer_id ?? row.officer_name} isBusy={query.isFetching} empty="" />}
      </AsyncView>
    </Page>
  )
}
