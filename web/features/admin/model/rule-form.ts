import { z } from 'zod'
import { units } from '@/entities/term/model/term-word.ts'
import { field } from '@/shared/form/fields.ts'
import type { RuleBody } from './deadline-rule.ts'
import { effectiveShape } from './effective.ts'

/** What the dialog holds; the warning is asked as a percentage, as people say it. */
export const ruleFormSchema = z.object({
  amount: field.integer('时限', { min: 1, max: 3650 }),
  unit: field.as(z.enum(units, { error: '请选择单位' }), { label: '单位' }),
  warn_percent: field.integer('剩余百分之几时预警', { min: 0, max: 100 }),
  red_workdays: field.integer('超期几个工作日后亮红灯', { min: 0, max: 250 }),
  times: field.integer('一件可用几次', { min: 1, max: 20 }),
  legal_basis: field.text('依据', { min: 2, max: 300, message: '请填写依据的法规名称和条款，2 至 300 个字' }),
  is_confirmed: field.flag('已与法规文本核对'),
  ...effectiveShape,
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
  legal_basis: form.legal_basis,
  is_confirmed: form.is_confirmed,
  warn_share: form.warn_percent / 100,
  red_workdays: form.red_workdays,
  times: form.times,
})

/** The field of the dialog that a refusal of the database speaks of. */
export const ruleFieldOf = (name: string) => (name === 'warn_share' ? 'warn_percent' : name)
