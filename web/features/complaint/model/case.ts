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
  is_uscc_doubtful: z.boolean(),
  /** The registered business that an officer found it to be. */
  subject_id: z.uuid().nullable(),
  /** The body that it is about: it neither gets nor sees the case. */
  about_org_name: z.string().nullable(),
  region_code: z.number(),
  region_name: z.string(),
  place_text: z.string(),
  org_id: z.uuid(),
  org_name: z.string(),
  line_name: z.string().nullable(),
  handler_id: z.uuid().nullable(),
  handler_name: z.string().nullable(),
  state: z.string(),
  state_label: z.string(),
  light: z.enum(['green', 'yellow', 'orange', 'red']),
  is_open: z.boolean(),
  /** Open and past its end now, or closed late by the body that closed it. */
  is_late: z.boolean(),
  due_at: z.string().nullable(),
  due_is_provisional: z.boolean(),
  workdays_left: z.number().nullable(),
  is_supervised: z.boolean(),
  filed_at: z.string(),
  source: z.string(),
  /** 1 (非常不满意) to 5, once the citizen has said. */
  satisfaction: z.number().nullable(),
  filing_id: z.uuid(),
})
export type CaseRow = z.infer<typeof caseRowSchema>

export const caseTextsSchema = z.object({
  content: z.string(),
  wish: z.string(),
  occurred_on: z.string().nullable(),
})
/** A case with all that its page shows. */
export type CaseFile = CaseRow & z.infer<typeof caseTextsSchema>

export const sourceLabels: Record<string, string> = {
  web: '网上填报',
  hotline12345: '12345 热线',
  hotline12315: '12315 平台',
  national: '国家平台',
  department: '部门移送',
}
