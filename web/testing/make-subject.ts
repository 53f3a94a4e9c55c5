import type { Subject } from '@/entities/subject/model/subject.ts'

export const makeSubject = (patch: Partial<Subject> = {}): Subject => ({
  id: '00000000-0000-4000-8000-0000000000b1',
  kind: 'individual',
  name: '庐阳区鼎香小吃店',
  uscc: '92340103MA2NHU4H36',
  is_uscc_doubtful: false,
  state: 'active',
  industry_name: '小吃服务',
  region_name: '合肥市庐阳区亳州路街道',
  address: '长江中路 12 号',
  legal_person: '王某',
  registered_on: '2019-05-06',
  source: '市场主体登记',
  parent_id: null,
  parent_name: null,
  merged_into_id: null,
  licence_light: null,
  tags: [],
  ...patch,
})
