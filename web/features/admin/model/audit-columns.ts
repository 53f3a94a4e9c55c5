import { formatDateTime } from '@/shared/format/date.ts'
import { changesText, opLabels, recordWord, type AuditEntry } from './audit-entry.ts'
import type { AuditDictionary } from './audit-words.ts'

/** The file that the log is exported to. */
export const auditColumnsOf = (dictionary: AuditDictionary): { title: string; text: (entry: AuditEntry) => string | number }[] => [
  { title: '序号', text: ({ id }) => id },
  { title: '时间', text: ({ at }) => formatDateTime(at) },
  { title: '操作人', text: ({ actor, actor_name }) => dictionary.actorWord(actor, actor_name) },
  { title: '操作人标识', text: ({ actor }) => actor },
  { title: '操作', text: ({ op }) => opLabels[op] },
  { title: '对象', text: ({ table_name }) => dictionary.tables[table_name] ?? table_name },
  { title: '记录', text: (entry) => recordWord(entry, dictionary) },
  { title: '记录标识', text: ({ row_key }) => row_key },
  { title: '内容', text: (entry) => changesText(entry, dictionary) },
  { title: '请求标识', text: ({ request_id }) => request_id ?? '' },
]
