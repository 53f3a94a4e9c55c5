import { useQuery } from '@tanstack/react-query'
import { LineSelect } from '@/entities/org/ui/line-select.tsx'
import { RegionCascader } from '@/entities/region/ui/region-cascader.tsx'
import { useSession } from '@/entities/session/ui/use-session.ts'
import { useSearchState } from '@/shared/hooks/use-search-state.ts'
import { AsyncView } from '@/shared/ui/async-view.tsx'
import { Filter, FilterBar } from '@/shared/ui/filter-bar.tsx'
import { Page } from '@/shared/ui/page.tsx'
import { TabStrip } from '@/shared/ui/tab-strip.tsx'
import { coverageQuery } from '../api/claims.ts'
import { coverageGroups, coverageSearch, type CoverageGroup } from '../model/claim-coverage.ts'
import '@/widgets/work-list/work-list.css'
import '../styles/claim.css'
import { ClaimCoverageChart } from '../ui/claim-coverage-chart.tsx'
import { ClaimCoverageTable, CoverageTotal } from '../ui/claim-coverage-table.tsx'

/** 谁没认领: how far every place, department, body and item is, the furthest behind first. */
export default function CoveragePage() {
  const { region_code: root } = useSession()
  const { state, update } = useSearchState(coverageSearch)
  const request = { region: state.region ?? root, line: state.line, by: state.by ?? ('region' as const) }
  const query = useQuery(coverageQuery(request))
  return (
    <Page title="认领覆盖情况" subtitle="认领率 = 已认领 ÷（应认领 − 同意不认领），截至现在">
      <TabStrip
        label="分组"
        value={request.by}
        tabs={Object.entries(coverageGroups).map(([key, label]) => ({ key, label }))}
        onChange={(key) => update({ by: key === 'region' ? undefined : (key as CoverageGroup) })}
      />
      <div className="list-sheet">
        <FilterBar onReset={coverageSearch.isNarrowed(state) ? () => update(coverageSearch.cleared) : undefined}>
          <Filter label="地区">
            <RegionCascader root={root} onChange={(region) => update({ region })} {...(state.region ? { value: state.region } : {})} />
          </Filter>
          <Filter label="部门">
            <LineSelect value={state.line} onChange={(line) => update({ line })} />
          </Filter>
        </FilterBar>
        <AsyncView query={query} empty="所选范围内没有下发认领的事项" isEmpty={(rows) => rows.length === 0}>
          {(rows) => (
            <>
              <CoverageTotal rows={rows} request={request} />
              <div className="coverage-grid">
                <ClaimCoverageChart rows={rows} request={request} root={root} />
                <ClaimCoverageTable rows={rows} request={request} />
              </div>
            </>
          )}
        </AsyncView>
      </div>
    </Page>
  )
}
