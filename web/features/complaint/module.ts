import type { ModuleManifest } from '@/shared/module/manifest.ts'
import { complaintPaths } from './paths.ts'

export const complaintModule: ModuleManifest = {
  id: 'complaint',
  title: '投诉举报',
  permissions: [
    'complaint.read',
    'complaint.handle',
    'complaint.dispatch',
    'complaint.supervise',
    'complaint.reveal',
    'complaint.figures',
    'complaint.approve',
    'complaint.assign',
    'complaint.instruct',
  ],
  nav: [
    { path: complaintPaths.list(), title: '投诉举报', icon: 'complaint', group: '业务办理', permission: 'complaint.read' },
    {
      path: complaintPaths.figures(),
      title: '投诉举报统计',
      icon: 'figures',
      group: '综合分析',
      permission: 'complaint.figures',
      homeOf: ['leader'],
    },
  ],
  publicRoutes: [
    { path: complaintPaths.file(), page: () => import('./pages/file-page.tsx') },
    { path: complaintPaths.follow(), page: () => import('./pages/follow-page.tsx') },
  ],
  workRoutes: [
    { path: complaintPaths.list(), permission: 'complaint.read', page: () => import('./pages/case-list-page.tsx') },
    { path: complaintPaths.figures(), permission: 'complaint.figures', page: () => import('./pages/figures-page.tsx') },
    { path: complaintPaths.detailPattern, permission: 'complaint.read', page: () => import('./pages/case-page.tsx') },
  ],
  itemPages: { complaint: complaintPaths.detail, tip: complaintPaths.detail },
  orgTopicKeys: ['complaint'],
}
