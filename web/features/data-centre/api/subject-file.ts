import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { z } from 'zod'
import { licenceColumns, licenceSchema, subjectColumns, subjectSchema } from '@/entities/subject/model/subject.ts'
import { AppError } from '@/shared/errors/app-error.ts'
import { toAppError } from '@/shared/errors/to-app-error.ts'
import { supabase } from '@/shared/supabase/client.ts'
import { rowsOf } from '@/shared/supabase/rows.ts'
import { caseSchema, identifierSchema, mergeSchema, recordSchema, tagSchema, type SubjectFile } from '../model/subject-file.ts'
import { dataCentreKeys } from './keys.ts'

const of = (schema: z.ZodObject) => Object.keys(schema.shape).join(',')

/** A subject with all that is known of it and of those that were merged into it; cases as far as this officer may read them. */
async function readFile(id: string, signal: AbortSignal): Promise<SubjectFile> {
  const subjects = (column: 'id' | 'parent_id' | 'merged_into_id', value: string) =>
    supabase.from('subject_list').select(subjectColumns).eq(column, value).order('name').limit(100).abortSignal(signal)
  const [own, merged] = await Promise.all([subjects('id', id), subjects('merged_into_id', id)])
  const [subject] = rowsOf(own, subjectSchema)
  if (!subject) throw new AppError({ kind: 'not-found', messageKey: 'subject.not_found', message: '监管对象库中没有该单位，可能已更正' })
  const losers = rowsOf(merged, subjectSchema)
  const all = [id, ...losers.map((one) => one.id)]
  const [children, identifiers, records, licences, tags, cases, merges] = await Promise.all([
    supabase.from('subject_list').select(subjectColumns).in('parent_id', all).order('name').limit(100).abortSignal(signal),
    supabase.from('subject_identifier_list').select(of(identifierSchema)).in('subject_id', all).order('kind').order('value').abortSignal(signal),
    supabase.from('subject_record_list').select(of(recordSchema)).in('subject_id', all).order('trust').order('id').abortSignal(signal),
    supabase.from('subject_licence_list').select(licenceColumns).in('subject_id', all).order('id').abortSignal(signal),
    supabase.from('subject_tags').select(of(tagSchema)).in('subject_id', all).order('id').abortSignal(signal),
    supabase
      .from('complaint_case_list')
      .select(of(caseSchema))
      .in('subject_id', all)
      .order('filed_at', { ascending: false })
      .limit(50)
      .abortSignal(signal),
    supabase
      .from('subject_merge_list')
      .select(of(mergeSchema))
      .or(`left_id.in.(${all.join(',')}),right_id.in.(${all.join(',')})`)
      .order('found_at')
      .abortSignal(signal),
  ])
  return {
    subject,
    losers,
    children: rowsOf(children, subjectSchema),
    identifiers: rowsOf(identifiers, identifierSchema),
    records: rowsOf(records, recordSchema),
    licences: rowsOf(licences, licenceSchema),
    tags: rowsOf(tags, tagSchema),
    cases: rowsOf(cases, caseSchema),
    merges: rowsOf(merges, mergeSchema),
  }
}

export const subjectFileQuery = (id: string) =>
  queryOptions({ queryKey: dataCentreKeys.file(id), retry: false, queryFn: ({ signal }) => readFile(id, signal) })

export function useSetTag() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async ({ subjectId, tag, isSet }: { subjectId: string; tag: string; isSet: boolean }) => {
      const { error } = await supabase.rpc('set_subject_tag', { p_subject_id: subjectId, p_tag: tag, p_is_set: isSet })
      if (error) throw toAppError(error)
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['data-centre'] }),
  })
}
