import { queryOptions, skipToken } from '@tanstack/react-query'
import { restGet } from '@/shared/http/rest.ts'
import { regionRow } from '../model/region.ts'

const columns = 'code,name,full_name,tier,parent_code'
const staleTime = 3_600_000

/** Divisions directly below one; former divisions are left out. */
export const childRegionsQuery = (parent: number | undefined) =>
  queryOptions({
    queryKey: ['region', 'children', parent],
    staleTime,
    queryFn:
      parent === undefined
        ? skipToken
        : ({ signal }) => restGet('regions', { select: columns, parent_code: `eq.${parent}`, valid_to: 'is.null', order: 'code' }, regionRow, signal),
  })

export const regionQuery = (code: number | undefined) =>
  queryOptions({
    queryKey: ['region', 'one', code],
    staleTime,
    queryFn:
      code === undefined
        ? skipToken
        : async ({ signal }) => {
            const rows = await restGet('regions', { select: columns, code: `eq.${code}` }, regionRow, signal)
            return rows[0] ?? null
          },
  })
