import { queryOptions } from '@tanstack/react-query'
import { z } from 'zod/mini'
import { restGet } from '@/shared/http/rest.ts'

const siteRow = z.object({
  key: z.string(),
  name: z.string(),
  short_name: z.string(),
  government: z.string(),
  hotline: z.string(),
  root_region: z.number(),
  tiers: z.array(z.number()),
  modules: z.array(z.string()),
})

/** The one active site profile: name, root region, tiers. Changes with a deployment, not during a visit. */
export const siteQuery = queryOptions({
  queryKey: ['site'],
  staleTime: Number.POSITIVE_INFINITY,
  queryFn: async ({ signal }) => {
    const rows = await restGet('sites', { select: 'key,name,short_name,government,hotline,root_region,tiers,modules', is_active: 'is.true' }, siteRow, signal)
    const [site] = rows
    if (!site) throw new Error('no active site profile')
    return site
  },
})
