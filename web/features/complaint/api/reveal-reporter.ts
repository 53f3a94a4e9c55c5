import { useMutation } from '@tanstack/react-query'
import { invokeFunction } from '@/shared/supabase/invoke-function.ts'
import { revealedSchema } from '../model/case-parts.ts'

/** A logged act, not a read: never cached, gone when the dialog closes. */
export function useRevealReporter(caseId: string) {
  return useMutation({
    meta: { silent: true },
    gcTime: 0,
    mutationFn: async (reason: string) => revealedSchema.parse(await invokeFunction('reveal-reporter', { caseId, reason })),
  })
}
