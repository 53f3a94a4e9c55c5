import { queryOptions } from '@tanstack/react-query'
import { z } from 'zod'
import { toAppError } from '@/shared/errors/to-app-error.ts'
import { digestOf } from '@/shared/proof/digest-of.ts'
import { supabase } from '@/shared/supabase/client.ts'
import { rowsOf } from '@/shared/supabase/rows.ts'
import { attachmentSchema, uploaderName, uploadersOf, type Attachment } from '../model/attachment.ts'

const columns = Object.keys(attachmentSchema.shape).join(',')
const person = z.object({ id: z.uuid(), name: z.string() })

export const attachmentsQuery = (ownerKind: string, ownerId: string) =>
  queryOptions({
    queryKey: ['attachment', ownerKind, ownerId],
    queryFn: async ({ signal }): Promise<Attachment[]> => {
      const rows = rowsOf(
        await supabase
          .from('attachments')
          .select(columns)
          .eq('owner_kind', ownerKind)
          .eq('owner_id', ownerId)
          .order('created_at')
          .order('file_name')
          .abortSignal(signal),
        attachmentSchema,
      )
      const ids = uploadersOf(rows)
      const people = ids.length === 0 ? [] : rowsOf(await supabase.from('officers').select('id,name').in('id', ids).abortSignal(signal), person)
      const names = Object.fromEntries(people.map(({ id, name }) => [id, name]))
      return rows.map((row) => ({ ...row, by: uploaderName(row, names) }))
    },
  })

/**
 * Downloaded with the officer's own token: no link that works for others ever exists. What was registered at reception is
 * compared with what has come.
 */
export const attachmentFileQuery = ({ storage_path: path, sha256 }: Pick<Attachment, 'storage_path' | 'sha256'>) =>
  queryOptions({
    queryKey: ['attachment', 'file', path, sha256],
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
    queryFn: async () => {
      const { data, error } = await supabase.storage.from('attachments').download(path)
      if (error) throw toAppError(error)
      return { blob: data, isChanged: (await digestOf(data)) !== sha256 }
    },
  })
