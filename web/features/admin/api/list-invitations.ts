import { queryOptions } from '@tanstack/react-query'
import { supabase } from '@/shared/supabase/client.ts'
import { rowsOf } from '@/shared/supabase/rows.ts'
import { openInvitationSchema } from '../model/officer.ts'
import { adminKeys } from './keys.ts'

/** Not used yet, of the bodies that the caller may invite into, with what became of the message. */
export const invitationsQuery = queryOptions({
  queryKey: adminKeys.invitations(),
  queryFn: async ({ signal }) => rowsOf(await supabase.rpc('open_invitations').abortSignal(signal), openInvitationSchema),
  // Sent within seconds; whoever looks on sees it happen.
  refetchInterval: (query): number | false => (query.state.data?.some(({ delivery }) => delivery === 'waiting') ? 3_000 : false),
})
