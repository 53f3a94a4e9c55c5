import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { z } from 'zod'
import { toAppError } from '@/shared/errors/to-app-error.ts'
import { todayInShanghai } from '@/shared/format/date.ts'
import { readRows } from '@/shared/query/read-rows.ts'
import { supabase } from '@/shared/supabase/client.ts'
import { likePattern } from '@/shared/supabase/like-pattern.ts'
import { rowsOf } from '@/shared/supabase/rows.ts'
import type { Json } from '@contract/database.types.ts'
import { lawColumnNames, lawSchema, type LawFilter } from '../model/law.ts'
import { catalogKeys } from './keys.ts'
import { codesOnLaw } from './list-items.ts'

/** What ended, or is about to, first where nothing else is asked: it is what needs work. */
export const lawRows = (filter: LawFilter) =>
  readRows({
    ask: (part) => {
      let request = supabase.from('catalog_law_list').select(part.of === 'ids' ? 'code' : lawColumnNames, part.options)
      if (filter.q) request = request.ilike('search_text', likePattern(filter.q))
      if (filter.kind) request = request.eq('kind', filter.kind)
      if (filter.repealed) request = request.lte('repealed_on', todayInShanghai())
      const column = filter.sort.replace(/^-/, '')
      if (column) request = request.order(column, { ascending: filter.sort === column, nullsFirst: false })
      return request.order('title').order('code').range(part.from, part.to)
    },
    row: lawSchema,
    isOpenOnly: true,
  })

const restingSchema = z.object({ code: z.string(), name: z.string(), line_name: z.string(), state: z.string() })

/** Items that lose their basis when a law ends. */
export const itemsOnLawQuery = (law: string) =>
  queryOptions({
    queryKey: catalogKeys.onLaw(law),
    queryFn: async () => {
      const codes = await codesOnLaw(law)
      return rowsOf(
        await supabase.from('catalog_item_list').select('code,name,line_name,state').in('code', codes).neq('state', 'repealed').order('code'),
        restingSchema,
      )
    },
  })

interface LawPublication {
  code: string
  body: Record<string, Json>
  reason: string
}

/** A version of a law from today on. */
export function usePublishLaw() {
  const client = useQueryClient()
  return useMutation({
    meta: { silent: true },
    mutationFn: async ({ code, body, reason }: LawPublication) => {
      const { error } = await supabase.rpc('publish_definition', {
        p_kind: 'catalog_law',
        p_key: code,
        p_body: body,
        p_effective_from: todayInShanghai(),
        p_reason: reason.trim(),
      })
      if (error) throw toAppError(error)
    },
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['catalog'] })
      void client.invalidateQueries({ queryKey: ['catalog-item'] })
    },
  })
}
