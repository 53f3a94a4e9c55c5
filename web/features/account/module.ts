import type { ModuleManifest } from '@/shared/module/manifest.ts'
import { accountPaths } from './paths.ts'

export const manifest: ModuleManifest = {
  id: 'account',
  title: '登录与账号',
  isCore: true,
  permissions: [],
  nav: [],
  workRoutes: [
    { path: accountPaths.password(), page: () => import('./pages/password-page.tsx') },
    { path: accountPaths.security(), page: () => import('./pages/security-page.tsx') },
    { path: accountPaths.messages(), page: () => import('./pages/messages-page.tsx') },
    { path: accountPaths.absence(), page: () => import('./pages/absence-page.tsx') },
  ],
}
