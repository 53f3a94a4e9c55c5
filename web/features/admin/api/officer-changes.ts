import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { toAppError } from '@/shared/errors/to-app-error.ts'
import { supabase } from '@/shared/supabase/client.ts'
import { rowsOf } from '@/shared/supabase/rows.ts'
import { officerChangeSchema, type Change } from '../model/officer-change.ts'
import { adminKeys } from './keys.ts'

/** Asks that wait, or those that are over, of the bodies that the caller may confirm for. */
export const officerChangesQuery = (isOpen: boolean) =>
  queryOptions({
    queryKey: adminKeys.officerChanges(isOpen),
    queryFn: async ({ signal }) => rowsOf(await supabase.rpc('officer_changes', { p_is_open: isOpen }).abortSignal(signal), officerChangeSchema),
  })

export interface ChangeAsk {
  officerId: string
  change: Change
  role?: string | undefined
  /** Last day on which the role holds; absent = until it is taken back. */
  lastDay?: string | undefined
  reason: string
}

/** Each shows its refusal in its own dialog. */
function useChangeAct<Values>(act: (values: Values) => PromiseLike<{ error: unknown }>) {
  const client = useQueryClient()
  return useMutation({
    meta: { silent: true },
    mutationFn: async (values: Values) => {
      const { error } = await act(values)
      if (error) throw toAppError(error)
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['admin'] }),
  })
}

export const useAskChange = () =>
  useChangeAct(({ officerId, change, role, lastDay, reason }: ChangeAsk) =>
    supabase.rpc('ask_officer_change', {
      p_officer_id: officerId,
      p_change: change,
      p_reason: reason,
      ...(role ? { p_role: role } : {}),
      ...(lastDay ? { p_expires_at: `${lastDay}T23:59:59+08:00` } : {}),
    }),
  )

export const useDecideChange = () =>
  useChangeAct(({ id, isConfirmed, note }: { id: string; isConfirmed: boolean; note: string }) =>
    supabase.rpc('decide_officer_change', { p_ask_id: id, p_is_confirmed: isConfirmed, p_note: note }),
  )

export function useWithdrawChange() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async (id: string) => {
      const { error } = await supabase.rpc('withdraw_officer_change', { p_ask_id: id })
      if (error) throw toAppError(error)
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['admin'] }),
  })
}
