import { useMutation, useQueryClient } from '@tanstack/react-query'
import { toAppError } from '@/shared/errors/to-app-error.ts'
import { supabase } from '@/shared/supabase/client.ts'

export function useSetOfficerActive() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async ({ officerId, isActive }: { officerId: string; isActive: boolean }) => {
      const { error } = await supabase.rpc('set_officer_active', { p_officer_id: officerId, p_is_active: isActive })
      if (error) throw toAppError(error)
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['admin'] }),
  })
}
