import type { AuditWords } from '@/shared/module/audit-words.ts'

const fields = {
  event_seq: '所属步骤',
  no: '编号',
  definition_id: '模板版本',
  values: '所填内容',
  seal_path: '印章图样的文件位置',
  problem: '没有生成的原因',
  issued_at: '制作时间',
  issued_by: '制作人',
  withdraw_reason: '撤回理由',
}

const actors = { 'system:render-paper': '文书生成' }

const codes = { paper: '文书模板', waiting: '正在生成', ready: '已生成', failed: '生成失败' }

/** Words of papers. */
export const paperWords: AuditWords = { tables: { 'public.papers': '文书' }, fields, actors, codes }
