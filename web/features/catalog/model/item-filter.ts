import { itemStateLabels } from '@/entities/catalog-item/model/catalog-item.ts'
import { choice, code, flag, line, listFilter, search, type StateOf } from '@/shared/list/list-filter.ts'

export const itemSearch = listFilter(
  {
    q: search('事项名称、主项、监管对象或编码'),
    ...line('监管部门'),
    main: code('监管主项'),
    object: code('监管对象'),
    method: code('监管方式'),
    level: code('监管层级'),
    state: choice('状态', itemStateLabels),
    /** Rests on something that is law no more. */
    lapsing: flag('依据已废止'),
    /** Items that rest on this law. */
    law: code('设定依据'),
  },
  { sorts: ['code', 'name', 'effective_from'] },
)
export type ItemFilter = StateOf<typeof itemSearch>
