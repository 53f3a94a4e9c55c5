import { z } from 'zod'
import { lightSchema } from '@/entities/work-item/model/work-item.ts'

export const claimStates = ['pending', 'claimed', 'declining', 'declined', 'ended'] as const
export type ClaimState = (typeof claimStates)[number]
export const claimStateLabels: Record<ClaimState, string> = {
  pending: '待认领',
  claimed: '已认领',
  declining: '申请不认领',
  declined: '不认领',
  ended: '事项已取消',
}

const claimShape = z.object({
  id: z.number(),
  item_code: z.string(),
  item_name: z.string(),
  main_name: z.string(),
  item_state: z.string(),
  line_code: z.string(),
  line_name: z.string(),
  org_id: z.uuid(),
  org_name: z.string(),
  region_name: z.string(),
  state: z.enum(claimStates),
  asked_version: z.number(),
  claimed_version: z.number().nullable(),
  /** Changed since the body last claimed it. */
  is_changed: z.boolean(),
  ground: z.string().nullable(),
  note: z.string(),
  decision_note: z.string(),
  task_id: z.uuid().nullable(),
  asked_at: z.string(),
  answered_at: z.string().nullable(),
  decided_at: z.string().nullable(),
})
/** `title`: what lists call a row; a claim is called by its item. */
export type Claim = z.infer<typeof claimShape> & { title?: string }
export const claimSchema: z.ZodType<Claim> = claimShape
export const claimColumns = Object.keys(claimShape.shape).join(',')

export const claimTaskRowSchema = z.object({
  id: z.uuid(),
  item_id: z.uuid(),
  no: z.string(),
  title: z.string(),
  body_id: z.uuid(),
  body_name: z.string(),
  org_id: z.uuid(),
  org_name: z.string(),
  region_name: z.string(),
  handler_id: z.uuid().nullable(),
  handler_name: z.string().nullable(),
  state: z.string(),
  state_label: z.string(),
  light: lightSchema,
  is_open: z.boolean(),
  is_supervised: z.boolean(),
  due_at: z.string().nullable(),
  due_is_provisional: z.boolean(),
  workdays_left: z.number().nullable(),
  created_at: z.string(),
})
export type ClaimTask = z.infer<typeof claimTaskRowSchema>

/** What can be said to a claim; the database decides again for each. */
export type ClaimAct = 'claim' | 'decline' | 'grant' | 'insist'
export const claimActLabels: Record<ClaimAct, string> = { claim: '认领', decline: '不认领', grant: '同意不认领', insist: '须认领' }

interface Seat {
  org_id: string
  permissions: readonly string[]
}

/** What this officer may say to a claim: its body answers, the coordinator decides on what was declined. */
export function actsOn({ state, org_id: orgId }: Pick<Claim, 'state' | 'org_id'>, { org_id: own, permissions }: Seat): ClaimAct[] {
  const answers = permissions.includes('catalog.claim') && orgId === own
  const decides = permissions.includes('catalog.review') && orgId !== own
  if (state === 'pending') return answers ? ['claim', 'decline'] : []
  if (state === 'declining') return [...(answers ? (['claim'] as const) : []), ...(decides ? (['grant', 'insist'] as const) : [])]
  return []
}

/** Of what was picked, what an act can be done to. */
export const fitting = (claims: readonly Claim[], act: ClaimAct, seat: Seat) => claims.filter((claim) => actsOn(claim, seat).includes(act))

/** Acts that fit anything of what was picked, in their order. */
export const actsFor = (claims: readonly Claim[], seat: Seat) =>
  (Object.keys(claimActLabels) as ClaimAct[]).filter((act) => fitting(claims, act, seat).length > 0)
