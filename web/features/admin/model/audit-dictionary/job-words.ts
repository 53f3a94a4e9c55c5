import type { AuditWords } from '@/shared/module/audit-words.ts'

const fields = {
  owner_id: '发起人',
  total: '总数',
  done: '已完成',
  cursor: '进度',
  params: '条件',
  file_name: '文件名',
  file_path: '文件位置',
  file_bytes: '文件大小',
  file_sha256: '文件摘要',
  error: '原因',
  stepped_at: '最近进行时间',
  ended_at: '结束时间',
  filter: '筛选条件',
  path: '页面',
  columns: '列',
}

const actors = { 'system:export': '导出', 'system:job': '后台任务' }

const state = { running: '进行中', finishing: '正在生成文件', done: '已完成', failed: '未完成', cancelled: '已取消' }

/** Words of long work: exports, cleaning by hand. */
export const jobWords: AuditWords = {
  tables: { 'public.jobs': '后台任务' },
  fields,
  actors,
  codes: { export: '导出', housekeeping: '日常清理' },
  codesOf: { state },
}
