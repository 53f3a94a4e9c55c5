import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { z } from 'zod'
import { toAppError } from '@/shared/errors/to-app-error.ts'
import { supabase } from '@/shared/supabase/client.ts'
import { rowsOf } from '@/shared/supabase/rows.ts'

const viewSchema = z.object({ id: z.uuid(), name: z.string(), query: z.string(), is_default: z.boolean() })
export type SavedView = z.infer<typeof viewSchema>

const keyOf = (list: string) => ['views', list] as const

/** The filters that this officer keeps for a list. */
export const viewsQuery = (list: string) =>
  queryOptions({
    queryKey: keyOf(list),
    staleTime: 600_000,
    queryFn: async ({ signal }) =>
      rowsOf(
        await supabase.from('officer_views').select('id,name,query,is_default').eq('list', list).order('created_at').abortSignal(signal),
        viewSchema,
      ),
  })

interface Saved {
  name: string
  query: string
  isDefault: boolean
}

async function save(list: string, { name, query, isDefault }: Saved) {
  const { error } = await supabase.rpc('save_view', { p_list: list, p_name: name, p_query: query, p_is_default: isDefault })
  if (error) throw toAppError(error)
}

async function rename({ id, name }: { id: string; name: string }) {
  const { error } = await supabase.rpc('rename_view', { p_id: id, p_name: name })
  if (error) throw toAppError(error)
}

async function remove(id: string) {
  const { error } = await supabase.rpc('delete_view', { p_id: id })
  if (error) throw toAppError(error)
}

export function useViewActs(list: string) {
  const client = useQueryClient()
  const onSettled = () => client.invalidateQueries({ queryKey: keyOf(list) })
  return {
    save: useMutation({ meta: { silent: true }, mutationFn: (view: Saved) => save(list, view), onSettled }),
    rename: useMutation({ meta: { silent: true }, mutationFn: rename, onSettled }),
    remove: useMutation({ meta: { silent: true }, mutationFn: remove, onSettled }),
  }
}
