import { useMutation, useQueryClient } from '@tanstack/react-query'
import { supabase } from '@/shared/supabase/client.ts'
import { rowsOf } from '@/shared/supabase/rows.ts'
import { invitationSchema } from '../model/officer.ts'

export interface InvitationForm {
  email: string
  name: string
  title?: string
  orgId: string
  roles: string[]
}

export function useInviteOfficer() {
  const client = useQueryClient()
  return useMutation({
    meta: { silent: true },
    mutationFn: async ({ email, name, title, orgId, roles }: InvitationForm) => {
      const [invitation] = rowsOf(
        await supabase.rpc('invite_officer', {
          p_email: email.trim(),
          p_name: name.trim(),
          p_org_id: orgId,
          p_proposed_roles: roles,
          p_title: title?.trim() ?? '',
        }),
        invitationSchema,
      )
      if (!invitation) throw new Error('invite_officer answered nothing')
      return invitation
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['admin', 'invitations'] }),
  })
}
