// @vitest-environment jsdom
import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, it, vi } from 'vitest'
import { makeSession } from '@/testing/make-session.ts'
import { renderPage } from '@/testing/render-page.tsx'
import { scripted } from '@/testing/scripted.ts'
import type { CoverageRequest, CoverageRow } from '../model/claim-coverage.ts'
import ClaimLanding from './claim-landing.tsx'
import CoveragePage from './coverage-page.tsx'

const rows = scripted<CoverageRow[]>()
const asked = vi.hoisted(() => vi.fn<(request: object) => void>())
vi.mock('../api/claims.ts', () => ({
  coverageQuery: (request: CoverageRequest) => {
    asked(request)
    return { queryKey: ['coverage', request], queryFn: rows.read }
  },
  claimCountQuery: ({ state }: { state: string }) => ({ queryKey: ['count', state], queryFn: () => Promise.resolve(state === 'pending' ? 4 : 0) }),
}))
vi.mock('../api/changes.ts', () => ({ reviewCountQuery: () => ({ queryKey: ['reviews'], queryFn: () => Promise.resolve(2) }) }))
vi.mock('@/entities/region/api/own-map.ts', () => ({ ownMapQuery: () => ({ queryKey: ['own-map'], queryFn: () => Promise.resolve(null) }) }))
vi.mock('@/shared/chart/chart.tsx', () => ({ Chart: ({ label }: { label: string }) => <div role="img" aria-label={label} /> }))
vi.mock('@/shared/job/api/jobs.ts', () => ({ jobsQuery: { queryKey: ['jobs'], queryFn: () => Promise.resolve([]) } }))
vi.mock('@/shared/http/rest.ts', () => ({ restGet: () => Promise.resolve([]) }))

const behind = { key: '340102000', label: '瑶海区', asked: 10, claimed: 4, pending: 3, declining: 1, declined: 2 }
const session = makeSession({ permissions: ['catalog.read'], roles: ['leader'], region_code: 340100000 })
beforeEach(() => {
  asked.mockReset()
  rows.give([behind, { ...behind, key: '340100000', label: '合肥市本级', claimed: 8, pending: 0, declining: 0 }])
})

it('fails with a retry, and says when nothing was asked', async () => {
  rows.fail()
  const failed = renderPage(<CoveragePage />, { session })
  expect(await screen.findByRole('button', { name: '重新加载' })).toBeTruthy()
  failed.unmount()
  rows.give([])
  renderPage(<CoveragePage />, { session })
  expect(await screen.findByText('所选范围内没有下发认领的事项')).toBeTruthy()
})

it('shows places on the map and beside it every number, each leading to its rows', async () => {
  renderPage(<CoveragePage />, { session })
  const row = within(await screen.findByRole('row', { name: /^瑶海区/ }))
  expect(row.getByText('50.0%')).toBeTruthy()
  expect(row.getByRole('link', { name: '瑶海区待认领 3，查看清单' }).getAttribute('href')).toBe(
    '/work/catalog/claims?scope=all&region=340102000&state=pending',
  )
  const own = within(screen.getByRole('row', { name: /^合肥市本级/ }))
  expect(own.getByRole('link', { name: /已认领 8/ }).getAttribute('href')).toContain('exact=true')
  expect(own.queryByRole('link', { name: /待认领/ })).toBeNull()
  const place = await screen.findByRole('link', { name: /^瑶海区?50\.0%/ })
  expect(place.getAttribute('href')).toBe('/work/catalog/coverage?region=340102000')
  expect(within(screen.getByRole('list', { name: '合计' })).getByText('75.0%')).toBeTruthy()
})

it('says a great number as it writes it', async () => {
  rows.give([{ ...behind, asked: 3768 }])
  renderPage(<CoveragePage />, { session })
  expect((await screen.findByRole('link', { name: '瑶海区应认领 3,768，查看清单' })).textContent).toBe('3,768')
})

it('draws anything else as bars', async () => {
  renderPage(<CoveragePage />, { session })
  await userEvent.click(await screen.findByRole('tab', { name: '按单位' }))
  expect(await screen.findByRole('img', { name: /认领率最低的单位/ })).toBeTruthy()
  expect(asked.mock.lastCall?.[0]).toEqual({ region: 340100000, line: undefined, by: 'org' })
})

it('says on the first page what waits for a body, and for the coordinator', async () => {
  const bureau = renderPage(<ClaimLanding />, { session: makeSession({ permissions: ['catalog.read', 'catalog.claim'] }) })
  expect((await screen.findByRole('link', { name: '待认领 4' })).getAttribute('href')).toBe('/work/catalog/claims?scope=own')
  expect(screen.queryByText(/动态调整待审/)).toBeNull()
  bureau.unmount()
  renderPage(<ClaimLanding />, { session: makeSession({ permissions: ['catalog.read', 'catalog.review'], is_coordinator: true }) })
  expect((await screen.findByRole('link', { name: '动态调整待审 2' })).getAttribute('href')).toBe('/work/catalog/changes?scope=own&state=reviewing')
  expect(await screen.findByRole('link', { name: '辖区待认领 4' })).toBeTruthy()
  // Of nothing there is nothing to see.
  expect(screen.queryByRole('link', { name: /不认领待审/ })).toBeNull()
})
