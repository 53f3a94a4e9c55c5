// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, it, vi } from 'vitest'
import { makeApproval } from '@/testing/make-approval.ts'
import { makeItem } from '@/testing/make-item.ts'
import { renderPage } from '@/testing/render-page.tsx'
import { scripted } from '@/testing/scripted.ts'
import type { Approval } from '../model/approval.ts'
import type { InboxItem } from '../model/work-item.ts'
import { ApprovalCard } from './approval-card.tsx'

const approvals = scripted<Approval[]>()
const decide = vi.hoisted(() => vi.fn<(decision: object) => Promise<void>>())
vi.mock('../api/list-approvals.ts', () => ({ approvalsQuery: () => ({ queryKey: ['approvals'], queryFn: approvals.read }) }))
vi.mock('../api/decide.ts', () => ({
  useDecide: () => ({ mutateAsync: decide }),
  useWithdrawApproval: () => ({ isPending: false, mutate: () => undefined }),
}))

const asker = '00000000-0000-4000-8000-000000000002'
const card = (patch: Partial<InboxItem>, officerId: string) => (
  <ApprovalCard item={makeItem({ has_open_approval: true, ...patch })} officerId={officerId} moduleKey="complaint" />
)

beforeEach(() => {
  decide.mockReset()
  localStorage.clear()
})

it('lets the second person decide, and wants words for giving it back', async () => {
  approvals.give([makeApproval()])
  renderPage(card({ awaits_my_approval: true }, 'someone'))
  expect(await screen.findByText('待您审批：不予受理')).toBeTruthy()
  expect(screen.getByText('不属于消费争议')).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: /退 ?回/ }))
  await userEvent.click(await screen.findByRole('button', { name: '确认退回修改' }))
  expect(await screen.findByText('请填写退回意见')).toBeTruthy()
  expect(decide).not.toHaveBeenCalled()
  await userEvent.type(screen.getByLabelText('退回意见'), '依据不足')
  await userEvent.click(screen.getByRole('button', { name: '确认退回修改' }))
  expect(decide).toHaveBeenCalledWith(expect.objectContaining({ isGranted: false, reason: '依据不足' }))
})

it('offers the asker only to take it back, and colleagues nothing', async () => {
  approvals.give([makeApproval()])
  const own = renderPage(card({}, asker))
  expect(await screen.findByText('已提请审批：不予受理')).toBeTruthy()
  expect(screen.getAllByRole('button').map((button) => button.textContent?.replace(' ', ''))).toEqual(['撤回'])
  own.unmount()
  renderPage(card({}, 'colleague'))
  expect(await screen.findByText('等待本单位审核人办理。')).toBeTruthy()
  expect(screen.queryAllByRole('button')).toEqual([])
})

it('shows the asker why it came back until something is done about it', async () => {
  approvals.give([makeApproval({ outcome: 'refused', decided_by_name: '李审核', decided_at: '2026-11-22T08:00:00Z', reason: '依据不足' })])
  renderPage(card({ has_open_approval: false }, asker))
  expect(await screen.findByText('李审核退回了您提请的“不予受理”')).toBeTruthy()
  expect(screen.getByText(/退回意见：依据不足/)).toBeTruthy()
})
