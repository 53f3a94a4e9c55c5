import type { PublicManifest } from '@/shared/module/public-manifest.ts'
import { paperPaths } from './paths.ts'

export const manifest: PublicManifest = {
  id: 'paper',
  title: '文书核验',
  isCore: true,
  routes: [
    { path: paperPaths.check(), page: () => import('./pages/check-page.tsx') },
    { path: paperPaths.checked(), page: () => import('./pages/check-page.tsx') },
  ],
  // The paper itself says where; the navigation of a phone is full, and who lost the address looks at the foot.
  nav: [],
  foot: [{ path: paperPaths.check(), title: '文书核验' }],
}
