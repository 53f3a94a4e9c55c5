import { queryOptions } from '@tanstack/react-query'
import { supabase } from '@/shared/supabase/client.ts'
import { countOf } from '@/shared/supabase/rows.ts'
import { workKeys } from './keys.ts'

/** Heads of the boxes. Counted by the database under the officer's own rights. */
export const inboxCountsQuery = (orgId: string) =>
  queryOptions({
    queryKey: workKeys.counts(),
    queryFn: async ({ signal }) => {
      const head = () => supabase.from('work_inbox').select('id', { count: 'exact', head: true }).eq('is_open', true).abortSignal(signal)
      const [todo, late, supervised] = await Promise.all([
        head().eq('to_org_id', orgId),
        head().eq('to_org_id', orgId).in('light', ['orange', 'red']),
        head().eq('is_supervised', true),
      ])
      return { todo: countOf(todo), late: countOf(late), supervised: countOf(supervised) }
    },
  })
