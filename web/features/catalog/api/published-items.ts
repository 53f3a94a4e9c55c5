import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { itemColumns, itemRow } from '@/entities/catalog-item/model/catalog-item.ts'
import { restPage } from '@/shared/http/rest.ts'
import { pageSize, publishedParams, type PublishedFilter } from '../model/published-filter.ts'
import { catalogKeys } from './keys.ts'

/** A page of the published catalogue; a page beyond the end gives the first. */
export const publishedItemsQuery = (filter: PublishedFilter) =>
  queryOptions({
    queryKey: catalogKeys.published(filter),
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => {
      const ask = (page: number) =>
        restPage(
          'catalog_item_list',
          { select: itemColumns, ...publishedParams(filter), limit: String(pageSize), offset: String((page - 1) * pageSize) },
          itemRow,
          signal,
        )
      try {
        const found = await ask(filter.page)
        if (found.rows.length > 0 || filter.page === 1) return { ...found, page: filter.page }
      } catch (error) {
        if (filter.page === 1) throw error
      }
      return { ...(await ask(1)), page: 1 }
    },
  })
