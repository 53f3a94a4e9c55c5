import type { PublicManifest } from '@/shared/module/public-manifest.ts'
import { catalogPaths } from './paths.ts'

export const manifest: PublicManifest = {
  id: 'catalog',
  title: '监管事项',
  routes: [
    { path: catalogPaths.published(), page: () => import('./pages/published-list-page.tsx') },
    { path: catalogPaths.publishedItemPattern, page: () => import('./pages/published-item-page.tsx') },
  ],
  nav: [{ path: catalogPaths.published(), title: '监管目录', order: 1500 }],
}
