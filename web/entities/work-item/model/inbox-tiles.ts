import { boxLabels, dueLabels, inboxSearch, type Box, type BoxFilter, type Due } from './inbox-filter.ts'
import type { WorkDuties } from './work-rights.ts'

/** A number on the landing page: what of the inbox it counts, and leads to. */
export interface InboxTile {
  key: string
  title: string
  rows: { box: Box; due?: Due; handler?: 'none' }
}

export interface TileGroup {
  title: string
  tiles: readonly InboxTile[]
}

const boxTile = (box: Box, title = boxLabels[box]): InboxTile => ({ key: box, title, rows: { box } })
const dueTile = (due: Due, title: string = dueLabels[due]): InboxTile => ({ key: due, title, rows: { box: 'org', due } })

const ofBody: readonly InboxTile[] = [
  boxTile('org', '全部待办'),
  { key: 'unassigned', title: '未指派承办人', rows: { box: 'org', handler: 'none' } },
  dueTile('today'),
  // Between 今日到期 and 已超期 nobody asks what of; on one line it keeps the row low.
  dueTile('soon', '3 个工作日内'),
  dueTile('late'),
]

const supervised = boxTile('supervised', '督办中')

/** What a day begins with, by what the person does with work; whoever only oversees has no desk of their own. */
export function tileGroupsOf({ canHandle, canApprove, worksForBody }: WorkDuties): readonly TileGroup[] {
  const own = [...(canHandle ? [boxTile('mine', '本人待办')] : []), ...(canApprove ? [boxTile('approval')] : [])]
  const groups = [
    { title: '本人', tiles: own },
    { title: '本单位', tiles: worksForBody ? ofBody : [] },
    { title: '跟进', tiles: worksForBody ? [boxTile('sent'), supervised] : [supervised, boxTile('followed', '我关注的')] },
  ]
  return groups.filter((group) => group.tiles.length > 0)
}

/** Everything that the list would be asked with, opened by the link of the tile. */
export const toBoxFilter = ({ rows }: InboxTile): BoxFilter => ({ ...inboxSearch.defaults, ...rows })

/** What to show of it right away: what waits for a decision, else one's own, else what the body owes. */
export function nextBox({ canHandle, canApprove }: WorkDuties, counts: Readonly<Record<string, number>>) {
  if (canApprove && (counts.approval ?? 0) > 0) return 'approval'
  return canHandle && (counts.mine ?? 0) > 0 ? 'mine' : 'org'
}
