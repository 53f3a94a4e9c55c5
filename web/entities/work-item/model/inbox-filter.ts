import { choice, code, listFilter, search, type StateOf } from '@/shared/list/list-filter.ts'
import { lightLabels } from './work-item.ts'
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

/** How the days run out, as the column `due_in` of the view says; what is due today is due within three days too. */
export const dueLabels = { late: '已超期', today: '今日到期', soon: '3 个工作日内到期' } as const
export type Due = keyof typeof dueLabels

export interface InboxCounts {
  mine: number
  org: number
  approval: number
  sent: number
  supervised: number
  late: number
}

export const inboxHandlerLabels = { me: '本人', none: '未指派' } as const

const declared = listFilter(
  {
    /** Absent: where this person's day begins. */
    box: choice('事项', boxLabels),
    kind: code('类型'),
    light: choice('预警', lightLabels),
    due: choice('期限', dueLabels),
    handler: choice('承办人', inboxHandlerLabels),
    q: search('标题或编号'),
  },
  { sorts: ['due_at', 'created_at', 'closed_at'], sort: 'due_at', place: ['box'] },
)
export type InboxFilter = StateOf<typeof declared>
/** With the box decided. */
export type BoxFilter = InboxFilter & { box: Box }

/** What is due first for open work, what was finished last for closed work. */
export const firstSort = (box: Box | undefined): InboxFilter['sort'] => (box === 'done' ? '-closed_at' : 'due_at')

export const inboxSearch = {
  ...declared,
  parse: (raw: Record<string, string>): InboxFilter => {
    const filter = declared.parse(raw)
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
