import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { toAppError } from '@/shared/errors/to-app-error.ts'
import { supabase } from '@/shared/supabase/client.ts'
import { rowsOf } from '@/shared/supabase/rows.ts'
import { deadLetterSchema, jobSchema, sweepFailureSchema, systemStatusSchema } from '../model/system-status.ts'
import { adminKeys } from './keys.ts'

const everyHalfMinute = 30_000

export const statusQuery = queryOptions({
  queryKey: adminKeys.status(),
  refetchInterval: everyHalfMinute,
  queryFn: async ({ signal }) => {
    const [status, jobs, failures] = await Promise.all([
      supabase.rpc('system_status').abortSignal(signal),
      supabase.rpc('system_jobs').abortSignal(signal),
      supabase.rpc('sweep_failures').abortSignal(signal),
    ])
    const [facts] = rowsOf(status, systemStatusSchema)
    if (!facts) throw new Error('system_status answered nothing')
    return { status: facts, jobs: rowsOf(jobs, jobSchema), failures: rowsOf(failures, sweepFailureSchema) }
  },
})

export const deadLettersQuery = queryOptions({
  queryKey: adminKeys.deadLetters(),
  refetchInterval: everyHalfMinute,
  queryFn: async ({ signal }) => rowsOf(await supabase.rpc('outbox_dead_letters').abortSignal(signal), deadLetterSchema),
})

export function useRedrive() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async (id: number) => {
      const { error } = await supabase.rpc('outbox_redrive', { p_id: id })
      if (error) throw toAppError(error)
    },
    onSuccess: () => client.invalidateQueries({ queryKey: adminKeys.status() }),
  })
}
