import { queryOptions } from '@tanstack/react-query'
import { mapOutline } from '@contract/map-outline.ts'
import { z } from 'zod'
import { toAppError } from '@/shared/errors/to-app-error.ts'
import { todayInShanghai } from '@/shared/format/date.ts'
import { supabase } from '@/shared/supabase/client.ts'
import { rowsOf } from '@/shared/supabase/rows.ts'
import { drawOutline } from '../model/map/outline.ts'

const version = z.object({
  body: z.discriminatedUnion('is_shown', [
    z.object({ is_shown: z.literal(true), producer: z.string(), approval_no: z.string(), path: z.string() }),
    z.object({ is_shown: z.literal(false) }),
  ]),
})

/** The operator's own map of the places below a region, as of today; null where there is none and the schematic one stands. */
export const ownMapQuery = (region: number) =>
  queryOptions({
    queryKey: ['region', 'map', region],
    staleTime: 3_600_000,
    queryFn: async ({ signal }) => {
      const [current] = rowsOf(
        await supabase
          .from('definitions')
          .select('body')
          .eq('kind', 'map')
          .eq('key', String(region))
          .eq('state', 'published')
          .lte('effective_from', todayInShanghai())
          .order('effective_from', { ascending: false })
          .limit(1)
          .abortSignal(signal),
        version,
      )
      if (!current?.body.is_shown) return null
      const { producer, approval_no: approvalNo, path } = current.body
      const { data, error } = await supabase.storage.from('maps').download(path)
      if (error) throw toAppError(error)
      const drawing = drawOutline(mapOutline.parse(JSON.parse(await data.text())))
      return drawing ? { drawing, producer, approvalNo } : null
    },
  })
