import { useMutation, useQueryClient } from '@tanstack/react-query'
import { toAppError } from '@/shared/errors/to-app-error.ts'
import { supabase } from '@/shared/supabase/client.ts'

/** One message that was opened, or all up to a time. */
export type Reading = { id: number } | { until: string }

export function useMarkNotificationsRead() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async (reading: Reading) => {
      const { error } = await supabase.rpc('mark_notifications_read', 'id' in reading ? { p_id: reading.id } : { p_until: reading.until })
      if (error) throw toAppError(error)
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['notification'] }),
  })
}
