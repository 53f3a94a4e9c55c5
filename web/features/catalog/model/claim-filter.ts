import { z } from 'zod'
import { choice, flag, listFilter, org, search, type FilterField, type StateOf } from '@/shared/list/list-filter.ts'
import { scopeFields, type ScopeState } from '@/widgets/work-list/model/scope.ts'
import { workFields } from '@/widgets/work-list/model/work-filter.ts'
import { claimStateLabels, claimStates } from './claim.ts'

/** Fifty items at most, the codes joined by points. */
const items: FilterField<string | undefined> = {
  label: '事项',
  schema: z
    .string()
    .regex(/^\d{14}(\.\d{14}){0,49}$/)
    .optional()
    .catch(undefined),
  initial: undefined,
  words: (value, name) => `事项：${name ?? value.split('.').join('、')}`,
}

/** Once an item is repealed nobody is asked any more: `all` is what counts for the coverage. */
const tabLabels = { ...claimStateLabels, all: '全部' }
export const claimTabs = ['pending', 'claimed', 'declining', 'declined', 'all'] as const
export type ClaimTab = keyof typeof tabLabels

export const claimSearch = listFilter(
  {
    ...scopeFields,
    q: search('事项名称、编码或单位名称'),
    state: { ...choice('状态', tabLabels), initial: 'pending' as ClaimTab, schema: z.enum(['all', ...claimStates]).catch('pending') },
    changed: flag('认领后有变更'),
    items,
    org: org('单位'),
  },
  { sorts: ['item_code', 'asked_at', 'answered_at'], place: ['scope', 'state'] },
)
export type ClaimFilter = StateOf<typeof claimSearch>

export const claimTabLabel = (tab: ClaimTab) => tabLabels[tab]

export type ClaimCounts = Readonly<Partial<Record<ClaimTab, number>>>

/** What stands on the tabs; the one of all is what the others come to. */
export function tabsWith(counts: ClaimCounts | undefined) {
  return claimTabs.map((key) => ({ key, label: tabLabels[key], ...(counts ? { count: counts[key] ?? 0 } : {}) }))
}

/** Whoever is looked at by body or place is looked at as a whole. */
export const claimPlace = (filter: ClaimFilter): ScopeState => (filter.org ? { ...filter, scope: 'all' } : filter)

export const claimTaskSearch = listFilter(
  {
    ...workFields,
    // A body's task lies before the coordinator while that one decides, and is still its own.
    scope: { ...workFields.scope, initial: 'all' as const },
    q: search('标题或编号'),
  },
  { sorts: ['created_at', 'due_at'], place: ['scope'] },
)
export type ClaimTaskFilter = StateOf<typeof claimTaskSearch>
