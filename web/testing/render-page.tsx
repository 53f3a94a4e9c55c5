import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render } from '@testing-library/react'
import type { ReactNode } from 'react'
import { MemoryRouter, Route, Routes } from 'react-router'
import type { Session } from '@/entities/session/model/session.ts'
import { SessionContext } from '@/entities/session/ui/use-session.ts'
import { makeSession } from './make-session.ts'

interface Options {
  at?: string | { pathname: string; state: unknown }
  path?: string
  session?: Session
}

/** A page as the shell would show it; the network is mocked below its `api/`. */
export function renderPage(page: ReactNode, { at = '/', path = '*', session = makeSession() }: Options = {}) {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false }, mutations: { retry: false } } })
  return render(
    <QueryClientProvider client={client}>
      <MemoryRouter initialEntries={[at]}>
        <SessionContext value={session}>
          <Routes>
            <Route path={path} element={page} />
          </Routes>
        </SessionContext>
      </MemoryRouter>
    </QueryClientProvider>,
  )
}
