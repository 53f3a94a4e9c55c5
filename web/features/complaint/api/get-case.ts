import { queryOptions } from '@tanstack/react-query'
import { AppError } from '@/shared/errors/app-error.ts'
import { supabase } from '@/shared/supabase/client.ts'
import { rowsOf } from '@/shared/supabase/rows.ts'
import { caseRowSchema, caseTextsSchema } from '../model/case.ts'
import { complaintKeys } from './keys.ts'
import { caseColumns } from './list-cases.ts'

const textColumns = Object.keys(caseTextsSchema.shape).join(',')
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** A row that policies hide looks like one that does not exist, and is told as such. */
export const caseQuery = (id: string) =>
  queryOptions({
    queryKey: complaintKeys.one(id),
    queryFn: async ({ signal }) => {
      const missing = new AppError({
        kind: 'not-found',
        messageKey: 'complaint.not_found',
        message: '没有找到该件，可能已移交其他单位，或您无权查看。',
      })
      if (!uuid.test(id)) throw missing
      const [rows, texts] = await Promise.all([
        supabase.from('complaint_case_list').select(caseColumns).eq('id', id).abortSignal(signal),
        supabase.from('complaint_cases').select(textColumns).eq('id', id).abortSignal(signal),
      ])
      const [row] = rowsOf(rows, caseRowSchema)
      const [text] = rowsOf(texts, caseTextsSchema)
      if (!row || !text) throw missing
      return { ...row, ...text }
    },
  })
