// @vitest-environment jsdom
import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, it, vi } from 'vitest'
import { AppError } from '@/shared/errors/app-error.ts'
import { makeItem, makeVersions } from '@/testing/make-catalog-item.ts'
import { renderPage } from '@/testing/render-page.tsx'
import PublishedItemPage from './published-item-page.tsx'

const item = vi.hoisted(() => vi.fn<() => unknown>())
const versions = vi.hoisted(() => vi.fn<() => unknown>())
vi.mock('@/entities/catalog-item/api/get-item.ts', () => ({
  itemQuery: () => ({ queryKey: ['item'], queryFn: item }),
  itemVersionsQuery: () => ({ queryKey: ['versions'], queryFn: versions }),
  itemNamesQuery: (codes: readonly string[]) => ({
    queryKey: ['names', codes],
    enabled: codes.length > 0,
    queryFn: () => [{ code: '90001001000020', name: '接替的一项', state: 'in_force' }],
  }),
}))
vi.mock('@/entities/catalog-item/api/list-words.ts', () => ({
  itemCodesQuery: { queryKey: ['codes'], queryFn: () => [{ set_key: 'catalog.level', code: '4', label: '县级' }] },
  itemLinesQuery: { queryKey: ['lines'], queryFn: () => [{ code: 'market', name: '市场监管' }] },
  mainItemsQuery: { queryKey: ['mains'], queryFn: () => [{ code: '90001001', name: '食品安全监管', line_code: 'market' }] },
}))
const laws = [
  { code: 'food-safety', title: '食品安全法', doc_no: '主席令', kind: 'law', in_force_on: '2015-10-01', repealed_on: null },
  { code: 'old', title: '旧办法', doc_no: '', kind: 'rule', in_force_on: '2010-01-01', repealed_on: '2026-08-15' },
]
vi.mock('@/entities/catalog-item/api/list-laws.ts', () => ({ lawsOfQuery: () => ({ queryKey: ['laws'], queryFn: () => laws }) }))

const bases = [
  { law_code: 'food-safety', article: '第一百一十条' },
  { law_code: 'old', article: '' },
]
beforeEach(() => {
  item.mockReturnValue(makeItem({ version: 2, effective_from: '2026-05-01' }))
  versions.mockReturnValue(
    makeVersions(
      { from: '2026-05-01', reason: '条款修订', body: { flow: '先告知，再现场检查。', levels: ['4'], bases } },
      { from: '2026-01-01', to: '2026-04-30', reason: '首次公布', body: { flow: '现场检查。', levels: ['4'], bases } },
    ),
  )
})
const open = (search = '') => renderPage(<PublishedItemPage />, { at: `/catalog/90001001000010${search}`, path: '/catalog/:code' })

it('says in plain words who checks, how and on which law, and which of them is law no more', async () => {
  open()
  const plain = await screen.findByRole('region', { name: '看懂这一项' })
  expect(await within(plain).findByText(/市场监管部门（.*县级）/)).toBeTruthy()
  expect(within(plain).getByText('先告知，再现场检查。')).toBeTruthy()
  expect(await within(plain).findByText(/《食品安全法》第一百一十条/)).toBeTruthy()
  expect(within(plain).getByText('自 2026-08-15 起已废止')).toBeTruthy()
})
it('shows what the version changed and why, old and new words marked', async () => {
  open()
  const diff = await screen.findByRole('region', { name: '第 2 版改了什么' })
  expect(within(diff).getByText(/条款修订/)).toBeTruthy()
  expect(
    within(diff)
      .getAllByRole('heading', { level: 3 })
      .map((one) => one.textContent),
  ).toEqual(['监管流程'])
  expect(diff.querySelector('ins')?.textContent).toContain('告知')
})
it('shows the item as it was on a day, and the way back', async () => {
  open('?day=2026-02-01')
  expect(await screen.findByText('现场检查。', { selector: '.item-plain p' })).toBeTruthy()
  expect(screen.getByText(/当日的内容：第 1 版/)).toBeTruthy()
  // Then it was law.
  expect(await screen.findByText('自 2026-08-15 起废止')).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: '看现在的内容' }))
  expect(await screen.findByText('先告知，再现场检查。', { selector: '.item-plain p' })).toBeTruthy()
})
it('says that there was none before the first version', async () => {
  open('?day=2025-06-01')
  expect(await screen.findByText(/还没有这一项，最早的一版自 2026-01-01 起生效/)).toBeTruthy()
})
it('leads to another version, and to any day that is chosen whole', async () => {
  open()
  await userEvent.click(await screen.findByRole('button', { name: '看第 1 版' }))
  expect(await screen.findByText(/当日的内容：第 1 版/)).toBeTruthy()
  await userEvent.selectOptions(screen.getByLabelText('看某一天的内容：日'), '')
  await userEvent.click(screen.getByRole('button', { name: '看当日的内容' }))
  expect(screen.getByText('请把年、月、日都选上')).toBeTruthy()
  await userEvent.selectOptions(screen.getByLabelText('看某一天的内容：月'), '06')
  await userEvent.selectOptions(screen.getByLabelText('看某一天的内容：日'), '15')
  await userEvent.click(screen.getByRole('button', { name: '看当日的内容' }))
  expect(await screen.findByText(/当日的内容：第 2 版/)).toBeTruthy()
})
it('says of a repealed one that it must not be used, and names what came in its place', async () => {
  item.mockReturnValue(makeItem({ state: 'repealed', successor_codes: ['90001001000020'] }))
  open()
  expect(await screen.findByText(/不得再据此实施检查/)).toBeTruthy()
  expect((await screen.findByRole('link', { name: '接替的一项' })).getAttribute('href')).toBe('/catalog/90001001000020')
})
it.each([
  ['suspended', /恢复之前不实施检查/],
  ['coming', /还没有生效/],
] as const)('marks %s', async (state, words) => {
  item.mockReturnValue(makeItem({ state }))
  open()
  expect(await screen.findByText(words)).toBeTruthy()
})
it('says that there is no such item, and where to look', async () => {
  item.mockRejectedValue(new AppError({ kind: 'not-found', messageKey: 'catalog.not_found', message: '目录中没有这个编码的监管事项' }))
  open()
  expect(await screen.findByRole('heading', { name: '没有找到这一项' })).toBeTruthy()
  expect(screen.getByRole('link', { name: '查找监管事项' }).getAttribute('href')).toBe('/catalog')
})
