import { workReadRights } from '@/entities/work-item/model/work-rights.ts'
import type { ModuleManifest } from '@/shared/module/manifest.ts'
import { inboxPaths } from './paths.ts'

export const inboxModule: ModuleManifest = {
  id: 'inbox',
  title: '我的工作',
  permissions: workReadRights,
  nav: [{ path: inboxPaths.inbox(), title: '待办事项', icon: 'inbox', group: '我的工作', permission: workReadRights }],
  publicRoutes: [],
  workRoutes: [{ path: inboxPaths.inbox(), permission: workReadRights, page: () => import('./pages/inbox-page.tsx') }],
  orgTopicKeys: [],
}
