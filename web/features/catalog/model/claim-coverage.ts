import { z } from 'zod'
import { choice, line, listFilter, region, type StateOf } from '@/shared/list/list-filter.ts'

export const coverageGroups = { region: '按地区', line: '按部门', org: '按单位', item: '按事项' } as const
export type CoverageGroup = keyof typeof coverageGroups

export const coverageSearch = listFilter(
  { by: choice('分组', coverageGroups), region: region('地区').region, ...line('部门') },
  { sorts: [], place: ['by'] },
)
export type CoverageFilter = StateOf<typeof coverageSearch>

export interface CoverageRequest {
  region: number
  line: string | undefined
  by: CoverageGroup
}

export const coverageRowSchema = z.object({
  key: z.string(),
  label: z.string().nullable(),
  asked: z.number(),
  claimed: z.number(),
  pending: z.number(),
  declining: z.number(),
  declined: z.number(),
})
export type CoverageRow = z.infer<typeof coverageRowSchema>
type Counts = Omit<CoverageRow, 'key' | 'label'>

/** 认领率: claimed of what is to be claimed; of nothing there is nothing to say. */
export const coverageRate = ({ asked, claimed, declined }: Pick<Counts, 'asked' | 'claimed' | 'declined'>) =>
  asked > declined ? claimed / (asked - declined) : null

/** No line is called full that is not. */
export const rateText = (rate: number | null) => (rate === null ? '—' : `${rate === 1 ? '100' : (Math.floor(rate * 1_000) / 10).toFixed(1)}%`)

export const coverageTotal = (rows: readonly Counts[]): Counts => {
  const sum = (key: keyof Counts) => rows.reduce((all, row) => all + row[key], 0)
  return { asked: sum('asked'), claimed: sum('claimed'), pending: sum('pending'), declining: sum('declining'), declined: sum('declined') }
}

/** What of the list a group is, in the words of its address. */
export function placeOfGroup({ key }: Pick<CoverageRow, 'key'>, { region: at, line: of, by }: CoverageRequest) {
  const here = { region: at, ...(of ? { line: of } : {}) }
  if (by === 'line') return { ...here, line: key }
  if (by === 'org') return { ...here, org: key }
  if (by === 'item') return { ...here, items: key }
  // Its own row is what lies at the place itself; the others are looked at with all below them.
  return { ...here, region: Number(key), ...(Number(key) === at ? { exact: true } : {}) }
}
