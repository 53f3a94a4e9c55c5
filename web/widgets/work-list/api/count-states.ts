import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { z } from 'zod'
import { supabase } from '@/shared/supabase/client.ts'
import { rowsOf } from '@/shared/supabase/rows.ts'
import type { Reach } from '../model/scope.ts'

const countSchema = z.object({ state: z.string(), n: z.number() })

/** Open items in each state within the scope of the list, all kinds together. Under `work`: every step refreshes it. */
export const stateCountsQuery = (kinds: readonly string[], { orgId, range, line }: Reach) =>
  queryOptions({
    queryKey: ['work', 'state-counts', kinds, orgId, range, line],
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => {
      const answer = await supabase
        .rpc('work_state_counts', {
          p_kinds: [...kinds],
          ...(orgId ? { p_org: orgId } : {}),
          ...(range ? { p_from: range.from, p_to: range.to } : {}),
          ...(line ? { p_line: line } : {}),
        })
        .abortSignal(signal)
      const counts: Record<string, number> = {}
      for (const { state, n } of rowsOf(answer, countSchema)) counts[state] = (counts[state] ?? 0) + n
      return counts
    },
  })
