// @vitest-environment jsdom
import { fireEvent, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import { AppError } from '@/shared/errors/app-error.ts'
import { renderPage } from '@/testing/render-page.tsx'
import { scripted } from '@/testing/scripted.ts'
import type { MessageTemplate } from '../model/message-template.ts'
import type { Version } from '../model/version.ts'
import MessageTemplatePage from './message-template-page.tsx'
import MessageTemplatesPage from './message-templates-page.tsx'

const templates = scripted<MessageTemplate[]>()
const versions = scripted<Version[]>()
const published = vi.fn<(publication: unknown) => Promise<void>>()
vi.mock('../api/messages.ts', () => ({ messageTemplatesQuery: { queryKey: ['templates'], queryFn: () => templates.read() } }))
vi.mock('../api/versions.ts', () => ({
  versionsQuery: () => ({ queryKey: ['versions'], queryFn: () => versions.read() }),
  usePublishVersion: () => ({ mutateAsync: published }),
  useWithdrawVersion: () => ({ isPending: false }),
}))

const template: MessageTemplate = {
  key: 'phone_code',
  label: '绑定手机号',
  fields: [{ name: 'code', label: '验证码', sample: '123456', is_needed: true }],
  is_urgent: true,
  channels: ['sms'],
  subject: '验证码',
  words: '验证码{code}，10分钟内有效',
}
const first: Version = {
  id: 'v1',
  key: 'phone_code',
  version: 1,
  body: { subject: '验证码', text: template.words },
  effective_from: '2020-01-01',
  effective_to: null,
  state: 'published',
  reason: '系统初始数据',
  published_at: '2020-01-01T00:00:00Z',
  withdrawn_at: null,
  publisher: null,
}
const open = () => renderPage(<MessageTemplatePage />, { at: '/phone_code', path: '/:key' })

it('lists the templates as they arrive, with their count', async () => {
  templates.give([template])
  renderPage(<MessageTemplatesPage />)
  expect(await screen.findByText('验证码123456，10分钟内有效')).toBeTruthy()
  expect(screen.getByText('17 字，1 条短信')).toBeTruthy()
})

it('fails with a retry, and does not find what is not there', async () => {
  templates.fail()
  const failed = open()
  expect(await screen.findByRole('button', { name: '重新加载' })).toBeTruthy()
  failed.unmount()
  templates.give([])
  open()
  expect(await screen.findByText('没有这个消息模板，可能是链接有误。')).toBeTruthy()
})

it('counts while one writes, publishes, and shows a refusal under the field that it names', async () => {
  templates.give([template])
  versions.give([first])
  open()
  await userEvent.click(await screen.findByRole('button', { name: '发布新版本' }))
  const dialog = within(await screen.findByRole('dialog'))
  fireEvent.change(dialog.getByLabelText('正文'), { target: { value: '字'.repeat(71) } })
  expect(await dialog.findByText('71 字，2 条短信')).toBeTruthy()
  fireEvent.change(dialog.getByLabelText('调整理由'), { target: { value: '措辞' } })
  published.mockRejectedValueOnce(
    new AppError({ kind: 'invalid', messageKey: 'definition.invalid', message: '正文缺少必须写明的字段：{code}（验证码）', field: 'text' }),
  )
  await userEvent.click(dialog.getByRole('button', { name: '发 布' }))
  expect(await dialog.findByText('正文缺少必须写明的字段：{code}（验证码）')).toBeTruthy()
})
