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
  caseRows: (filter: CaseFilter) => ({
    page: () => {
      asked(filter)
      return cases.read()
    },
    stretch: () => Promise.resolve([]),
  }),
}))
vi.mock('@/widgets/work-list/api/views.ts', () => ({
  viewsQuery: (list: string) => ({ queryKey: ['views', list], queryFn: () => Promise.resolve([]) }),
}))
vi.mock('@/widgets/work-list/api/list-states.ts', () => ({
  statesQuery: (kinds: string[]) => ({
    queryKey: ['states', kinds],
    queryFn: () =>
      Promise.resolve([
        { state: 'awaiting_receipt', label: '待签收', is_open: true },
        { state: 'answered', label: '已答复', is_open: false },
      ]),
  }),
}))
const counted = vi.hoisted(() => vi.fn<(kinds: string[], reach: object) => void>())
vi.mock('@/widgets/work-list/api/count-states.ts', () => ({
  stateCountsQuery: (kinds: string[], reach: object) => {
    counted(kinds, reach)
    return { queryKey: ['counts', kinds, reach], queryFn: () => Promise.resolve({ awaiting_receipt: 12 }) }
  },
}))
const acted = vi.hoisted(() => vi.fn<(variables: object) => void>())
vi.mock('@/entities/work-item/api/act-many.ts', () => ({
  versionsQuery: (ids: string[]) => ({ queryKey: ['versions', ids], queryFn: () => Promise.resolve(ids.map((id) => ({ id, version: 4 }))) }),
  useActMany: () => ({ isPending: false, error: null, data: undefined, mutateAsync: acted }),
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
  expect(screen.getByText('投诉 TS20261121000001')).toBeTruthy()
  expect(counted).toHaveBeenLastCalledWith(['complaint'], { orgId: makeSession().org_id })
  expect(asked).toHaveBeenCalledWith(expect.objectContaining({ late: true, type: 'complaint', sort: 'due_at' }))
})

it('does to many what fits, with the version that was seen, and says how many it leaves out', async () => {
  const own = { org_id: makeSession().org_id }
  const second = { id: '00000000-0000-4000-8000-0000000000c2', item_id: '00000000-0000-4000-8000-0000000000e2', title: '停车多收费' }
  cases.give({ rows: [makeCase(own), makeCase({ ...own, ...second, state: 'awaiting_decision' })], count: 2 })
  renderPage(<CaseListPage />)
  await screen.findByRole('link', { name: '停车多收费' })
  await userEvent.click(screen.getByRole('checkbox', { name: '全选本页' }))
  expect(screen.getByText('已选 2 件')).toBeTruthy()
  expect(screen.getByText('本页可选 2 件')).toBeTruthy()
  const bar = within(screen.getByRole('group', { name: '批量办理' }))
  expect(bar.queryByRole('button', { name: '指派承办人' })).toBeNull()
  await userEvent.click(bar.getByRole('button', { name: /签 ?收/ }))
  expect(await screen.findByText('其余不办理：不在待签收状态 1 件。')).toBeTruthy()
  // Not before it is known which version each of them has.
  const confirm = await screen.findByRole('button', { name: '确认签收 1 件' })
  await vi.waitFor(() => expect(confirm).toHaveProperty('disabled', false))
  await userEvent.click(confirm)
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

it('counts what waits in each state within the scope, and leads there', async () => {
  cases.give({ rows: [makeCase()], count: 1 })
  renderPage(<CaseListPage />, { session: makeSession({ is_coordinator: true, region_code: 340100000 }), at: '/?light=red' })
  const waiting = await screen.findByRole('tab', { name: '待签收 12' })
  expect(counted).toHaveBeenLastCalledWith(['complaint', 'tip'], { range: { from: 340100000, to: 340199999 } })
  await userEvent.click(waiting)
  await vi.waitFor(() => expect(asked).toHaveBeenLastCalledWith(expect.objectContaining({ state: 'awaiting_receipt', light: 'red' })))
  await userEvent.click(screen.getByRole('tab', { name: '已办结' }))
  // Closed work has no light: the choice would find nothing, and cannot be seen.
  await vi.waitFor(() => expect(asked).toHaveBeenLastCalledWith(expect.objectContaining({ state: undefined, closed: true, light: undefined })))
  expect(screen.getByText('办理结果')).toBeTruthy()
})
