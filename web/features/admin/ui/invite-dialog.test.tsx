// @vitest-environment jsdom
import { fireEvent, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, it, vi } from 'vitest'
import { AppError } from '@/shared/errors/app-error.ts'
import { renderPage } from '@/testing/render-page.tsx'
import { InviteDialog } from './invite-dialog.tsx'

const invite = vi.hoisted(() => vi.fn<(invitation: object) => Promise<object>>())
vi.mock('@/entities/org/ui/org-select.tsx', () => ({ OrgSelect: () => null }))
vi.mock('../api/list-officers.ts', () => ({
  rolesQuery: { queryKey: ['roles'], queryFn: () => Promise.resolve([{ code: 'handler', name: '经办人', duty: 'business' }]) },
}))
vi.mock('../api/invite-officer.ts', async () => {
  const { useMutation } = await import('@tanstack/react-query')
  return { useInviteOfficer: () => useMutation({ mutationFn: invite }) }
})
const fill = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } })
const press = () => userEvent.click(screen.getByRole('button', { name: '发送邀请' }))

beforeEach(() => {
  localStorage.clear()
  invite.mockReset().mockResolvedValue({ id: 'i1', expires_at: '2026-08-01T04:00:00Z' })
})

it('names each field that is wrong, and puts a refusal under the one that it speaks of', async () => {
  invite.mockRejectedValueOnce(new AppError({ kind: 'duplicate', messageKey: 'officer.email_taken', message: '该邮箱已有账号', field: 'email' }))
  renderPage(<InviteDialog orgId="o1" onClose={() => undefined} />)
  await press()
  expect(await screen.findByText('请填写姓名')).toBeTruthy()
  fill('姓名', '周静')
  fill('邮箱', 'zhou')
  await press()
  expect(await screen.findByText('请填写正确的邮箱，形如 name@example.gov.cn')).toBeTruthy()
  expect(invite).not.toHaveBeenCalled()
  fill('邮箱', 'zhou@example.com')
  await press()
  expect(await screen.findByText('该邮箱已有账号')).toBeTruthy()
  expect(document.querySelector('.dialog-alert')).toBeNull()
  fill('邮箱', 'zhoujing@example.com')
  await press()
  expect(await screen.findByText('zhoujing@example.com')).toBeTruthy()
  expect(document.body.textContent).toContain('邀请已发往 zhoujing@example.com')
  expect(invite.mock.calls.at(-1)?.[0]).toEqual({ name: '周静', email: 'zhoujing@example.com', title: '', orgId: 'o1', roles: [] })
  expect(localStorage).toHaveLength(0)
})

it('proposes roles, and says that they give nothing', async () => {
  renderPage(<InviteDialog orgId="o1" onClose={() => undefined} />)
  expect(screen.getByText('供安全管理员参考，本身不给任何权限。')).toBeTruthy()
  fill('姓名', '周静')
  fill('邮箱', 'zhou@example.com')
  await userEvent.click(screen.getByLabelText('建议角色（选填）'))
  await userEvent.click(await screen.findByTitle('经办人'))
  await press()
  await waitFor(() => expect(invite.mock.calls.at(-1)?.[0]).toMatchObject({ roles: ['handler'] }))
})
