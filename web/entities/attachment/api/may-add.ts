import { queryOptions } from '@tanstack/react-query'
import { toAppError } from '@/shared/errors/to-app-error.ts'
import { supabase } from '@/shared/supabase/client.ts'

/** The database says whether this officer may add a file now; a hand-over of the record changes the answer. */
export const mayAddAttachmentQuery = (ownerKind: string, ownerId: string) =>
  queryOptions({
    queryKey: ['attachment', ownerKind, ownerId, 'may-add'],
    queryFn: async ({ signal }) => {
      const { data, error } = await supabase.rpc('may_add_attachment', { p_owner_kind: ownerKind, p_owner_id: ownerId }).abortSignal(signal)
      if (error) throw toAppError(error)
      return data
    },
  })
