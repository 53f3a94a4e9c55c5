import { useMutation, useQueryClient } from '@tanstack/react-query'
import { toAppError } from '@/shared/errors/to-app-error.ts'
import { supabase } from '@/shared/supabase/client.ts'

export function useMarkNotificationsRead() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async (until: string) => {
      const { error } = await supabase.rpc('mark_notifications_read', { p_until: until })
      if (error) throw toAppError(error)
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['notification'] }),
  })
}
