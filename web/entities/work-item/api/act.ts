import { useMutation, useQueryClient } from '@tanstack/react-query'
import { z } from 'zod'
import { toAppError } from '@/shared/errors/to-app-error.ts'
import { supabase } from '@/shared/supabase/client.ts'
import type { Json } from '@contract/database.types.ts'
import { rowsOf } from '@/shared/supabase/rows.ts'
import type { Payload } from '../model/work-action.ts'
import { refreshWork } from './refresh-work.ts'

const resultSchema = z.object({ id: z.uuid(), state: z.string(), state_label: z.string(), version: z.number(), is_asked: z.boolean() })

export interface Act {
  itemId: string
  action: string
  payload: Payload
  /** The version that the officer has seen; somebody else's later step makes this one a conflict. */
  expectedVersion: number
  /** Same for every retry of one decision. */
  key: string
}

export type Acted = z.infer<typeof resultSchema>

/** `onDone` comes before the refresh, which may leave no place for the dialog that asked. */
export function useAct(moduleKey: string, onDone?: (done: Acted | undefined) => void) {
  const client = useQueryClient()
  return useMutation({
    meta: { silent: true },
    mutationFn: async ({ itemId, action, payload, expectedVersion, key }: Act) => {
      const [done] = rowsOf(
        await supabase.rpc('work_act', {
          p_item_id: itemId,
          p_action: action,
          p_payload: payload as Json,
          p_expected_version: expectedVersion,
          p_key: key,
        }),
        resultSchema,
      )
      return done
    },
    onSuccess: (done) => {
      onDone?.(done)
      return refreshWork(client, moduleKey)
    },
    onError: (error) => (toAppError(error).kind === 'conflict' ? refreshWork(client, moduleKey) : undefined),
  })
}
