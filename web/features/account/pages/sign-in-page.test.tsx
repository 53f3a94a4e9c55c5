// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, it, vi } from 'vitest'
import { renderPage } from '@/testing/render-page.tsx'
import JoinPage from './join-page.tsx'
import SignInPage from './sign-in-page.tsx'

const auth = vi.hoisted(() => ({
  onAuthStateChange: (listener: (event: string, session: null) => void) => listener('INITIAL_SESSION', null),
  signInWithPassword: vi.fn<(credentials: object) => Promise<{ error: object | null }>>(),
  signUp: vi.fn<(form: object) => Promise<{ data: object; error: object | null }>>(),
}))
vi.mock('@/shared/supabase/client.ts', () => ({ supabase: { auth } }))
vi.mock('@/shared/http/rest.ts', () => ({ restGet: () => Promise.resolve([]) }))

beforeEach(() => {
  auth.signInWithPassword.mockReset()
  auth.signUp.mockReset()
})

it('does not tell an unknown address from a wrong password', async () => {
  auth.signInWithPassword.mockResolvedValue({ error: { status: 400, code: 'invalid_credentials', message: 'Invalid login credentials' } })
  renderPage(<SignInPage />)
  await userEvent.type(screen.getByLabelText('邮箱'), ' a@b.cn ')
  await userEvent.type(screen.getByLabelText('密码'), 'x')
  await userEvent.click(screen.getByRole('button', { name: '登录' }))
  expect(await screen.findByText(/邮箱或密码不正确/)).toBeTruthy()
  expect(auth.signInWithPassword).toHaveBeenCalledWith({ email: 'a@b.cn', password: 'x' })
})

it('checks the password before using up an invitation', async () => {
  auth.signUp.mockResolvedValue({ data: {}, error: { status: 500, message: 'Database error saving new user' } })
  renderPage(<JoinPage />, { at: '/?email=li%40example.gov.cn&code=ab-cd' })
  const fill = async (password: string) => {
    for (const label of ['设置密码', '再次输入密码']) {
      await userEvent.clear(screen.getByLabelText(label))
      await userEvent.type(screen.getByLabelText(label), password)
    }
    await userEvent.click(screen.getByRole('button', { name: '开通并登录' }))
  }
  await fill('short')
  expect(screen.getByText('密码至少 10 位')).toBeTruthy()
  expect(auth.signUp).not.toHaveBeenCalled()
  await fill('Hefei#yaohai9')
  expect(await screen.findByText(/邀请码无效/)).toBeTruthy()
  expect(auth.signUp).toHaveBeenCalledWith(expect.objectContaining({ email: 'li@example.gov.cn', options: { data: { invitation_code: 'AB-CD' } } }))
})
