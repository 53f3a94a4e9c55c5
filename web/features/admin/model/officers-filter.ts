import { choice, code, listFilter, org, region, search, type StateOf } from '@/shared/list/list-filter.ts'

export const accountLabels = { active: '正常', disabled: '已停用' } as const

export const officersSearch = listFilter(
  { q: search('姓名'), ...region('地区'), org: org('单位'), role: code('角色'), account: choice('账号', accountLabels) },
  { sorts: ['name', 'created_at'] },
)
export type OfficersFilter = StateOf<typeof officersSearch>
