// @vitest-environment jsdom
import { fireEvent, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, it, vi } from 'vitest'
import { AppError } from '@/shared/errors/app-error.ts'
import { makeBody, makeChange, makePart } from '@/testing/make-catalog.ts'
import { makeItem } from '@/testing/make-item.ts'
import { makeSession } from '@/testing/make-session.ts'
import { renderPage } from '@/testing/render-page.tsx'
import { scripted } from '@/testing/scripted.ts'
import type { Change } from '../model/change.ts'
import ChangeMendPage from './change-mend-page.tsx'

const change = scripted<Change>()
const mended = vi.hoisted(() => vi.fn<(request: object) => Promise<string>>())
vi.mock('../api/changes.ts', () => ({
  changeQuery: () => ({ queryKey: ['change'], queryFn: change.read }),
  changePartsQuery: () => ({ queryKey: ['parts'], queryFn: () => Promise.resolve([makePart()]) }),
  bodiesQuery: () => ({ queryKey: ['bodies'], queryFn: () => Promise.resolve(new Map([['01320001000010@1', makeBody()]])) }),
  foundItemsQuery: () => ({ queryKey: ['found'], queryFn: () => Promise.resolve([]) }),
  latestVersion: () => Promise.reject(new Error('not asked')),
  useMendChange: () => ({ mutateAsync: mended }),
}))
vi.mock('@/entities/work-item/api/get-item.ts', () => ({
  itemQuery: () => ({ queryKey: ['item'], queryFn: () => Promise.resolve(makeItem({ version: 4 })) }),
}))
vi.mock('@/entities/code/api/list-codes.ts', () => ({ codesQuery: (key: string) => ({ queryKey: [key], queryFn: () => Promise.resolve([]) }) }))
vi.mock('@/shared/http/rest.ts', () => ({ restGet: () => Promise.resolve([]) }))

const at = {
  at: `/work/catalog/changes/${makeChange().id}/mend`,
  path: '/work/catalog/changes/:id/mend',
  session: makeSession({ permissions: ['catalog.read', 'catalog.propose'] }),
}
beforeEach(() => {
  localStorage.clear()
  mended.mockReset()
})

it('mends nothing that did not come back', async () => {
  change.give(makeChange())
  renderPage(<ChangeMendPage />, at)
  expect(await screen.findByText('现在不能修改')).toBeTruthy()
  expect(screen.queryByRole('button', { name: '保存修改' })).toBeNull()
})

it('begins with what was asked, and keeps the words when somebody else was faster', async () => {
  change.give({ ...makeChange(), state: 'mending', state_label: '退回修改' })
  mended.mockRejectedValueOnce(new AppError({ kind: 'conflict', messageKey: 'work.stale', message: '该申请刚刚被他人更新' }))
  renderPage(<ChangeMendPage />, at)
  expect(await screen.findByDisplayValue('特种设备使用和维保单位的监管')).toBeTruthy()
  fireEvent.change(screen.getByLabelText('理由和依据'), { target: { value: '补充文号' } })
  await userEvent.click(screen.getByRole('button', { name: '保存修改' }))
  expect((await screen.findAllByText('该申请刚刚被他人更新')).length).toBeGreaterThan(0)
  expect(mended).toHaveBeenCalledWith(expect.objectContaining({ version: 4, ground: '补充文号', reason: 'law' }))
  expect(screen.getByDisplayValue('补充文号')).toBeTruthy()
})
