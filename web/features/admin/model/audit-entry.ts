import { z } from 'zod'
import type { AuditDictionary, Said } from './audit-words.ts'

const row = z.record(z.string(), z.unknown()).nullable()

export const auditEntrySchema = z.object({
  id: z.number(),
  at: z.string(),
  actor: z.string(),
  actor_name: z.string(),
  request_id: z.string().nullable(),
  table_name: z.string(),
  row_key: z.string(),
  op: z.enum(['insert', 'update', 'delete', 'read', 'refused', 'sign_in']),
  old_row: row,
  new_row: row,
  /** Names of the ids and codes in the entry, by `field=value`. */
  words: z.record(z.string(), z.string()),
})
export type AuditEntry = z.infer<typeof auditEntrySchema>

export const opLabels: Record<AuditEntry['op'], string> = {
  insert: '新增',
  update: '修改',
  delete: '删除',
  read: '查看',
  refused: '拒绝',
  sign_in: '登录',
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
export function changesOf(
  { table_name: table, op, old_row, new_row, words: said }: Pick<AuditEntry, 'table_name' | 'op' | 'old_row' | 'new_row' | 'words'>,
  { fieldWord, valueWord }: AuditDictionary,
): FieldChange[] {
  const fields = [...new Set([...Object.keys(old_row ?? {}), ...Object.keys(new_row ?? {})])].filter(
    (field) => !stamps.has(field) && (op === 'update' || !births.has(field)),
  )
  return fields
    .filter((field) => op !== 'insert' || (new_row?.[field] !== null && new_row?.[field] !== ''))
    .map((field) => ({
      field: fieldWord(field, table),
      ...(old_row ? { before: valueWord(old_row[field], { field, table, said }) } : {}),
      ...(new_row ? { after: valueWord(new_row[field], { field, table, said }) } : {}),
    }))
}

/** The changes in one line, for a file: nothing to point at there, so ids stand in full. */
export const changesText = (entry: AuditEntry, dictionary: AuditDictionary) =>
  changesOf(entry, dictionary)
    .map(({ field, before, after }) => `${field}：${[before, after].flatMap((said) => (said ? [said.full ?? said.text] : [])).join(' → ')}`)
    .join('；')

/** The record by its name or number where it has one, else by its key: of a role, a code or a rule, its word. */
export const recordWord = (
  { table_name: table, row_key, words }: Pick<AuditEntry, 'table_name' | 'row_key' | 'words'>,
  { valueWord }: AuditDictionary,
) => words[`@=${row_key}`] ?? valueWord(row_key, { table }).text
