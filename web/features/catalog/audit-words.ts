import type { AuditWords } from '@/shared/module/audit-words.ts'

const tables = {
  'public.catalog_laws': '法律法规',
  'public.catalog_main_items': '监管主项',
  'public.catalog_items': '监管事项',
  'public.catalog_item_bases': '设定依据',
  'public.catalog_changes': '动态调整申请',
  'public.catalog_change_parts': '动态调整的事项',
  'public.catalog_claims': '认领',
  'public.catalog_claim_tasks': '认领任务',
}

const fields = {
  doc_no: '文号',
  issuer: '制定机关',
  in_force_on: '施行日期',
  repealed_on: '废止日期',
  successor_code: '替代它的',
  successor_codes: '替代事项',
  main_code: '监管主项',
  main_name: '新的监管主项',
  objects: '监管对象',
  object_kinds: '监管对象类别',
  methods: '监管方式',
  measures: '监管措施',
  levels: '监管层级',
  flow: '监管流程',
  scopes: '适用范围',
  law_code: '法律法规',
  article: '条款',
  change_id: '动态调整申请',
  change_type: '调整类型',
  item_code: '监管事项',
  n: '序号',
  base_version: '申请时的版本',
  result_version: '发布的版本',
  body_id: '认领单位',
  asked_version: '要求认领的版本',
  claimed_version: '已认领的版本',
  task_id: '认领任务',
  answered_at: '答复时间',
  decision_note: '审核意见',
}

/** `result` and `ground` mean something else in other modules. */
const fieldsOf = {
  'public.catalog_items': { result: '监管结果' },
  'public.catalog_changes': { ground: '理由和依据' },
  'public.catalog_claims': { ground: '不认领的理由' },
}

const states = {
  coming: '待生效',
  in_force: '在用',
  suspended: '已暂停',
  repealed: '已取消',
  reviewing: '审核中',
  mending: '退回修改',
  published: '已发布',
  refused: '不予调整',
  withdrawn: '已撤回',
  claiming: '认领中',
  deciding: '不认领待审',
  done: '已完成',
  pending: '待认领',
  claimed: '已认领',
  declining: '申请不认领',
  declined: '同意不认领',
  ended: '已取消',
}

const changes = { add: '新增', amend: '变更', suspend: '暂停', resume: '恢复', repeal: '取消', merge: '合并', split: '拆分' }

const codes = {
  'catalog.read': '查看动态调整和认领',
  'catalog.propose': '提出动态调整',
  'catalog.review': '审核动态调整和不认领申请',
  'catalog.publish': '签发目录（第二人）',
  'catalog.supervise': '催办和督办目录工作',
  'catalog.claim': '认领监管事项',
  'catalog.object': '监管对象类别',
  'catalog.method': '监管方式',
  'catalog.measure': '监管措施',
  'catalog.level': '监管层级',
  'catalog.law_kind': '效力级别',
  'catalog.source': '编码来源',
  'catalog.change_type': '调整类型',
  'catalog.change_reason': '调整原因',
  'catalog.decline_ground': '不认领的理由',
  'catalog.not_found': '没有找到事项，或没有权限',
  'catalog.no_items': '没有选择事项',
  'catalog.note': '没有说明理由',
  catalog_law: '法律法规',
  catalog_item: '监管事项',
  catalog_change: '动态调整',
  catalog_claim: '事项认领',
}

const codesOf = {
  state: states,
  from_state: states,
  to_state: states,
  change_type: changes,
  action: {
    ...changes,
    propose: '提出申请',
    pass: '报送上级审核',
    publish: '发布',
    return: '退回修改',
    refuse: '不予调整',
    resubmit: '重新报送',
    withdraw: '撤回申请',
    issue: '下发',
    complete: '认领完成',
    refer: '申请不认领',
    reclaim: '须继续认领',
  },
  modules: { catalog: '监管事项' },
}

/** Words of 监管事项, wherever its tables and codes stand in the log. */
export const auditWords: AuditWords = { tables, fields, fieldsOf, codes, codesOf }
