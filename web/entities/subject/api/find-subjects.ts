import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { supabase } from '@/shared/supabase/client.ts'
import { rowsOf } from '@/shared/supabase/rows.ts'
import { licenceColumns, licenceSchema, subjectColumns, subjectSchema } from '../model/subject.ts'

/** By a part of the name or address, or the beginning of the code. */
export const foundSubjectsQuery = (text: string) =>
  queryOptions({
    queryKey: ['data-centre', 'found', text],
    enabled: text !== '',
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) =>
      rowsOf(await supabase.rpc('find_subjects', { p_q: text }).select(subjectColumns).abortSignal(signal), subjectSchema),
  })

/** Null when it is not there, or not to be seen. */
export const subjectQuery = (id: string | null) =>
  queryOptions({
    queryKey: ['data-centre', 'subject', id],
    enabled: id !== null,
    queryFn: async ({ signal }) => {
      const rows = rowsOf(
        await supabase
          .from('subject_list')
          .select(subjectColumns)
          .eq('id', id ?? '')
          .abortSignal(signal),
        subjectSchema,
      )
      return rows[0] ?? null
    },
  })

export const licencesQuery = (subjectId: string) =>
  queryOptions({
    queryKey: ['data-centre', 'licences', subjectId],
    queryFn: async ({ signal }) =>
      rowsOf(
        await supabase.from('subject_licence_list').select(licenceColumns).eq('subject_id', subjectId).order('id').abortSignal(signal),
        licenceSchema,
      ),
  })
