import { AuditOutlined, BarChartOutlined } from '@ant-design/icons'
import type { ModuleManifest } from '@/shared/module/manifest.ts'
import { complaintPaths } from './paths.ts'

export const manifest: ModuleManifest = {
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
    { path: complaintPaths.list(), title: '投诉举报', icon: AuditOutlined, group: '业务办理', order: 1400, permission: 'complaint.read' },
    {
      path: complaintPaths.figures(),
      title: '投诉举报统计',
      icon: BarChartOutlined,
      group: '综合分析',
      order: 5014,
      permission: 'complaint.figures',
    },
  ],
  workRoutes: [
    { path: complaintPaths.list(), permission: 'complaint.read', page: () => import('./pages/case-list-page.tsx') },
    { path: complaintPaths.figures(), permission: 'complaint.figures', page: () => import('./pages/figures-page.tsx') },
    { path: complaintPaths.detailPattern, permission: 'complaint.read', page: () => import('./pages/case-page.tsx') },
  ],
  kinds: { complaint: complaintPaths.detail, tip: complaintPaths.detail },
  figures: { permission: 'complaint.figures', source: async () => (await import('./api/get-figures.ts')).complaintFigures },
  auditWords: async () => (await import('./audit-words.ts')).auditWords,
}
