// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { renderPage } from '@/testing/render-page.tsx'
import { RouteReasons } from './route-reasons.tsx'

const route = { rank: 1, org_id: 'a', score: 9, reasons: ['属地管理'], is_chosen: true, orgs: { name: '甲局' } }
vi.mock('../../api/get-case-parts.ts', () => ({ routesQuery: () => ({ queryKey: ['routes'], queryFn: () => Promise.resolve([route]) }) }))

it('marks a proposal as taken only while that body has the case', async () => {
  const view = renderPage(<RouteReasons caseId="c" orgId="a" />)
  expect(await screen.findByText('采用')).toBeTruthy()
  view.unmount()
  renderPage(<RouteReasons caseId="c" orgId="b" />)
  expect(await screen.findByText('甲局')).toBeTruthy()
  expect(screen.queryByText('采用')).toBeNull()
})
