// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, it, vi } from 'vitest'
import { makeCase } from '@/testing/make-case.ts'
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
