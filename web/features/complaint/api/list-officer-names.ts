import { queryOptions } from '@tanstack/react-query'
import { z } from 'zod'
import { supabase } from '@/shared/supabase/client.ts'
import { rowsOf } from '@/shared/supabase/rows.ts'
import { complaintKeys } from './keys.ts'

/** Names of the officers whom steps of a case speak of, as far as the viewer may read them. */
export const officerNamesQuery = (ids: readonly string[]) =>
  queryOptions({
    queryKey: complaintKeys.officers(ids),
    enabled: ids.length > 0,
    staleTime: 600_000,
    queryFn: async ({ signal }) => {
      const rows = rowsOf(
        await supabase
          .from('officers')
          .select('id,name')
          .in('id', [...ids])
          .abortSignal(signal),
        z.object({ id: z.uuid(), name: z.string() }),
      )
      return Object.fromEntries(rows.map(({ id, name }) => [id, name]))
    },
  })
