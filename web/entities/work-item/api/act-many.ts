import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { z } from 'zod'
import { supabase } from '@/shared/supabase/client.ts'
import type { Json } from '@contract/database.types.ts'
import { rowsOf } from '@/shared/supabase/rows.ts'
import type { Payload } from '../model/work-action.ts'
import { workKeys } from './keys.ts'
import { refreshWork } from './refresh-work.ts'

const outcomeSchema = z.object({ item_id: z.uuid(), is_done: z.boolean(), is_asked: z.boolean(), message: z.string().nullable() })
export type ActOutcome = z.infer<typeof outcomeSchema>

/** Versions of the items that were picked from a list, which does not carry them. */
export const versionsQuery = (itemIds: readonly string[]) =>
  queryOptions({
    queryKey: workKeys.versions(itemIds),
    queryFn: async ({ signal }) =>
      rowsOf(
        await supabase
          .from('work_items')
          .select('id,version')
          .in('id', [...itemIds])
          .abortSignal(signal),
        z.object({ id: z.uuid(), version: z.number() }),
      ),
  })

interface ActMany {
  items: readonly { id: string; version: number; key: string }[]
  action: string
  payload: Payload
}

/** The same action on many items, each by itself: what was done, asked for, or why not. */
export function useActMany(moduleKey: string) {
  const client = useQueryClient()
  return useMutation({
    meta: { silent: true },
    mutationFn: async ({ items, action, payload }: ActMany) =>
      rowsOf(await supabase.rpc('work_act_many', { p_items: items as unknown as Json, p_action: action, p_payload: payload as Json }), outcomeSchema),
    onSuccess: () => refreshWork(client, moduleKey),
  })
}
