import { z } from 'zod/mini'

export const receiptSchema = z.object({
  code: z.string(),
  cases: z.array(
    z.object({
      caseNo: z.string(),
      caseType: z.enum(['complaint', 'tip']),
      stateLabel: z.nullish(z.string()),
      orgName: z.nullish(z.string()),
      reasons: z.array(z.string()),
      termLabel: z.nullish(z.string()),
      dueAt: z.nullish(z.string()),
      dueIsProvisional: z.optional(z.boolean()),
    }),
  ),
})
export type Receipt = z.infer<typeof receiptSchema>

export const caseTypeLabels = { complaint: '投诉', tip: '举报' } as const

const slot = 'complaint-receipt'

/** The code must survive a reload; session storage, so that the next person at a shared computer does not see it. */
export const receiptSlot = {
  read: (): Receipt | null => {
    try {
      const parsed = receiptSchema.safeParse(JSON.parse(sessionStorage.getItem(slot) ?? 'null'))
      return parsed.success ? parsed.data : null
    } catch {
      return null
    }
  },
  write: (receipt: Receipt | null) => {
    if (receipt) sessionStorage.setItem(slot, JSON.stringify(receipt))
    else sessionStorage.removeItem(slot)
  },
}
