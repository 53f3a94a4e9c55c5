import { BookOutlined, CheckSquareOutlined, FormOutlined, PieChartOutlined, ReadOutlined } from '@ant-design/icons'
import type { ModuleManifest } from '@/shared/module/manifest.ts'
import { catalogPaths } from './paths.ts'

export const manifest: ModuleManifest = {
  id: 'catalog',
  title: '监管事项',
  permissions: ['catalog.read', 'catalog.propose', 'catalog.review', 'catalog.publish', 'catalog.supervise', 'catalog.claim'],
  nav: [
    { path: catalogPaths.list(), title: '监管事项目录', icon: BookOutlined, group: '业务办理', order: 1000, permission: 'catalog.read' },
    { path: catalogPaths.changes(), title: '动态调整', icon: FormOutlined, group: '业务办理', order: 1020, permission: 'catalog.read' },
    { path: catalogPaths.claims(), title: '事项认领', icon: CheckSquareOutlined, group: '业务办理', order: 1040, permission: 'catalog.read' },
    { path: catalogPaths.laws(), title: '法律法规', icon: ReadOutlined, group: '业务办理', order: 1090, permission: 'catalog.read' },
    { path: catalogPaths.coverage(), title: '认领覆盖情况', icon: PieChartOutlined, group: '综合分析', order: 5010, permission: 'catalog.read' },
  ],
  workRoutes: [
    { path: catalogPaths.list(), permission: 'catalog.read', page: () => import('./pages/items-page.tsx') },
    { path: catalogPaths.itemPattern, permission: 'catalog.read', page: () => import('./pages/item-page.tsx') },
    { path: catalogPaths.laws(), permission: 'catalog.read', page: () => import('./pages/laws-page.tsx') },
    { path: catalogPaths.changes(), permission: 'catalog.read', page: () => import('./pages/change-list-page.tsx') },
    { path: catalogPaths.newChangePattern, permission: 'catalog.propose', page: () => import('./pages/change-new-page.tsx') },
    { path: catalogPaths.changePattern, permission: 'catalog.read', page: () => import('./pages/change-page.tsx') },
    { path: catalogPaths.mendChangePattern, permission: 'catalog.propose', page: () => import('./pages/change-mend-page.tsx') },
    { path: catalogPaths.claims(), permission: 'catalog.read', page: () => import('./pages/claim-list-page.tsx') },
    { path: catalogPaths.claimTasks(), permission: 'catalog.read', page: () => import('./pages/claim-task-list-page.tsx') },
    { path: catalogPaths.claimTaskPattern, permission: 'catalog.read', page: () => import('./pages/claim-task-page.tsx') },
    { path: catalogPaths.coverage(), permission: 'catalog.read', page: () => import('./pages/coverage-page.tsx') },
  ],
  kinds: { catalog_change: catalogPaths.change, catalog_claim: catalogPaths.claimTask },
  landing: [{ permission: 'catalog.read', order: 150, part: () => import('./pages/claim-landing.tsx') }],
  auditWords: async () => (await import('./audit-words.ts')).auditWords,
}
