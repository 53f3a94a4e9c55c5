import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { toAppError } from '@/shared/errors/to-app-error.ts'
import { supabase } from '@/shared/supabase/client.ts'
import { pageOf } from '@/shared/supabase/rows.ts'
import { historyRowSchema } from '../model/case-parts.ts'
import { complaintKeys } from './keys.ts'

const columns = Object.keys(historyRowSchema.shape).join(',')

/** What else was filed of the same business, the newest first, as far as this officer may read it; with the whole number. */
export const historyQuery = (caseId: string) =>
  queryOptions({
    queryKey: complaintKeys.history(caseId),
    queryFn: async ({ signal }) =>
      pageOf(
        await supabase
          .rpc('complaint_history', { p_case_id: caseId }, { count: 'exact' })
          .select(columns)
          .order('filed_at', { ascending: false })
          .order('id')
          .limit(8)
          .abortSignal(signal),
        historyRowSchema,
      ),
  })

/** Says which registered business a case is about; null takes it back. */
export function useLinkSubject(caseId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async (subjectId: string | null) => {
      const { error } = await supabase.rpc('complaint_link_subject', { p_case_id: caseId, ...(subjectId ? { p_subject_id: subjectId } : {}) })
      if (error) throw toAppError(error)
    },
    // Also when somebody else was faster: then there is something to see.
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: complaintKeys.one(caseId) }),
        client.invalidateQueries({ queryKey: complaintKeys.history(caseId) }),
      ]),
  })
}
