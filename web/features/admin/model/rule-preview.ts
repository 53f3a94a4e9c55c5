import { z } from 'zod'

export const previewRowSchema = z.object({
  running: z.number(),
  suspended: z.number(),
  compared: z.number(),
  earlier: z.number(),
  later: z.number(),
  same: z.number(),
  start_due_on: z.string(),
  start_due_on_now: z.string().nullable(),
  no: z.string().nullable(),
  started_on: z.string().nullable(),
  due_on: z.string().nullable(),
  new_due_on: z.string().nullable(),
})
export type PreviewRow = z.infer<typeof previewRowSchema>

export interface PreviewItem {
  no: string
  started_on: string
  due_on: string
  new_due_on: string
}

export interface RulePreview {
  counts: Pick<PreviewRow, 'running' | 'suspended' | 'compared' | 'earlier' | 'later' | 'same'>
  startDueOn: string
  startDueOnNow: string | null
  items: PreviewItem[]
}

/** The same counts stand in every row; a rule without open terms answers one row without an item. */
export function readPreview(rows: readonly PreviewRow[]): RulePreview {
  const [first] = rows
  if (!first) throw new Error('the preview answers at least one row')
  const items = rows.flatMap(({ no, started_on, due_on, new_due_on }) =>
    no && started_on && due_on && new_due_on ? [{ no, started_on, due_on, new_due_on }] : [],
  )
  const { running, suspended, compared, earlier, later, same, start_due_on, start_due_on_now } = first
  return { counts: { running, suspended, compared, earlier, later, same }, startDueOn: start_due_on, startDueOnNow: start_due_on_now, items }
}

const day = 86_400_000
/** 提前 3 天 / 推后 2 天 / 不变. */
export function shiftWord({ due_on, new_due_on }: Pick<PreviewItem, 'due_on' | 'new_due_on'>): string {
  const days = Math.round((Date.parse(new_due_on) - Date.parse(due_on)) / day)
  if (days === 0) return '不变'
  return days < 0 ? `提前 ${-days} 天` : `推后 ${days} 天`
}
