// @vitest-environment jsdom
import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, it, vi } from 'vitest'
import { AppError } from '@/shared/errors/app-error.ts'
import { renderPage } from '@/testing/render-page.tsx'
import type { BatchAction, BatchRow } from '../model/batch.ts'
import { BatchDialog } from './batch-dialog.tsx'

const acted = vi.hoisted(() => vi.fn<(variables: object) => Promise<unknown>>())
vi.mock('@/entities/work-item/api/act-many.ts', () => ({
  versionsQuery: (ids: string[]) => ({ queryKey: ['versions', ids], queryFn: () => Promise.resolve(ids.map((id) => ({ id, version: 4 }))) }),
  useActMany: () => ({ data: undefined, mutateAsync: acted }),
}))
const liu = '00000000-0000-4000-8000-0000000000b1'
vi.mock('@/entities/work-item/api/find-handlers.ts', () => ({
  handlersQuery: (id: string) => ({
    queryKey: ['handlers', id],
    queryFn: () => Promise.resolve([{ id: liu, name: '刘洋', title: '', open_count: 3 }]),
  }),
}))

const assign: BatchAction<BatchRow> = { action: 'assign', label: '指派承办人', permission: 'x', namesHandler: true, reasonAgainst: () => null }
const row = (n: number): BatchRow => ({
  item_id: `00000000-0000-4000-8000-00000000000${n}`,
  org_id: '00000000-0000-4000-8000-0000000000a1',
  title: `第${n}件`,
  state: 'awaiting_receipt',
  is_open: true,
  handler_id: null,
})
const open = (...rows: BatchRow[]) =>
  renderPage(<BatchDialog action={assign} rows={rows} noOf={(one) => one.title} module="sample" onClose={() => undefined} />)
const reason = () => screen.findByLabelText<HTMLTextAreaElement>(/理由/)

beforeEach(() => {
  localStorage.clear()
  acted.mockReset()
})

it('keeps the choice and the reason for the same rows, in whatever order they were picked, and for no others', async () => {
  const first = open(row(1), row(2))
  await userEvent.click(await screen.findByRole('combobox'))
  await userEvent.click(await screen.findByText(/刘洋/))
  await userEvent.type(await reason(), '王芳休假')
  first.unmount()
  const others = open(row(1), row(3))
  expect((await reason()).value).toBe('')
  others.unmount()
  open(row(2), row(1))
  expect((await reason()).value).toBe('王芳休假')
  expect(screen.getByText('已恢复上次未提交的内容。')).toBeTruthy()
  expect(await screen.findByText(/刘洋/)).toBeTruthy()
})

it('keeps them over a refusal, and forgets them once they have been sent', async () => {
  acted.mockRejectedValueOnce(new AppError({ kind: 'network', messageKey: 'network', message: '网络中断' })).mockResolvedValueOnce([])
  const first = open(row(1))
  await userEvent.click(await screen.findByRole('combobox'))
  await userEvent.click(await screen.findByText(/刘洋/))
  await userEvent.type(await reason(), '王芳休假')
  const confirm = screen.getByRole('button', { name: '确认指派承办人 1 件' })
  await userEvent.click(confirm)
  expect(await screen.findByText('网络中断')).toBeTruthy()
  first.unmount()
  const again = open(row(1))
  expect((await reason()).value).toBe('王芳休假')
  await userEvent.click(screen.getByRole('button', { name: '确认指派承办人 1 件' }))
  await waitFor(() => expect(acted).toHaveBeenCalledTimes(2))
  expect(acted).toHaveBeenLastCalledWith({
    action: 'assign',
    payload: { officer_id: liu, note: '王芳休假' },
    items: [{ id: row(1).item_id, version: 4, key: expect.any(String) }],
  })
  again.unmount()
  open(row(1))
  expect((await reason()).value).toBe('')
})
