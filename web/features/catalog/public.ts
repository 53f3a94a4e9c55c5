import { lazy } from 'react'
import type { PublicManifest } from '@/shared/module/public-manifest.ts'
import { publishedPaths } from './public-paths.ts'

export const manifest: PublicManifest = {
  id: 'catalog',
  title: '监管事项',
  routes: [
    { path: publishedPaths.published(), page: () => import('./pages/published-list-page.tsx') },
    { path: publishedPaths.publishedItemPattern, page: () => import('./pages/published-item-page.tsx') },
  ],
  nav: [{ path: publishedPaths.published(), title: '监管目录', order: 1500 }],
  foot: [{ path: publishedPaths.published(), title: '监管事项目录清单' }],
  home: {
    order: 1500,
    lead: { title: '哪些事可以检查、依据哪部法，在这里查', text: '没有列入监管事项目录清单的事项，不得实施检查。' },
    acts: [{ path: publishedPaths.published(), title: '查监管事项目录', hint: '哪些事可以检查、由谁检查、依据哪部法' }],
    Sections: lazy(() => import('./pages/home-sections.tsx')),
  },
}
