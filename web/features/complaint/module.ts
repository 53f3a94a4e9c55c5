import { AuditOutlined, BarChartOutlined, EyeOutlined } from '@ant-design/icons'
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
    // The sheet of who saw whom is for the audit administrator alone.
    'audit.read',
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
    { path: complaintPaths.revealSheet(), title: '身份查看月报', icon: EyeOutlined, group: '系统管理', order: 9070, permission: 'audit.read' },
  ],
  workRoutes: [
    { path: complaintPaths.list(), permission: 'complaint.read', page: () => import('./pages/case-list-page.tsx') },
    { path: complaintPaths.figures(), permission: 'complaint.figures', page: () => import('./pages/figures-page.tsx') },
    { path: complaintPaths.revealSheet(), permission: 'audit.read', page: () => import('./pages/reveal-sheet-page.tsx') },
    { path: complaintPaths.detailPattern, permission: 'complaint.read', page: () => import('./pages/case-page.tsx') },
  ],
  kinds: { complaint: complaintPaths.detail, tip: complaintPaths.detail },
  figures: { permission: 'complaint.figures', source: async () => (await import('./api/get-figures.ts')).complaintFigures },
  auditWords: async () => (await import('./audit-words.ts')).auditWords,
}
