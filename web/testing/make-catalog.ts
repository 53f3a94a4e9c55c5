import type { ItemBody } from '@/entities/catalog-item/model/catalog-item.ts'

const org = { org_id: '00000000-0000-4000-8000-0000000000a1', org_name: '瑶海区市场监督管理局', region_name: '安徽省合肥市瑶海区' }
const work = {
  item_id: '00000000-0000-4000-8000-0000000000e1',
  handler_id: null,
  handler_name: null,
  light: 'green' as const,
  is_open: true,
  is_supervised: false,
  due_at: '2099-12-01T15:59:59Z',
  due_is_provisional: false,
  workdays_left: 5,
  created_at: '2026-11-21T08:00:00Z',
}

export const makeBody = (patch: Partial<ItemBody> = {}): ItemBody => ({
  main_code: '01320001',
  name: '特种设备使用单位的监管',
  line_code: 'market',
  objects: '特种设备使用单位',
  object_kinds: ['enterprise'],
  methods: ['random'],
  measures: ['inspect'],
  levels: ['4'],
  bases: [{ law_code: 'special-equipment', article: '第五十七条' }],
  flow: '检查、告知、处理',
  result: '合格或责令改正',
  scopes: ['3'],
  source: 'province',
  state: 'in_force',
  successor_codes: [],
  ...patch,
})

export const makeChange = () => ({
  ...work,
  ...org,
  id: '00000000-0000-4000-8000-0000000000d1',
  no: 'DT20261121000001',
  title: '变更：特种设备使用单位的监管',
  change_type: 'amend' as 'amend' | 'merge' | 'add',
  reason: 'law',
  ground: '条例修订，对象范围扩大',
  part_count: 1,
  effective_from: null as string | null,
  owner_org_id: org.org_id,
  owner_org_name: org.org_name,
  state: 'reviewing',
  state_label: '审核中',
})

export const makePart = () => ({
  id: 1,
  n: 1,
  action: 'amend' as 'amend' | 'add' | 'repeal',
  item_code: '01320001000010' as string | null,
  base_version: 1 as number | null,
  main_name: null as string | null,
  body: makeBody({ name: '特种设备使用和维保单位的监管' }) as ItemBody | null,
  result_version: null as number | null,
})

export const makeClaim = () => ({
  ...org,
  id: 11,
  item_code: '01320001000010',
  item_name: '特种设备使用单位的监管',
  main_name: '特种设备监管',
  item_state: 'in_force',
  line_code: 'market',
  line_name: '市场监管',
  state: 'pending' as 'pending' | 'claimed' | 'declining' | 'declined' | 'ended',
  asked_version: 2,
  claimed_version: 1 as number | null,
  is_changed: true,
  ground: null as string | null,
  note: '',
  decision_note: '',
  task_id: '00000000-0000-4000-8000-0000000000f1',
  asked_at: '2026-11-21T08:00:00Z',
  answered_at: null as string | null,
  decided_at: null as string | null,
})

export const makeClaimTask = () => ({
  ...work,
  ...org,
  id: '00000000-0000-4000-8000-0000000000f1',
  no: 'RL20261121000001',
  title: '认领监管事项：特种设备使用单位的监管',
  body_id: org.org_id,
  body_name: org.org_name,
  state: 'claiming',
  state_label: '认领中',
})
