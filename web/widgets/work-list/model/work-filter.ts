import { lightLabels, type Light } from '@/entities/work-item/model/work-item.ts'
import { addDays, startOfDay } from '@/shared/format/date.ts'
import type { ListPart } from '@/shared/query/read-page.ts'
import { choice, code, flag } from '@/shared/list/list-filter.ts'
import { reachOf, scopeFields, type ScopeState, type Viewer } from './scope.ts'

export const handlerLabels = { me: '本人承办', none: '未指派' } as const

/** What every list of work can be narrowed by, whatever the flow. */
export const workFields = {
  ...scopeFields,
  state: code('状态'),
  open: flag('仅在办'),
  closed: flag('仅办结'),
  light: choice('预警', lightLabels),
  late: flag('仅超期'),
  timely: flag('仅未超期'),
  handler: choice('承办人', handlerLabels),
}

export interface WorkState extends ScopeState {
  state: string | undefined
  open: true | undefined
  closed: true | undefined
  light: Light | undefined
  late: true | undefined
  timely: true | undefined
  handler: keyof typeof handlerLabels | undefined
}

/** What of a PostgREST request the filters use. */
interface Request {
  eq: (column: string, value: string | boolean) => this
  is: (column: string, value: null) => this
  gte: (column: string, value: string | number) => this
  lte: (column: string, value: string | number) => this
  lt: (column: string, value: string) => this
  range: (from: number, to: number) => this
  order: (column: string, options: { ascending: boolean; nullsFirst: boolean }) => this
}

/**
 * The scope is explicit and indexed: the own body, or a region's code range, and a line. Row-level security decides what
 * may be seen; it must not be what finds it.
 */
export function applyScope<R extends Request>(request: R, filter: ScopeState, viewer: Viewer): R {
  const { orgId, range, line } = reachOf(filter, viewer)
  let scoped: R = request
  if (orgId) scoped = scoped.eq('org_id', orgId)
  if (range) scoped = scoped.gte('region_code', range.from).lte('region_code', range.to)
  if (line) scoped = line === 'none' ? scoped.is('line_code', null) : scoped.eq('line_code', line)
  return scoped
}

/** Scope, state, light and 承办人 over a view that has the columns of a work item. */
export function applyWork<R extends Request>(request: R, filter: WorkState, viewer: Viewer): R {
  let found = applyScope(request, filter, viewer)
  if (filter.state) found = found.eq('state', filter.state)
  if (filter.open) found = found.eq('is_open', true)
  if (filter.closed) found = found.eq('is_open', false)
  if (filter.light) found = found.eq('light', filter.light).eq('is_open', true)
  if (filter.late) found = found.eq('is_late', true)
  if (filter.timely) found = found.eq('is_late', false)
  if (filter.handler === 'me') found = found.eq('handler_id', viewer.officerId)
  if (filter.handler === 'none') found = found.is('handler_id', null).eq('is_open', true)
  return found
}

/** Days of Shanghai, both included. */
export function applyDays<R extends Request>(request: R, column: string, { from, to }: { from: string | undefined; to: string | undefined }): R {
  let found = request
  if (from) found = found.gte(column, startOfDay(from))
  if (to) found = found.lt(column, startOfDay(addDays(to, 1)))
  return found
}

/** By the column that was chosen; by itself open work first, then the newest. A tie is broken by the id. */
export function applyOrder<R extends Request>(request: R, sort: string, since: string): R {
  const column = sort.replace(/^-/, '')
  const ordered = column
    ? request.order(column, { ascending: sort === column, nullsFirst: false })
    : request.order('is_open', { ascending: false, nullsFirst: false }).order(since, { ascending: false, nullsFirst: false })
  return ordered.order('id', { ascending: true, nullsFirst: false })
}

/** A page or a count of the request that the filters made: what is only counted needs no order. */
export function applyPart<R extends Request>(request: R, { of, from, to }: ListPart, sort: string, since: string): R {
  return (of === 'ids' ? request : applyOrder(request, sort, since)).range(from, to)
}

/** Open rows alone are counted exactly. */
export const isOpenOnly = ({ open, light, handler }: Pick<WorkState, 'open' | 'light' | 'handler'>) => Boolean(open || light || handler === 'none')
