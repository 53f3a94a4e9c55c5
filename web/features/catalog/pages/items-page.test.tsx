// @vitest-environment jsdom
import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, it, vi } from 'vitest'
import { makeItem, makeVersions } from '@/testing/make-catalog-item.ts'
import { makeSession } from '@/testing/make-session.ts'
import { renderPage } from '@/testing/render-page.tsx'
import type { ItemFilter } from '../model/item-filter.ts'
import ItemPage from './item-page.tsx'
import ItemsPage from './items-page.tsx'

const asked = vi.hoisted(() => vi.fn<(filter: ItemFilter, onLaw: readonly string[] | undefined) => void>())
const rows = vi.hoisted(() => vi.fn<() => unknown>())
vi.mock('../api/list-items.ts', () => ({
  codesOnLaw: async () => ['90001001000010'],
  itemRows: (filter: ItemFilter, onLaw: readonly string[] | undefined) => {
    asked(filter, onLaw)
    return { page: rows, stretch: () => [] }
  },
}))
vi.mock('../api/get-impact.ts', () => ({
  impactQuery: () => ({
    queryKey: ['impact'],
    queryFn: () => [
      { label: '已认领、须重新认领的单位', amount: 12, path: '/work/catalog/claims' },
      { label: '检查表', amount: 3, path: '/work/checks' },
    ],
  }),
}))
vi.mock('@/widgets/work-list/api/views.ts', () => ({ viewsQuery: () => ({ queryKey: ['views'], queryFn: () => [] }), useViewActs: () => ({}) }))
vi.mock('@/entities/org/api/list-orgs.ts', () => ({
  linesQuery: { queryKey: ['org-lines'], queryFn: () => [] },
  orgQuery: () => ({ queryKey: ['org'], enabled: false, queryFn: () => null }),
}))
vi.mock('@/entities/region/api/list-regions.ts', () => ({
  regionQuery: () => ({ queryKey: ['region'], enabled: false, queryFn: () => null }),
  childRegionsQuery: () => ({ queryKey: ['regions'], queryFn: () => [] }),
}))
vi.mock('@/entities/catalog-item/api/list-words.ts', () => ({
  itemCodesQuery: { queryKey: ['codes'], queryFn: () => [] },
  itemLinesQuery: { queryKey: ['lines'], queryFn: () => [{ code: 'market', name: '市场监管' }] },
  mainItemsQuery: { queryKey: ['mains'], queryFn: () => [{ code: '90001001', name: '食品安全监管', line_code: 'market', sort: 1 }] },
}))
vi.mock('@/entities/catalog-item/api/list-laws.ts', () => ({ lawsOfQuery: () => ({ queryKey: ['laws'], queryFn: () => [] }) }))
vi.mock('@/entities/catalog-item/api/get-item.ts', () => ({
  itemQuery: () => ({ queryKey: ['item'], queryFn: () => makeItem() }),
  itemVersionsQuery: () => ({ queryKey: ['versions'], queryFn: () => makeVersions({ from: '2026-01-01' }) }),
  itemNamesQuery: () => ({ queryKey: ['names'], enabled: false, queryFn: () => [] }),
}))

beforeEach(() => {
  vi.clearAllMocks()
  vi.stubGlobal('matchMedia', (query: string) => ({
    matches: query.includes('min-width'),
    addEventListener: () => {},
    removeEventListener: () => {},
  }))
  rows.mockResolvedValue({ rows: [{ ...makeItem({ is_lapsing: true }), title: '食品销售监督检查' }], count: 1 })
})

it('narrows the list by the tree of departments and main items', async () => {
  renderPage(<ItemsPage />)
  expect((await screen.findByRole('link', { name: '食品销售监督检查' })).getAttribute('href')).toBe('/work/catalog/items/90001001000010')
  expect(screen.getByText('依据已废止', { selector: '.item-state' })).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: '展开市场监管' }))
  await userEvent.click(screen.getByRole('button', { name: '食品安全监管' }))
  await waitFor(() => expect(asked.mock.calls.at(-1)?.[0]).toMatchObject({ line: 'market', main: '90001001' }))
})
it('asks for what rests on nothing any more', async () => {
  renderPage(<ItemsPage />)
  await userEvent.click(await screen.findByRole('checkbox', { name: '依据已废止' }))
  await waitFor(() => expect(asked.mock.calls.at(-1)?.[0]).toMatchObject({ lapsing: true }))
})
it('shows the items of a law that led here', async () => {
  renderPage(<ItemsPage />, { at: '/work/catalog?law=food-safety' })
  await screen.findByText('共 1 条')
  expect(asked.mock.calls.at(-1)).toMatchObject([{ law: 'food-safety' }, ['90001001000010']])
})
it('says that nothing was found', async () => {
  rows.mockResolvedValue({ rows: [], count: 0 })
  renderPage(<ItemsPage />, { at: '/work/catalog?q=没有' })
  expect(await screen.findByText('没有符合条件的监管事项')).toBeTruthy()
})

const openItem = (permissions: string[]) =>
  renderPage(<ItemPage />, {
    at: '/work/catalog/items/90001001000010',
    path: '/work/catalog/items/:code',
    session: makeSession({ permissions, line_code: 'market' }),
  })

it('tells an officer what a change would touch, each with the way there', async () => {
  openItem(['catalog.read'])
  expect((await screen.findByRole('link', { name: '12' })).getAttribute('href')).toBe(
    '/work/catalog/claims?scope=all&state=claimed&items=90001001000010',
  )
  expect(screen.getByRole('link', { name: '3' }).getAttribute('href')).toBe('/work/checks?scope=all&items=90001001000010')
  expect(screen.queryByRole('button', { name: '申请变更' })).toBeNull()
})
it('offers what may be asked for it', async () => {
  openItem(['catalog.read', 'catalog.propose'])
  expect(await screen.findByRole('button', { name: '申请变更' })).toBeTruthy()
  expect(screen.getByRole('button', { name: '申请暂停' })).toBeTruthy()
  expect(screen.getByRole('button', { name: '申请取消' })).toBeTruthy()
})
