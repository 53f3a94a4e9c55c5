import { useMutation, useQueryClient } from '@tanstack/react-query'
import { lastActivity } from '@/shared/hooks/last-activity.ts'
import { supabase } from '@/shared/supabase/client.ts'
import { textDraft } from '@/shared/hooks/text-draft.ts'

/** 剩余信息保护: nothing of this officer stays on the machine. */
export function useSignOut() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async () => {
      await supabase.auth.signOut({ scope: 'local' })
      textDraft.clear()
      lastActivity.forget()
      client.clear()
    },
  })
}
