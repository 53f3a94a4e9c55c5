import { lazy } from 'react'
import type { PublicManifest } from '@/shared/module/public-manifest.ts'
import { complaintPaths } from './paths.ts'

export const manifest: PublicManifest = {
  id: 'complaint',
  title: '投诉举报',
  routes: [
    { path: complaintPaths.file(), page: () => import('./pages/file-page.tsx') },
    { path: complaintPaths.lookUp(), page: () => import('./pages/look-up-page.tsx') },
    { path: complaintPaths.about(), page: () => import('./pages/about-page.tsx') },
  ],
  nav: [
    { path: complaintPaths.file(), title: '投诉举报', order: 1400 },
    { path: complaintPaths.lookUp(), title: '查询进度', order: 1410 },
    { path: complaintPaths.about(), title: '填报须知', order: 1420 },
  ],
  home: {
    order: 1400,
    lead: {
      title: '消费有纠纷、经营有违法，在这里说，有人管、能查到',
      text: '不用注册。填一次，系统告诉您由哪个单位负责、依据是什么、什么时候答复。',
    },
    acts: [
      { path: complaintPaths.file(), title: '我要投诉举报', hint: '约 5 分钟，可传 9 张照片，中途离开不丢失' },
      { path: complaintPaths.lookUp(), title: '查询办理进度', hint: '凭查询码和手机号后四位（匿名举报凭查询密码）' },
    ],
    Sections: lazy(() => import('./pages/home-sections.tsx')),
  },
}
