import { queryOptions } from '@tanstack/react-query'
import { clientConfig } from '@/shared/config/client-config.ts'
import { decodeOrNull, shape, text } from '@/shared/http/decode.ts'

const versionFile = shape({ build: text })

/** The build writes its stamp beside the pages; a different one means a newer deployment. */
export const versionQuery = queryOptions({
  queryKey: ['version'],
  refetchInterval: 300_000,
  refetchOnWindowFocus: true,
  retry: false,
  queryFn: async ({ signal }) => {
    const response = await fetch('/version.json', { cache: 'no-store', signal })
    const parsed = decodeOrNull(versionFile, await response.json().catch(() => null))
    return { isNewer: parsed !== null && parsed.build !== clientConfig.buildId }
  },
})
