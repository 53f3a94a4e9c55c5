import { z } from 'zod'
import { itemColumns, itemRow, type CatalogItem } from '@/entities/catalog-item/model/catalog-item.ts'
import type { ListPart } from '@/shared/query/read-page.ts'
import { readRows } from '@/shared/query/read-rows.ts'
import { supabase } from '@/shared/supabase/client.ts'
import { likePattern } from '@/shared/supabase/like-pattern.ts'
import { rowsOf } from '@/shared/supabase/rows.ts'
import type { ItemFilter } from '../model/item-filter.ts'

/** `title`: what a list calls its row, for whoever reads on from one to the next. */
export type ListedItem = CatalogItem & { title: string }

/** The one reader of a row, for both sites. */
const rowSchema: z.ZodType<ListedItem> = z.unknown().transform((given) => {
  const row = itemRow(given, 'catalog_item_list')
  return { ...row, title: row.name }
})

const restingSchema = z.object({ item_code: z.string() })

/** Codes of the items that rest on a law. */
export async function codesOnLaw(law: string): Promise<string[]> {
  const rows = rowsOf(await supabase.from('catalog_item_bases').select('item_code').eq('law_code', law).limit(1_000), restingSchema)
  return [...new Set(rows.map(({ item_code }) => item_code))]
}

/** `onLaw`: what rests on the law of the filter, which the list itself does not say. */
export const itemRows = (filter: ItemFilter, onLaw: readonly string[] | undefined) =>
  readRows({
    ask: (part) => {
      let request = supabase.from('catalog_item_list').select(part.of === 'ids' ? 'code' : itemColumns, part.options)
      if (filter.q) request = request.ilike('search_text', likePattern(filter.q))
      if (filter.line) request = request.eq('line_code', filter.line)
      if (filter.main) request = request.eq('main_code', filter.main)
      if (filter.object) request = request.contains('object_kinds', [filter.object])
      if (filter.method) request = request.contains('methods', [filter.method])
      if (filter.level) request = request.contains('levels', [filter.level])
      if (filter.state) request = request.eq('state', filter.state)
      if (filter.lapsing) request = request.is('is_lapsing', true)
      // As a law counts its items: what was repealed rests on nothing.
      if (onLaw) request = request.in('code', [...onLaw]).neq('state', 'repealed')
      return ordered(request, part, filter.sort)
    },
    row: rowSchema,
    isOpenOnly: true,
  })

interface Ordered<Request> {
  order: (column: string, options: { ascending: boolean }) => Request
  range: (from: number, to: number) => Request
}

/** By department and code unless asked otherwise. */
function ordered<Request extends Ordered<Request>>(request: Request, { from, to }: ListPart, sort: string): Request {
  const column = sort.replace(/^-/, '')
  const first = column ? request.order(column, { ascending: !sort.startsWith('-') }) : request.order('line_code', { ascending: true })
  return (column === 'code' ? first : first.order('code', { ascending: true })).range(from, to)
}
