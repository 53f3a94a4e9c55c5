// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { renderPage } from '@/testing/render-page.tsx'
import { scripted } from '@/testing/scripted.ts'
import type { Figure } from '../model/figures.ts'
import FiguresPage from './figures-page.tsx'

const figures = scripted<Figure[]>()
vi.mock('../api/get-figures.ts', () => ({ figuresQuery: (request: object) => ({ queryKey: ['figures', request], queryFn: figures.read }) }))
vi.mock('@/shared/http/rest.ts', () => ({ restGet: () => Promise.resolve([]) }))
vi.mock('@/shared/chart/chart.tsx', () => ({ Chart: ({ label }: { label: string }) => <div role="img" aria-label={label} /> }))

const at = '/?period=custom&from=2026-03-01&to=2026-03-31'
const hrefOf = (name: string) => screen.getByRole('link', { name }).getAttribute('href')

it('fails with a retry and says when there is nothing', async () => {
  figures.fail()
  const first = renderPage(<FiguresPage />, { at })
  expect(await screen.findByRole('button', { name: '重新加载' })).toBeTruthy()
  first.unmount()
  figures.give([])
  renderPage(<FiguresPage />, { at })
  expect(await screen.findByText('所选范围内没有投诉举报')).toBeTruthy()
})

it('makes every number a link to its own rows', async () => {
  figures.give([
    { key: '340102001', label: '明光路街道', received: 5, open: 3, late: 1, closed: 2, on_time: 2 },
    { key: '340102000', label: '瑶海区', received: 1, open: 0, late: 0, closed: 1, on_time: 0 },
  ])
  renderPage(<FiguresPage />, { at })
  await screen.findByText('明光路街道')
  const span = 'from=2026-03-01&to=2026-03-31'
  expect(hrefOf('明光路街道超期 1 件，查看清单')).toBe(`/work/complaints?region=340102001&${span}&open=true&late=true`)
  expect(hrefOf('明光路街道办结 2 件，查看清单')).toBe(`/work/complaints?region=340102001&${span}&closed=true`)
  expect(hrefOf('瑶海区收到 1 件，查看清单')).toBe(`/work/complaints?region=340102000&${span}&exact=true`)
  expect(hrefOf('合计收到 6 件，查看清单')).toBe(`/work/complaints?region=340102000&${span}`)
})
