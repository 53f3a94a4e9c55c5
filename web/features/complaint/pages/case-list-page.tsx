import { useQuery } from '@tanstack/react-query'
import { useSession } from '@/entities/session/ui/use-session.ts'
import { useSearchState } from '@/shared/hooks/use-search-state.ts'
import { DataTable } from '@/shared/ui/data-table.tsx'
import { Page } from '@/shared/ui/page.tsx'
import { casesQuery, readCasePage } from '../api/list-cases.ts'
import { caseSearch, isNarrowed, overlooks, scopeOf, type CaseFilter } from '../model/case-filter.ts'
import { CaseCard } from '../ui/case/case-card.tsx'
import { caseTableColumns } from '../ui/case/case-columns.tsx'
import { CaseFilters } from '../ui/case/case-filters.tsx'

export default function CaseListPage() {
  const session = useSession()
  const { state, update } = useSearchState(caseSearch)
  const viewer = { orgId: session.org_id, regionCode: session.region_code, overlooks: overlooks(session) }
  const scope = scopeOf(state, viewer.overlooks)
  const query = useQuery(casesQuery(state, viewer))
  return (
    <Page title="投诉举报">
      <CaseFilters filter={state} scope={scope} rootRegion={session.region_code} onChange={update} />
      <DataTable
        id="complaint-cases"
        label="投诉举报"
        query={query}
        columns={caseTableColumns}
        rowKey={(row) => row.id}
        state={state}
        onState={(patch) => update(patch as Partial<CaseFilter>)}
        empty={isNarrowed(state) ? '没有符合条件的投诉举报' : scope === 'own' ? '本单位暂无投诉举报' : '辖区内暂无投诉举报'}
        card={(row) => <CaseCard row={row} />}
        readPage={(offset, limit) => readCasePage(state, viewer, offset, limit)}
      />
    </Page>
  )
}
