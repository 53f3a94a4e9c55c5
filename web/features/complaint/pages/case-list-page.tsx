import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useSession } from '@/entities/session/ui/use-session.ts'
import { useSearchState } from '@/shared/hooks/use-search-state.ts'
import { DataTable } from '@/shared/ui/data-table.tsx'
import { Page } from '@/shared/ui/page.tsx'
import { casesQuery, readCasePage } from '../api/list-cases.ts'
import { batchPermissions, type BatchAction } from '../model/case-batch.ts'
import { caseSearch, isNarrowed, overlooks, scopeOf, type CaseFilter } from '../model/case-filter.ts'
import type { CaseRow } from '../model/case.ts'
import { BatchBar } from '../ui/case/batch-bar.tsx'
import { BatchDialog } from '../ui/case/batch-dialog.tsx'
import { CaseCard } from '../ui/case/case-card.tsx'
import { caseColumnsOf } from '../ui/case/case-columns.tsx'
import { CaseFilters } from '../ui/case/case-filters.tsx'

export default function CaseListPage() {
  const session = useSession()
  const { state, update } = useSearchState(caseSearch)
  const [keys, setKeys] = useState<string[]>([])
  const [batch, setBatch] = useState<{ action: BatchAction; rows: CaseRow[] } | null>(null)
  const viewer = { officerId: session.officer_id, orgId: session.org_id, regionCode: session.region_code, overlooks: overlooks(session) }
  const scope = scopeOf(state, viewer.overlooks)
  const query = useQuery(casesQuery(state, viewer))
  const isWorking = Object.values(batchPermissions).some((permission) => session.permissions.includes(permission))
  const picked = query.data?.rows.filter((row) => keys.includes(row.id)) ?? []
  const change = (patch: Partial<CaseFilter>) => {
    // What is picked is what is in view: another page or filter begins anew.
    setKeys([])
    update(patch)
  }
  return (
    <Page title="投诉举报">
      <CaseFilters filter={state} scope={scope} rootRegion={session.region_code} onChange={change} />
      {picked.length > 0 && (
        <BatchBar
          rows={picked}
          permissions={session.permissions}
          onPick={(action) => setBatch({ action, rows: picked })}
          onClear={() => setKeys([])}
        />
      )}
      <DataTable
        id={`complaint-cases-${scope}`}
        label="投诉举报"
        query={query}
        columns={caseColumnsOf(scope)}
        rowKey={(row) => row.id}
        state={state}
        onState={(patch) => change(patch as Partial<CaseFilter>)}
        empty={isNarrowed(state) ? '没有符合条件的投诉举报' : scope === 'own' ? '本单位暂无投诉举报' : '辖区内暂无投诉举报'}
        card={(row) => <CaseCard row={row} />}
        readPage={(offset, limit) => readCasePage(state, viewer, offset, limit)}
        {...(isWorking
          ? {
              selection: {
                keys,
                onChange: setKeys,
                canPick: (row: CaseRow) => row.is_open && row.org_id === session.org_id,
                nameOf: (row: CaseRow) => row.title,
              },
            }
          : {})}
      />
      {batch && (
        <BatchDialog
          action={batch.action}
          rows={batch.rows}
          onClose={() => {
            setBatch(null)
            setKeys([])
          }}
        />
      )}
    </Page>
  )
}
