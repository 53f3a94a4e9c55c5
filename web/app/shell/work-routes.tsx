import { Navigate, Route, Routes, useLocation } from 'react-router'
import { can } from '@/entities/session/model/can.ts'
import { useSession } from '@/entities/session/ui/use-session.ts'
import { toLazyRoutes, type LazyRoute } from '../lazy-routes.tsx'
import { modules } from '../modules.ts'
import { Forbidden } from './forbidden.tsx'
import { ItemRedirect } from './item-redirect.tsx'
import { NotFound } from './not-found.tsx'

const workRoutes = toLazyRoutes(modules.flatMap((module) => module.workRoutes))

export function WorkRoutes() {
  return (
    <Routes>
      <Route index element={<Home />} />
      {workRoutes.map((route) => (
        <Route key={route.path} path={route.path.replace(/^\/work\//, '')} element={<Guarded route={route} />} />
      ))}
      <Route path="items/:itemId" element={<ItemRedirect />} />
      <Route path="*" element={<NotFound home="/work" homeName="返回工作首页" />} />
    </Routes>
  )
}

/** Where the day begins: a page that claims the role, else the first page of one's own menu. */
function Home() {
  const session = useSession()
  const { search } = useLocation()
  const visible = modules.flatMap((module) => module.nav).filter((entry) => can(session, entry.permission))
  const start = visible.find((entry) => entry.homeOf?.some((role) => session.roles.includes(role))) ?? visible[0]
  return start ? <Navigate to={start.path + search} replace /> : <Forbidden />
}

/** 403 is about a page; a record that the officer may not see is simply not found. */
function Guarded({ route: { permission, Page } }: { route: LazyRoute }) {
  return can(useSession(), permission) ? <Page /> : <Forbidden />
}
