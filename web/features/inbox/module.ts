import type { ModuleManifest } from '@/shared/module/manifest.ts'
import { inboxPaths } from './paths.ts'

export const inboxModule: ModuleManifest = {
  id: 'inbox',
  title: '我的工作',
  permissions: ['work.read'],
  nav: [{ path: inboxPaths.inbox(), title: '待办事项', icon: 'inbox', group: '我的工作', permission: 'work.read' }],
  publicRoutes: [],
  workRoutes: [{ path: inboxPaths.inbox(), permission: 'work.read', page: () => import('./pages/inbox-page.tsx') }],
  orgTopicKeys: [],
}
