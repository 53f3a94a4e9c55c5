import { useMutation, useQueryClient } from '@tanstack/react-query'
import { toAppError } from '@/shared/errors/to-app-error.ts'
import { supabase } from '@/shared/supabase/client.ts'

export function useWithdrawInvitation() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async (id: string) => {
      const { error } = await supabase.rpc('withdraw_invitation', { p_id: id })
      if (error) throw toAppError(error)
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['admin'] }),
  })
}
