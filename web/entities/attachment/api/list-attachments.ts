import { queryOptions } from '@tanstack/react-query'
import { toAppError } from '@/shared/errors/to-app-error.ts'
import { supabase } from '@/shared/supabase/client.ts'
import { rowsOf } from '@/shared/supabase/rows.ts'
import { attachmentSchema } from '../model/attachment.ts'

const columns = Object.keys(attachmentSchema.shape).join(',')

export const attachmentsQuery = (ownerKind: string, ownerId: string) =>
  queryOptions({
    queryKey: ['attachment', ownerKind, ownerId],
    queryFn: async ({ signal }) =>
      rowsOf(
        await supabase
          .from('attachments')
          .select(columns)
          .eq('owner_kind', ownerKind)
          .eq('owner_id', ownerId)
          .order('created_at')
          .abortSignal(signal),
        attachmentSchema,
      ),
  })

/** Downloaded with the officer's own token: no link that works for others ever exists. */
export const attachmentBlobQuery = (path: string) =>
  queryOptions({
    queryKey: ['attachment', 'blob', path],
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
    queryFn: async () => {
      const { data, error } = await supabase.storage.from('attachments').download(path)
      if (error) throw toAppError(error)
      return data
    },
  })
