// @vitest-environment jsdom
import { fireEvent, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useLocation } from 'react-router'
import { beforeEach, expect, it, vi } from 'vitest'
import { AppError } from '@/shared/errors/app-error.ts'
import { makeBody } from '@/testing/make-catalog.ts'
import { makeSession } from '@/testing/make-session.ts'
import { renderPage } from '@/testing/render-page.tsx'
import type { ChangeRequest } from '../model/change-request.ts'
import ChangeNewPage from './change-new-page.tsx'

const code = '01320001000010'
const sent = vi.hoisted(() => vi.fn<(request: ChangeRequest & { key: string; type: string }) => Promise<string>>())
vi.mock('../api/changes.ts', () => ({
  latestVersion: (key: string) => Promise.resolve({ key, version: 3, body: makeBody() }),
  foundItemsQuery: () => ({ queryKey: ['found'], queryFn: () => Promise.resolve([]) }),
  useProposeChange: () => ({ mutateAsync: sent }),
}))
vi.mock('@/entities/code/api/list-codes.ts', () => ({
  codesQuery: (key: string) => ({
    queryKey: [key],
    queryFn: () =>
      Promise.resolve(
        key === 'catalog.change_type'
          ? [
              { code: 'amend', label: '变更' },
              { code: 'suspend', label: '暂停' },
              { code: 'add', label: '新增' },
            ]
          : [{ code: 'law', label: '法律法规规章立改废释' }],
      ),
  }),
}))
vi.mock('@/shared/http/rest.ts', () => ({
  restGet: (table: string) =>
    Promise.resolve(
      table === 'codes'
        ? [
            { set_key: 'catalog.method', code: 'random', label: '双随机' },
            { set_key: 'catalog.method', code: 'credit', label: '信用监管' },
          ]
        : [],
    ),
}))

const session = makeSession({ permissions: ['catalog.read', 'catalog.propose'] })
const Place = () => <output>{useLocation().pathname}</output>
const show = (search: string) =>
  renderPage(
    <>
      <ChangeNewPage />
      <Place />
    </>,
    { session, at: `/work/catalog/changes/new${search}` },
  )
const send = async () => userEvent.click(screen.getByRole('button', { name: '提出申请' }))
async function fillReason() {
  await userEvent.click(screen.getByLabelText('事由'))
  await userEvent.click(await screen.findByTitle('法律法规规章立改废释'))
  fireEvent.change(screen.getByLabelText('理由和依据'), { target: { value: '条例修订' } })
}

beforeEach(() => {
  localStorage.clear()
  sent.mockReset()
  // What scrolls has no place here.
  Element.prototype.scrollIntoView = () => undefined
})

it('begins with the item as it stands, marks what changes, and sends it once more under the same key', async () => {
  sent.mockRejectedValueOnce(new AppError({ kind: 'invalid', messageKey: 'definition.invalid', message: '该主项下已有同名的子项', field: 'name' }))
  sent.mockResolvedValueOnce('00000000-0000-4000-8000-0000000000d1')
  show(`?type=amend&code=${code}`)
  const part = within(await screen.findByRole('region', { name: '第 1 项' }))
  expect(part.getByText('尚未修改任何要素')).toBeTruthy()
  fireEvent.change(part.getByLabelText('监管子项'), { target: { value: '特种设备使用和维保单位的监管' } })
  expect(await part.findByText('原为：特种设备使用单位的监管')).toBeTruthy()
  expect(part.getByText('已修改 1 个要素：监管子项')).toBeTruthy()
  await fillReason()
  await send()
  // The refusal of the database stands at its field.
  expect(await part.findByText('该主项下已有同名的子项')).toBeTruthy()
  await send()
  expect(await screen.findByText('/work/catalog/changes/00000000-0000-4000-8000-0000000000d1')).toBeTruthy()
  const [first, again] = sent.mock.calls.map(([request]) => request)
  expect(again?.key).toBe(first?.key)
  expect(first).toMatchObject({ type: 'amend', reason: 'law', ground: '条例修订', from: null })
  expect(first?.parts).toEqual([{ action: 'amend', item_code: code, body: makeBody({ name: '特种设备使用和维保单位的监管' }) }])
})

it('says in every element what is missing, and sends nothing', async () => {
  show('?type=add')
  await fillReason()
  await send()
  expect((await screen.findAllByText(/^有 \d+ 处需要补正/)).length).toBeGreaterThan(0)
  expect(screen.getByText('请填写监管子项名称，2 至 100 字')).toBeTruthy()
  expect(screen.getByText('请选择监管主项，或填写新的主项')).toBeTruthy()
  expect(screen.getByText('请选择监管方式，至少一项')).toBeTruthy()
  expect(sent).not.toHaveBeenCalled()
})

it('keeps the items when the type changes, and does to them what it is for', async () => {
  sent.mockResolvedValue('00000000-0000-4000-8000-0000000000d1')
  show(`?type=amend&code=${code}`)
  await screen.findByRole('region', { name: '第 1 项' })
  await userEvent.click(await screen.findByText('暂停'))
  expect(screen.queryByLabelText('监管子项')).toBeNull()
  await fillReason()
  await send()
  expect(await screen.findByText(/changes\/0000/)).toBeTruthy()
  expect(sent.mock.calls[0]?.[0]).toMatchObject({ type: 'suspend', parts: [{ action: 'suspend', item_code: code }] })
})

it('holds the draft over a reload, and asks before a link leads away from it', async () => {
  const first = show(`?type=amend&code=${code}`)
  const name = await screen.findByLabelText('监管子项')
  fireEvent.change(name, { target: { value: '改了一半' } })
  first.unmount()
  renderPage(
    <>
      <ChangeNewPage />
      <a href="/work">别处</a>
    </>,
    { session, at: `/work/catalog/changes/new?type=amend&code=${code}` },
  )
  expect(await screen.findByDisplayValue('改了一半')).toBeTruthy()
  expect(screen.getByText(/已恢复上次未提交的内容/)).toBeTruthy()
  const confirm = vi.spyOn(window, 'confirm').mockReturnValue(false)
  fireEvent.change(screen.getByLabelText('监管子项'), { target: { value: '又改' } })
  expect(fireEvent.click(screen.getByRole('link', { name: '别处' }))).toBe(false)
  expect(confirm).toHaveBeenCalledOnce()
})
