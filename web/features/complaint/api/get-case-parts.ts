import { queryOptions } from '@tanstack/react-query'
import { supabase } from '@/shared/supabase/client.ts'
import { rowsOf } from '@/shared/supabase/rows.ts'
import { answerSchema, materialSchema, ratingSchema, reporterSchema, routeSchema } from '../model/case-parts.ts'
import { complaintKeys } from './keys.ts'

export const routesQuery = (caseId: string) =>
  queryOptions({
    queryKey: complaintKeys.routes(caseId),
    queryFn: async ({ signal }) =>
      rowsOf(
        await supabase
          .from('complaint_routes')
          .select('rank,org_id,score,reasons,is_chosen,orgs(name)')
          .eq('case_id', caseId)
          .order('rank')
          .abortSignal(signal),
        routeSchema,
      ),
  })

export const answersQuery = (caseId: string) =>
  queryOptions({
    queryKey: complaintKeys.answers(caseId),
    queryFn: async ({ signal }) =>
      rowsOf(
        await supabase
          .from('complaint_answers')
          .select('id,outcome_label,public_text,created_at,orgs(name)')
          .eq('case_id', caseId)
          .order('id')
          .abortSignal(signal),
        answerSchema,
      ),
  })

export const materialsQuery = (caseId: string) =>
  queryOptions({
    queryKey: complaintKeys.materials(caseId),
    queryFn: async ({ signal }) =>
      rowsOf(
        await supabase.from('complaint_materials').select('id,text,created_at').eq('case_id', caseId).order('id').abortSignal(signal),
        materialSchema,
      ),
  })

export const ratingQuery = (caseId: string) =>
  queryOptions({
    queryKey: complaintKeys.rating(caseId),
    queryFn: async ({ signal }) => {
      const rows = rowsOf(
        await supabase.from('complaint_ratings').select('level,reason,created_at').eq('case_id', caseId).abortSignal(signal),
        ratingSchema,
      )
      return rows[0] ?? null
    },
  })

/** Null when this officer may read the case but not who filed it. */
export const reporterQuery = (filingId: string) =>
  queryOptions({
    queryKey: complaintKeys.reporter(filingId),
    queryFn: async ({ signal }) => {
      const rows = rowsOf(
        await supabase.from('complaint_reporters').select('is_anonymous,name_masked,phone_masked').eq('filing_id', filingId).abortSignal(signal),
        reporterSchema,
      )
      return rows[0] ?? null
    },
  })
