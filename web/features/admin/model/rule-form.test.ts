import { expect, it } from 'vitest'
import type { RuleBody } from './deadline-rule.ts'
import { ruleFormSchema, ruleTermSchema, toRuleChange, toRuleForm } from './rule-form.ts'

const body: RuleBody = {
  label: '受理决定',
  amount: 7,
  unit: 'workday',
  legal_basis: '总局令121号',
  is_confirmed: true,
  warn_share: 0.29,
  red_workdays: 5,
  times: 1,
  is_charged: true,
}

it('comes back as it went in', () => {
  const { label: _label, is_charged: _charged, ...rest } = body
  expect(toRuleChange(toRuleForm(body, '2026-11-25'))).toEqual(rest)
})
it.each([{ amount: 0 }, { amount: 1.5 }, { legal_basis: ' ' }, { warn_percent: 101 }, { effective_from: '' }])('is not complete with %o', (patch) => {
  expect(ruleFormSchema.safeParse({ ...toRuleForm(body, '2026-11-25'), ...patch }).success).toBe(false)
})
it('asks the preview once the days are known', () => {
  expect(ruleTermSchema.safeParse({ amount: 9, unit: 'day', effective_from: '2026-11-25', legal_basis: '' }).success).toBe(true)
  expect(ruleTermSchema.safeParse({ amount: null, unit: 'day', effective_from: '2026-11-25' }).success).toBe(false)
})
