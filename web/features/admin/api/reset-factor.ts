import { useMutation, useQueryClient } from '@tanstack/react-query'
import { toAppError } from '@/shared/errors/to-app-error.ts'
import { supabase } from '@/shared/supabase/client.ts'
import { adminKeys } from './keys.ts'

export function useResetFactor() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async (officerId: string) => {
      const { error } = await supabase.rpc('reset_second_factor', { p_officer_id: officerId })
      if (error) throw toAppError(error)
    },
    onSuccess: () => client.invalidateQueries({ queryKey: adminKeys.factors() }),
  })
}
