import { queryOptions } from '@tanstack/react-query'
import { z } from 'zod'
import { supabase } from '@/shared/supabase/client.ts'
import { rowsOf } from '@/shared/supabase/rows.ts'

const stateSchema = z.object({ state: z.string(), label: z.string(), is_open: z.boolean(), is_side: z.boolean() })
export type StateName = z.infer<typeof stateSchema>

/** States of several flows under one list, in their order; a state that two have carries one name. */
export const statesQuery = (kinds: readonly string[]) =>
  queryOptions({
    queryKey: ['work-states', kinds],
    staleTime: 3_600_000,
    queryFn: async ({ signal }) => {
      const answer = await supabase
        .from('work_states')
        .select('state,label,is_open,is_side')
        .in('kind', [...kinds])
        .order('sort')
        .order('state')
        .abortSignal(signal)
      return [...new Map(rowsOf(answer, stateSchema).map((row) => [row.state, row])).values()]
    },
  })
