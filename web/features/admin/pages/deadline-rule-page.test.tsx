// @vitest-environment jsdom
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, it, vi } from 'vitest'
import { AppError } from '@/shared/errors/app-error.ts'
import { renderPage } from '@/testing/render-page.tsx'
import { scripted } from '@/testing/scripted.ts'
import type { Publication } from '../api/versions.ts'
import type { RulePreview } from '../model/rule-preview.ts'
import type { Version } from '../model/version.ts'
import DeadlineRulePage from './deadline-rule-page.tsx'

const versions = scripted<Version[]>()
const preview = scripted<RulePreview>()
const published = vi.fn<(publication: Publication) => Promise<void>>()
const withdrawn = vi.fn<(id: string) => Promise<void>>()
vi.mock('../api/versions.ts', async () => {
  const { useMutation } = await import('@tanstack/react-query')
  return {
    versionsQuery: (kind: string, key: string) => ({ queryKey: [kind, key], queryFn: () => versions.read() }),
    usePublishVersion: () => useMutation({ mutationFn: published }),
    useWithdrawVersion: () => useMutation({ mutationFn: withdrawn }),
  }
})
vi.mock('../api/deadline-rules.ts', () => ({
  rulePreviewQuery: (...key: unknown[]) => ({ queryKey: ['preview', ...key], queryFn: () => preview.read(), retry: false }),
}))
vi.mock('@/entities/code/api/list-codes.ts', () => ({
  codesQuery: (set: string) => ({ queryKey: ['code', set], queryFn: () => Promise.resolve([{ code: 'complaint', label: '投诉' }]) }),
}))

const body = {
  label: '受理决定',
  amount: 7,
  unit: 'workday',
  legal_basis: '总局令121号',
  is_confirmed: true,
  warn_share: 0.2,
  red_workdays: 5,
  times: 1,
  is_charged: true,
}
const first: Version = {
  id: 'v1',
  key: 'complaint.accept',
  version: 1,
  body,
  effective_from: '2026-04-15',
  effective_to: null,
  state: 'published',
  reason: '系统初始数据',
  published_at: '2026-04-15T00:00:00Z',
  withdrawn_at: null,
  publisher: null,
}
const coming: Version = { ...first, id: 'v2', version: 2, body: { ...body, amount: 9 }, effective_from: '2099-01-01', publisher: { name: '赵工' } }
const said: RulePreview = {
  counts: { running: 3, suspended: 1, compared: 3, earlier: 0, later: 3, same: 0 },
  startDueOn: '2026-12-08',
  startDueOnNow: '2026-12-04',
  items: [{ no: 'TS1', started_on: '2026-11-03', due_on: '2026-11-12', new_due_on: '2026-11-16' }],
}
const open = () => renderPage(<DeadlineRulePage />, { at: '/r/complaint.accept', path: '/r/:key' })

beforeEach(() => {
  localStorage.clear()
  published.mockReset().mockResolvedValue(undefined)
  withdrawn.mockReset().mockResolvedValue(undefined)
  preview.give(said)
})

it('fails with a retry, and says when there is no such rule', async () => {
  versions.fail()
  const { unmount } = open()
  expect(await screen.findByRole('button', { name: '重新加载' })).toBeTruthy()
  unmount()
  versions.give([])
  open()
  expect(await screen.findByText('没有这条时限规则，可能是链接有误。')).toBeTruthy()
})

it('shows the history, and takes back what has not begun', async () => {
  versions.give([
    { ...coming, effective_to: null },
    { ...first, effective_to: '2098-12-31' },
  ])
  open()
  expect(await screen.findByText(/第 2 版待生效：2099-01-01 起，9 个工作日/)).toBeTruthy()
  const items = within(screen.getByRole('list', { name: '历次版本' })).getAllByRole('listitem')
  expect(items[0]?.textContent).toContain('赵工')
  expect(within(items[1] as HTMLElement).queryByRole('button')).toBeNull()
  await userEvent.click(within(items[0] as HTMLElement).getByRole('button', { name: /撤\s*回/ }))
  const question = within(await screen.findByRole('tooltip'))
  await userEvent.click(question.getByRole('button', { name: /撤\s*回/ }))
  await waitFor(() => expect(withdrawn.mock.calls[0]?.[0]).toBe('v2'))
})

it('shows what a new version would mean before it is published, and keeps what was typed', async () => {
  versions.give([first])
  const { unmount } = open()
  await userEvent.click(await screen.findByRole('button', { name: '发布新版本' }))
  const dialog = within(await screen.findByRole('dialog'))
  expect(await dialog.findByText(/目前 4 件在办事项正按此规则计时，期限不变/)).toBeTruthy()
  expect(dialog.getByText('推后 4 天')).toBeTruthy()
  await userEvent.clear(dialog.getByLabelText('时限'))
  await userEvent.type(dialog.getByLabelText('时限'), '9')
  fireEvent.change(dialog.getByLabelText('调整理由'), { target: { value: '国令第 1 号' } })
  unmount()
  open()
  await userEvent.click(await screen.findByRole('button', { name: '发布新版本' }))
  const again = within(await screen.findByRole('dialog'))
  expect(again.getByLabelText<HTMLInputElement>('时限').value).toBe('9')
  // The button waits for what the version would mean.
  expect(await again.findByText(/目前 4 件在办事项正按此规则计时/)).toBeTruthy()
  const button = again.getByRole<HTMLButtonElement>('button', { name: '核对无误，发布' })
  await waitFor(() => expect(button.disabled).toBe(false))
  await userEvent.click(button)
  await waitFor(() => expect(published).toHaveBeenCalled())
  expect(published.mock.calls[0]?.[0]).toMatchObject({
    kind: 'deadline_rule',
    key: 'complaint.accept',
    reason: '国令第 1 号',
    body: { amount: 9, unit: 'workday', warn_share: 0.2 },
  })
})

it('says of an incomplete version what is missing, and publishes nothing', async () => {
  versions.give([first])
  open()
  await userEvent.click(await screen.findByRole('button', { name: '发布新版本' }))
  const dialog = within(await screen.findByRole('dialog'))
  await userEvent.clear(dialog.getByLabelText('时限'))
  const button = dialog.getByRole<HTMLButtonElement>('button', { name: '核对无误，发布' })
  await waitFor(() => expect(button.disabled).toBe(false))
  await userEvent.click(button)
  expect(await dialog.findByText('时限：请填写 1 至 3650 的整数')).toBeTruthy()
  expect(dialog.getByText('请填写调整理由，2 至 500 个字')).toBeTruthy()
  expect(published).not.toHaveBeenCalled()
})

it('shows a refusal under the field that it names', async () => {
  versions.give([first])
  published.mockRejectedValue(
    new AppError({ kind: 'conflict', messageKey: 'definition.same_day', message: '该日已有第 2 版待生效', field: 'effective_from' }),
  )
  open()
  await userEvent.click(await screen.findByRole('button', { name: '发布新版本' }))
  const dialog = within(await screen.findByRole('dialog'))
  fireEvent.change(dialog.getByLabelText('调整理由'), { target: { value: '依据文件' } })
  const button = dialog.getByRole<HTMLButtonElement>('button', { name: '核对无误，发布' })
  await waitFor(() => expect(button.disabled).toBe(false))
  await userEvent.click(button)
  expect(await dialog.findByText('该日已有第 2 版待生效')).toBeTruthy()
  expect(dialog.queryByRole('alert', { name: '该日已有第 2 版待生效' })).toBeNull()
})
