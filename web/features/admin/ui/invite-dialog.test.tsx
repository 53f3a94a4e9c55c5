// @vitest-environment jsdom
import { fireEvent, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, it, vi } from 'vitest'
import { AppError } from '@/shared/errors/app-error.ts'
import { makeSession } from '@/testing/make-session.ts'
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
vi.mock('./invitation-card.tsx', () => ({ InvitationCard: ({ email }: { email: string }) => <p>邀请码发给 {email}</p> }))

const fill = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } })
const press = () => userEvent.click(screen.getByRole('button', { name: '生成邀请码' }))

beforeEach(() => {
  localStorage.clear()
  invite.mockReset().mockResolvedValue({})
})

it('names each field that is wrong, and puts a refusal under the one that it speaks of', async () => {
  invite.mockRejectedValueOnce(new AppError({ kind: 'duplicate', messageKey: 'officer.email_taken', message: '该邮箱已有账号', field: 'email' }))
  renderPage(<InviteDialog orgId="o1" onClose={() => undefined} />)
  expect(screen.queryByLabelText('角色')).toBeNull()
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
  expect(await screen.findByText('邀请码发给 zhoujing@example.com')).toBeTruthy()
  expect(invite.mock.calls.at(-1)?.[0]).toEqual({ name: '周静', email: 'zhoujing@example.com', title: '', orgId: 'o1', roles: [] })
  expect(localStorage).toHaveLength(0)
})

it('wants a role of whoever may hand them out', async () => {
  renderPage(<InviteDialog orgId="o1" onClose={() => undefined} />, { session: makeSession({ permissions: ['officer.invite', 'officer.grant'] }) })
  fill('姓名', '周静')
  fill('邮箱', 'zhou@example.com')
  await press()
  expect(await screen.findByText('请选择角色')).toBeTruthy()
  expect(invite).not.toHaveBeenCalled()
})
