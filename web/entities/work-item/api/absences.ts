import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { toAppError } from '@/shared/errors/to-app-error.ts'
import { supabase } from '@/shared/supabase/client.ts'
import { rowsOf } from '@/shared/supabase/rows.ts'
import { absenceSchema } from '../model/absence.ts'
import { workKeys } from './keys.ts'

const people = 'officer:officers!officer_absences_officer_id_fkey(name),deputy:officers!officer_absences_deputy_id_fkey(name)'

/** Own absences and those in which one works for somebody, the latest first. */
export const absencesQuery = (officerId: string) =>
  queryOptions({
    queryKey: workKeys.absences(officerId),
    queryFn: async ({ signal }) =>
      rowsOf(
        await supabase
          .from('officer_absences')
          .select(`id,officer_id,deputy_id,starts_on,ends_on,${people}`)
          .or(`officer_id.eq.${officerId},deputy_id.eq.${officerId}`)
          .order('starts_on', { ascending: false })
          .limit(50)
          .abortSignal(signal),
        absenceSchema,
      ),
  })

export function useSetAbsence() {
  const client = useQueryClient()
  return useMutation({
    meta: { silent: true },
    mutationFn: async ({ deputyId, startsOn, endsOn }: { deputyId: string; startsOn: string; endsOn: string }) => {
      const { error } = await supabase.rpc('set_absence', { p_deputy_id: deputyId, p_starts_on: startsOn, p_ends_on: endsOn })
      if (error) throw toAppError(error)
    },
    onSuccess: () => client.invalidateQueries({ queryKey: workKeys.all }),
  })
}

export function useEndAbsence() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async (id: string) => {
      const { error } = await supabase.rpc('end_absence', { p_id: id })
      if (error) throw toAppError(error)
    },
    onSettled: () => client.invalidateQueries({ queryKey: workKeys.all }),
  })
}
