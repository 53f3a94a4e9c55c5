import { queryOptions } from '@tanstack/react-query'
import { z } from 'zod'
import { supabase } from '@/shared/supabase/client.ts'
import { rowsOf } from '@/shared/supabase/rows.ts'

const colleagueSchema = z.object({ id: z.uuid(), name: z.string(), title: z.string() })

/** The other active people of one's own body. */
export const colleaguesQuery = (orgId: string, officerId: string) =>
  queryOptions({
    queryKey: ['account', 'colleagues', orgId],
    queryFn: async ({ signal }) =>
      rowsOf(
        await supabase
          .from('officers')
          .select('id,name,title')
          .eq('org_id', orgId)
          .eq('is_active', true)
          .neq('id', officerId)
          .order('name')
          .abortSignal(signal),
        colleagueSchema,
      ),
  })
