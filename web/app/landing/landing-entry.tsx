import { AppstoreOutlined } from '@ant-design/icons'
import type { NavEntry } from '@/shared/module/manifest.ts'

/** 工作台 belongs to no module: it is made of what the modules hand in. */
export const landingEntry: NavEntry = { path: '/work', title: '工作台', icon: AppstoreOutlined, group: '我的工作', order: 0 }
