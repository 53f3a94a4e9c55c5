import { lazy, Suspense } from 'react'
import { Route, Routes } from 'react-router'
import { toLazyRoutes, type LazyRoute } from './lazy-routes.tsx'
import { publicModules } from './public-modules.ts'
import { NotFound } from './shell/not-found.tsx'
import type { PublicManifest, PublicRoute } from '@/shared/module/public-manifest.ts'
import { PublicLoading } from '@/shared/public-ui/public-loading.tsx'
import { PublicShell } from './shell/public-shell.tsx'
import { RouteErrorBoundary } from './shell/route-error-boundary.tsx'
import { useOffered } from './shell/use-offered.ts'

const WorkRoot = lazy(() => import('./shell/work-root.tsx'))
const publicRoutes = toLazyRoutes(publicModules, (module) => module.routes)
const entryRoutes = toLazyRoutes(publicModules, (module) => module.entryRoutes ?? [])

export function AppRouter() {
  return (
    <Routes>
      <Route element={<PublicShell />}>
        {publicRoutes.map((route) => (
          <Route key={route.path} path={route.path} element={<Offered {...route} />} />
        ))}
        <Route path="*" element={<NotFound />} />
      </Route>
      {entryRoutes.map(({ path, Page }) => (
        <Route
          key={path}
          path={path}
          element={
            <RouteErrorBoundary>
              <Suspense fallback={<PublicLoading />}>
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
            <Suspense fallback={<PublicLoading />}>
              <WorkRoot />
            </Suspense>
          </RouteErrorBoundary>
        }
      />
    </Routes>
  )
}

/** What the site does not run has no page. */
function Offered({ module, Page }: LazyRoute<PublicManifest, PublicRoute>) {
  return useOffered()(module) ? <Page /> : <NotFound isSwitchedOff />
}
