import type { AuditWords } from '@/shared/module/audit-words.ts'

/** Words of 监管数据, wherever its tables and codes stand in the log. */
export const auditWords: AuditWords = {
  tables: {
    'public.subjects': '监管对象',
    'public.subject_licences': '许可证',
    'public.subject_industries': '行业分类',
    'public.inspectors': '执法人员',
  },
  fields: {
    uscc: '统一社会信用代码',
    industry_code: '行业',
    address: '地址',
    registered_on: '成立日期',
    licence_no: '许可证编号',
    issuer: '发证机关',
    issued_on: '发证日期',
    certificate_no: '执法证号',
    subject_id: '监管对象',
  },
  codes: { 'subject.read': '查看监管对象', 'subject.inspectors': '查看执法人员', 'subject.not_found': '监管对象库中没有该单位' },
  codesOf: { modules: { 'data-centre': '监管数据' } },
}
