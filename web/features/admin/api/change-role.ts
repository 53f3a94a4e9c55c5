import { useMutation, useQueryClient } from '@tanstack/react-query'
import { toAppError } from '@/shared/errors/to-app-error.ts'
import { supabase } from '@/shared/supabase/client.ts'

export interface RoleChange {
  officerId: string
  role: string
  isGranted: boolean
  /** Last day on which the role holds; absent = until it is taken back. */
  lastDay?: string | undefined
}

export function useChangeRole() {
  const client = useQueryClient()
  return useMutation({
    meta: { silent: true },
    mutationFn: async ({ officerId, role, isGranted, lastDay }: RoleChange) => {
      const expiry = lastDay ? { p_expires_at: `${lastDay}T23:59:59+08:00` } : {}
      const { error } = isGranted
        ? await supabase.rpc('grant_role', { p_officer_id: officerId, p_role: role, ...expiry })
        : await supabase.rpc('revoke_role', { p_officer_id: officerId, p_role: role })
      if (error) throw toAppError(error)
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['admin'] }),
  })
}
