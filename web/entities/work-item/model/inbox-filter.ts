import { z } from 'zod'
import { lightSchema } from './work-item.ts'

export const boxes = ['todo', 'done', 'supervised', 'followed'] as const
export type Box = (typeof boxes)[number]
export const boxLabels: Record<Box, string> = { todo: '待办', done: '已办', supervised: '督办', followed: '关注' }

const filterSchema = z.object({
  box: z.enum(boxes).catch('todo'),
  kind: z.string().max(40).optional().catch(undefined),
  light: lightSchema.optional().catch(undefined),
  q: z.string().max(100).catch('').default(''),
  page: z.coerce.number().int().min(1).catch(1),
  size: z.coerce
    .number()
    .pipe(z.union([z.literal(20), z.literal(50), z.literal(100)]))
    .catch(20),
  sort: z.enum(['due_at', '-due_at', 'created_at', '-created_at', 'closed_at', '-closed_at', '']).catch('due_at'),
})
export type InboxFilter = z.infer<typeof filterSchema>

/** What is due first for open work, what was finished last for closed work. */
export const firstSort = (box: Box): InboxFilter['sort'] => (box === 'done' ? '-closed_at' : 'due_at')

export const inboxSearch = {
  defaults: { box: 'todo', kind: undefined, light: undefined, q: '', page: 1, size: 20, sort: 'due_at' } satisfies InboxFilter as InboxFilter,
  parse: (raw: Record<string, string>): InboxFilter => {
    const filter = filterSchema.parse({ ...inboxSearch.defaults, ...raw })
    return raw.sort === undefined ? { ...filter, sort: firstSort(filter.box) } : filter
  },
}
