import { ShopOutlined } from '@ant-design/icons'
import type { ModuleManifest } from '@/shared/module/manifest.ts'
import { dataCentrePaths } from './paths.ts'

export const manifest: ModuleManifest = {
  id: 'data-centre',
  title: '监管数据',
  permissions: ['subject.read', 'subject.inspectors'],
  nav: [{ path: dataCentrePaths.subjects(), title: '监管对象', icon: ShopOutlined, group: '业务办理', order: 1100, permission: 'subject.read' }],
  workRoutes: [{ path: dataCentrePaths.subjects(), permission: 'subject.read', page: () => import('./pages/subjects-page.tsx') }],
  auditWords: async () => (await import('./audit-words.ts')).auditWords,
}
