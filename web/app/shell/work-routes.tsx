import { Navigate, Route, Routes } from 'react-router'
import { can } from '@/entities/session/model/can.ts'
import { useSession } from '@/entities/session/ui/use-session.ts'
import { toLazyRoutes, type LazyRoute } from '../lazy-routes.tsx'
import { modules } from '../modules.ts'
import { Forbidden } from './forbidden.tsx'
import { ItemRedirect } from './item-redirect.tsx'
import { NotFound } from './not-found.tsx'

const home = '/work'
const workRoutes = toLazyRoutes(modules.flatMap((module) => module.workRoutes))

export function WorkRoutes() {
  return (
    <Routes>
      {workRoutes.map((route) => (
        <Route
          key={route.path}
          path={route.path.replace(/^\/work\/?/, '')}
          element={route.path === home ? <Home route={route} /> : <Guarded route={route} />}
        />
      ))}
      <Route path="items/:itemId" element={<ItemRedirect />} />
      <Route path="*" element={<NotFound />} />
    </Routes>
  )
}

/** Administrators have no inbox; their day begins at the first page of their own menu. */
function Home({ route }: { route: LazyRoute }) {
  const session = useSession()
  const first = modules.flatMap((module) => module.nav).find((entry) => can(session, entry.permission))
  return first && first.path !== home ? <Navigate to={first.path} replace /> : <Guarded route={route} />
}

/** 403 is about a page; a record that the officer may not see is simply not found. */
function Guarded({ route: { permission, Page } }: { route: LazyRoute }) {
  return can(useSession(), permission) ? <Page /> : <Forbidden />
}
