import { describe, expect, it } from 'vitest'
import { groupRules, ruleWords, type DeadlineRule } from './deadline-rule.ts'
import { matchingRules, pageOfRows, rulesSearch } from './rules-filter.ts'

const rule = (patch: Partial<DeadlineRule>): DeadlineRule => ({
  key: 'complaint.accept',
  label: '受理决定',
  amount: 7,
  unit: 'workday',
  legal_basis: '总局令121号',
  is_confirmed: true,
  warn_share: 0.2,
  red_workdays: 5,
  times: 1,
  is_charged: true,
  effective_from: '2026-04-15',
  effective_to: null,
  ...patch,
})
const today = '2026-11-24'
const rows = groupRules(
  [
    rule({ effective_to: '2026-12-31' }),
    rule({ effective_from: '2027-01-01', amount: 9, legal_basis: '新办法' }),
    rule({ key: 'tip.settle', label: '案件处理决定', amount: 90, unit: 'day', is_confirmed: false, effective_from: '2020-01-01' }),
  ],
  today,
)

describe('rules', () => {
  it('are shown once, with what holds and what comes', () => {
    expect(rows.map(({ key, current, next }) => [key, current?.amount, next?.amount])).toEqual([
      ['complaint.accept', 7, 9],
      ['tip.settle', 90, undefined],
    ])
  })
  it('are said in one line', () => {
    expect(ruleWords(rule({}))).toBe('7 个工作日，剩余 20% 时预警，超期 5 个工作日后亮红灯')
    expect(ruleWords(rule({ unit: 'hour', amount: 24, warn_share: 0, times: 2, is_charged: false }))).toBe(
      '24 小时，不预警，超期 5 个工作日后亮红灯，可用 2 次，不计入单位超期',
    )
  })
  it.each([
    [{ q: '新办法' }, ['complaint.accept']],
    [{ module: 'tip' }, ['tip.settle']],
    [{ mark: 'unconfirmed' }, ['tip.settle']],
    [{ mark: 'coming' }, ['complaint.accept']],
    [{ sort: '-from' }, ['complaint.accept', 'tip.settle']],
    [{ sort: 'label' }, ['tip.settle', 'complaint.accept']],
    [{ q: '没有' }, []],
  ] as const)('are found by %o', (patch, keys) => {
    expect(matchingRules(rows, { ...rulesSearch.defaults, ...patch }).map((row) => row.key)).toEqual(keys)
  })
  it('come by pages', () => {
    expect(pageOfRows([1, 2, 3], { page: 2, size: 2 })).toEqual({ rows: [3], count: 3 })
    expect(pageOfRows([1, 2, 3], { page: 9, size: 2 })).toEqual({ rows: [1, 2], count: 3 })
  })
  it('understand an old link', () => expect(rulesSearch.parse({ mark: 'x', page: '-1', module: '?' })).toEqual(rulesSearch.defaults))
})
