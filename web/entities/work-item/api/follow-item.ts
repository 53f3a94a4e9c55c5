import { useMutation, useQueryClient } from '@tanstack/react-query'
import { toAppError } from '@/shared/errors/to-app-error.ts'
import { supabase } from '@/shared/supabase/client.ts'
import { workKeys } from './keys.ts'

export function useFollowItem() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async ({ itemId, isOn }: { itemId: string; isOn: boolean }) => {
      const { error } = await supabase.rpc('follow_item', { p_item_id: itemId, p_on: isOn })
      if (error) throw toAppError(error)
    },
    onSuccess: () => client.invalidateQueries({ queryKey: workKeys.all }),
  })
}
