import type { PublicManifest } from '@/shared/module/public-manifest.ts'
import { portalPaths } from './paths.ts'

export const manifest: PublicManifest = {
  id: 'portal',
  title: '服务界面',
  isCore: true,
  routes: [
    { path: portalPaths.home(), page: () => import('./pages/home-page.tsx') },
    { path: portalPaths.privacy(), page: () => import('./pages/privacy-page.tsx') },
    { path: portalPaths.accessibility(), page: () => import('./pages/accessibility-page.tsx') },
  ],
  nav: [],
}
