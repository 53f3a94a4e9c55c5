import type { ModuleManifest } from '@/shared/module/manifest.ts'
import { adminPaths } from './paths.ts'

export const adminModule: ModuleManifest = {
  id: 'admin',
  title: '系统管理',
  permissions: ['officer.read', 'officer.invite'],
  nav: [{ path: adminPaths.officers(), title: '人员管理', icon: 'team', group: '系统管理', permission: 'officer.read' }],
  publicRoutes: [],
  workRoutes: [{ path: adminPaths.officers(), permission: 'officer.read', page: () => import('./pages/officers-page.tsx') }],
  orgTopicKeys: [],
}
