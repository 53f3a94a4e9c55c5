import { queryOptions } from '@tanstack/react-query'
import { inboxSearch, type BoxFilter, type InboxCounts } from '../model/inbox-filter.ts'
import { workKeys } from './keys.ts'
import { countBox } from './list-inbox.ts'

/** Heads of the boxes. Counted by the database under the officer's own rights. */
export const inboxCountsQuery = (orgId: string) =>
  queryOptions({
    queryKey: workKeys.counts(),
    queryFn: async ({ signal }): Promise<InboxCounts> => {
      const count = (box: BoxFilter['box'], due?: BoxFilter['due']) => countBox({ ...inboxSearch.defaults, box, due }, orgId, signal)
      const [mine, org, approval, sent, supervised, late] = await Promise.all([
        count('mine'),
        count('org'),
        count('approval'),
        count('sent'),
        count('supervised'),
        count('org', 'late'),
      ])
      return { mine, org, approval, sent, supervised, late }
    },
  })
