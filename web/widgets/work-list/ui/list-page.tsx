import type { UseQueryResult } from '@tanstack/react-query'
import { useMemo, type ReactNode } from 'react'
import { useLocation } from 'react-router'
import type { ListFilter } from '@/shared/list/list-filter.ts'
import type { ListPage as Rows } from '@/shared/query/read-page.ts'
import type { DataColumn } from '@/shared/ui/data-column.ts'
import { DataTable } from '@/shared/ui/data-table.tsx'
import { Page } from '@/shared/ui/page.tsx'
import type { RowSelection } from '@/shared/ui/row-selection.ts'
import type { TableState } from '@/shared/ui/table-state.ts'
import '../side-tree.css'
import '../work-list.css'
import { ListTrailContext } from './list-trail.ts'
import { SavedViews } from './saved-views.tsx'
import { SideTree } from './side-tree.tsx'
import { useFilterNames } from './use-filter-names.ts'
import type { ListAddress } from './use-list-address.ts'

/** What of a filter says where. */
interface Placed {
  region?: number | undefined
  exact?: true | undefined
  line?: string | undefined
  org?: string | undefined
}

interface ListPageProps<Row, State extends TableState & Placed> {
  /** Names the list for its saved views, its tree and its columns. */
  list: string
  title: string
  subtitle?: ReactNode
  actions?: ReactNode
  search: ListFilter<State>
  address: ListAddress<State>
  /** What the page knows of values that are codes: states, kinds, roles. */
  names?: Readonly<Record<string, string | undefined>>
  /** Puts the places of one's region beside the list, for whoever oversees them; `bodies`: with what stands there. */
  tree?: 'places' | 'bodies'
  /** A tree of the module's own in the place of that one. */
  aside?: ReactNode
  /** Above the filters: tabs. */
  head?: ReactNode
  filters: ReactNode
  /** Between filters and table. */
  bar?: ReactNode
  table: {
    /** Of its own where the columns are others. */
    id?: string
    label: string
    query: UseQueryResult<Rows<Row>>
    columns: readonly DataColumn<Row>[]
    rowKey: (row: Row) => string
    card: (row: Row) => ReactNode
    empty: ReactNode
    readPage: (offset: number, limit: number) => Promise<Row[]>
    selection?: RowSelection<Row>
  }
  /** Where a row leads: its page then knows what stands before and after it. */
  pathOf?: (row: Row) => string
  /** What stands below, and dialogs. */
  children?: ReactNode
}

/** A list as every module shows it: saved views, places beside it, filters, table, print and export with the filter in words. */
export function ListPage<Row extends { title?: string }, State extends TableState & Placed>(props: ListPageProps<Row, State>) {
  const { list, title, subtitle, actions, search, address, names = {}, tree, aside, head, filters, bar, table, pathOf, children } = props
  const { state, update } = address
  const filterText = search.summary(state, { ...useFilterNames(state), ...names })
  const { pathname, search: query } = useLocation()
  const rows = table.query.data?.rows
  const trail = useMemo(
    () => (pathOf && rows ? { title, path: pathname + query, items: rows.map((row) => ({ path: pathOf(row), title: row.title ?? '' })) } : null),
    [pathOf, rows, title, pathname, query],
  )
  const go = (patch: Placed) => update({ ...patch, exact: undefined, page: 1 } as unknown as Partial<State>)
  const body = (
    <div className="list-sheet">
      {head}
      {filters}
      {bar}
      <ListTrailContext value={trail}>
        <DataTable id={list} {...table} state={state} onState={(patch) => update(patch as Partial<State>)} filterText={filterText} />
      </ListTrailContext>
      {children}
    </div>
  )
  return (
    <Page
      title={title}
      subtitle={subtitle}
      actions={
        <>
          <SavedViews list={list} address={address} filterText={filterText} />
          {actions}
        </>
      }
    >
      {tree ? (
        <SideTree
          list={list}
          region={state.region}
          onRegion={(region) => go({ region, ...(tree === 'bodies' ? { org: undefined } : {}) })}
          {...(tree === 'bodies' ? { bodies: { value: state.org, onPick: (org: string) => go({ org, region: undefined }) } } : {})}
        >
          {body}
        </SideTree>
      ) : aside ? (
        <div className="with-tree">
          {aside}
          <div className="beside-tree">{body}</div>
        </div>
      ) : (
        body
      )}
    </Page>
  )
}
