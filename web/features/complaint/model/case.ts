import { z } from 'zod'

export const caseRowSchema = z.object({
  id: z.uuid(),
  item_id: z.uuid(),
  case_no: z.string(),
  case_type: z.enum(['complaint', 'tip']),
  matter_label: z.string(),
  title: z.string(),
  subject_name: z.string(),
  subject_uscc: z.string().nullable(),
  region_code: z.number(),
  region_name: z.string(),
  place_text: z.string(),
  org_id: z.uuid(),
  org_name: z.string(),
  line_name: z.string().nullable(),
  state: z.string(),
  state_label: z.string(),
  light: z.enum(['green', 'yellow', 'orange', 'red']),
  is_open: z.boolean(),
  /** Null while the clock is stopped: nothing is due, so nothing is late. */
  is_late: z
    .boolean()
    .nullable()
    .transform((late) => late ?? false),
  due_at: z.string().nullable(),
  due_is_provisional: z.boolean(),
  is_supervised: z.boolean(),
  filed_at: z.string(),
  source: z.string(),
  linked_case_id: z.uuid().nullable(),
  filing_id: z.uuid(),
})
export type CaseRow = z.infer<typeof caseRowSchema>

export const caseTextsSchema = z.object({
  content: z.string(),
  wish: z.string(),
  occurred_on: z.string().nullable(),
})
export type CaseTexts = z.infer<typeof caseTextsSchema>

export const sourceLabels: Record<string, string> = {
  web: '网上填报',
  hotline12345: '12345 热线',
  hotline12315: '12315 平台',
  national: '国家平台',
  department: '部门移送',
}
