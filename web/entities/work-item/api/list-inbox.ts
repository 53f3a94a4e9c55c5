import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { supabase } from '@/shared/supabase/client.ts'
import { likePattern } from '@/shared/supabase/like-pattern.ts'
import type { ListPart } from '@/shared/query/read-page.ts'
import { readRows } from '@/shared/query/read-rows.ts'
import { countOf } from '@/shared/supabase/rows.ts'
import type { BoxFilter } from '../model/inbox-filter.ts'
import { inboxColumns, inboxItemSchema } from '../model/work-item.ts'
import { workKeys } from './keys.ts'

/** Every box carries an explicit, indexed scope: RLS is the guard, not the filter. */
function boxRequest({ box, kind, light, due, handler, q, sort }: BoxFilter, orgId: string, { of, from, to, options }: ListPart) {
  let request = supabase.from('work_inbox').select(of === 'ids' ? 'id' : inboxColumns, options)
  if (box === 'mine' || box === 'org' || box === 'approval') request = request.eq('org_id', orgId).eq('is_open', true)
  if (box === 'mine') request = request.eq('is_handled_by_me', true)
  if (box === 'approval') request = request.eq('awaits_my_approval', true)
  if (box === 'sent') request = request.eq('owner_org_id', orgId).neq('org_id', orgId).eq('is_open', true)
  // Done by us: closed here, or passed on to another body (a coordinator's dispatches among them).
  if (box === 'done') request = request.or(`and(org_id.eq.${orgId},is_open.eq.false),and(sender_org_id.eq.${orgId},org_id.neq.${orgId})`)
  if (box === 'supervised') request = request.eq('is_supervised', true).eq('is_open', true)
  if (box === 'followed') request = request.eq('is_followed', true)
  if (kind) request = request.eq('kind', kind)
  if (light) request = request.eq('light', light)
  if (due) request = request.in('due_in', due === 'soon' ? ['today', due] : [due])
  if (handler === 'me') request = request.eq('is_handled_by_me', true)
  if (handler === 'none') request = request.is('handler_id', null)
  if (q) request = request.ilike('search_text', likePattern(q))
  if (of === 'ids') return request.range(from, to)
  const column = sort.replace(/^-/, '') || 'created_at'
  return request
    .order(column, { ascending: sort === column, nullsFirst: false })
    .order('id')
    .range(from, to)
}

/** By the request that reads the rows, so that a number and what it leads to cannot differ. */
export const countBox = async (filter: BoxFilter, orgId: string, signal: AbortSignal) =>
  countOf(await boxRequest(filter, orgId, { of: 'ids', from: 0, to: 0, options: { count: 'exact', head: true } }).abortSignal(signal))

const isOpenOnly = ({ box }: BoxFilter) => box !== 'done' && box !== 'followed'

const rowsOf = (filter: BoxFilter, orgId: string) =>
  readRows({ ask: (part) => boxRequest(filter, orgId, part), row: inboxItemSchema, isOpenOnly: isOpenOnly(filter) })

export const inboxQuery = (filter: BoxFilter, orgId: string) =>
  queryOptions({
    queryKey: workKeys.inbox(filter),
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => rowsOf(filter, orgId).page(filter, signal),
  })

export const readInboxPage = (filter: BoxFilter, orgId: string, offset: number, limit: number) => rowsOf(filter, orgId).stretch(offset, limit)
