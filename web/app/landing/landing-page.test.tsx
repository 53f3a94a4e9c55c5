// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, expect, it, vi } from 'vitest'
import type { Figure, FiguresRequest } from '@/shared/module/figures.ts'
import type { ModuleManifest } from '@/shared/module/manifest.ts'
import { ModulesContext } from '@/shared/module/module-context.ts'
import { makeSession } from '@/testing/make-session.ts'
import { renderPage } from '@/testing/render-page.tsx'
import { workMeasures } from '@/widgets/figures-page/model/measures.ts'

const made = vi.hoisted(() => ({ modules: [] as unknown[] }))
vi.mock('../modules.ts', () => ({
  modules: made.modules,
  navOf: (all: ModuleManifest[]) => all.map(({ id, title }) => ({ key: id, label: title, permission: `${id}.read` })),
}))
vi.mock('@/entities/site/api/get-site.ts', () => ({
  siteQuery: { queryKey: ['site'], queryFn: () => Promise.resolve({ modules: ['sample'] }), initialData: { modules: ['sample'] } },
}))
vi.mock('@/entities/session/api/my-grantors.ts', () => ({
  myGrantorsQuery: { queryKey: ['grantors'], queryFn: () => Promise.resolve([{ name: '钱工', title: '安全管理员', org_name: '安徽省协调办' }]) },
}))
vi.mock('@/entities/session/api/get-session.ts', () => ({
  sessionQuery: (id: string) => ({ queryKey: ['session', id], queryFn: () => Promise.resolve(null) }),
}))

vi.mock('@/entities/region/api/own-map.ts', () => ({ ownMapQuery: () => ({ queryKey: ['own-map'], queryFn: () => Promise.resolve(null) }) }))
vi.mock('@/shared/chart/chart.tsx', () => ({ Chart: ({ label }: { label: string }) => <div role="img" aria-label={label} /> }))
vi.mock('@/shared/http/rest.ts', () => ({ restGet: () => Promise.resolve([]) }))

// Found at once, as in a browser that has them: to compile them the first time takes a slow machine more than a look waits.
await Promise.all([import('./module-figures.tsx'), import('./second-factor-reminder.tsx'), import('./waiting-for-role.tsx')])

const loaded: string[] = []
const asked: FiguresRequest[] = []
const figure: Figure = { key: '1', label: '甲', received: 7, open: 3, late: 1, closed: 4, on_time: 4, rated: 0, satisfied: 0 }
const moduleOf = (id: string): ModuleManifest => {
  const part = (text: string) => () => {
    loaded.push(`${id} ${text}`)
    return Promise.resolve({ default: () => <p>{text}</p> })
  }
  return {
    id,
    title: id,
    permissions: [`${id}.read`, `${id}.figures`],
    nav: [],
    workRoutes: [],
    landing: [
      { permission: `${id}.read`, order: 600, part: part('下面') },
      { permission: `${id}.read`, order: 100, part: part('上面') },
    ],
    figures: {
      permission: `${id}.figures`,
      source: () => {
        loaded.push(`${id} figures`)
        return Promise.resolve({
          module: id,
          title: '样例',
          path: '/work/samples/figures',
          measures: workMeasures,
          hasOrgRows: true as const,
          read: (request: FiguresRequest) => {
            asked.push(request)
            return Promise.resolve([figure])
          },
          linkOf: (rows: object) => `/rows?${new URLSearchParams(Object.entries(rows).map(([key, value]) => [key, String(value)])).toString()}`,
        })
      },
    },
  }
}
const modules = [moduleOf('sample'), moduleOf('switched-off')]
made.modules.push(...modules)
const { LandingPage } = await import('./landing-page.tsx')

const show = (permissions: string[], withheld: string[] = []) =>
  renderPage(
    <ModulesContext value={modules}>
      <LandingPage />
    </ModulesContext>,
    { session: makeSession({ name: '王芳', role_names: ['分管领导'], permissions, withheld }) },
  )

beforeEach(() => {
  loaded.length = 0
  asked.length = 0
})

it('tells a person without any duty so, and whom to ask', async () => {
  show([])
  expect(screen.getByRole('heading', { level: 1, name: '工作台' })).toBeTruthy()
  expect(screen.getByRole('heading', { name: '您目前没有要办理的事' })).toBeTruthy()
  expect(screen.getByText(/当前角色：分管领导。.*安全管理员/)).toBeTruthy()
  expect(loaded).toEqual([])
})

it('tells who has no role yet what is missing, and whom to ask', async () => {
  renderPage(
    <ModulesContext value={modules}>
      <LandingPage />
    </ModulesContext>,
    { session: makeSession({ roles: [], role_names: [], permissions: [] }) },
  )
  expect(screen.getByRole('heading', { name: '账号已开通，等待安全管理员授予角色' })).toBeTruthy()
  expect(screen.queryByRole('heading', { name: '您目前没有要办理的事' })).toBeNull()
  expect((await screen.findByRole('list', { name: '安全管理员' })).textContent).toBe('钱工 安徽省协调办，安全管理员')
})

it('leads whoever has pages that wait for a second factor to where it is set up', () => {
  show([], ['sample.read'])
  expect(screen.getByRole('link', { name: '去开启二次验证' }).getAttribute('href')).toBe('/work/account/security')
  expect(screen.queryByRole('heading', { name: '您目前没有要办理的事' })).toBeNull()
})

it('loads and asks no figures for whoever may not read them', async () => {
  show(['sample.read'])
  expect(await screen.findByText('上面')).toBeTruthy()
  expect(screen.queryByRole('region', { name: /统计/ })).toBeNull()
  expect(loaded).toEqual(['sample 上面', 'sample 下面'])
  expect(asked).toEqual([])
})

it('says nothing of a second factor that no page waits for', () => {
  show(['sample.read'], ['sample.reveal'])
  expect(screen.queryByRole('link', { name: '去开启二次验证' })).toBeNull()
})

it('has nothing of a module that the site does not run', () => {
  show(['switched-off.read', 'switched-off.figures'])
  expect(screen.getByRole('heading', { name: '您目前没有要办理的事' })).toBeTruthy()
  expect(loaded).toEqual([])
})

it('shows the figures of the own region in the last thirty days between the parts, leading to their rows and their page', async () => {
  show(['sample.read', 'sample.figures'])
  const section = await screen.findByRole('region', { name: 'sample统计' })
  const late = await within(section).findByRole('link', { name: '超期在办 1 件，查看清单' })
  const link = new URLSearchParams(late.getAttribute('href')?.split('?')[1])
  expect(Object.fromEntries(link)).toEqual({ region: '340102000', from: link.get('from'), to: link.get('to'), open: 'true', late: 'true' })
  expect((Date.parse(link.get('to') ?? '') - Date.parse(link.get('from') ?? '')) / 86_400_000).toBe(29)
  expect(within(section).getByRole('link', { name: '查看统计' }).getAttribute('href')).toBe('/work/samples/figures')
  // The period, the one before, the year before, the months.
  await waitFor(() =>
    expect(asked.map(({ region, by }) => `${region} ${by}`)).toEqual([...Array.from({ length: 3 }, () => '340102000 region'), '340102000 month']),
  )
  expect(within(section).queryByRole('group', { name: /示意图/ })).toBeNull()
  const isBefore = (a: Node, b: Node) => Boolean(a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING)
  expect([isBefore(screen.getByText('上面'), section), isBefore(section, screen.getByText('下面'))]).toEqual([true, true])
})

it('shows who leads where it is and who is late, each number leading to its rows', async () => {
  renderPage(
    <ModulesContext value={modules}>
      <LandingPage />
    </ModulesContext>,
    { session: makeSession({ roles: ['leader'], permissions: ['sample.read', 'sample.figures'] }) },
  )
  expect(await screen.findByRole('group', { name: /^各地区收到示意图/ })).toBeTruthy()
  const late = within(await screen.findByRole('list', { name: '超期在办最多的单位' }))
  expect(late.getByRole('link', { name: '甲超期在办 1 件，查看清单' }).getAttribute('href')).toMatch(/open=true&late=true&org=1$/)
  expect([...new Set(asked.map(({ by }) => by))].sort()).toEqual(['month', 'org', 'region'])
})
