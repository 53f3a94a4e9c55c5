import { BookOutlined, ReadOutlined } from '@ant-design/icons'
import type { ModuleManifest } from '@/shared/module/manifest.ts'
import { catalogPaths } from './paths.ts'

export const manifest: ModuleManifest = {
  id: 'catalog',
  title: '监管事项',
  permissions: ['catalog.read', 'catalog.propose', 'catalog.review', 'catalog.publish', 'catalog.supervise', 'catalog.claim'],
  nav: [
    { path: catalogPaths.list(), title: '监管事项目录', icon: BookOutlined, group: '业务办理', order: 1000, permission: 'catalog.read' },
    { path: catalogPaths.laws(), title: '法律法规', icon: ReadOutlined, group: '业务办理', order: 1090, permission: 'catalog.read' },
  ],
  workRoutes: [
    { path: catalogPaths.list(), permission: 'catalog.read', page: () => import('./pages/items-page.tsx') },
    { path: catalogPaths.itemPattern, permission: 'catalog.read', page: () => import('./pages/item-page.tsx') },
    { path: catalogPaths.laws(), permission: 'catalog.read', page: () => import('./pages/laws-page.tsx') },
  ],
  auditWords: async () => (await import('./audit-words.ts')).auditWords,
}
