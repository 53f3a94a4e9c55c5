import { useMutation, useQueryClient } from '@tanstack/react-query'
import { z } from 'zod'
import { toAppError } from '@/shared/errors/to-app-error.ts'
import { supabase } from '@/shared/supabase/client.ts'
import { rowsOf } from '@/shared/supabase/rows.ts'
import { workKeys } from './keys.ts'

const resultSchema = z.object({ id: z.uuid(), state: z.string(), state_label: z.string(), version: z.number() })

export interface Act {
  itemId: string
  action: string
  payload: Record<string, string | number | boolean>
  /** The version that the officer has seen; somebody else's later step makes this one a conflict. */
  expectedVersion: number
  /** Same for every retry of one decision. */
  key: string
}

export function useAct(moduleKey: string) {
  const client = useQueryClient()
  const refresh = () => Promise.all([workKeys.all, [moduleKey]].map((queryKey) => client.invalidateQueries({ queryKey })))
  return useMutation({
    meta: { silent: true },
    mutationFn: async ({ itemId, action, payload, expectedVersion, key }: Act) => {
      const [done] = rowsOf(
        await supabase.rpc('work_act', { p_item_id: itemId, p_action: action, p_payload: payload, p_expected_version: expectedVersion, p_key: key }),
        resultSchema,
      )
      return done
    },
    onSuccess: refresh,
    onError: async (error) => {
      if (toAppError(error).kind === 'conflict') await refresh()
    },
  })
}
