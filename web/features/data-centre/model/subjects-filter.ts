import { kindLabels, licenceLights, stateLabels } from '@/entities/subject/model/subject.ts'
import { choice, code, listFilter, region, search, type StateOf } from '@/shared/list/list-filter.ts'

export const subjectsSearch = listFilter(
  {
    q: search('名称、代码或地址'),
    kind: choice('类型', kindLabels),
    state: choice('登记状态', stateLabels),
    ...region('地区'),
    industry: code('行业'),
    tag: code('标签'),
    licence: choice('许可证', licenceLights),
  },
  { sorts: ['name', 'registered_on'] },
)
export type SubjectsFilter = StateOf<typeof subjectsSearch>

/** Where the list looks: the place that was chosen; else, while nothing is searched for by name, the own region. */
export const placeOf = ({ region: chosen, q }: Pick<SubjectsFilter, 'region' | 'q'>, home: number) => chosen ?? (q.trim() ? undefined : home)
