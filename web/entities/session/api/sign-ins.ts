import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { z } from 'zod'
import { toAppError } from '@/shared/errors/to-app-error.ts'
import { supabase } from '@/shared/supabase/client.ts'
import { rowsOf } from '@/shared/supabase/rows.ts'

const signInSchema = z.object({
  id: z.uuid(),
  signed_in_at: z.string(),
  seen_at: z.string(),
  user_agent: z.string().nullable(),
  address: z.string().nullable(),
  has_second_factor: z.boolean(),
  is_current: z.boolean(),
})
export type SignIn = z.infer<typeof signInSchema>

/** Where I am signed in, this browser first. */
export const signInsQuery = queryOptions({
  queryKey: ['security', 'sign-ins'],
  queryFn: async ({ signal }) => rowsOf(await supabase.rpc('my_sessions').abortSignal(signal), signInSchema),
})

/** Signs out elsewhere, at once: one place, or all but this one. */
export function useEndSignIns() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async (ids: readonly string[]) => {
      for (const id of ids) {
        const { error } = await supabase.rpc('end_session', { p_id: id })
        if (error) throw toAppError(error)
      }
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['security', 'sign-ins'] }),
  })
}
