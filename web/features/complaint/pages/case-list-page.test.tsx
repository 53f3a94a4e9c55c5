// @vitest-environment jsdom
import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, it, vi } from 'vitest'
import { makeCase } from '@/testing/make-case.ts'
import { makeSession } from '@/testing/make-session.ts'
import { renderPage } from '@/testing/render-page.tsx'
import { scripted } from '@/testing/scripted.ts'
import type { CaseRow } from '../model/case.ts'
import type { CaseFilter } from '../model/case-filter.ts'
import CaseListPage from './case-list-page.tsx'

const cases = scripted<{ rows: CaseRow[]; count: number }>()
const asked = vi.fn<(filter: CaseFilter) => void>()
vi.mock('../api/list-cases.ts', () => ({
  casesQuery: (filter: CaseFilter) => {
    asked(filter)
    return { queryKey: ['cases', filter], queryFn: cases.read }
  },
  readCasePage: () => Promise.resolve([]),
}))
const acted = vi.hoisted(() => vi.fn<(variables: object) => void>())
vi.mock('@/entities/work-item/api/act-many.ts', () => ({
  versionsQuery: (ids: string[]) => ({ queryKey: ['versions', ids], queryFn: () => Promise.resolve(ids.map((id) => ({ id, version: 4 }))) }),
  useActMany: () => ({ isPending: false, error: null, data: undefined, mutate: acted }),
}))
vi.mock('@/shared/http/rest.ts', () => ({ restGet: () => Promise.resolve([]) }))

beforeEach(() => void asked.mockReset())

it('says that it is loading', () => {
  cases.pend()
  renderPage(<CaseListPage />)
  expect(screen.getAllByText('正在加载').length).toBeGreaterThan(0)
})

it('offers a retry when the list cannot be read', async () => {
  cases.fail()
  renderPage(<CaseListPage />)
  expect(await screen.findByText('读取失败了')).toBeTruthy()
  cases.give({ rows: [makeCase()], count: 1 })
  await userEvent.click(screen.getByRole('button', { name: '重新加载' }))
  expect(await screen.findByRole('link', { name: '超市出售过期牛奶' })).toBeTruthy()
})

it('tells an empty desk from an empty search', async () => {
  cases.give({ rows: [], count: 0 })
  const { unmount } = renderPage(<CaseListPage />)
  expect(await screen.findByText('本单位暂无投诉举报')).toBeTruthy()
  unmount()
  renderPage(<CaseListPage />, { at: '/?q=牛奶' })
  expect(await screen.findByText('没有符合条件的投诉举报')).toBeTruthy()
})

it('shows rows, links to the case and hands the address filters to the query', async () => {
  cases.give({ rows: [makeCase({ is_supervised: true, light: 'red' })], count: 1 })
  renderPage(<CaseListPage />, { at: '/?late=true&type=complaint&sort=due_at' })
  const link = await screen.findByRole('link', { name: /超市出售过期牛奶/ })
  expect(link.getAttribute('href')).toBe('/work/complaints/00000000-0000-4000-8000-0000000000c1')
  expect(screen.getByText('严重超期')).toBeTruthy()
  expect(asked).toHaveBeenCalledWith(expect.objectContaining({ late: true, type: 'complaint', sort: 'due_at' }))
})

it('does to many what fits, with the version that was seen, and says how many it leaves out', async () => {
  const own = { org_id: makeSession().org_id }
  const second = { id: '00000000-0000-4000-8000-0000000000c2', item_id: '00000000-0000-4000-8000-0000000000e2', title: '停车多收费' }
  cases.give({ rows: [makeCase(own), makeCase({ ...own, ...second, state: 'awaiting_decision' })], count: 2 })
  renderPage(<CaseListPage />)
  await userEvent.click(await screen.findByRole('checkbox', { name: '全选本页' }))
  expect(screen.getByText('已选 2 件')).toBeTruthy()
  const bar = within(screen.getByRole('group', { name: '批量办理' }))
  expect(bar.queryByRole('button', { name: '指派承办人' })).toBeNull()
  await userEvent.click(bar.getByRole('button', { name: /签 ?收/ }))
  expect(await screen.findByText('其余不办理：不在待签收状态 1 件。')).toBeTruthy()
  await userEvent.click(await screen.findByRole('button', { name: '确认签收 1 件' }))
  await vi.waitFor(() =>
    expect(acted).toHaveBeenCalledWith({ action: 'receive', payload: {}, items: [{ id: makeCase().item_id, version: 4, key: expect.any(String) }] }),
  )
})

it('offers no picking to whoever does none of it', async () => {
  cases.give({ rows: [makeCase()], count: 1 })
  renderPage(<CaseListPage />, { session: makeSession({ permissions: ['complaint.read', 'complaint.approve'] }) })
  await screen.findByRole('link', { name: '超市出售过期牛奶' })
  expect(screen.queryByRole('checkbox', { name: '全选本页' })).toBeNull()
})
