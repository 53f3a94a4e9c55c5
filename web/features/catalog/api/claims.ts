import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { z } from 'zod'
import { refreshWork } from '@/entities/work-item/api/refresh-work.ts'
import { AppError } from '@/shared/errors/app-error.ts'
import { readRows } from '@/shared/query/read-rows.ts'
import { supabase } from '@/shared/supabase/client.ts'
import { likePattern } from '@/shared/supabase/like-pattern.ts'
import { countOf, rowsOf } from '@/shared/supabase/rows.ts'
import { reachOf, type Viewer } from '@/widgets/work-list/model/scope.ts'
import { applyPart, applyWork, isOpenOnly } from '@/widgets/work-list/model/work-filter.ts'
import { claimPlace, claimTabs, type ClaimCounts, type ClaimFilter, type ClaimTab, type ClaimTaskFilter } from '../model/claim-filter.ts'
import { claimColumns, claimSchema, claimTaskRowSchema, type Claim, type ClaimAct } from '../model/claim.ts'
import { coverageRowSchema, type CoverageRequest } from '../model/claim-coverage.ts'

const taskColumns = Object.keys(claimTaskRowSchema.shape).join(',')

/** Everything but order and page: the list, its counts and its export ask alike. */
function askClaims(filter: ClaimFilter, viewer: Viewer, select: string, options: { count?: 'exact'; head?: boolean }) {
  const { orgId, range, line } = reachOf(claimPlace(filter), viewer)
  let request = supabase.from('catalog_claim_list').select(select, options)
  if (filter.org) request = request.eq('org_id', filter.org)
  else if (orgId) request = request.eq('org_id', orgId)
  if (range && !filter.org) request = request.gte('region_code', range.from).lte('region_code', range.to)
  if (line) request = request.eq('line_code', line)
  if (filter.items) request = request.in('item_code', filter.items.split('.'))
  if (filter.changed) request = request.eq('is_changed', true)
  if (filter.q) request = request.ilike('search_text', likePattern(filter.q))
  return filter.state === 'all' ? request.neq('state', 'ended') : request.eq('state', filter.state)
}

export const claimRows = (filter: ClaimFilter, viewer: Viewer) =>
  readRows({
    ask: (part) => {
      const request = askClaims(filter, viewer, part.of === 'ids' ? 'id' : claimColumns, part.options)
      if (part.of === 'ids') return request.range(part.from, part.to)
      const column = filter.sort.replace(/^-/, '') || 'item_code'
      return request
        .order(column, { ascending: !filter.sort.startsWith('-'), nullsFirst: false })
        .order('id')
        .range(part.from, part.to)
    },
    row: claimSchema,
    isOpenOnly: false,
  })

/** How many stand in each state of what is looked at. */
export const claimCountsQuery = (filter: ClaimFilter, viewer: Viewer) =>
  queryOptions({
    queryKey: ['catalog', 'claim-counts', { ...filter, state: undefined, page: 1, size: 20, sort: '' }, viewer.orgId],
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }): Promise<ClaimCounts> =>
      Object.fromEntries(
        await Promise.all(
          claimTabs.map(async (state) => {
            const counted = askClaims({ ...filter, state }, viewer, 'id', { count: 'exact', head: true }).abortSignal(signal)
            return [state, countOf(await counted)] as const
          }),
        ),
      ),
  })

/** One number of the list that the filter shows. */
export const claimCountQuery = (filter: ClaimFilter & { state: ClaimTab }, viewer: Viewer) =>
  queryOptions({
    queryKey: ['catalog', 'claim-count', filter, viewer.orgId],
    queryFn: async ({ signal }) => countOf(await askClaims(filter, viewer, 'id', { count: 'exact', head: true }).abortSignal(signal)),
  })

/** What a body was asked at once, or what of it is left to decide. */
export const claimsOfTaskQuery = (taskId: string) =>
  queryOptions({
    queryKey: ['catalog', 'task-claims', taskId],
    queryFn: async ({ signal }) =>
      rowsOf(
        await supabase.from('catalog_claim_list').select(claimColumns).eq('task_id', taskId).order('item_code').limit(1_000).abortSignal(signal),
        claimSchema,
      ),
  })

export const claimTaskRows = (filter: ClaimTaskFilter, viewer: Viewer) =>
  readRows({
    ask: (part) => {
      let request = applyWork(supabase.from('catalog_claim_task_list').select(part.of === 'ids' ? 'id' : taskColumns, part.options), filter, viewer)
      if (filter.q) request = request.ilike('search_text', likePattern(filter.q))
      return applyPart(request, part, filter.sort, 'created_at')
    },
    row: claimTaskRowSchema,
    isOpenOnly: isOpenOnly(filter),
  })

export const claimTaskQuery = (id: string) =>
  queryOptions({
    queryKey: ['catalog', 'task', id],
    queryFn: async ({ signal }) => {
      const missing = new AppError({ kind: 'not-found', messageKey: 'catalog.not_found', message: '没有找到该认领任务，或您无权查看。' })
      if (!z.uuid().safeParse(id).success) throw missing
      const [row] = rowsOf(await supabase.from('catalog_claim_task_list').select(taskColumns).eq('id', id).abortSignal(signal), claimTaskRowSchema)
      if (!row) throw missing
      return row
    },
  })

const answeredSchema = z.object({ item_code: z.string(), outcome: z.string() })
const decidedSchema = z.object({ claim_id: z.number(), outcome: z.string() })

export interface ClaimAnswer {
  act: ClaimAct
  claims: readonly Claim[]
  ground: string
  note: string
}

/** What came of each, by the id of the claim. */
export function useSettleClaims() {
  const client = useQueryClient()
  return useMutation({
    meta: { silent: true },
    mutationFn: async ({ act, claims, ground, note }: ClaimAnswer): Promise<ReadonlyMap<number, string>> => {
      if (act === 'grant' || act === 'insist') {
        const answer = await supabase.rpc('decide_catalog_claims', {
          p_claim_ids: claims.map(({ id }) => id),
          p_is_granted: act === 'grant',
          p_note: note,
        })
        return new Map(rowsOf(answer, decidedSchema).map(({ claim_id: id, outcome }) => [id, outcome]))
      }
      const answer = await supabase.rpc('answer_catalog_claims', {
        p_codes: claims.map(({ item_code: code }) => code),
        p_is_claimed: act === 'claim',
        ...(act === 'decline' ? { p_ground: ground, p_note: note } : {}),
      })
      const byCode = new Map(rowsOf(answer, answeredSchema).map(({ item_code: code, outcome }) => [code, outcome]))
      return new Map(claims.map(({ id, item_code: code }) => [id, byCode.get(code) ?? 'not_found']))
    },
    onSuccess: () => refreshWork(client, 'catalog'),
  })
}

export const coverageQuery = ({ region, line, by }: CoverageRequest) =>
  queryOptions({
    queryKey: ['catalog', 'coverage', region, line, by],
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) =>
      rowsOf(
        // Null: of every line.
        await supabase.rpc('catalog_coverage', { p_region: region, p_line: (line ?? null) as string, p_by: by }).abortSignal(signal),
        coverageRowSchema,
      ),
  })
