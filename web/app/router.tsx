import { lazy, Suspense } from 'react'
import { Route, Routes } from 'react-router'
import { toLazyRoutes } from './lazy-routes.tsx'
import { modules } from './modules.ts'
import { NotFound } from './shell/not-found.tsx'
import { PageLoading } from './shell/page-loading.tsx'
import { PublicShell } from './shell/public-shell.tsx'
import { RouteErrorBoundary } from './shell/route-error-boundary.tsx'

const WorkRoot = lazy(() => import('./shell/work-root.tsx'))
const publicRoutes = toLazyRoutes(modules.flatMap((module) => module.publicRoutes))
const entryRoutes = toLazyRoutes(modules.flatMap((module) => module.entryRoutes ?? []))

export function AppRouter() {
  return (
    <Routes>
      <Route element={<PublicShell />}>
        {publicRoutes.map(({ path, Page }) => (
          <Route key={path} path={path} element={<Page />} />
        ))}
        <Route path="*" element={<NotFound />} />
      </Route>
      {entryRoutes.map(({ path, Page }) => (
        <Route
          key={path}
          path={path}
          element={
            <RouteErrorBoundary>
              <Suspense fallback={<PageLoading />}>
                <Page />
              </Suspense>
            </RouteErrorBoundary>
          }
        />
      ))}
      <Route
        path="/work/*"
        element={
          <RouteErrorBoundary>
            <Suspense fallback={<PageLoading />}>
              <WorkRoot />
            </Suspense>
          </RouteErrorBoundary>
        }
      />
    </Routes>
  )
}
