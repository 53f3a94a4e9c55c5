import { choice, code, dayRange, flag, listFilter, org, search, type StateOf } from '@/shared/list/list-filter.ts'
import { slotLabels } from '@/widgets/figures-page/model/slots.ts'
import { workFields } from '@/widgets/work-list/model/work-filter.ts'
import { caseTypeLabels } from './receipt.ts'

export const caseSearch = listFilter(
  {
    ...workFields,
    q: search('标题、编号、单位名称或信用代码'),
    type: choice('类型', caseTypeLabels),
    matter: code('事项'),
    /** The body that holds it. */
    org: org('承办单位'),
    /** Rated 不满意 or 非常不满意. */
    unhappy: flag('不满意'),
    ...dayRange('登记日期'),
    slot: choice('登记时段', slotLabels),
  },
  { sorts: ['filed_at', 'due_at'], place: ['scope'] },
)
export type CaseFilter = StateOf<typeof caseSearch>
