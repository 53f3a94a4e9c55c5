import { queryOptions } from '@tanstack/react-query'
import { supabase } from '@/shared/supabase/client.ts'
import { countOf } from '@/shared/supabase/rows.ts'
import type { InboxCounts } from '../model/inbox-filter.ts'
import { workKeys } from './keys.ts'

/** Heads of the boxes. Counted by the database under the officer's own rights. */
export const inboxCountsQuery = (orgId: string) =>
  queryOptions({
    queryKey: workKeys.counts(),
    queryFn: async ({ signal }): Promise<InboxCounts> => {
      const head = () => supabase.from('work_inbox').select('id', { count: 'exact', head: true }).eq('is_open', true).abortSignal(signal)
      const own = () => head().eq('org_id', orgId)
      const [mine, org, approval, sent, supervised, late] = await Promise.all([
        own().eq('is_handled_by_me', true),
        own(),
        own().eq('awaits_my_approval', true),
        head().eq('owner_org_id', orgId).neq('org_id', orgId),
        head().eq('is_supervised', true),
        own().in('light', ['orange', 'red']),
      ])
      return {
        mine: countOf(mine),
        org: countOf(org),
        approval: countOf(approval),
        sent: countOf(sent),
        supervised: countOf(supervised),
        late: countOf(late),
      }
    },
  })
