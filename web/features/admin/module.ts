import {
  BookOutlined,
  CalendarOutlined,
  DashboardOutlined,
  FieldTimeOutlined,
  FileTextOutlined,
  MessageOutlined,
  SafetyCertificateOutlined,
  SendOutlined,
  SettingOutlined,
  SolutionOutlined,
  TeamOutlined,
} from '@ant-design/icons'
import type { ModuleManifest, NavEntry } from '@/shared/module/manifest.ts'
import { manageOfficers } from './model/manage-officers.ts'
import { adminPaths } from './paths.ts'

const system = (entry: Omit<NavEntry, 'group' | 'permission'>): NavEntry => ({ ...entry, group: '系统管理', permission: 'site.admin' })

export const manifest: ModuleManifest = {
  id: 'admin',
  title: '系统管理',
  isCore: true,
  permissions: ['officer.read', ...manageOfficers, 'officer.confirm', 'site.admin', 'audit.read'],
  nav: [
    {
      path: adminPaths.officers(),
      title: '通讯录',
      icon: TeamOutlined,
      group: '我的工作',
      order: 190,
      permission: 'officer.read',
      unless: manageOfficers,
    },
    { path: adminPaths.officers(), title: '人员管理', icon: TeamOutlined, group: '系统管理', order: 9000, permission: manageOfficers },
    {
      path: adminPaths.officerChanges(),
      title: '管理员变更',
      icon: SolutionOutlined,
      group: '系统管理',
      order: 9005,
      permission: 'officer.confirm',
    },
    system({ path: adminPaths.calendar(), title: '工作日历', icon: CalendarOutlined, order: 9010 }),
    system({ path: adminPaths.deadlineRules(), title: '时限规则', icon: FieldTimeOutlined, order: 9020 }),
    system({ path: adminPaths.codes(), title: '编码字典', icon: BookOutlined, order: 9030 }),
    system({ path: adminPaths.paperTemplates(), title: '文书模板', icon: FileTextOutlined, order: 9035 }),
    system({ path: adminPaths.site(), title: '站点参数', icon: SettingOutlined, order: 9040 }),
    system({ path: adminPaths.messageTemplates(), title: '消息模板', icon: MessageOutlined, order: 9044 }),
    system({ path: adminPaths.messages(), title: '消息', icon: SendOutlined, order: 9046 }),
    system({ path: adminPaths.status(), title: '运行情况', icon: DashboardOutlined, order: 9050 }),
    {
      path: adminPaths.audit(),
      title: '审计日志',
      icon: SafetyCertificateOutlined,
      group: '系统管理',
      order: 9060,
      permission: 'audit.read',
    },
  ],
  landing: [
    { permission: [...manageOfficers, 'officer.confirm', 'site.admin', 'audit.read'], order: 900, part: () => import('./pages/landing-part.tsx') },
  ],
  workRoutes: [
    { path: adminPaths.officers(), permission: 'officer.read', page: () => import('./pages/officers-page.tsx') },
    { path: adminPaths.officerChanges(), permission: 'officer.confirm', page: () => import('./pages/officer-changes-page.tsx') },
    { path: adminPaths.calendar(), permission: 'site.admin', page: () => import('./pages/calendar-page.tsx') },
    { path: adminPaths.deadlineRules(), permission: 'site.admin', page: () => import('./pages/deadline-rules-page.tsx') },
    { path: adminPaths.deadlineRule(), permission: 'site.admin', page: () => import('./pages/deadline-rule-page.tsx') },
    { path: adminPaths.codes(), permission: 'site.admin', page: () => import('./pages/codes-page.tsx') },
    { path: adminPaths.paperTemplates(), permission: 'site.admin', page: () => import('./pages/paper-templates-page.tsx') },
    { path: adminPaths.paperTemplate(), permission: 'site.admin', page: () => import('./pages/paper-template-page.tsx') },
    { path: adminPaths.site(), permission: 'site.admin', page: () => import('./pages/site-page.tsx') },
    { path: adminPaths.messageTemplates(), permission: 'site.admin', page: () => import('./pages/message-templates-page.tsx') },
    { path: adminPaths.messageTemplate(), permission: 'site.admin', page: () => import('./pages/message-template-page.tsx') },
    { path: adminPaths.messages(), permission: 'site.admin', page: () => import('./pages/messages-page.tsx') },
    { path: adminPaths.status(), permission: 'site.admin', page: () => import('./pages/status-page.tsx') },
    { path: adminPaths.audit(), permission: 'audit.read', page: () => import('./pages/audit-page.tsx') },
  ],
}
