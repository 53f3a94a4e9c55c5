import { z } from 'zod'
import { lightSchema } from './work-item.ts'
import type { WorkDuties } from './work-rights.ts'

export const boxes = ['mine', 'org', 'approval', 'sent', 'done', 'supervised', 'followed'] as const
export type Box = (typeof boxes)[number]
export const boxLabels: Record<Box, string> = {
  mine: '本人',
  org: '本单位',
  approval: '待我审批',
  sent: '我发起的',
  done: '已办',
  supervised: '督办',
  followed: '关注',
}

export interface InboxCounts {
  mine: number
  org: number
  approval: number
  sent: number
  supervised: number
  late: number
}

const filterSchema = z.object({
  /** Absent: where this person's day begins. */
  box: z.enum(boxes).optional().catch(undefined),
  kind: z.string().max(40).optional().catch(undefined),
  light: lightSchema.optional().catch(undefined),
  handler: z.enum(['me', 'none']).optional().catch(undefined),
  q: z.string().max(100).catch('').default(''),
  page: z.coerce.number().int().min(1).catch(1),
  size: z.coerce
    .number()
    .pipe(z.union([z.literal(20), z.literal(50), z.literal(100)]))
    .catch(20),
  sort: z.enum(['due_at', '-due_at', 'created_at', '-created_at', 'closed_at', '-closed_at', '']).catch('due_at'),
})
export type InboxFilter = z.infer<typeof filterSchema>
/** With the box decided. */
export type BoxFilter = InboxFilter & { box: Box }

/** What is due first for open work, what was finished last for closed work. */
export const firstSort = (box: Box | undefined): InboxFilter['sort'] => (box === 'done' ? '-closed_at' : 'due_at')

export const inboxSearch = {
  defaults: {
    box: undefined,
    kind: undefined,
    light: undefined,
    handler: undefined,
    q: '',
    page: 1,
    size: 20,
    sort: 'due_at',
  } satisfies InboxFilter as InboxFilter,
  parse: (raw: Record<string, string>): InboxFilter => {
    const filter = filterSchema.parse({ ...inboxSearch.defaults, ...raw })
    return raw.sort === undefined ? { ...filter, sort: firstSort(filter.box) } : filter
  },
}

/** Only what makes sense for the person; 我发起的 for a body that hands out work, or that has something out. */
export function boxesOf(duties: WorkDuties, isCoordinator: boolean, sent: number): Box[] {
  const shown: Record<Box, boolean> = {
    mine: duties.canHandle,
    org: duties.worksForBody,
    approval: duties.canApprove,
    sent: isCoordinator || sent > 0,
    done: duties.worksForBody,
    supervised: true,
    followed: true,
  }
  return boxes.filter((box) => shown[box])
}

/** What waits for a decision first, else the work of the body; whoever only oversees begins with 督办. */
export const firstBox = (duties: WorkDuties, waiting: number): Box =>
  duties.canApprove && waiting > 0 ? 'approval' : duties.worksForBody ? 'org' : 'supervised'
