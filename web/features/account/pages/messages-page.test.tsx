// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import { renderPage } from '@/testing/render-page.tsx'
import { scripted } from '@/testing/scripted.ts'
import type { MessageSettings } from '../model/message-settings.ts'
import MessagesPage from './messages-page.tsx'

const settings = scripted<MessageSettings>()
const chosen = vi.fn<(choices: string[]) => void>()
const asked = vi.fn<(phone: string) => Promise<void>>(() => Promise.resolve())
const idle = { isPending: false, isError: false, mutateAsync: () => Promise.resolve() }
vi.mock('../api/message-settings.ts', () => ({
  messageSettingsQuery: { queryKey: ['settings'], queryFn: () => settings.read() },
  useChooseMessages: () => ({ isPending: false, isError: false, mutate: chosen }),
  useAskPhone: () => ({ mutateAsync: asked }),
  useConfirmPhone: () => idle,
  useDropPhone: () => idle,
}))

it('fails with a retry, offers short messages only with a phone, and binds one', async () => {
  settings.fail()
  const failed = renderPage(<MessagesPage />)
  expect(await screen.findByRole('button', { name: '重新加载' })).toBeTruthy()
  failed.unmount()
  settings.give({ email: 'l***@b.cn', phone: null, asked_phone: null, choices: ['overdue:email'] })
  renderPage(<MessagesPage />)
  expect(await screen.findByText('还没有绑定手机号')).toBeTruthy()
  const [mail, short] = screen.getAllByRole<HTMLInputElement>('checkbox')
  expect([mail?.checked, mail?.disabled, short?.disabled]).toEqual([false, false, true])
  if (mail) await userEvent.click(mail)
  expect(chosen).toHaveBeenCalledWith(['overdue:email', 'reminded:email'])
  await userEvent.click(screen.getByRole('button', { name: '绑定手机号' }))
  await userEvent.type(await screen.findByLabelText('手机号'), '13812345678')
  await userEvent.click(screen.getByRole('button', { name: '获取验证码' }))
  expect(await screen.findByText('填写短信验证码')).toBeTruthy()
  expect(asked).toHaveBeenCalledWith('13812345678')
})
