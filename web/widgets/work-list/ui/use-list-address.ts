import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useLocation, useNavigationType, useSearchParams } from 'react-router'
import type { ListFilter } from '@/shared/list/list-filter.ts'
import { toSearch, useSearchState } from '@/shared/hooks/use-search-state.ts'
import type { TableState } from '@/shared/ui/table-state.ts'
import { viewsQuery } from '../api/views.ts'

/**
 * The filter of a list in the address. A bare address opens the officer's default view: by a link or typed, not on the way
 * back to a list that was left without a filter. Until it is known whether there is one nothing is read.
 */
export function useListAddress<State extends TableState>(list: string, search: ListFilter<State>) {
  const { state, update } = useSearchState(search)
  const [params, setParams] = useSearchParams()
  const { key } = useLocation()
  const isArriving = useNavigationType() !== 'POP' || key === 'default'
  const [phase, setPhase] = useState<'asking' | 'opening' | 'open'>(isArriving && params.size === 0 ? 'asking' : 'open')
  const views = useQuery(viewsQuery(list))
  const preferred = views.data?.find((view) => view.is_default)?.query
  if (phase === 'asking' && !views.isPending) setPhase(preferred ? 'opening' : 'open')
  if (phase === 'opening' && (params.size > 0 || !preferred)) setPhase('open')
  useEffect(() => {
    if (phase === 'opening' && preferred) setParams(preferred, { replace: true })
  }, [phase, preferred, setParams])
  return {
    state,
    update,
    isDecided: phase === 'open',
    views,
    /** The filter as a view keeps it: without the page. */
    query: toSearch({ ...state, page: 1 }, search.defaults).toString(),
    show: (query: string) => setParams(query),
  }
}
export type ListAddress<State extends TableState> = ReturnType<typeof useListAddress<State>>
