import type { PublicManifest } from '@/shared/module/public-manifest.ts'
import { accountPaths } from './paths.ts'

export const manifest: PublicManifest = {
  id: 'account',
  title: '登录与账号',
  isCore: true,
  routes: [],
  entryRoutes: [
    { path: accountPaths.signIn(), page: () => import('./pages/sign-in-page.tsx') },
    { path: accountPaths.code(), page: () => import('./pages/code-page.tsx') },
    { path: accountPaths.join(), page: () => import('./pages/join-page.tsx') },
  ],
  nav: [],
}
