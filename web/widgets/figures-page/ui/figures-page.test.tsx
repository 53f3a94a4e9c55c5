// @vitest-environment jsdom
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { beforeEach, expect, it, vi } from 'vitest'
import type { Figure, FiguresRequest, FiguresSource } from '@/shared/module/figures.ts'
import { makeSession } from '@/testing/make-session.ts'
import { renderPage } from '@/testing/render-page.tsx'
import { scripted } from '@/testing/scripted.ts'
import { workMeasures } from '../model/measures.ts'
import { FiguresPage } from './figures-page.tsx'

vi.mock('@/shared/http/rest.ts', () => ({ restGet: () => Promise.resolve([]) }))
vi.mock('@/entities/region/api/own-map.ts', () => ({ ownMapQuery: () => ({ queryKey: ['own-map'], queryFn: () => Promise.resolve(null) }) }))
vi.mock('@/shared/chart/chart.tsx', () => ({ Chart: ({ label }: { label: string }) => <div role="img" aria-label={label} /> }))
const saved = vi.hoisted(() => vi.fn<(name: string, content: string) => void>())
vi.mock('@/shared/format/save-file.ts', () => ({ saveFile: saved }))
vi.mock('@/shared/supabase/record-export.ts', () => ({ recordExport: () => Promise.resolve() }))

const row = (patch: Partial<Figure>): Figure => ({ ...nothing, ...patch })
const nothing = { key: '340102001', label: '明光路街道', received: 0, open: 0, late: 0, closed: 0, on_time: 0, rated: 0, satisfied: 0 }
const now = scripted<Figure[]>()
const other = scripted<Figure[]>()
const hours = scripted<Figure[]>()
const asked: FiguresRequest[] = []
const source: FiguresSource = {
  module: 'sample',
  title: '样例',
  path: '/work/samples/figures',
  measures: workMeasures,
  read: (request) => {
    asked.push(request)
    if (request.by === 'hour') return hours.read()
    return request.from === '2026-03-01' && request.by !== 'month' ? now.read() : other.read()
  },
  hasSlotRows: true,
  linkOf: (rows) => `/rows?${new URLSearchParams(Object.entries(rows).map(([key, value]) => [key, String(value)])).toString()}`,
}
const at = '/?from=2026-03-01&to=2026-03-31'
const hrefOf = (name: string) => screen.getByRole('link', { name }).getAttribute('href')
const tiles = async () => within(await screen.findByRole('list', { name: '样例主要数字' }))

beforeEach(() => {
  asked.length = 0
  other.give([])
  hours.give([])
})

it('fails with a retry', async () => {
  now.fail()
  renderPage(<FiguresPage source={source} />, { at })
  expect(await screen.findByRole('button', { name: '重新加载' })).toBeTruthy()
})

it('keeps its numbers when there is nothing to compare with, or the comparison fails', async () => {
  now.give([row({ received: 5, closed: 5, on_time: 5 })])
  other.fail()
  renderPage(<FiguresPage source={source} />, { at })
  const row1 = await tiles()
  expect(row1.getByRole('link', { name: '收到 5 件，查看清单' })).toBeTruthy()
  expect(row1.getAllByText(/环比|同比/).map((one) => one.textContent)).toEqual(Array.from({ length: 3 }, () => ['环比 —', '同比 —']).flat())
})

it('shows zeros, not nothing, and says that there is nothing in the table', async () => {
  now.give([])
  const { unmount } = renderPage(<FiguresPage source={source} />, { at })
  expect((await tiles()).getAllByText('0')).toHaveLength(4)
  expect(screen.getByText('所选范围内没有样例')).toBeTruthy()
  unmount()
  now.give([row({})])
  renderPage(<FiguresPage source={source} />, { at })
  expect(await screen.findByText('明光路街道')).toBeTruthy()
  expect(screen.queryByRole('link', { name: /明光路街道/ })).toBeNull()
})

it('makes every number a link to its own rows', async () => {
  now.give([row({ received: 5, open: 3, late: 1, closed: 2, on_time: 2 }), row({ key: '340102000', label: '瑶海区本级', received: 1, closed: 1 })])
  renderPage(<FiguresPage source={source} />, { at })
  await screen.findByText('明光路街道')
  const span = 'from=2026-03-01&to=2026-03-31'
  expect(hrefOf('明光路街道超期在办 1 件，查看清单')).toBe(`/rows?region=340102001&${span}&open=true&late=true`)
  expect(hrefOf('明光路街道办结 2 件，查看清单')).toBe(`/rows?region=340102001&${span}&closed=true`)
  expect(hrefOf('瑶海区本级收到 1 件，查看清单')).toBe(`/rows?region=340102000&${span}&exact=true`)
  expect(hrefOf('合计收到 6 件，查看清单')).toBe(`/rows?region=340102000&${span}`)
  expect(hrefOf('在办 3 件，查看清单')).toBe(`/rows?region=340102000&${span}&open=true`)
})

it('leads from each hour and from what is open and in time to exactly those rows, drawn or as a table', async () => {
  now.give([row({ received: 5, open: 3, late: 1, closed: 2 })])
  hours.give([row({ key: '1-08', received: 2 }), row({ key: '1-09', received: 3 }), row({ key: '7-23', received: 1 })])
  renderPage(<FiguresPage source={source} />, { at })
  const span = 'region=340102000&from=2026-03-01&to=2026-03-31'
  const heat = within(await screen.findByRole('table', { name: '按星期和时段的登记件数' }))
  expect(heat.getAllByRole('link').map((one) => [one.getAttribute('aria-label'), one.getAttribute('href')])).toEqual([
    ['周一 8时 5 件，查看清单', `/rows?${span}&slot=1-08`],
    ['周日 22时 1 件，查看清单', `/rows?${span}&slot=7-22`],
  ])
  const asTable = (title: string) => {
    fireEvent.click(within(screen.getByRole('group', { name: `${title}的显示方式` })).getByRole('button', { name: '表' }))
    return within(screen.getByRole('region', { name: title }))
  }
  expect(asTable('登记时间分布（件）').getByRole('link', { name: '周一8时 5' }).getAttribute('href')).toBe(`/rows?${span}&slot=1-08`)
  expect(asTable('办理状态（件）').getByRole('link', { name: '期限内在办件数 2' }).getAttribute('href')).toBe(`/rows?${span}&open=true&timely=true`)
})

it('compares with as many days before and with the year before, and draws twelve months', async () => {
  now.give([row({ received: 9 })])
  other.give([row({ received: 8 })])
  renderPage(<FiguresPage source={source} />, { at })
  expect(await (await tiles()).findAllByText('环比 +12.5%')).toHaveLength(1)
  expect(screen.getByText('同比 +12.5%')).toBeTruthy()
  expect(await screen.findByRole('img', { name: /近 12 个月折线图/ })).toBeTruthy()
  expect([...new Set(asked.map(({ from, to, by }) => `${from} ${to} ${by}`))].sort()).toEqual([
    '2024-04-01 2026-03-31 month',
    '2025-03-01 2025-03-31 region',
    '2026-01-29 2026-02-28 region',
    '2026-03-01 2026-03-31 hour',
    '2026-03-01 2026-03-31 region',
  ])
})

it('draws a map that leads into each place, and says the same as a table', async () => {
  now.give([row({ received: 5, open: 3, late: 1 }), row({ key: '340102000', label: '瑶海区本级', received: 1 })])
  renderPage(<FiguresPage source={source} />, { at: `${at}&line=market` })
  const map = await screen.findByRole('group', { name: /^各地区收到示意图/ })
  // A town has nothing below it: it leads to its rows.
  expect(within(map).getByRole('link', { name: '明光路街道5件' }).getAttribute('href')).toBe(
    '/rows?region=340102001&from=2026-03-01&to=2026-03-31&line=market',
  )
  fireEvent.change(screen.getByRole('combobox', { name: '地图指标' }), { target: { value: 'late' } })
  expect(within(screen.getByRole('group', { name: /^各地区超期在办示意图/ })).getByRole('link', { name: '明光路街道1件' })).toBeTruthy()
  fireEvent.click(within(screen.getByRole('group', { name: '各地区超期在办的显示方式' })).getByRole('button', { name: '表' }))
  const table = within(screen.getByRole('region', { name: '各地区超期在办' }))
  expect(table.getByRole('link', { name: '明光路街道超期在办 1' }).getAttribute('href')).toContain('late=true')
  expect(table.getAllByRole('row').map((one) => one.textContent)).toEqual(['地区超期在办', '明光路街道1', '瑶海区本级0'])
})

it('goes down a step from a province, keeping what else was chosen', async () => {
  now.give([row({ key: '340100000', label: '合肥市', received: 5 }), row({ key: '340200000', label: '芜湖市', received: 0 })])
  renderPage(<FiguresPage source={source} />, { at: `${at}&region=340000000&line=market`, session: makeSession({ region_code: 340000000 }) })
  const map = await screen.findByRole('group', { name: /^各地区收到示意图/ })
  const link = within(map).getByRole('link', { name: '合肥市5件' })
  expect(link.getAttribute('href')).toBe('/?region=340100000&line=market&from=2026-03-01&to=2026-03-31')
  expect(within(map).getByRole('link', { name: '芜湖市0件' }).getAttribute('href')).toContain('region=340200000')
  fireEvent.focus(link)
  fireEvent.keyDown(link, { key: 'ArrowDown' })
  expect(document.activeElement?.getAttribute('aria-label')).toBe('芜湖市0件')
})

it('says what each number means', async () => {
  now.give([])
  renderPage(<FiguresPage source={source} />, { at })
  expect((await tiles()).getByRole('button', { name: /^按期办结率：办结件中由办结单位在期限内办结的比例/ })).toBeTruthy()
  expect(screen.getByRole('region', { name: '口径说明' }).textContent).toContain('在办件中现已超过期限的件数')
})

it('exports what stands there with the total and the filter in words', async () => {
  now.give([row({ received: 1500, closed: 2, on_time: 1 })])
  renderPage(<FiguresPage source={source} />, { at: `${at}&by=line` })
  await tiles()
  fireEvent.click(screen.getByRole('button', { name: /导出/ }))
  fireEvent.click(await screen.findByRole('menuitem', { name: /文本表格/ }))
  await waitFor(() => expect(saved).toHaveBeenCalledOnce())
  const [name, content] = saved.mock.calls[0] ?? []
  expect(name).toMatch(/^样例统计-/)
  expect(content).toContain('分组：按条线；地区：340102000；登记日期起：2026-03-01；登记日期止：2026-03-31')
  expect(content).toContain('条线,收到,办结,在办,超期在办,按期办结率\r\n明光路街道,1500,2,0,0,50%\r\n合计,1500,2,0,0,50%')
})
