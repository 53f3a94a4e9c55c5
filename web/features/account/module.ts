import type { ModuleManifest } from '@/shared/module/manifest.ts'
import { accountPaths } from './paths.ts'

export const accountModule: ModuleManifest = {
  id: 'account',
  title: '登录与账号',
  permissions: [],
  nav: [],
  publicRoutes: [],
  entryRoutes: [
    { path: accountPaths.signIn(), page: () => import('./pages/sign-in-page.tsx') },
    { path: accountPaths.join(), page: () => import('./pages/join-page.tsx') },
  ],
  workRoutes: [
    { path: accountPaths.password(), page: () => import('./pages/password-page.tsx') },
    { path: accountPaths.absence(), page: () => import('./pages/absence-page.tsx') },
  ],
  orgTopicKeys: [],
}
