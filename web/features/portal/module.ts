import type { ModuleManifest } from '@/shared/module/manifest.ts'
import { portalPaths } from './paths.ts'

export const portalModule: ModuleManifest = {
  id: 'portal',
  title: '服务界面',
  permissions: [],
  nav: [],
  publicRoutes: [
    { path: portalPaths.home(), page: () => import('./pages/home-page.tsx') },
    { path: portalPaths.about(), page: () => import('./pages/about-page.tsx') },
  ],
  workRoutes: [],
  orgTopicKeys: [],
}
