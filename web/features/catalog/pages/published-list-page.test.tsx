// @vitest-environment jsdom
import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, it, vi } from 'vitest'
import { AppError } from '@/shared/errors/app-error.ts'
import { makeItem } from '@/testing/make-catalog-item.ts'
import { renderPage } from '@/testing/render-page.tsx'
import type { PublishedFilter } from '../model/published-filter.ts'
import PublishedListPage from './published-list-page.tsx'

const found = vi.hoisted(() => vi.fn<(filter: PublishedFilter) => unknown>())
const saved = vi.hoisted(() => vi.fn<(format: string) => Promise<number>>())
vi.mock('../api/published-items.ts', () => ({
  publishedItemsQuery: (filter: PublishedFilter) => ({ queryKey: ['found', filter], queryFn: () => found(filter) }),
}))
vi.mock('../api/open-data.ts', () => ({ saveOpenData: saved }))
vi.mock('@/entities/site/api/get-site.ts', () => ({ siteQuery: { queryKey: ['site'], queryFn: () => ({ name: '示例站点' }) } }))
vi.mock('@/entities/catalog-item/api/list-words.ts', () => ({
  itemCodesQuery: {
    queryKey: ['codes'],
    queryFn: () => [{ set_key: 'catalog.method', code: 'random', label: '双随机、一公开监管' }],
  },
  itemLinesQuery: { queryKey: ['lines'], queryFn: () => [{ code: 'market', name: '市场监管' }] },
  mainItemsQuery: { queryKey: ['mains'], queryFn: () => [] },
}))
vi.mock('@/entities/catalog-item/api/list-laws.ts', () => ({ lawsOfQuery: () => ({ queryKey: ['laws'], queryFn: () => [], enabled: false }) }))

beforeEach(() => {
  vi.clearAllMocks()
  vi.stubGlobal('matchMedia', () => ({ matches: true, addEventListener: () => {}, removeEventListener: () => {} }))
  found.mockReturnValue({ rows: [makeItem(), makeItem({ code: '90001001000020', name: '已停的一项', state: 'suspended' })], count: 42, page: 1 })
})
const asked = () => found.mock.calls.at(-1)?.[0]

it('lists what is published with its count, and marks what is suspended', async () => {
  renderPage(<PublishedListPage />)
  expect((await screen.findByRole('link', { name: '食品销售监督检查' })).getAttribute('href')).toBe('/catalog/90001001000010')
  expect(screen.getByText('共 42 项在用或已暂停的监管事项')).toBeTruthy()
  expect(screen.getByText('已暂停', { selector: 'span' })).toBeTruthy()
  expect(await screen.findAllByText(/双随机、一公开监管/, { selector: 'li span' })).toHaveLength(2)
})
it('searches by words and conditions, from the first page', async () => {
  renderPage(<PublishedListPage />, { at: '/catalog?page=2' })
  await screen.findByText(/共 42 项/)
  await userEvent.type(screen.getByLabelText('事项名称、监管对象或编码'), '食品 销售')
  await userEvent.click(screen.getByRole('button', { name: '查找' }))
  await userEvent.selectOptions(screen.getByLabelText('监管部门'), 'market')
  await userEvent.selectOptions(screen.getByLabelText('状态'), 'repealed')
  await waitFor(() => expect(asked()).toMatchObject({ q: '食品 销售', line: 'market', state: 'repealed', page: 1 }))
})
it('turns the page', async () => {
  Element.prototype.scrollIntoView = () => {}
  renderPage(<PublishedListPage />)
  await userEvent.click(await screen.findByRole('button', { name: '下一页' }))
  await waitFor(() => expect(asked()).toMatchObject({ page: 2 }))
})
it('says what to do when nothing is found, and takes the conditions away', async () => {
  found.mockReturnValue({ rows: [], count: 0, page: 1 })
  renderPage(<PublishedListPage />, { at: '/catalog?q=没有&line=market' })
  await userEvent.click(await screen.findByRole('button', { name: '清除条件' }))
  await waitFor(() => expect(asked()).toMatchObject({ q: '', line: '' }))
  expect(await screen.findByText(/目录还没有公布/)).toBeTruthy()
})
it('says what went wrong and offers to try again', async () => {
  found.mockRejectedValue(new AppError({ kind: 'network', messageKey: 'network', message: '网络不通，请检查后重试。' }))
  renderPage(<PublishedListPage />)
  expect((await screen.findByRole('alert')).textContent).toContain('网络不通')
  expect(screen.getByRole('button', { name: '重新加载' })).toBeTruthy()
})
it('gives the whole catalogue as a file, and says how much or what failed', async () => {
  saved.mockResolvedValueOnce(455).mockRejectedValueOnce(new AppError({ kind: 'network', messageKey: 'network', message: '网络不通' }))
  renderPage(<PublishedListPage />)
  await userEvent.click(screen.getByRole('button', { name: '下载 CSV' }))
  expect(await screen.findByText('已下载 455 项')).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: '下载 JSON' }))
  expect(await screen.findByText('没有下载成功：网络不通')).toBeTruthy()
  expect(saved.mock.calls.map(([format]) => format)).toEqual(['csv', 'json'])
})
