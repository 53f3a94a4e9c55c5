// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { renderPage } from '@/testing/render-page.tsx'
import { caseSearch } from '../model/case-filter.ts'
import FiguresPage from './figures-page.tsx'

const row = { key: '340102001', label: '明光路街道', received: 5, open: 3, late: 1, closed: 2, on_time: 2, rated: 2, satisfied: 1 }
vi.mock('@/shared/supabase/client.ts', () => ({
  supabase: { rpc: () => ({ abortSignal: () => Promise.resolve({ data: [row], error: null, count: null, status: 200, statusText: 'OK' }) }) },
}))
vi.mock('@/shared/http/rest.ts', () => ({ restGet: () => Promise.resolve([]) }))
vi.mock('@/entities/region/api/own-map.ts', () => ({ ownMapQuery: () => ({ queryKey: ['own-map'], queryFn: () => Promise.resolve(null) }) }))
vi.mock('@/shared/chart/chart.tsx', () => ({ Chart: ({ label }: { label: string }) => <div role="img" aria-label={label} /> }))

it('leads to addresses that the list of cases reads in full', async () => {
  renderPage(<FiguresPage />, { at: '/?from=2026-03-01&to=2026-03-31&line=market' })
  const link = await screen.findByRole('link', { name: '明光路街道超期在办 1 件，查看清单' })
  const address = new URL(link.getAttribute('href') ?? '', 'http://x')
  expect(address.pathname).toBe('/work/complaints')
  const said = { region: 340102001, line: 'market', from: '2026-03-01', to: '2026-03-31', open: true, late: true } as const
  expect(caseSearch.parse(Object.fromEntries(address.searchParams))).toEqual({ ...caseSearch.defaults, ...said })
  expect(screen.getAllByText('50%')).toHaveLength(3)
})
