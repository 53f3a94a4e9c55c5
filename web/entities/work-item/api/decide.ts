import { useMutation, useQueryClient } from '@tanstack/react-query'
import { toAppError } from '@/shared/errors/to-app-error.ts'
import { mutationErrors } from '@/shared/query/error-events.ts'
import { supabase } from '@/shared/supabase/client.ts'
import { refreshWork } from './refresh-work.ts'

interface Decision {
  approvalId: string
  isGranted: boolean
  reason: string
}

/** Agrees to what a colleague asked for, which carries it out, or gives it back with a reason. Harmless when repeated. */
/** `onDone` comes before the refresh, after which the request and its form are gone. */
export function useDecide(moduleKey: string, onDone?: (decision: Decision) => void) {
  const client = useQueryClient()
  return useMutation({
    meta: { silent: true },
    mutationFn: async ({ approvalId, isGranted, reason }: Decision) => {
      const { data, error } = await supabase.rpc('work_decide', { p_approval_id: approvalId, p_is_granted: isGranted, p_reason: reason })
      if (error) throw toAppError(error)
      return data[0]
    },
    onSuccess: (_answer, decision) => {
      onDone?.(decision)
      return refreshWork(client, moduleKey)
    },
    onError: (error) => {
      const known = toAppError(error)
      if (known.kind !== 'conflict' && known.kind !== 'not-found') return undefined
      // The request is over, so its form goes with the refresh: somebody has to say why.
      mutationErrors.emit(known)
      return refreshWork(client, moduleKey)
    },
  })
}

export function useWithdrawApproval(moduleKey: string, onDone?: () => void) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async (approvalId: string) => {
      const { error } = await supabase.rpc('withdraw_approval', { p_approval_id: approvalId })
      if (error) throw toAppError(error)
    },
    onSuccess: () => onDone?.(),
    // Also when it fails: then somebody was faster.
    onSettled: () => refreshWork(client, moduleKey),
  })
}
