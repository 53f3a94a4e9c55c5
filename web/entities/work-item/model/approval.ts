import { z } from 'zod'
import type { WorkEvent } from './work-event.ts'

export const approvalSchema = z.object({
  id: z.uuid(),
  action: z.string(),
  action_label: z.string(),
  permission: z.string(),
  /** What was filled in, in words. */
  words: z.array(z.object({ label: z.string(), text: z.string().nullable() })),
  version: z.number(),
  asked_by: z.uuid(),
  asked_by_name: z.string(),
  asked_at: z.string(),
  /** Null while it waits. */
  outcome: z.enum(['granted', 'refused', 'withdrawn']).nullable(),
  decided_by_name: z.string().nullable(),
  decided_at: z.string().nullable(),
  reason: z.string(),
})
export type Approval = z.infer<typeof approvalSchema>

export const openApproval = (approvals: readonly Approval[]) => approvals.find(({ outcome }) => outcome === null)

/** The last answer was no, and the item stands where it was asked: the asker still has to act on it. */
export function standingRefusal(approvals: readonly Approval[], version: number): Approval | undefined {
  const [last] = [...approvals].sort((a, b) => b.asked_at.localeCompare(a.asked_at))
  return last?.outcome === 'refused' && last.version === version ? last : undefined
}

/** 张三提请，李四审批. */
export function whoDid({ action, action_label: label, actor_name: actor, asked_by_name: asker }: WorkEvent): string {
  const name = actor === label ? '系统' : actor
  if (!asker) return name
  return action === 'refuse_approval' ? `${asker}提请，${name}退回` : `${asker}提请，${name}审批`
}
