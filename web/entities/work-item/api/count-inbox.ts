import { queryOptions } from '@tanstack/react-query'
import { countOf } from '@/shared/supabase/rows.ts'
import { inboxSearch, type BoxFilter, type InboxCounts } from '../model/inbox-filter.ts'
import { toBoxFilter, type InboxTile } from '../model/inbox-tiles.ts'
import { workKeys } from './keys.ts'
import { boxRequest } from './list-inbox.ts'

/** By the request that reads the rows, so that a number and what it leads to cannot differ. */
const countBox = async (filter: BoxFilter, orgId: string, signal: AbortSignal) =>
  countOf(await boxRequest(filter, orgId, { of: 'ids', from: 0, to: 0, options: { count: 'exact', head: true } }).abortSignal(signal))

/** Heads of the boxes. Counted by the database under the officer's own rights. */
export const inboxCountsQuery = (orgId: string) =>
  queryOptions({
    queryKey: workKeys.counts(),
    queryFn: async ({ signal }): Promise<InboxCounts> => {
      const count = (patch: Partial<BoxFilter> & Pick<BoxFilter, 'box'>) => countBox({ ...inboxSearch.defaults, ...patch }, orgId, signal)
      const [mine, org, approval, sent, supervised, late] = await Promise.all([
        count({ box: 'mine' }),
        count({ box: 'org' }),
        count({ box: 'approval' }),
        count({ box: 'sent' }),
        count({ box: 'supervised' }),
        count({ box: 'org', due: 'late' }),
      ])
      return { mine, org, approval, sent, supervised, late }
    },
  })

/** One number for each tile, by its key. */
export const tileCountsQuery = (tiles: readonly InboxTile[], orgId: string) =>
  queryOptions({
    queryKey: workKeys.tileCounts(tiles.map((tile) => tile.key)),
    queryFn: async ({ signal }): Promise<Readonly<Record<string, number>>> =>
      Object.fromEntries(await Promise.all(tiles.map(async (tile) => [tile.key, await countBox(toBoxFilter(tile), orgId, signal)] as const))),
  })
