import { queryOptions } from '@tanstack/react-query'
import { AppError } from '@/shared/errors/app-error.ts'
import { restGet } from '@/shared/http/rest.ts'
import { oneOf, shape, text } from '@/shared/http/decode.ts'
import { itemColumns, itemRow, itemStates } from '../model/catalog-item.ts'
import { itemVersion } from '../model/item-version.ts'

/** The item as it stands today. */
export const itemQuery = (code: string) =>
  queryOptions({
    queryKey: ['catalog-item', 'one', code],
    queryFn: async ({ signal }) => {
      const isCode = /^\d{14}$/.test(code)
      const [row] = isCode ? await restGet('catalog_item_list', { select: itemColumns, code: `eq.${code}` }, itemRow, signal) : []
      if (!row)
        throw new AppError({ kind: 'not-found', messageKey: 'catalog.not_found', message: '目录中没有这个编码的监管事项，请核对编码或回到目录查找' })
      return row
    },
  })

/** Every published version, the newest first. */
export const itemVersionsQuery = (code: string) =>
  queryOptions({
    queryKey: ['catalog-item', 'versions', code],
    queryFn: ({ signal }) =>
      restGet(
        'definitions',
        {
          select: 'id,version,body,effective_from,effective_to,reason,published_at',
          kind: 'eq.catalog_item',
          key: `eq.${code}`,
          state: 'eq.published',
          order: 'effective_from.desc',
        },
        itemVersion,
        signal,
      ),
  })

/** Names of items by code, e.g. of those that came in the place of one. */
export const itemNamesQuery = (codes: readonly string[]) =>
  queryOptions({
    queryKey: ['catalog-item', 'names', ...codes],
    enabled: codes.length > 0,
    queryFn: ({ signal }) =>
      restGet(
        'catalog_items',
        { select: 'code,name,state', code: `in.(${codes.join(',')})`, order: 'code' },
        shape({ code: text, name: text, state: oneOf(...itemStates) }),
        signal,
      ),
  })
