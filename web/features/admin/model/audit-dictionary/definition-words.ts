import type { AuditWords } from '@/shared/module/audit-words.ts'

const fields = {
  body: '内容',
  digest: '内容摘要',
  applied_at: '生效处理时间',
  published_at: '发布时间',
  published_by: '发布人',
  withdrawn_at: '撤回时间',
  withdrawn_by: '撤回人',
  warn_share: '预警比例',
  red_workdays: '红灯天数',
  times: '可用次数',
  is_charged: '计入超期',
  parameters: '站点参数',
  seal_text: '印章文字',
  host: '主办单位',
  operator: '承办单位',
  contact: '联系电话',
  address: '联系地址',
  site_code: '网站标识码',
  conac_id: '党政机关网站标识',
  icp_no: 'ICP备案号',
  police_no: '公安备案号',
  is_shown: '使用标准地图',
  producer: '编制单位',
  approval_no: '审图号',
  path: '文件位置',
  is_used: '使用印章图样',
}

const actors = { 'system:definition': '按日生效' }

const codes = {
  'code.set': '字典名称',
  deadline_rule: '时限规则',
  code: '编码字典',
  site: '站点参数',
  map: '标准地图',
  paper_seal: '印章图样',
  published: '已发布',
  withdrawn: '已撤回',
}

/** Words of what is published with a day: deadline rules, codes, site parameters, maps. */
export const definitionWords: AuditWords = { tables: {}, fields, actors, codes }
