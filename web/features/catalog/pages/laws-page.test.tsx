// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, it, vi } from 'vitest'
import { AppError } from '@/shared/errors/app-error.ts'
import { makeSession } from '@/testing/make-session.ts'
import { renderPage } from '@/testing/render-page.tsx'
import type { LawRow } from '../model/law.ts'
import LawsPage from './laws-page.tsx'

const page = vi.hoisted(() => vi.fn<() => unknown>())
const publish = vi.hoisted(() => vi.fn<(given: unknown) => Promise<void>>())
vi.mock('../api/laws.ts', () => ({
  lawRows: () => ({ page, stretch: () => [] }),
  itemsOnLawQuery: () => ({
    queryKey: ['on-law'],
    queryFn: () => [{ code: '90001001000010', name: '食品销售监督检查', line_name: '市场监管', state: 'in_force' }],
  }),
  usePublishLaw: () => ({ mutateAsync: publish }),
}))
vi.mock('@/widgets/work-list/api/views.ts', () => ({ viewsQuery: () => ({ queryKey: ['views'], queryFn: () => [] }), useViewActs: () => ({}) }))
vi.mock('@/entities/site/api/get-site.ts', () => ({ siteQuery: { queryKey: ['site'], queryFn: () => ({ root_region: 340000000 }) } }))
vi.mock('@/entities/code/api/list-codes.ts', () => ({ codesQuery: () => ({ queryKey: ['c'], queryFn: () => [{ code: 'law', label: '法律' }] }) }))
vi.mock('@/entities/catalog-item/api/list-words.ts', () => ({
  itemCodesQuery: { queryKey: ['codes'], queryFn: () => [{ set_key: 'catalog.law_kind', code: 'law', label: '法律' }] },
  itemLinesQuery: { queryKey: ['lines'], queryFn: () => [] },
  mainItemsQuery: { queryKey: ['mains'], queryFn: () => [] },
}))
vi.mock('@/entities/catalog-item/api/list-laws.ts', () => ({
  lawsOfQuery: () => ({ queryKey: ['laws'], enabled: false, queryFn: () => [] }),
  allLawsQuery: { queryKey: ['all-laws'], queryFn: () => [] },
}))

const law: LawRow = {
  code: 'old-law',
  title: '旧法',
  doc_no: '主席令第九号',
  kind: 'law',
  issuer: '',
  in_force_on: '2015-01-01',
  repealed_on: null,
  successor_code: null,
  successor_title: null,
  item_count: 1,
}
const keeper = makeSession({ permissions: ['catalog.read', 'catalog.review'], is_coordinator: true, region_code: 340000000 })

beforeEach(() => {
  vi.clearAllMocks()
  localStorage.clear()
  sessionStorage.clear()
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => {}, removeEventListener: () => {} }))
  page.mockResolvedValue({ rows: [law], count: 1 })
  publish.mockResolvedValue()
})

it('leads from a law to the items that rest on it', async () => {
  renderPage(<LawsPage />, { session: makeSession({ permissions: ['catalog.read'] }) })
  expect((await screen.findByRole('link', { name: '《旧法》：1 个事项' })).getAttribute('href')).toBe('/work/catalog?law=old-law')
  expect(await screen.findByText('现行')).toBeTruthy()
})
it('offers nothing to change to whoever does not keep the laws', async () => {
  renderPage(<LawsPage />, {
    session: makeSession({ permissions: ['catalog.read', 'catalog.review'], is_coordinator: true, region_code: 340100000 }),
  })
  await screen.findByText('旧法')
  expect(screen.queryByRole('button', { name: '登记法律法规' })).toBeNull()
  expect(screen.queryByRole('button', { name: /废止/ })).toBeNull()
})
it('shows which items lose their basis before a law is ended, and asks for the day', async () => {
  renderPage(<LawsPage />, { session: keeper })
  await userEvent.click(await screen.findByRole('button', { name: '登记《旧法》废止' }))
  const dialog = await screen.findByRole('dialog')
  expect(await within(dialog).findByText('以下 1 个事项的依据将失效')).toBeTruthy()
  expect(within(dialog).getByText('食品销售监督检查（市场监管）')).toBeTruthy()
  await userEvent.type(within(dialog).getByLabelText('登记理由'), '主席令第七十号')
  await userEvent.click(within(dialog).getByRole('button', { name: '核对无误，登记废止' }))
  expect(await within(dialog).findByText('请选择废止日期')).toBeTruthy()
  expect(publish).not.toHaveBeenCalled()
})
it('puts a law right and leaves what was not asked; a refusal stands at its field', async () => {
  publish.mockRejectedValueOnce(
    new AppError({ kind: 'invalid', messageKey: 'definition.invalid', message: '库中已有同名同文号的一部', field: 'title' }),
  )
  renderPage(<LawsPage />, { session: keeper })
  await userEvent.click(await screen.findByRole('button', { name: '更正《旧法》' }))
  const dialog = await screen.findByRole('dialog')
  await userEvent.type(within(dialog).getByLabelText('登记理由'), '文号更正')
  await userEvent.click(within(dialog).getByRole('button', { name: /^更\s?正$/ }))
  expect(await within(dialog).findByText('库中已有同名同文号的一部')).toBeTruthy()
  await userEvent.click(within(dialog).getByRole('button', { name: /^更\s?正$/ }))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(publish).toHaveBeenLastCalledWith({
    code: 'old-law',
    reason: '文号更正',
    body: { title: '旧法', doc_no: '主席令第九号', kind: 'law', issuer: '', in_force_on: '2015-01-01', repealed_on: null, successor_code: null },
  })
})
it('says what is missing when one is added', async () => {
  renderPage(<LawsPage />, { session: keeper })
  await userEvent.click(await screen.findByRole('button', { name: '登记法律法规' }))
  const dialog = await screen.findByRole('dialog')
  await userEvent.click(within(dialog).getByRole('button', { name: /^登\s?记$/ }))
  expect(await within(dialog).findByText(/编码只能用小写字母/)).toBeTruthy()
  expect(within(dialog).getByText('请选择效力级别')).toBeTruthy()
})
it('says that nothing was found', async () => {
  page.mockResolvedValue({ rows: [], count: 0 })
  renderPage(<LawsPage />, { at: '/work/catalog/laws?q=没有' })
  expect(await screen.findByText('没有符合条件的法律法规')).toBeTruthy()
})
