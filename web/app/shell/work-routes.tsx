import { lazy } from 'react'
import { Route, Routes } from 'react-router'
import { can, isWithheld } from '@/entities/session/model/can.ts'
import { useSession } from '@/entities/session/ui/use-session.ts'
import type { ModuleManifest, ModuleRoute } from '@/shared/module/manifest.ts'
import { toLazyRoutes, type LazyRoute } from '../lazy-routes.tsx'
import { modules } from '../modules.ts'
import { Forbidden } from './forbidden.tsx'
import { ItemRedirect } from './item-redirect.tsx'
import { WorkNotFound } from './not-found.tsx'
import { SecondFactorNeeded } from './second-factor-needed.tsx'
import { useOffered } from './use-offered.ts'

const LandingPage = lazy(async () => ({ default: (await import('../landing/landing-page.tsx')).LandingPage }))
const workRoutes = toLazyRoutes(modules, (module) => module.workRoutes)

export function WorkRoutes() {
  return (
    <Routes>
      <Route index element={<LandingPage />} />
      {workRoutes.map((route) => (
        <Route key={route.path} path={route.path.replace(/^\/work\//, '')} element={<Guarded route={route} />} />
      ))}
      <Route path="items/:itemId" element={<ItemRedirect />} />
      <Route path="*" element={<WorkNotFound />} />
    </Routes>
  )
}

/** 403 is about a page; a record that the officer may not see is simply not found, and so is what the site does not run. */
function Guarded({ route: { module, permission, Page } }: { route: LazyRoute<ModuleManifest, ModuleRoute> }) {
  const session = useSession()
  if (!useOffered()(module)) return <WorkNotFound isSwitchedOff />
  if (can(session, permission)) return <Page />
  return isWithheld(session, permission) ? <SecondFactorNeeded /> : <Forbidden />
}
