import { choice, code, dayRange, listFilter, region, type StateOf } from '@/shared/list/list-filter.ts'
import { addDays, todayInShanghai } from '@/shared/format/date.ts'
import type { Span } from './spans.ts'

export const groupLabels = { region: '按地区', line: '按条线' } as const

export const figuresSearch = listFilter(
  { by: choice('分组', groupLabels), region: region('地区').region, line: code('条线'), ...dayRange('登记日期') },
  { sorts: [], place: ['by'] },
)
export type FiguresState = StateOf<typeof figuresSearch>

/** Thirty days up to the end that is given, or up to today. */
export function spanOf({ from, to }: Pick<FiguresState, 'from' | 'to'>, today = todayInShanghai()): Span {
  const end = to ?? (from !== undefined && from > today ? from : today)
  return { from: from !== undefined && from <= end ? from : addDays(end, -29), to: end }
}
