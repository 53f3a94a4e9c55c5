import { z } from 'zod'
import { units } from '@/entities/term/model/term-word.ts'
import type { RuleBody } from './deadline-rule.ts'

/** What the dialog holds; the warning is asked as a percentage, as people say it. */
export const ruleFormSchema = z.object({
  amount: z.number().int().min(1).max(3650),
  unit: z.enum(units),
  legal_basis: z.string().trim().min(2).max(300),
  is_confirmed: z.boolean(),
  warn_percent: z.number().int().min(0).max(100),
  red_workdays: z.number().int().min(0).max(250),
  times: z.number().int().min(1).max(20),
  effective_from: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  reason: z.string(),
})
export type RuleForm = z.infer<typeof ruleFormSchema>

export const toRuleForm = (rule: RuleBody, effective_from: string): RuleForm => ({
  amount: rule.amount,
  unit: rule.unit,
  legal_basis: rule.legal_basis,
  is_confirmed: rule.is_confirmed,
  warn_percent: Math.round(rule.warn_share * 100),
  red_workdays: rule.red_workdays,
  times: rule.times,
  effective_from,
  reason: '',
})

/** The part that moves days: the preview asks for no more, so that typing the basis asks nothing. */
export const ruleTermSchema = ruleFormSchema.pick({ amount: true, unit: true, effective_from: true })
export type RuleTerm = Pick<RuleForm, 'amount' | 'unit'>

export type RuleChange = Omit<RuleBody, 'label' | 'is_charged'>

export const toRuleChange = (form: RuleForm): RuleChange => ({
  amount: form.amount,
  unit: form.unit,
  legal_basis: form.legal_basis.trim(),
  is_confirmed: form.is_confirmed,
  warn_share: form.warn_percent / 100,
  red_workdays: form.red_workdays,
  times: form.times,
})

/** The field of the dialog that a refusal of the database speaks of. */
export const ruleFieldOf = (field: string | undefined) => (field === 'warn_share' ? 'warn_percent' : field)
