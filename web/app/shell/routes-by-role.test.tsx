// @vitest-environment jsdom
/** Every role × every page of the work site: the page, or "no right"; by the hand-written tables of permissions. */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen } from '@testing-library/react'
import { MemoryRouter, Route, Routes } from 'react-router'
import { expect, it, vi } from 'vitest'
import { SessionContext } from '@/entities/session/ui/use-session.ts'
import { siteQuery } from '@/entities/site/api/get-site.ts'
import { ModulesContext } from '@/shared/module/module-context.ts'
import type { ModuleManifest } from '@/shared/module/manifest.ts'
import { makeSession } from '@/testing/make-session.ts'
import { roles } from '../../../supabase/tests/people.ts'
import { loadProofs } from '../../../supabase/tests/proof/modules.ts'
import { modules } from '../modules.ts'
import { WorkRoutes } from './work-routes.tsx'

vi.mock('@/shared/supabase/client.ts', () => ({ supabase: { auth: { onAuthStateChange: () => {} } } }))
// What a page shows is tested with the page.
vi.mock('../modules.ts', async (original) => {
  const real = await original<{ modules: ModuleManifest[] }>()
  const marked = (path: string) => () => Promise.resolve({ default: () => <h1>{path}</h1> })
  return {
    ...real,
    modules: real.modules.map((one) => ({ ...one, workRoutes: one.workRoutes.map((route) => ({ ...route, page: marked(route.path) })) })),
  }
})

const { rights, secondFactor } = await loadProofs()
const routes = modules.flatMap((one) => one.workRoutes)
const client = new QueryClient()
client.setQueryData(siteQuery.queryKey, { modules: modules.map((one) => one.id) } as never)

const sessions = roles.flatMap((role) => [
  { role, hasFactor: true },
  { role, hasFactor: false },
])

it.each(sessions)('$role, second factor: $hasFactor', async ({ role, hasFactor }) => {
  const held = Object.keys(rights).filter((one) => role in (rights[one] ?? {}))
  const permissions = held.filter((one) => hasFactor || !secondFactor.has(one))
  const withheld = held.filter((one) => !permissions.includes(one))
  for (const { path, permission } of routes) {
    const is = (held: string[]) => permission === undefined || [permission].flat().some((one) => held.includes(one))
    const expected = is(permissions) ? path : is(withheld) ? '请先开启二次验证' : '您的角色没有这个页面的权限'
    const { unmount } = render(
      <QueryClientProvider client={client}>
        <MemoryRouter initialEntries={[path.replace(/:\w+/, 'x')]}>
          <SessionContext value={makeSession({ roles: [role], permissions, withheld })}>
            <ModulesContext value={modules}>
              <Routes>
                <Route path="/work/*" element={<WorkRoutes />} />
              </Routes>
            </ModulesContext>
          </SessionContext>
        </MemoryRouter>
      </QueryClientProvider>,
    )
    const heading = await screen.findByRole('heading', { level: 1 })
    expect(heading.textContent, `${role} ${path}`).toBe(expected)
    unmount()
  }
})
