// @vitest-environment jsdom
import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, it, vi } from 'vitest'
import { AppError } from '@/shared/errors/app-error.ts'
import { renderPage } from '@/testing/render-page.tsx'
import { scripted } from '@/testing/scripted.ts'
import type { OfficerChange } from '../model/officer-change.ts'
import OfficerChangesPage from './officer-changes-page.tsx'

const open = scripted<OfficerChange[]>()
const over = scripted<OfficerChange[]>()
const decide = vi.hoisted(() => vi.fn<(decision: object) => Promise<void>>())
vi.mock('../api/officer-changes.ts', async () => {
  const { useMutation } = await import('@tanstack/react-query')
  return {
    officerChangesQuery: (isOpen: boolean) => ({ queryKey: ['changes', isOpen], queryFn: (isOpen ? open : over).read }),
    useDecideChange: () => useMutation({ mutationFn: decide }),
    useWithdrawChange: () => useMutation({ mutationFn: () => Promise.resolve() }),
  }
})

const ask: OfficerChange = {
  id: '00000000-0000-4000-8000-000000000001',
  officer_name: '袁工',
  org_name: '安徽省协调办',
  change: 'grant',
  role_name: '审计管理员',
  expires_at: null,
  reason: '增设一名审计管理员，两人互为备份',
  asked_by_name: '钱工',
  asked_by_org: '安徽省协调办',
  asked_at: '2026-07-01T01:00:00Z',
  lapses_at: '2026-07-08T01:00:00Z',
  is_emergency: false,
  is_own: false,
  blocked: null,
  outcome: null,
  decided_by_name: null,
  decided_at: null,
  note: '',
}
beforeEach(() => {
  localStorage.clear()
  decide.mockReset().mockResolvedValue()
  over.give([])
})

it('waits, fails with a retry, and says when nothing is there', async () => {
  open.fail()
  const first = renderPage(<OfficerChangesPage />)
  expect(await screen.findByRole('button', { name: '重新加载' })).toBeTruthy()
  first.unmount()
  open.give([])
  renderPage(<OfficerChangesPage />)
  expect(await screen.findByText('没有等待核准的申请')).toBeTruthy()
  expect(screen.getByText('还没有办结的申请')).toBeTruthy()
})

it('offers to decide only what this person may, and tells why not', async () => {
  open.give([
    ask,
    {
      ...ask,
      id: '00000000-0000-4000-8000-000000000002',
      change: 'disable',
      role_name: null,
      blocked: '涉及审计管理员的变更，须由其他审计管理员核准',
    },
    {
      ...ask,
      id: '00000000-0000-4000-8000-000000000003',
      change: 'enable',
      role_name: null,
      is_own: true,
      blocked: '不能核准自己的申请，请由另一员办理',
    },
  ])
  renderPage(<OfficerChangesPage />)
  expect(await screen.findByRole('button', { name: '核准 授予“审计管理员”：袁工' })).toBeTruthy()
  expect(screen.queryByRole('button', { name: '核准 停用账号：袁工' })).toBeNull()
  expect(screen.getByText('涉及审计管理员的变更，须由其他审计管理员核准')).toBeTruthy()
  expect(screen.getByRole('button', { name: '撤回 启用账号：袁工' })).toBeTruthy()
})

it('asks for words when it is refused', async () => {
  open.give([ask])
  renderPage(<OfficerChangesPage />)
  await userEvent.click(await screen.findByRole('button', { name: /^不同意/ }))
  await userEvent.click(screen.getByText('确认不同意'))
  expect(await screen.findByText('请填写不同意的理由')).toBeTruthy()
  expect(decide).not.toHaveBeenCalled()
})

it('marks an emergency, shows what the server refuses, and confirms', async () => {
  open.give([{ ...ask, is_emergency: true }])
  renderPage(<OfficerChangesPage />)
  expect(await screen.findByText('应急核准')).toBeTruthy()
  decide.mockRejectedValueOnce(new AppError({ kind: 'conflict', messageKey: 'officer.last_one', message: '这是全站最后一名审计管理员' }))
  await userEvent.click(screen.getByRole('button', { name: /^核准/ }))
  expect(screen.getByText(/^应急核准：涉及审计管理员/)).toBeTruthy()
  await userEvent.click(screen.getByText('核准并立即生效'))
  expect(await screen.findByText('这是全站最后一名审计管理员')).toBeTruthy()
  await userEvent.click(screen.getByText('核准并立即生效'))
  await waitFor(() => expect(decide.mock.calls.at(-1)?.[0]).toEqual({ id: ask.id, isConfirmed: true, note: '' }))
})
