import { code, dayRange, listFilter, search, type StateOf } from '@/shared/list/list-filter.ts'
import { workFields } from '@/widgets/work-list/model/work-filter.ts'

/** `scope` begins with the place: what a body asked for lies before a coordinator, and is still its own. */
export const changeSearch = listFilter(
  {
    ...workFields,
    scope: { ...workFields.scope, initial: 'all' as const },
    q: search('标题或编号'),
    type: code('类型'),
    reason: code('事由'),
    ...dayRange('申请日期'),
  },
  { sorts: ['created_at', 'due_at'], place: ['scope'] },
)
export type ChangeFilter = StateOf<typeof changeSearch>
