import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { toAppError } from '@/shared/errors/to-app-error.ts'
import { digestOf } from '@/shared/proof/digest-of.ts'
import { supabase } from '@/shared/supabase/client.ts'
import { rowsOf } from '@/shared/supabase/rows.ts'
import { paperRightsSchema, paperSchema, withRights, type Paper } from '../model/paper.ts'

export const papersQuery = (itemId: string) =>
  queryOptions({
    queryKey: ['paper', itemId],
    queryFn: async ({ signal }): Promise<Paper[]> => {
      const rows = rowsOf(
        await supabase
          .from('papers')
          .select('id,no,title,state,problem,storage_path,sha256,code,issued_at,withdrawn_at,withdraw_reason,orgs(name)')
          .eq('item_id', itemId)
          .order('issued_at')
          .order('no')
          .abortSignal(signal),
        paperSchema,
      )
      if (rows.length === 0) return []
      return withRights(rows, rowsOf(await supabase.rpc('paper_rights', { p_item: itemId }).abortSignal(signal), paperRightsSchema))
    },
    // Rendering takes some seconds, and nothing announces it.
    refetchInterval: ({ state }) => (state.data?.some((one) => one.state === 'waiting') ? 3_000 : false),
  })

/** What is stored, and whether it is still what the row says. */
export const paperFileQuery = (path: string, sha256: string) =>
  queryOptions({
    queryKey: ['paper', 'file', path, sha256],
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
    queryFn: async () => {
      const { data, error } = await supabase.storage.from('attachments').download(path)
      if (error) throw toAppError(error)
      return { blob: data, isChanged: (await digestOf(data)) !== sha256 }
    },
  })

function useRefetchPapers() {
  const client = useQueryClient()
  return () => client.invalidateQueries({ queryKey: ['paper'] })
}

export function useRetryPaper() {
  const refetch = useRefetchPapers()
  return useMutation({
    mutationFn: async (id: string) => {
      const { error } = await supabase.rpc('retry_paper', { p_id: id })
      if (error) throw toAppError(error)
    },
    onSettled: refetch,
  })
}

export function useWithdrawPaper() {
  const refetch = useRefetchPapers()
  return useMutation({
    meta: { silent: true },
    mutationFn: async ({ id, reason }: { id: string; reason: string }) => {
      const { error } = await supabase.rpc('withdraw_paper', { p_id: id, p_reason: reason })
      if (error) throw toAppError(error)
    },
    onSettled: refetch,
  })
}
