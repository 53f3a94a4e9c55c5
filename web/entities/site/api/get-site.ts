import { queryOptions } from '@tanstack/react-query'
import { listOf, number, shape, text } from '@/shared/http/decode.ts'
import { restGet } from '@/shared/http/rest.ts'

const siteRow = shape({
  key: text,
  name: text,
  short_name: text,
  government: text,
  hotline: text,
  root_region: number,
  tiers: listOf(number),
  modules: listOf(text),
})

/** The one active site profile: name, root region, tiers. Changes with a deployment, not during a visit. */
export const siteQuery = queryOptions({
  queryKey: ['site'],
  staleTime: Number.POSITIVE_INFINITY,
  queryFn: async ({ signal }) => {
    const rows = await restGet(
      'sites',
      { select: 'key,name,short_name,government,hotline,root_region,tiers,modules', is_active: 'is.true' },
      siteRow,
      signal,
    )
    const [site] = rows
    if (!site) throw new Error('no active site profile')
    return site
  },
})
