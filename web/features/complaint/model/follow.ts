import { z } from 'zod/mini'

const maybeText = z.nullish(z.string())

export const followedCase = z.object({
  caseNo: z.string(),
  caseType: z.enum(['complaint', 'tip']),
  title: z.string(),
  state: z.string(),
  stateLabel: z.string(),
  orgName: maybeText,
  orgReason: maybeText,
  termLabel: maybeText,
  dueAt: maybeText,
  dueIsProvisional: z.optional(z.boolean()),
  filedAt: z.string(),
  answer: z.nullish(z.object({ text: z.string(), outcomeLabel: maybeText, orgName: maybeText, at: z.string() })),
  timeline: z.array(z.object({ label: z.string(), orgName: maybeText, note: maybeText, at: z.string() })),
  materialRequest: maybeText,
  canRate: z.optional(z.boolean()),
  canSupply: z.optional(z.boolean()),
})
export type FollowedCase = z.infer<typeof followedCase>

export const followAnswer = z.object({ cases: z.array(followedCase) })

export interface FollowCredentials {
  code: string
  phoneTail: string
}

/** People type lower case, spaces and full-width dashes; the code itself is four groups of four. */
export function normalizeCode(raw: string) {
  const letters = raw
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/g, '')
  return letters.match(/.{1,4}/g)?.join('-') ?? ''
}
