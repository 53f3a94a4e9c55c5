import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { z } from 'zod'
import { itemBody } from '@/entities/catalog-item/model/catalog-item.ts'
import { refreshWork } from '@/entities/work-item/api/refresh-work.ts'
import { AppError } from '@/shared/errors/app-error.ts'
import { toAppError } from '@/shared/errors/to-app-error.ts'
import { readRows } from '@/shared/query/read-rows.ts'
import { supabase } from '@/shared/supabase/client.ts'
import { likePattern } from '@/shared/supabase/like-pattern.ts'
import { countOf, rowsOf } from '@/shared/supabase/rows.ts'
import type { Viewer } from '@/widgets/work-list/model/scope.ts'
import { applyDays, applyPart, applyWork, isOpenOnly } from '@/widgets/work-list/model/work-filter.ts'
import type { Json } from '@contract/database.types.ts'
import type { ChangeFilter } from '../model/change-filter.ts'
import type { ChangeRequest } from '../model/change-request.ts'
import { changePartSchema, changeRowSchema, changeSchema } from '../model/change.ts'
import { changeKeys } from './change-keys.ts'

const rowColumns = Object.keys(changeRowSchema.shape).join(',')
const columns = Object.keys(changeSchema.shape).join(',')
const partColumns = Object.keys(changePartSchema.shape).join(',')

export const changeRows = (filter: ChangeFilter, viewer: Viewer) =>
  readRows({
    ask: (part) => {
      let request = supabase.from('catalog_change_list').select(part.of === 'ids' ? 'id' : rowColumns, part.options)
      request = applyDays(applyWork(request, filter, viewer), 'created_at', filter)
      if (filter.type) request = request.eq('change_type', filter.type)
      if (filter.reason) request = request.eq('reason', filter.reason)
      if (filter.q) request = request.ilike('search_text', likePattern(filter.q))
      return applyPart(request, part, filter.sort, 'created_at')
    },
    row: changeRowSchema,
    isOpenOnly: isOpenOnly(filter),
  })

/** How many wait for the check of a body. */
export const reviewCountQuery = (orgId: string) =>
  queryOptions({
    queryKey: ['catalog', 'review-count', orgId],
    queryFn: async ({ signal }) =>
      countOf(
        await supabase
          .from('catalog_change_list')
          .select('id', { count: 'exact', head: true })
          .eq('org_id', orgId)
          .eq('state', 'reviewing')
          .abortSignal(signal),
      ),
  })

/** A row that policies hide looks like one that does not exist, and is told as such. */
export const changeQuery = (id: string) =>
  queryOptions({
    queryKey: changeKeys.one(id),
    queryFn: async ({ signal }) => {
      const missing = new AppError({ kind: 'not-found', messageKey: 'catalog.not_found', message: '没有找到该动态调整申请，或您无权查看。' })
      if (!z.uuid().safeParse(id).success) throw missing
      const [row] = rowsOf(await supabase.from('catalog_change_list').select(columns).eq('id', id).abortSignal(signal), changeSchema)
      if (!row) throw missing
      return row
    },
  })

export const changePartsQuery = (id: string) =>
  queryOptions({
    queryKey: changeKeys.parts(id),
    queryFn: async ({ signal }) =>
      rowsOf(await supabase.from('catalog_change_parts').select(partColumns).eq('change_id', id).order('n').abortSignal(signal), changePartSchema),
  })

const foundSchema = z.object({ code: z.string(), name: z.string(), main_name: z.string(), line_code: z.string(), state: z.string() })
export type FoundItem = z.infer<typeof foundSchema>

/** Twenty items by a part of their name or code, of one line where only those may be changed. */
export const foundItemsQuery = (text: string, line: string | null) =>
  queryOptions({
    queryKey: ['catalog', 'found-items', text, line],
    staleTime: 60_000,
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => {
      let request = supabase.from('catalog_item_list').select('code,name,main_name,line_code,state').neq('state', 'repealed')
      if (line !== null) request = request.eq('line_code', line)
      if (text) request = request.ilike('search_text', likePattern(text))
      return rowsOf(await request.order('code').limit(20).abortSignal(signal), foundSchema)
    },
  })

const latestSchema = z.object({
  key: z.string(),
  version: z.number(),
  body: z.unknown().transform((value) => itemBody(value, 'body')),
})

/** The last version that was published of an item, also when its day has not come: a request goes on from there. */
export async function latestVersion(code: string) {
  const answer = await supabase
    .from('definitions')
    .select('key,version,body')
    .eq('kind', 'catalog_item')
    .eq('key', code)
    .eq('state', 'published')
    .order('version', { ascending: false })
    .limit(1)
  const [found] = rowsOf(answer, latestSchema)
  if (!found) throw new AppError({ kind: 'not-found', messageKey: 'catalog.not_found', message: '目录中没有这个监管事项，请重新选择' })
  return found
}

/** Bodies of items as they were in the versions named, e.g. what a request saw when it was asked: by `code@version`. */
export const bodiesQuery = (wanted: readonly { code: string; version: number }[]) => {
  const codes = [...new Set(wanted.map(({ code }) => code))].sort()
  return queryOptions({
    queryKey: ['catalog', 'bodies', ...codes],
    enabled: codes.length > 0,
    queryFn: async ({ signal }) => {
      const answer = await supabase.from('definitions').select('key,version,body').eq('kind', 'catalog_item').in('key', codes).abortSignal(signal)
      return new Map(rowsOf(answer, latestSchema).map(({ key, version, body }) => [`${key}@${version}`, body] as const))
    },
  })
}

export function useProposeChange() {
  const client = useQueryClient()
  return useMutation({
    meta: { silent: true },
    mutationFn: async ({ key, type, reason, ground, from, parts }: ChangeRequest & { key: string; type: string }) => {
      const { data, error } = await supabase.rpc('propose_catalog_change', {
        p_key: key,
        p_type: type,
        p_reason: reason,
        p_ground: ground,
        p_parts: parts as unknown as Json,
        // No day of its own: as soon as it is published.
        p_effective_from: from as string,
      })
      if (error) throw toAppError(error)
      return z.object({ id: z.uuid() }).parse(data).id
    },
    onSuccess: () => refreshWork(client, 'catalog'),
  })
}

export function useMendChange() {
  const client = useQueryClient()
  return useMutation({
    meta: { silent: true },
    mutationFn: async ({ id, version, reason, ground, from, parts }: ChangeRequest & { id: string; version: number }) => {
      const { error } = await supabase.rpc('mend_catalog_change', {
        p_change_id: id,
        p_reason: reason,
        p_ground: ground,
        p_parts: parts as unknown as Json,
        p_effective_from: from as string,
        p_expected_version: version,
      })
      if (error) throw toAppError(error)
      return id
    },
    onSuccess: () => refreshWork(client, 'catalog'),
  })
}
