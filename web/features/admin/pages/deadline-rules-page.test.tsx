// @vitest-environment jsdom
import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import { renderPage } from '@/testing/render-page.tsx'
import { scripted } from '@/testing/scripted.ts'
import { groupRules, type DeadlineRule, type RuleRow } from '../model/deadline-rule.ts'
import DeadlineRulesPage from './deadline-rules-page.tsx'

const rules = scripted<RuleRow[]>()
vi.mock('../api/deadline-rules.ts', () => ({ deadlineRulesQuery: { queryKey: ['rules'], queryFn: () => rules.read() } }))
vi.mock('@/entities/code/api/list-codes.ts', () => ({
  codesQuery: (set: string) => ({ queryKey: ['code', set], queryFn: () => Promise.resolve([{ code: 'complaint', label: '投诉' }]) }),
}))

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
const rows = groupRules(
  [
    rule({ effective_to: '2026-12-31' }),
    rule({ effective_from: '2099-01-01', amount: 9 }),
    rule({ key: 'work.supervise', label: '督办反馈', is_confirmed: false, legal_basis: '平台缺省值' }),
  ],
  '2026-11-24',
)

it('fails with a retry', async () => {
  rules.fail()
  renderPage(<DeadlineRulesPage />)
  expect(await screen.findByRole('button', { name: '重新加载' })).toBeTruthy()
})

it('says that nothing matches', async () => {
  rules.give(rows)
  renderPage(<DeadlineRulesPage />, { at: '/?q=没有这条' })
  expect(await screen.findByText('没有符合条件的时限规则')).toBeTruthy()
})

it('shows what holds, what comes, and what awaits the text of the law', async () => {
  rules.give(rows)
  renderPage(<DeadlineRulesPage />)
  await screen.findByText('受理决定')
  const [first] = screen.getAllByRole('row').filter((row) => within(row).queryByText('受理决定'))
  expect(first?.textContent).toContain('投诉7 个工作日2099-01-01 起 9 个工作日')
  expect(within(first as HTMLElement).getByText('待生效')).toBeTruthy()
  const [second] = screen.getAllByRole('row').filter((row) => within(row).queryByText('督办反馈'))
  expect(second?.textContent).toContain('通用')
  expect(within(second as HTMLElement).getByText('待核对')).toBeTruthy()
  await userEvent.type(screen.getByRole('searchbox', { name: '时限名称或依据' }), '平台缺省值{Enter}')
  expect(await screen.findByText('共 1 条')).toBeTruthy()
})
