import { z } from 'zod'

export const workEventSchema = z.object({
  id: z.number(),
  seq: z.number(),
  action: z.string(),
  action_label: z.string(),
  to_state: z.string(),
  actor_name: z.string(),
  actor_org_name: z.string(),
  /** Who asked for what the actor agreed to or refused. */
  asked_by_name: z.string(),
  note: z.string(),
  /** What was filled in, as it was called then. */
  words: z.array(z.object({ label: z.string(), text: z.string().nullable() })),
  created_at: z.string(),
})
export type WorkEvent = z.infer<typeof workEventSchema>

export const workTermSchema = z.object({
  id: z.number(),
  label: z.string(),
  started_on: z.string(),
  due_at: z.string().nullable(),
  is_provisional: z.boolean(),
  state: z.enum(['running', 'suspended', 'met', 'late', 'cancelled']),
  finished_at: z.string().nullable(),
  unit: z.string(),
  workdays_left: z.number().nullable(),
})
export type WorkTerm = z.infer<typeof workTermSchema>

export const termStateLabels: Record<WorkTerm['state'], string> = {
  running: '计时中',
  suspended: '已中止',
  met: '按期完成',
  late: '超期完成',
  cancelled: '已取消',
}
