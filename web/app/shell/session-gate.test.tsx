// @vitest-environment jsdom
import { screen, waitFor } from '@testing-library/react'
import { beforeEach, expect, it, vi } from 'vitest'
import { makeSession } from '@/testing/make-session.ts'
import { renderPage } from '@/testing/render-page.tsx'
import { useAuthStore } from '@/shared/supabase/auth-store.ts'
import { SessionGate } from './session-gate.tsx'

const site = vi.fn<() => Promise<unknown>>()
const session = vi.fn<() => Promise<unknown>>()
vi.mock('@/shared/supabase/client.ts', () => ({ supabase: { auth: { onAuthStateChange: () => {} } } }))
vi.mock('@/shared/http/rest.ts', () => ({ restGet: () => site() }))
vi.mock('@/entities/session/api/get-session.ts', () => ({
  sessionQuery: (id: string) => ({ queryKey: ['session', id], queryFn: session, retry: false }),
}))

beforeEach(() => {
  useAuthStore.setState({ status: 'in', userId: 'a' }, true)
  session.mockReset().mockResolvedValue(makeSession())
  site.mockReset()
})
const show = () => renderPage(<SessionGate>工作台</SessionGate>)

it('offers a retry when nobody can say who is there', async () => {
  session.mockRejectedValue(new Error('down'))
  site.mockResolvedValue([{ modules: [] }])
  show()
  expect(await screen.findByRole('button', { name: '重试' })).toBeTruthy()
  expect(screen.queryByText('工作台')).toBeNull()
})

it('shows no work before it is known what the site runs', async () => {
  site.mockReturnValue(new Promise(() => {}))
  show()
  await waitFor(() => expect(session).toHaveBeenCalled())
  await session.mock.results[0]?.value
  expect(screen.queryByText('工作台')).toBeNull()
  expect(screen.getByText('正在打开页面')).toBeTruthy()
})

it.each([
  ['once it is known', () => Promise.resolve([{ modules: [] }])],
  ['also when nobody can say', () => Promise.reject(new Error('down'))],
])('lets in %s', async (_when, answer) => {
  site.mockImplementation(answer)
  show()
  expect(await screen.findByText('工作台')).toBeTruthy()
})
