import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { toAppError } from '@/shared/errors/to-app-error.ts'
import { supabase } from '@/shared/supabase/client.ts'
import { rowsOf } from '@/shared/supabase/rows.ts'
import type { Json } from '@contract/database.types.ts'
import { versionSchema } from '../model/version.ts'
import { adminKeys } from './keys.ts'

export type VersionKind = 'deadline_rule' | 'code' | 'site' | 'map' | 'paper' | 'paper_seal' | 'message'

/** Who published is told to those who may read officers. */
export const versionColumns =
  'id,key,version,body,effective_from,effective_to,state,reason,published_at,withdrawn_at,publisher:officers!definitions_published_by_fkey(name)'

/** All versions of one definition, the newest first. */
export const versionsQuery = (kind: VersionKind, key: string) =>
  queryOptions({
    queryKey: adminKeys.versions(kind, key),
    queryFn: async ({ signal }) =>
      rowsOf(
        await supabase
          .from('definitions')
          .select(versionColumns)
          .eq('kind', kind)
          .eq('key', key)
          .order('version', { ascending: false })
          .abortSignal(signal),
        versionSchema,
      ),
  })

export interface Publication {
  kind: VersionKind
  key: string
  body: Record<string, Json>
  from: string
  reason: string
}

/** Everything that reads a definition, on this screen or any other. */
function useRefetchDefinitions() {
  const client = useQueryClient()
  const roots = [
    ['admin', 'versions'],
    ['admin', 'deadline-rules'],
    ['admin', 'code-sets'],
    ['admin', 'message-templates'],
    ['code'],
    ['site'],
    ['region', 'map'],
  ]
  return () => Promise.all(roots.map((queryKey) => client.invalidateQueries({ queryKey })))
}

/** Does not wait for the refetch, which may put another form in the place of the one that asked. */
export function usePublishVersion() {
  const refetch = useRefetchDefinitions()
  return useMutation({
    meta: { silent: true },
    mutationFn: async ({ kind, key, body, from, reason }: Publication) => {
      const { error } = await supabase.rpc('publish_definition', {
        p_kind: kind,
        p_key: key,
        p_body: body,
        p_effective_from: from,
        p_reason: reason.trim(),
      })
      if (error) throw toAppError(error)
    },
    onSuccess: () => void refetch(),
  })
}

export function useWithdrawVersion() {
  const refetch = useRefetchDefinitions()
  return useMutation({
    mutationFn: async (id: string) => {
      const { error } = await supabase.rpc('withdraw_definition', { p_id: id })
      if (error) throw toAppError(error)
    },
    // Also when it failed: what is on screen may be what another administrator has changed meanwhile.
    onSettled: refetch,
  })
}
