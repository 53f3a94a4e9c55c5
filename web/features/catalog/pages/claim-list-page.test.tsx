// @vitest-environment jsdom
import { fireEvent, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, it, vi } from 'vitest'
import { makeBody, makeClaim } from '@/testing/make-catalog.ts'
import { makeSession } from '@/testing/make-session.ts'
import { renderPage } from '@/testing/render-page.tsx'
import { scripted } from '@/testing/scripted.ts'
import type { ClaimAnswer } from '../api/claims.ts'
import type { ClaimFilter } from '../model/claim-filter.ts'
import type { Claim } from '../model/claim.ts'
import ClaimListPage from './claim-list-page.tsx'

const claims = scripted<{ rows: Claim[]; count: number }>()
const asked = vi.hoisted(() => vi.fn<(filter: ClaimFilter) => void>())
const settled = vi.hoisted(() => vi.fn<(answer: ClaimAnswer) => Promise<ReadonlyMap<number, string>>>())
vi.mock('../api/claims.ts', async () => {
  const { useState } = await import('react')
  return {
    claimRows: (filter: ClaimFilter) => {
      asked(filter)
      return { page: claims.read, stretch: () => Promise.resolve([]) }
    },
    claimCountsQuery: () => ({ queryKey: ['counts'], queryFn: () => Promise.resolve({ pending: 2, claimed: 9, all: 11 }) }),
    useSettleClaims: () => {
      const [data, setData] = useState<ReadonlyMap<number, string>>()
      return { data, mutateAsync: async (answer: ClaimAnswer) => setData(await settled(answer)) }
    },
  }
})
vi.mock('../api/changes.ts', () => ({
  bodiesQuery: () => ({
    queryKey: ['bodies'],
    queryFn: () =>
      Promise.resolve(
        new Map([
          ['01320001000010@1', makeBody()],
          ['01320001000010@2', makeBody({ result: '合格、责令改正或者处罚' })],
        ]),
      ),
  }),
}))
vi.mock('@/widgets/work-list/api/views.ts', () => ({ viewsQuery: () => ({ queryKey: ['views'], queryFn: () => Promise.resolve([]) }) }))
vi.mock('@/entities/code/api/list-codes.ts', () => ({
  codesQuery: (key: string) => ({ queryKey: [key], queryFn: () => Promise.resolve([{ code: 'no_object', label: '本地没有该类监管对象' }]) }),
}))
vi.mock('@/shared/http/rest.ts', () => ({ restGet: () => Promise.resolve([]) }))

const bureau = makeSession({ permissions: ['catalog.read', 'catalog.claim'] })
const second: Claim = { ...makeClaim(), id: 12, item_code: '01320001000020', item_name: '第二项', claimed_version: null, is_changed: false }
const coordinator = makeSession({
  permissions: ['catalog.read', 'catalog.review'],
  is_coordinator: true,
  roles: ['coordinator'],
  org_id: '00000000-0000-4000-8000-0000000000b1',
})
const pick = (name: string) => userEvent.click(screen.getByRole('checkbox', { name: `选择${name}（瑶海区市场监督管理局）` }))
const act = (name: string) => userEvent.click(within(screen.getByRole('group', { name: '批量办理' })).getByRole('button', { name }))

beforeEach(() => {
  localStorage.clear()
  settled.mockReset()
  asked.mockReset()
  claims.give({ rows: [makeClaim(), second], count: 2 })
})

it('fails with a retry, and says that nothing waits', async () => {
  claims.fail()
  const failed = renderPage(<ClaimListPage />, { session: bureau })
  expect(await screen.findByRole('button', { name: '重新加载' })).toBeTruthy()
  failed.unmount()
  claims.give({ rows: [], count: 0 })
  renderPage(<ClaimListPage />, { session: bureau })
  expect(await screen.findByText('没有待认领的事项')).toBeTruthy()
})

it('begins with what waits, and says what changed since it was last claimed', async () => {
  renderPage(<ClaimListPage />, { session: bureau })
  expect(await screen.findByText('有变更，须重新认领')).toBeTruthy()
  expect(screen.getByText('首次认领')).toBeTruthy()
  expect(await screen.findByRole('tab', { name: '待认领 2', selected: true })).toBeTruthy()
  expect(asked.mock.calls[0]?.[0]).toMatchObject({ state: 'pending' })
  await userEvent.click(screen.getByRole('button', { name: '查看特种设备使用单位的监管的变化' }))
  const dialog = within(await screen.findByRole('dialog', { name: /第 1 版以来的变化/ }))
  expect((await dialog.findByText(/处罚/)).tagName).toBe('INS')
})

it('claims many at once and says what came of each', async () => {
  settled.mockResolvedValue(
    new Map([
      [11, 'done'],
      [12, 'ended'],
    ]),
  )
  renderPage(<ClaimListPage />, { session: bureau })
  await screen.findByText('首次认领')
  await pick('特种设备使用单位的监管')
  await pick('第二项')
  await act('认领 2 项')
  await userEvent.click(await screen.findByRole('button', { name: '确认认领 2 项' }))
  expect(await screen.findByText('认领 1 项，未办理 1 项')).toBeTruthy()
  expect(screen.getByText('未办理：现在的状态是“事项已取消”')).toBeTruthy()
  expect(settled).toHaveBeenCalledWith({ act: 'claim', claims: [makeClaim(), second], ground: '', note: '' })
})

it('declines with a ground and a reason only', async () => {
  settled.mockResolvedValue(new Map([[12, 'done']]))
  renderPage(<ClaimListPage />, { session: bureau })
  await screen.findByText('首次认领')
  await pick('第二项')
  await act('不认领 1 项')
  const send = async () => userEvent.click(await screen.findByRole('button', { name: '确认不认领 1 项' }))
  await send()
  expect(await screen.findByText('请选择不认领的理由')).toBeTruthy()
  expect(settled).not.toHaveBeenCalled()
  await userEvent.click(screen.getByLabelText('不认领的理由'))
  await userEvent.click(await screen.findByTitle('本地没有该类监管对象'))
  fireEvent.change(screen.getByLabelText('说明'), { target: { value: '辖区内没有索道' } })
  await send()
  expect(await screen.findByText('已办理：不认领')).toBeTruthy()
  expect(settled).toHaveBeenCalledWith({ act: 'decline', claims: [second], ground: 'no_object', note: '辖区内没有索道' })
})

it('lets the coordinator decide, and whoever only reads do nothing', async () => {
  claims.give({ rows: [{ ...second, state: 'declining', ground: 'no_object', note: '没有' }], count: 1 })
  const deciding = renderPage(<ClaimListPage />, { session: coordinator, at: '/?state=declining' })
  expect(await screen.findByText('本地没有该类监管对象；没有')).toBeTruthy()
  await pick('第二项')
  await act('须认领 1 项')
  await userEvent.click(await screen.findByRole('button', { name: '确认须认领 1 项' }))
  expect(await screen.findByText('请填写须认领的理由，2 至 300 个字')).toBeTruthy()
  expect(settled).not.toHaveBeenCalled()
  deciding.unmount()
  renderPage(<ClaimListPage />, { session: makeSession({ permissions: ['catalog.read'] }), at: '/?state=declining' })
  await screen.findByText('第二项')
  expect(screen.queryByRole('checkbox', { name: /^选择第二项/ })).toBeNull()
})
