import { MergeCellsOutlined, ShopOutlined } from '@ant-design/icons'
import type { ModuleManifest } from '@/shared/module/manifest.ts'
import { dataCentrePaths } from './paths.ts'

export const manifest: ModuleManifest = {
  id: 'data-centre',
  title: '监管数据',
  permissions: ['subject.read', 'subject.inspectors', 'subject.tag', 'subject.merge'],
  nav: [
    { path: dataCentrePaths.subjects(), title: '监管对象', icon: ShopOutlined, group: '业务办理', order: 1100, permission: 'subject.read' },
    { path: dataCentrePaths.merges(), title: '监管对象归并', icon: MergeCellsOutlined, group: '业务办理', order: 1110, permission: 'subject.merge' },
  ],
  workRoutes: [
    { path: dataCentrePaths.subjects(), permission: 'subject.read', page: () => import('./pages/subjects-page.tsx') },
    { path: dataCentrePaths.merges(), permission: 'subject.merge', page: () => import('./pages/merges-page.tsx') },
    { path: dataCentrePaths.subjectPattern, permission: 'subject.read', page: () => import('./pages/subject-page.tsx') },
  ],
  auditWords: async () => (await import('./audit-words.ts')).auditWords,
}
