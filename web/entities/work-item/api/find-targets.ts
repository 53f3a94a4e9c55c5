import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { z } from 'zod'
import { supabase } from '@/shared/supabase/client.ts'
import { rowsOf } from '@/shared/supabase/rows.ts'

const targetSchema = z.object({ id: z.uuid(), name: z.string(), reason: z.string() })

/** Bodies to which an action may pass an item, the nearest first; never the one that holds it. */
export const targetsQuery = (itemId: string, action: string, part: string) =>
  queryOptions({
    queryKey: ['work', 'targets', itemId, action, part],
    staleTime: 600_000,
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) =>
      rowsOf(await supabase.rpc('find_work_targets', { p_item_id: itemId, p_action: action, p_text: part }).abortSignal(signal), targetSchema),
  })
