import { useMutation, useQueryClient } from '@tanstack/react-query'
import { lastActivity } from '@/shared/hooks/last-activity.ts'
import { textDraft } from '@/shared/hooks/text-draft.ts'
import { leaveBecause, type LeaveReason } from '@/shared/supabase/auth-store.ts'
import { supabase } from '@/shared/supabase/client.ts'

/** 剩余信息保护: nothing of this officer stays on the machine; of one who did not ask to leave, what they were writing, a day. */
export function useSignOut() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async (reason: LeaveReason | void) => {
      leaveBecause(reason || undefined)
      if (!reason) textDraft.clear()
      await supabase.auth.signOut({ scope: 'local' })
      lastActivity.forget()
      client.clear()
    },
  })
}
