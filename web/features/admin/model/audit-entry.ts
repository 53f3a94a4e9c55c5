import { z } from 'zod'
import { fieldWord, shortId, valueWord, type Said } from './audit-words.ts'

const row = z.record(z.string(), z.unknown()).nullable()

export const auditEntrySchema = z.object({
  id: z.number(),
  at: z.string(),
  actor: z.string(),
  actor_name: z.string(),
  request_id: z.string().nullable(),
  table_name: z.string(),
  row_key: z.string(),
  op: z.enum(['insert', 'update', 'delete', 'read', 'sign_in']),
  old_row: row,
  new_row: row,
  /** Names of the ids and codes in the entry, by `field=value`. */
  words: z.record(z.string(), z.string()),
})
export type AuditEntry = z.infer<typeof auditEntrySchema>

export const opLabels: Record<AuditEntry['op'], string> = { insert: '新增', update: '修改', delete: '删除', read: '查看', sign_in: '登录' }

/** Names of what is most looked for; any other table is shown by its own name. */
export const tableLabels: Record<string, string> = {
  'public.officers': '人员',
  'public.officer_role_grants': '角色授予',
  'public.officer_invitations': '邀请',
  'public.work_items': '事项',
  'public.work_terms': '时限',
  'public.complaint_cases': '投诉举报',
  'public.complaint_answers': '答复',
  'public.complaint_reporters': '投诉举报人身份',
  'public.attachments': '附件',
  'public.sites': '站点参数',
  'public.codes': '编码',
  'public.work_suspensions': '时限中止',
  'public.work_extensions': '延期',
  'public.work_approvals': '审批',
  'public.work_links': '事项关联',
  'public.officer_absences': '外出代办',
  'public.work_calendar': '工作日历',
  'public.work_calendar_years': '工作日历年份',
  'public.complaint_materials': '补充材料',
  'public.complaint_routes': '分派依据',
  'public.complaint_ratings': '满意度评价',
  'public.complaint_matters': '投诉举报事项',
  'public.complaint_routing_rules': '分派规则',
  'public.orgs': '单位',
  'public.regions': '区划',
  'public.org_lines': '条线',
  'public.officer_roles': '角色',
  'public.officer_role_permissions': '角色权限',
  'public.officer_permissions': '权限',
  'public.deadline_rules': '时限规则',
  'public.definitions': '规则和参数版本',
  'private.row_grants': '协作授权',
  'private.outbox_deliveries': '事件投递',
  'auth.users': '账号',
}

export interface FieldChange {
  field: string
  /** Absent: there was, or is, nothing to say. */
  before?: Said
  after?: Said
}

/** Set with every write; when something was made is news only if it was changed afterwards. */
const stamps = new Set(['updated_at', 'updated_by', 'id', 'code_hash', 'storage_path', 'sha256'])
const births = new Set(['created_at', 'created_by'])

/** What a change did, field by field; the stamps say nothing that the entry itself does not. */
export function changesOf({
  table_name = '',
  op,
  old_row,
  new_row,
  words,
}: Pick<AuditEntry, 'op' | 'old_row' | 'new_row' | 'words'> & { table_name?: string }): FieldChange[] {
  const fields = [...new Set([...Object.keys(old_row ?? {}), ...Object.keys(new_row ?? {})])].filter(
    (field) => !stamps.has(field) && (op === 'update' || !births.has(field)),
  )
  return fields
    .filter((field) => op !== 'insert' || (new_row?.[field] !== null && new_row?.[field] !== ''))
    .map((field) => ({
      field: fieldWord(field, table_name),
      ...(old_row ? { before: valueWord(old_row[field], field, words) } : {}),
      ...(new_row ? { after: valueWord(new_row[field], field, words) } : {}),
    }))
}

/** The changes in one line, for a file: nothing to point at there, so ids stand in full. */
export const changesText = (entry: AuditEntry) =>
  changesOf(entry)
    .map(({ field, before, after }) => `${field}：${[before, after].flatMap((said) => (said ? [said.full ?? said.text] : [])).join(' → ')}`)
    .join('；')

/** The record by its name or number where it has one, else by its key. */
export const recordWord = ({ row_key, words }: Pick<AuditEntry, 'row_key' | 'words'>) => words[`@=${row_key}`] ?? shortId(row_key).text
