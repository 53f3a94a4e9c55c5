import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { ownRange, regionRange } from '@/entities/region/model/region-range.ts'
import { addDays, startOfDay } from '@/shared/format/date.ts'
import { likePattern } from '@/shared/supabase/like-pattern.ts'
import { supabase } from '@/shared/supabase/client.ts'
import { readPage, type ListPart } from '@/shared/query/read-page.ts'
import { rowsOf } from '@/shared/supabase/rows.ts'
import { caseRowSchema } from '../model/case.ts'
import { scopeOf, type CaseFilter } from '../model/case-filter.ts'
import { complaintKeys } from './keys.ts'

export interface Viewer {
  officerId: string
  orgId: string
  regionCode: number
  /** Sees the region and not the own body, unless told otherwise. */
  overlooks: boolean
}

export const caseColumns = Object.keys(caseRowSchema.shape).join(',')

/**
 * The scope filter is explicit and indexed: the own body by default, else a region's code range.
 * Row-level security decides what may be seen; it must not be what finds it.
 */
function caseRequest(filter: CaseFilter, viewer: Viewer, { of, from, to, options }: ListPart) {
  let request = supabase.from('complaint_case_list').select(of === 'ids' ? 'id' : caseColumns, options)
  const region = filter.region ?? (scopeOf(filter, viewer.overlooks) === 'all' ? viewer.regionCode : undefined)
  if (region === undefined) request = request.eq('org_id', viewer.orgId)
  else {
    const { from, to } = filter.exact ? ownRange(region) : regionRange(region)
    request = request.gte('region_code', from).lte('region_code', to)
  }
  if (filter.line) request = filter.line === 'none' ? request.is('line_code', null) : request.eq('line_code', filter.line)
  if (filter.type) request = request.eq('case_type', filter.type)
  if (filter.state) request = request.eq('state', filter.state)
  if (filter.light) request = request.eq('light', filter.light).eq('is_open', true)
  if (filter.late) request = request.eq('is_late', true)
  if (filter.handler === 'me') request = request.eq('handler_id', viewer.officerId)
  if (filter.handler === 'none') request = request.is('handler_id', null).eq('is_open', true)
  if (filter.unhappy) request = request.lte('satisfaction', 2)
  if (filter.open) request = request.eq('is_open', true)
  if (filter.closed) request = request.eq('is_open', false)
  if (filter.from) request = request.gte('filed_at', startOfDay(filter.from))
  if (filter.to) request = request.lt('filed_at', startOfDay(addDays(filter.to, 1)))
  if (filter.q) request = request.ilike('search_text', likePattern(filter.q))
  if (of === 'ids') return request.range(from, to)
  const column = filter.sort.replace(/^-/, '') || 'filed_at'
  return request
    .order(column, { ascending: filter.sort === column, nullsFirst: false })
    .order('id')
    .range(from, to)
}

const isOpenOnly = ({ open, light, handler }: CaseFilter) => Boolean(open || light || handler === 'none')

export const casesQuery = (filter: CaseFilter, viewer: Viewer) =>
  queryOptions({
    queryKey: complaintKeys.list(filter),
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      readPage({
        state: filter,
        ask: (part) => caseRequest(filter, viewer, part).abortSignal(signal),
        row: caseRowSchema,
        isOpenOnly: isOpenOnly(filter),
      }),
  })

export async function readCasePage(filter: CaseFilter, viewer: Viewer, offset: number, limit: number) {
  return rowsOf(await caseRequest(filter, viewer, { of: 'rows', from: offset, to: offset + limit - 1, options: {} }), caseRowSchema)
}
