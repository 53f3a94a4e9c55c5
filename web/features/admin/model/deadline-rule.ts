import { z } from 'zod'
import { termWord, units } from '@/entities/term/model/term-word.ts'

const body = {
  label: z.string(),
  amount: z.number(),
  unit: z.enum(units),
  legal_basis: z.string(),
  is_confirmed: z.boolean(),
  warn_share: z.number(),
  red_workdays: z.number(),
  times: z.number(),
  is_charged: z.boolean(),
}
export const ruleBodySchema = z.object(body)
export type RuleBody = z.infer<typeof ruleBodySchema>

export const deadlineRuleSchema = z.object({ ...body, key: z.string(), effective_from: z.string(), effective_to: z.string().nullable() })
export type DeadlineRule = z.infer<typeof deadlineRuleSchema>

/** A rule with what holds today and what comes next. */
export interface RuleRow {
  key: string
  label: string
  /** First part of the key: the flow that uses it. */
  module: string
  current: DeadlineRule | undefined
  next: DeadlineRule | undefined
}

export const moduleOf = (key: string) => key.split('.')[0] ?? key

/** What a version says, in one line. */
export function ruleWords(rule: RuleBody): string {
  const lights = rule.warn_share === 0 ? '不预警' : `剩余 ${Math.round(rule.warn_share * 100)}% 时预警`
  return [
    termWord(rule),
    lights,
    `超期 ${rule.red_workdays} 个工作日后亮红灯`,
    ...(rule.times > 1 ? [`可用 ${rule.times} 次`] : []),
    ...(rule.is_charged ? [] : ['不计入单位超期']),
  ].join('，')
}

export function groupRules(rules: readonly DeadlineRule[], today: string): RuleRow[] {
  const sortedRules = [...rules].sort((a, b) => a.effective_from.localeCompare(b.effective_from))
  return [...new Set(rules.map((rule) => rule.key))].map((key) => {
    const sorted = sortedRules.filter((rule) => rule.key === key)
    const current = sorted.filter((rule) => rule.effective_from <= today).at(-1)
    return {
      key,
      module: moduleOf(key),
      label: (current ?? sorted[0])?.label ?? key,
      current,
      next: sorted.find((rule) => rule.effective_from > today),
    }
  })
}
