import { lightLabels } from '@/entities/work-item/model/work-item.ts'
import { formatDateTime } from '@/shared/format/date.ts'

const actors: Record<string, string> = {
  'system:citizen': '投诉举报人',
  'system:filing': '网上填报',
  'system:route-complaint': '自动分派',
  'system:attachment': '附件接收',
  'system:sweep': '时限巡检',
  'system:seed': '初始数据',
  'system:migration': '系统升级',
}

const fields: Record<string, string> = {
  state: '状态',
  is_open: '在办',
  is_active: '启用',
  is_supervised: '督办',
  is_anonymous: '匿名',
  was_late: '曾超期',
  light: '预警',
  version: '版本',
  due_at: '到期时间',
  due_is_provisional: '暂定期限',
  next_light_at: '下次预警',
  term_key: '时限',
  filed_at: '登记时间',
  started_on: '起算日',
  due_on: '到期日',
  extra_amount: '延长天数',
  closed_at: '办结时间',
  created_at: '建立时间',
  created_by: '建立人',
  finished_at: '完成时间',
  expires_at: '有效期至',
  granted_at: '授予时间',
  granted_by: '授予人',
  used_at: '使用时间',
  case_type: '类型',
  kind: '类型',
  no: '编号',
  item_id: '事项',
  case_id: '案件',
  line_code: '条线',
  region_code: '区划',
  from_state: '原状态',
  to_state: '新状态',
  to_org_id: '承办单位',
  from_org_id: '移交单位',
  org_id: '单位',
  officer_id: '人员',
  role_code: '角色',
  role_codes: '角色',
  name: '姓名',
  name_masked: '姓名（脱敏）',
  phone_masked: '手机（脱敏）',
  email: '邮箱',
  title: '标题',
  reason: '理由',
  caseNo: '编号',
  case_no: '编号',
  public_text: '答复',
  outcome_label: '结果',
  file_name: '文件名',
  bytes: '字节数',
  urge_count: '催办次数',
  hop_count: '转办次数',
  return_count: '退回次数',
}

export const actorWord = (actor: string, name: string) => actors[actor] ?? (actor.startsWith('invitation:') ? '受邀人' : name)
export const fieldWord = (field: string) => fields[field] ?? field

const lights: Record<string, string> = lightLabels

/** Values as a person reads them: 是/否, Shanghai time, 空 for nothing. */
export function valueWord(value: unknown): string {
  if (value === null || value === undefined || value === '') return '空'
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (typeof value === 'string') return /^\d{4}-\d{2}-\d{2}[T ]\d{2}:/.test(value) ? formatDateTime(value) : (lights[value] ?? value)
  return JSON.stringify(value)
}
