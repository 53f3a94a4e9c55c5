import { queryOptions } from '@tanstack/react-query'
import { z } from 'zod/mini'
import { clientConfig } from '@/shared/config/client-config.ts'

const versionFile = z.object({ build: z.string() })

/** The build writes its stamp beside the pages; a different one means a newer deployment. */
export const versionQuery = queryOptions({
  queryKey: ['version'],
  refetchInterval: 300_000,
  refetchOnWindowFocus: true,
  retry: false,
  queryFn: async ({ signal }) => {
    const response = await fetch('/version.json', { cache: 'no-store', signal })
    const parsed = versionFile.safeParse(await response.json().catch(() => null))
    return { isNewer: parsed.success && parsed.data.build !== clientConfig.buildId }
  },
})
