import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { z } from 'zod'
import { supabase } from '@/shared/supabase/client.ts'
import { rowsOf } from '@/shared/supabase/rows.ts'

const targetSchema = z.object({ id: z.uuid(), name: z.string() })

/** Bodies to which one's own may pass work, the nearest first. */
export const targetsQuery = (part: string) =>
  queryOptions({
    queryKey: ['work', 'targets', part],
    staleTime: 600_000,
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => rowsOf(await supabase.rpc('find_work_targets', { p_text: part }).abortSignal(signal), targetSchema),
  })
