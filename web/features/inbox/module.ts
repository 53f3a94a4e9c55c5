import { InboxOutlined } from '@ant-design/icons'
import { workReadRights } from '@/entities/work-item/model/work-rights.ts'
import type { ModuleManifest } from '@/shared/module/manifest.ts'
import { inboxPaths } from './paths.ts'

export const manifest: ModuleManifest = {
  id: 'inbox',
  title: '我的工作',
  isCore: true,
  permissions: workReadRights,
  nav: [{ path: inboxPaths.inbox(), title: '待办事项', icon: InboxOutlined, group: '我的工作', order: 100, permission: workReadRights }],
  workRoutes: [{ path: inboxPaths.inbox(), permission: workReadRights, page: () => import('./pages/inbox-page.tsx') }],
  landing: [
    { permission: workReadRights, order: 100, part: () => import('./pages/landing-part.tsx') },
    { permission: workReadRights, order: 600, part: async () => ({ default: (await import('./pages/landing-part.tsx')).SupervisedLanding }) },
  ],
}
