import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { useSession } from '@/entities/session/ui/use-session.ts'
import type { ListFilter } from '@/shared/list/list-filter.ts'
import type { RowsReader } from '@/shared/query/read-rows.ts'
import type { DataColumn } from '@/shared/ui/data-column.ts'
import type { TableState } from '@/shared/ui/table-state.ts'
import { statesQuery } from '@/entities/work-item/api/list-states.ts'
import { mayBatch, type BatchAction, type BatchRow } from '../model/batch.ts'
import { reachOf, scopeOf, viewerOf, type Scope, type Viewer } from '../model/scope.ts'
import type { WorkState } from '../model/work-filter.ts'
import type { RowFace, WorkRow } from '../model/work-row.ts'
import { BatchBar } from './batch-bar.tsx'
import { BatchDialog } from './batch-dialog.tsx'
import { ListPage } from './list-page.tsx'
import { StateTabs } from './state-tabs.tsx'
import { useListAddress } from './use-list-address.ts'
import { WorkCard } from './work-card.tsx'
import { WorkFilters } from './work-filters.tsx'

type ListRow = WorkRow & BatchRow & { id: string }
type ListState = WorkState & TableState & { q: string }

interface WorkListPageProps<Row extends ListRow, State extends ListState> {
  list: string
  title: string
  /** Query root of the module. */
  module: string
  /** Flows whose items are listed, as far as the filter leaves them. */
  kindsOf: (state: State) => readonly string[]
  search: ListFilter<State>
  placeholder: string
  rowsOf: (filter: State, viewer: Viewer) => RowsReader<Row>
  face: RowFace<Row>
  columnsOf: (scope: Scope) => readonly DataColumn<Row>[]
  /** What a card says besides light, state and term. */
  factsOf: (row: Row) => readonly (string | false)[]
  batch: readonly BatchAction<Row>[]
  /** Beside the title: what begins a new one. */
  actions?: ReactNode
  /** What the codes of the module's own filters are called, for a print or an export. */
  namesOf?: (state: State) => Readonly<Record<string, string | undefined>>
  /** Filters of the module's own. */
  filters: (state: State, set: (patch: Partial<State>) => void) => ReactNode
}

/** The list of a flow's items: whose, in which state, how they stand; what is done to many at once. */
export function WorkListPage<Row extends ListRow, State extends ListState>(props: WorkListPageProps<Row, State>) {
  const { list, title, module, kindsOf, search, placeholder, rowsOf, face, columnsOf, factsOf, batch, actions: headActions, filters, namesOf } = props
  const session = useSession()
  const viewer = viewerOf(session)
  const address = useListAddress(list, search)
  const { state, update } = address
  const kinds = kindsOf(state)
  const scope = scopeOf(state, viewer)
  const query = useQuery({
    queryKey: [module, 'list', state],
    enabled: address.isDecided,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => rowsOf(state, viewer).page(state, signal),
  })
  const states = useQuery(statesQuery(kinds))
  const [keys, setKeys] = useState<string[]>([])
  const [doing, setDoing] = useState<{ action: BatchAction<Row>; rows: Row[] } | null>(null)
  const actions = mayBatch(batch, session.permissions)
  const canPick = (row: Row) => row.is_open && row.org_id === session.org_id
  const rows = query.data?.rows ?? []
  const picked = rows.filter((row) => keys.includes(row.id))
  const change = (patch: Partial<State>) => {
    // What is picked is what is in view: another page or filter begins anew.
    setKeys([])
    update(patch)
  }
  const set = (patch: Partial<WorkState & { q: string }>) => change({ ...patch, page: 1 } as unknown as Partial<State>)
  return (
    <ListPage
      list={list}
      title={title}
      actions={headActions}
      search={search}
      address={{ ...address, update: change }}
      names={{ ...namesOf?.(state), state: states.data?.find((one) => one.state === state.state)?.label }}
      tree="places"
      head={
        <StateTabs
          kinds={kinds}
          filter={state}
          reach={reachOf(state, viewer)}
          // Closed work has no light.
          onChange={(patch) => set(patch.closed ? { ...patch, light: undefined } : patch)}
        />
      }
      filters={
        <WorkFilters
          list={list}
          filter={state}
          viewer={viewer}
          kinds={kinds}
          placeholder={placeholder}
          onChange={set}
          onReset={search.isNarrowed(state) ? () => change(search.cleared) : undefined}
        >
          {filters(state, (patch) => change({ ...patch, page: 1 }))}
        </WorkFilters>
      }
      bar={
        picked.length > 0 && (
          <BatchBar
            rows={picked}
            pickable={rows.filter(canPick).length}
            actions={actions}
            onPick={(action) => setDoing({ action, rows: picked })}
            onClear={() => setKeys([])}
          />
        )
      }
      pathOf={face.path}
      table={{
        id: `${list}-${scope}`,
        label: title,
        query,
        columns: columnsOf(scope),
        rowKey: (row) => row.id,
        card: (row) => <WorkCard row={row} face={face} facts={factsOf(row)} />,
        empty: search.isNarrowed(state) ? `没有符合条件的${title}` : scope === 'own' ? `本单位暂无${title}` : `辖区内暂无${title}`,
        readPage: (offset, limit) => rowsOf(state, viewer).stretch(offset, limit),
        ...(actions.length > 0 ? { selection: { keys, onChange: setKeys, canPick, nameOf: (row: Row) => row.title } } : {}),
      }}
    >
      {doing && (
        <BatchDialog
          {...doing}
          noOf={face.no}
          module={module}
          onClose={() => {
            setDoing(null)
            setKeys([])
          }}
        />
      )}
    </ListPage>
  )
}
