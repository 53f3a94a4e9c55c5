import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { supabase } from '@/shared/supabase/client.ts'
import { invokeFunction } from '@/shared/supabase/invoke-function.ts'
import { rowsOf } from '@/shared/supabase/rows.ts'
import { toAppError } from '@/shared/errors/to-app-error.ts'
import { revealAskSchema, revealedSchema, revealRowSchema } from '../model/case-parts.ts'
import { complaintKeys } from './keys.ts'

/** A logged act, not a read: never cached, gone when the dialog closes. */
export function useRevealReporter(caseId: string) {
  return useMutation({
    meta: { silent: true },
    gcTime: 0,
    mutationFn: async (reason: string) => revealedSchema.parse(await invokeFunction('reveal-reporter', { caseId, reason })),
  })
}

export const revealAsksQuery = (caseId: string) =>
  queryOptions({
    queryKey: complaintKeys.asks(caseId),
    queryFn: async ({ signal }) => rowsOf(await supabase.rpc('reveal_asks', { p_case_id: caseId }).abortSignal(signal), revealAskSchema),
  })

export function useAskReveal(caseId: string) {
  const client = useQueryClient()
  return useMutation({
    meta: { silent: true },
    mutationFn: async (reason: string) => {
      const { error } = await supabase.rpc('ask_reveal', { p_case_id: caseId, p_reason: reason })
      if (error) throw toAppError(error)
    },
    onSuccess: () => client.invalidateQueries({ queryKey: complaintKeys.asks(caseId) }),
  })
}

interface RevealDecision {
  askId: string
  isGranted: boolean
  decision: string
}

export function useDecideReveal(caseId: string) {
  const client = useQueryClient()
  return useMutation({
    meta: { silent: true },
    mutationFn: async ({ askId, isGranted, decision }: RevealDecision) => {
      const { error } = await supabase.rpc('decide_reveal', { p_ask_id: askId, p_is_granted: isGranted, p_decision: decision })
      if (error) throw toAppError(error)
    },
    // Also when a colleague was faster: then there is something to see.
    onSettled: () => client.invalidateQueries({ queryKey: complaintKeys.asks(caseId) }),
  })
}

/** `month`: any day of it. */
export const revealSheetQuery = (month: string) =>
  queryOptions({
    queryKey: complaintKeys.sheet(month),
    queryFn: async ({ signal }) => rowsOf(await supabase.rpc('reveal_sheet', { p_month: month }).abortSignal(signal), revealRowSchema),
  })
