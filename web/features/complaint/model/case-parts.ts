import { z } from 'zod'

const orgName = z.object({ name: z.string() }).nullable()

export const routeSchema = z.object({
  rank: z.number(),
  org_id: z.uuid(),
  score: z.number(),
  reasons: z.array(z.string()),
  is_chosen: z.boolean(),
  orgs: orgName,
})
export type CaseRoute = z.infer<typeof routeSchema>

export const answerSchema = z.object({
  id: z.number(),
  outcome_label: z.string(),
  public_text: z.string(),
  created_at: z.string(),
  orgs: orgName,
})
export type CaseAnswer = z.infer<typeof answerSchema>

export const materialSchema = z.object({ id: z.number(), text: z.string(), created_at: z.string() })

export const ratingSchema = z.object({ level: z.number(), reason: z.string(), created_at: z.string() })
export type Rating = z.infer<typeof ratingSchema>

export const reporterSchema = z.object({
  is_anonymous: z.boolean(),
  name_masked: z.string(),
  phone_masked: z.string(),
})
export type MaskedReporter = z.infer<typeof reporterSchema>

export const revealedSchema = z.object({
  name: z.string().nullish(),
  phone: z.string().nullish(),
  idNo: z.string().nullish(),
  address: z.string().nullish(),
})
/** 查看申请: somebody wants to see who filed a closed case. */
export const revealAskSchema = z.object({
  id: z.uuid(),
  reason: z.string(),
  asked_by: z.uuid(),
  asked_by_name: z.string(),
  asked_at: z.string(),
  is_granted: z.boolean().nullable(),
  decided_by_name: z.string().nullable(),
  decided_at: z.string().nullable(),
  decision: z.string(),
})
export type RevealAsk = z.infer<typeof revealAskSchema>

export const revealRowSchema = z.object({
  officer_id: z.uuid().nullable(),
  officer_name: z.string(),
  org_name: z.string(),
  cases: z.number(),
  reads: z.number(),
  refusals: z.number(),
})
export type RevealRow = z.infer<typeof revealRowSchema>

export type RevealedReporter = z.infer<typeof revealedSchema>

/** A line of what else was filed of the same business. */
export const historyRowSchema = z.object({
  id: z.uuid(),
  case_type: z.enum(['complaint', 'tip']),
  title: z.string(),
  state_label: z.string(),
  org_name: z.string(),
  filed_at: z.string(),
})
