// @vitest-environment jsdom
import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { AppError } from '../errors/app-error.ts'
import { field } from '../form/fields.ts'
import { formDraft } from '../hooks/form-draft.ts'
import { FormDialog } from './form-dialog.tsx'
import { AreaField, TextField } from './form-field.tsx'

const send = vi.fn<(values: object) => Promise<unknown>>()
const close = vi.fn<() => void>()
const schema = z.object({ name: field.text('姓名', { max: 5 }), reason: field.text('理由', { min: 4, max: 20 }) })
const open = (isAside = false) =>
  render(
    <FormDialog
      title="登记"
      okText="提交"
      isAside={isAside}
      schema={schema}
      draft="d:1"
      onSubmit={send}
      fieldOf={(one) => one.slice(2)}
      onClose={close}
    >
      <TextField name="name" />
      <AreaField name="reason" />
    </FormDialog>,
  )
const press = () => userEvent.click(screen.getByRole('button', { name: /提 ?交/ }))
const refusal = (kind: 'invalid' | 'conflict', field?: string) =>
  new AppError({ kind, messageKey: 'x', message: '已有同名人员', ...(field ? { field } : {}) })

beforeEach(() => {
  localStorage.clear()
  send.mockReset().mockResolvedValue(undefined)
  close.mockReset()
})

it.each([false, true])('sends nothing that is wrong, says what would do, and goes to the first wrong field (aside: %s)', async (isAside) => {
  open(isAside)
  await userEvent.type(screen.getByLabelText('理由'), '短')
  await press()
  expect(await screen.findByText('请填写姓名')).toBeTruthy()
  expect(screen.getByText('请填写理由，4 至 20 个字')).toBeTruthy()
  expect(document.activeElement).toBe(screen.getByLabelText('姓名'))
  expect(send).not.toHaveBeenCalled()
  await userEvent.type(screen.getByLabelText('姓名'), '周静')
  await waitFor(() => expect(screen.getByLabelText('姓名').getAttribute('aria-invalid')).not.toBe('true'))
})

it('shows a refusal at the field that it names, once, and elsewhere above the form', async () => {
  formDraft.write('d:1', { name: '周静', reason: '新增人员' })
  send.mockRejectedValueOnce(refusal('invalid', 'p_name')).mockRejectedValueOnce(refusal('invalid', 'p_other')).mockRejectedValueOnce(new Error('?'))
  open()
  await press()
  expect(await screen.findByText('已有同名人员')).toBeTruthy()
  expect(screen.queryByRole('alert', { name: /已有同名人员/ })).toBeNull()
  expect(document.querySelector('.dialog-alert')).toBeNull()
  expect(document.activeElement).toBe(screen.getByLabelText('姓名'))
  await press()
  await waitFor(() => expect(document.querySelector('.dialog-alert')?.textContent).toContain('已有同名人员'))
  expect(screen.getByLabelText('姓名').getAttribute('aria-invalid')).not.toBe('true')
  await press()
  await waitFor(() => expect(document.querySelector('.dialog-alert')?.textContent).toContain('系统繁忙'))
  expect(close).not.toHaveBeenCalled()
})

it('keeps what was typed when somebody else was faster, and over closing and reloading', async () => {
  send.mockRejectedValue(refusal('conflict'))
  const first = open()
  await userEvent.type(screen.getByLabelText('姓名'), '周静')
  await userEvent.type(screen.getByLabelText('理由'), '新增人员')
  await press()
  expect(await screen.findByText(/您填写的内容还在/)).toBeTruthy()
  expect(screen.getByLabelText<HTMLInputElement>('姓名').value).toBe('周静')
  await userEvent.click(screen.getByRole('button', { name: /取 ?消/ }))
  expect(close).toHaveBeenCalled()
  first.unmount()
  open()
  expect(screen.getByText(/已恢复上次未提交的内容/)).toBeTruthy()
  expect(screen.getByLabelText<HTMLTextAreaElement>('理由').value).toBe('新增人员')
  await userEvent.click(screen.getByRole('button', { name: '不用了，重新填写' }))
  expect(screen.getByLabelText<HTMLTextAreaElement>('理由').value).toBe('')
  expect(localStorage).toHaveLength(0)
})

it('forgets what was kept once it has been sent, trimmed', async () => {
  formDraft.write('d:1', { name: ' 周静 ', reason: '新增人员' })
  open()
  await press()
  await waitFor(() => expect(send).toHaveBeenCalledWith({ name: '周静', reason: '新增人员' }))
  await waitFor(() => expect(localStorage).toHaveLength(0))
})

it('waits, and cannot be sent twice', async () => {
  formDraft.write('d:1', { name: '周静', reason: '新增人员' })
  send.mockReturnValue(new Promise(() => {}))
  open()
  await press()
  await waitFor(() => expect(document.querySelector('.ant-btn-loading')).not.toBeNull())
  await userEvent.keyboard('{Enter}')
  await press().catch(() => undefined)
  expect(send).toHaveBeenCalledTimes(1)
})

it('shows what came of it in place of the form', () => {
  render(
    <FormDialog title="登记" okText="提交" schema={schema} onSubmit={send} outcome={{ content: '邀请码 1234', okText: '完成' }} onClose={close} />,
  )
  expect(screen.getByText('邀请码 1234')).toBeTruthy()
  expect(screen.getByRole('button', { name: /完 ?成/ })).toBeTruthy()
  expect(screen.queryByRole('textbox')).toBeNull()
})
