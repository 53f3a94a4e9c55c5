import { queryOptions } from '@tanstack/react-query'
import { number, shape, text } from '@/shared/http/decode.ts'
import { restGet } from '@/shared/http/rest.ts'
import { itemSets } from '../model/catalog-item.ts'

const hour = 3_600_000

/** All codes that an item speaks in; ended ones too, since old versions use them. */
export const itemCodesQuery = queryOptions({
  queryKey: ['catalog-item', 'codes'],
  staleTime: hour,
  queryFn: ({ signal }) =>
    restGet(
      'codes',
      { select: 'set_key,code,label', set_key: `in.(${Object.values(itemSets).join(',')})`, order: 'set_key,sort' },
      shape({ set_key: text, code: text, label: text }),
      signal,
    ),
})

export const itemLinesQuery = queryOptions({
  queryKey: ['catalog-item', 'lines'],
  staleTime: hour,
  queryFn: ({ signal }) => restGet('org_lines', { select: 'code,name', order: 'sort' }, shape({ code: text, name: text }), signal),
})

/** Main items in the order of their departments. */
export const mainItemsQuery = queryOptions({
  queryKey: ['catalog-item', 'mains'],
  staleTime: 60_000,
  queryFn: ({ signal }) =>
    restGet(
      'catalog_main_items',
      { select: 'code,name,line_code,sort', order: 'line_code,sort,code' },
      shape({ code: text, name: text, line_code: text, sort: number }),
      signal,
    ),
})
