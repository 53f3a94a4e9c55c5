import { queryOptions } from '@tanstack/react-query'
import { supabase } from '@/shared/supabase/client.ts'
import { rowsOf } from '@/shared/supabase/rows.ts'
import { openInvitationSchema } from '../model/officer.ts'
import { adminKeys } from './keys.ts'

/** Not used and still valid, of the bodies that the caller may invite into. */
export const invitationsQuery = queryOptions({
  queryKey: adminKeys.invitations(),
  queryFn: async ({ signal }) =>
    rowsOf(
      await supabase
        .from('officer_invitations')
        .select('id,email,name,role_codes,expires_at,orgs(name)')
        .is('used_at', null)
        .gt('expires_at', new Date().toISOString())
        .order('created_at', { ascending: false })
        .limit(100)
        .abortSignal(signal),
      openInvitationSchema,
    ),
})
