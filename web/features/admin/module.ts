import type { ModuleManifest } from '@/shared/module/manifest.ts'
import { adminPaths } from './paths.ts'

export const adminModule: ModuleManifest = {
  id: 'admin',
  title: '系统管理',
  permissions: ['officer.read', 'officer.invite', 'officer.grant', 'site.admin', 'audit.read'],
  nav: [
    { path: adminPaths.officers(), title: '人员管理', icon: 'team', group: '系统管理', permission: 'officer.read' },
    { path: adminPaths.calendar(), title: '工作日历', icon: 'calendar', group: '系统管理', permission: 'site.admin' },
    { path: adminPaths.deadlineRules(), title: '时限规则', icon: 'term', group: '系统管理', permission: 'site.admin' },
    { path: adminPaths.codes(), title: '编码字典', icon: 'code', group: '系统管理', permission: 'site.admin' },
    { path: adminPaths.site(), title: '站点参数', icon: 'site', group: '系统管理', permission: 'site.admin' },
    { path: adminPaths.status(), title: '运行情况', icon: 'status', group: '系统管理', permission: 'site.admin' },
    { path: adminPaths.audit(), title: '审计日志', icon: 'audit', group: '系统管理', permission: 'audit.read', homeOf: ['audit_admin'] },
  ],
  publicRoutes: [],
  workRoutes: [
    { path: adminPaths.officers(), permission: 'officer.read', page: () => import('./pages/officers-page.tsx') },
    { path: adminPaths.calendar(), permission: 'site.admin', page: () => import('./pages/calendar-page.tsx') },
    { path: adminPaths.deadlineRules(), permission: 'site.admin', page: () => import('./pages/deadline-rules-page.tsx') },
    { path: adminPaths.deadlineRule(), permission: 'site.admin', page: () => import('./pages/deadline-rule-page.tsx') },
    { path: adminPaths.codes(), permission: 'site.admin', page: () => import('./pages/codes-page.tsx') },
    { path: adminPaths.site(), permission: 'site.admin', page: () => import('./pages/site-page.tsx') },
    { path: adminPaths.status(), permission: 'site.admin', page: () => import('./pages/status-page.tsx') },
    { path: adminPaths.audit(), permission: 'audit.read', page: () => import('./pages/audit-page.tsx') },
  ],
  orgTopicKeys: [],
}
