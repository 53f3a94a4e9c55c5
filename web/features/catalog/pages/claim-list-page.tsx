import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useNavigate } from 'react-router'
import { itemNamesQuery } from '@/entities/catalog-item/api/get-item.ts'
import { OrgSelect } from '@/entities/org/ui/org-select.tsx'
import { useSession } from '@/entities/session/ui/use-session.ts'
import { Filter, FilterBar } from '@/shared/ui/filter-bar.tsx'
import { FilterFlag } from '@/shared/ui/filter-select.tsx'
import { SearchBox } from '@/shared/ui/search-box.tsx'
import { TabStrip } from '@/shared/ui/tab-strip.tsx'
import { scopeOf, viewerOf } from '@/widgets/work-list/model/scope.ts'
import { ListPage } from '@/widgets/work-list/ui/list-page.tsx'
import { ScopeFilter } from '@/widgets/work-list/ui/scope-filter.tsx'
import { useSideTree } from '@/widgets/work-list/ui/side-tree.tsx'
import { useListAddress } from '@/widgets/work-list/ui/use-list-address.ts'
import { claimCountsQuery, claimRows } from '../api/claims.ts'
import { claimPlace, claimSearch, tabsWith, type ClaimFilter, type ClaimTab } from '../model/claim-filter.ts'
import { catalogPaths } from '../paths.ts'
import { useClaimTable } from '../ui/use-claim-table.tsx'

/** What each body was asked to claim: its own, or of a place; claimed, declined and decided on by many at once. */
export default function ClaimListPage() {
  const viewer = viewerOf(useSession())
  const address = useListAddress('catalog-claims', claimSearch)
  const { state } = address
  const isOwn = scopeOf(claimPlace(state), viewer) === 'own'
  const query = useQuery({
    queryKey: ['catalog', 'claims', state],
    enabled: address.isDecided,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => claimRows(state, viewer).page(state, signal),
  })
  const counts = useQuery(claimCountsQuery(state, viewer))
  const names = useQuery(itemNamesQuery(state.items?.split('.') ?? [])).data
  const table = useClaimTable(query.data?.rows ?? [], isOwn)
  const { isShown: hasTree } = useSideTree('catalog-claims')
  const navigate = useNavigate()
  const update = (patch: Partial<ClaimFilter>) => {
    table.clear()
    address.update(patch)
  }
  const set = (patch: Partial<ClaimFilter>) => update({ ...patch, page: 1 })
  return (
    <ListPage
      list="catalog-claims"
      title="事项认领"
      subtitle={isOwn ? '本单位应当逐项认领；不承担的，说明理由申请不认领' : undefined}
      actions={<Button onClick={() => void navigate(catalogPaths.claimTasks())}>认领任务</Button>}
      search={claimSearch}
      address={{ ...address, update }}
      names={{ items: names?.map(({ name }) => name).join('、') }}
      tree="places"
      head={<TabStrip label="认领状态" value={state.state} tabs={tabsWith(counts.data)} onChange={(key) => set({ state: key as ClaimTab })} />}
      filters={
        <FilterBar onReset={claimSearch.isNarrowed(state) ? () => update(claimSearch.cleared) : undefined}>
          <ScopeFilter filter={state} viewer={viewer} hasTree={hasTree} onChange={(patch) => set({ ...patch, org: undefined })} />
          <SearchBox value={state.q} placeholder="事项名称、编码或单位名称" onSearch={(q) => set({ q })} />
          {state.org && (
            <Filter label="单位">
              <OrgSelect value={state.org} onChange={(org) => set({ org })} />
            </Filter>
          )}
          {state.items && (
            <span className="filter claim-items">
              <span>事项</span>
              {names ? `${names[0]?.name ?? state.items}${names.length > 1 ? `等 ${names.length} 项` : ''}` : '…'}
              <Button type="link" size="small" onClick={() => set({ items: undefined })}>
                不限
              </Button>
            </span>
          )}
          <FilterFlag label="认领后有变更" value={state.changed} onChange={(changed) => set({ changed })} />
        </FilterBar>
      }
      bar={table.bar}
      table={{
        id: isOwn ? 'catalog-claims-own' : 'catalog-claims-all',
        label: '事项认领',
        query,
        columns: table.columns,
        rowKey: table.rowKey,
        card: table.card,
        empty: claimSearch.isNarrowed(state) ? '没有符合条件的认领' : emptyTexts[state.state],
        readPage: (offset, limit) => claimRows(state, viewer).stretch(offset, limit),
        ...(table.selection ? { selection: table.selection } : {}),
      }}
    >
      {table.dialogs}
    </ListPage>
  )
}

const emptyTexts: Record<ClaimTab, string> = {
  pending: '没有待认领的事项',
  claimed: '还没有认领的事项',
  declining: '没有申请不认领的事项',
  declined: '没有不认领的事项',
  ended: '没有已取消的事项',
  all: '还没有下发认领的事项',
}
