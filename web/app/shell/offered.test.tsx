// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen, within } from '@testing-library/react'
import { MemoryRouter, Route, Routes } from 'react-router'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Session } from '@/entities/session/model/session.ts'
import { SessionContext } from '@/entities/session/ui/use-session.ts'
import { siteQuery } from '@/entities/site/api/get-site.ts'
import { ModulesContext } from '@/shared/module/module-context.ts'
import { makeSession } from '@/testing/make-session.ts'
import { modules } from '../modules.ts'
import { AppRouter } from '../router.tsx'
import { WorkMenu } from './work-menu.tsx'
import { WorkRoutes } from './work-routes.tsx'

const siteModules = vi.fn<() => Promise<string[]>>()
const site = {
  key: 'x',
  name: '某市监管',
  short_name: '某监管',
  government: '某市人民政府',
  hotline: '12345',
  root_region: 1,
  tiers: [],
  parameters: {},
}
vi.mock('@/shared/http/rest.ts', () => ({
  restGet: async (table: string) => (table === 'sites' ? [{ ...site, modules: await siteModules() }] : []),
}))
vi.mock('@/shared/supabase/client.ts', () => ({ supabase: { auth: { onAuthStateChange: () => {} } } }))
vi.mock('@/entities/work-item/api/get-item.ts', () => ({
  itemQuery: (id: string) => ({ queryKey: ['item', id], queryFn: () => Promise.resolve({ kind: id, record_id: 'r1' }) }),
}))
beforeEach(() => {
  vi.stubGlobal('fetch', () => Promise.reject(new Error('down')))
  siteModules.mockReset().mockResolvedValue(['complaint'])
})

const client = () => new QueryClient({ defaultOptions: { queries: { retry: false } } })
/** Behind the gate, which has read the site already. */
async function gated() {
  const known = client()
  await known.prefetchQuery(siteQuery)
  return known
}
const showPublic = (at: string) =>
  render(
    <QueryClientProvider client={client()}>
      <MemoryRouter initialEntries={[at]}>
        <AppRouter />
      </MemoryRouter>
    </QueryClientProvider>,
  )
const showWork = async (at: string, session: Session = makeSession()) =>
  render(
    <QueryClientProvider client={await gated()}>
      <MemoryRouter initialEntries={[at]}>
        <SessionContext value={session}>
          <ModulesContext value={modules}>
            <WorkMenu />
            <Routes>
              <Route path="/work/*" element={<WorkRoutes />} />
            </Routes>
          </ModulesContext>
        </SessionContext>
      </MemoryRouter>
    </QueryClientProvider>,
  )
const links = () => screen.getAllByRole('link').map((link) => link.textContent)

describe('a module that the site does not run', () => {
  beforeEach(() => void siteModules.mockResolvedValue([]))

  it('has no public page, no place in the navigation, and nothing on the home page', async () => {
    const page = showPublic('/complaint/new')
    expect(await screen.findByText('本站没有开通这项服务。')).toBeTruthy()
    expect(screen.getByRole('heading', { level: 1, name: '没有这个页面' })).toBeTruthy()
    expect(links()).not.toContain('投诉举报')
    page.unmount()
    showPublic('/')
    expect(await screen.findByRole('heading', { level: 1, name: '某市监管' })).toBeTruthy()
    expect(screen.queryByText('我要投诉举报')).toBeNull()
  })

  it('has no work page, no menu entry, and no page for its items, whatever the role may do', async () => {
    const session = makeSession({ roles: ['leader'], permissions: ['complaint.read', 'complaint.figures'] })
    for (const at of ['/work/complaints', '/work/complaints/figures', '/work/items/tip']) {
      const page = await showWork(at, session)
      expect(await screen.findByText('本站没有开通这项服务。')).toBeTruthy()
      expect(links()).not.toContain('投诉举报')
      page.unmount()
    }
  })
})

it('begins everybody’s navigation with the landing page', async () => {
  for (const permissions of [[], ['complaint.read', 'complaint.handle'], ['audit.read']]) {
    const page = await showWork('/work/no-such-page', makeSession({ permissions }))
    await screen.findByText('网址可能输错了，或页面已经移走。')
    const [first] = within(screen.getByRole('navigation', { name: '工作导航' })).getAllByRole('link')
    expect([first?.textContent, first?.getAttribute('href'), first?.getAttribute('aria-current')]).toEqual(['工作台', '/work', null])
    page.unmount()
  }
})

describe('a module that the site runs', () => {
  it('is in the navigation and on the home page', async () => {
    showPublic('/')
    expect(await screen.findByRole('link', { name: /我要投诉举报/ })).toBeTruthy()
    expect(await screen.findByText('某市监管')).toBeTruthy()
    expect(screen.getByRole('navigation', { name: '主导航' }).textContent).toBe('首页投诉举报查询进度填报须知')
  })
  it('stays when nobody can say what the site runs', async () => {
    siteModules.mockRejectedValue(new Error('down'))
    showPublic('/complaint/about')
    expect(await screen.findByRole('heading', { level: 1, name: '填报须知' })).toBeTruthy()
  })
})

it('tells an address that leads nowhere from a module that is switched off', async () => {
  await showWork('/work/items/unheard-of')
  expect(await screen.findByText('网址可能输错了，或页面已经移走。')).toBeTruthy()
})

it.each([
  ['whoever reads people has a directory among their own work', ['officer.read'], '我的工作', '通讯录'],
  ['whoever manages them has it in the administration', ['officer.read', 'officer.grant'], '系统管理', '人员管理'],
])('%s', async (_name, permissions, group, title) => {
  await showWork('/work/no-such-page', makeSession({ permissions }))
  const section = await screen.findByRole('region', { name: group })
  expect([...section.querySelectorAll('a')].map((link) => link.textContent)).toContain(title)
  expect(links().filter((text) => text === '通讯录' || text === '人员管理')).toEqual([title])
})
