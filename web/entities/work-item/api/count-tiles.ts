import { queryOptions } from '@tanstack/react-query'
import { toBoxFilter, type InboxTile } from '../model/inbox-tiles.ts'
import { workKeys } from './keys.ts'
import { countBox } from './list-inbox.ts'

/** One number for each tile, by its key. */
export const tileCountsQuery = (tiles: readonly InboxTile[], orgId: string) =>
  queryOptions({
    queryKey: workKeys.tileCounts(tiles.map((tile) => tile.key)),
    queryFn: async ({ signal }): Promise<Readonly<Record<string, number>>> =>
      Object.fromEntries(await Promise.all(tiles.map(async (tile) => [tile.key, await countBox(toBoxFilter(tile), orgId, signal)] as const))),
  })
