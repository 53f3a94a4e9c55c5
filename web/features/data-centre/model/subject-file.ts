import { z } from 'zod'
import { stateLabels, type Licence, type Subject } from '@/entities/subject/model/subject.ts'

export const identifierSchema = z.object({ kind: z.string(), value: z.string(), source: z.string(), is_doubtful: z.boolean() })
export const recordSchema = z.object({
  id: z.number(),
  source_name: z.string(),
  trust: z.number(),
  source_key: z.string(),
  fields: z.record(z.string(), z.union([z.string(), z.number()]).nullable()),
  is_current: z.boolean(),
  received_at: z.string(),
})
export const tagSchema = z.object({ id: z.number(), subject_id: z.string(), tag: z.string(), set_words: z.string(), set_at: z.string() })
export const caseSchema = z.object({ id: z.string(), case_no: z.string(), title: z.string(), filed_at: z.string(), is_open: z.boolean() })
export const mergeSchema = z.object({
  id: z.string(),
  ground: z.string(),
  state: z.string(),
  reason: z.string(),
  decided_words: z.string(),
  found_at: z.string(),
  decided_at: z.string().nullable(),
  left_id: z.string(),
  left_name: z.string(),
  right_id: z.string(),
  right_name: z.string(),
  winner_id: z.string().nullable(),
})
export type SubjectRecord = z.infer<typeof recordSchema>
export type Merge = z.infer<typeof mergeSchema>

export interface SubjectFile {
  subject: Subject
  /** The others that were merged into it. */
  losers: Subject[]
  children: Subject[]
  identifiers: z.infer<typeof identifierSchema>[]
  records: SubjectRecord[]
  licences: Licence[]
  tags: z.infer<typeof tagSchema>[]
  cases: z.infer<typeof caseSchema>[]
  merges: Merge[]
}

export const identifierKinds: Readonly<Record<string, string>> = {
  uscc: '统一社会信用代码',
  org_code: '组织机构代码',
  registration_no: '工商注册号',
  other: '其他代码',
}

const fieldLabels = {
  name: '名称',
  uscc: '代码',
  state: '登记状态',
  address: '地址',
  region_code: '区划代码',
  industry_code: '行业代码',
  legal_person: '法定代表人（经营者）',
  registered_on: '成立日期',
} as const

const wordOf = (field: string, value: unknown) => {
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : ''
  return field === 'state' ? (stateLabels[text as keyof typeof stateLabels] ?? text) : text
}

export interface SourceRow {
  field: string
  label: string
  /** What each record says, in the order of trust; empty: nothing. */
  cells: string[]
  isDifferent: boolean
}

/** Field by field what the sources say. A source that says nothing differs from none; spaces and width make no difference. */
export function compareRecords(records: readonly Pick<SubjectRecord, 'fields'>[]): SourceRow[] {
  return Object.entries(fieldLabels).flatMap(([field, label]) => {
    const cells = records.map(({ fields }) => wordOf(field, fields[field]))
    const said = new Set(cells.filter((cell) => cell !== '').map((cell) => cell.normalize('NFKC').replaceAll(/\s/g, '')))
    return said.size === 0 ? [] : [{ field, label, cells, isDifferent: said.size > 1 }]
  })
}

export interface Moment {
  key: string
  /** A day or an instant, as the database wrote it. */
  at: string
  text: string
  caseId?: string
}

const mergeWords: Readonly<Record<string, string>> = { confirmed: '归并', refused: '认定不是同一家', undone: '撤销归并' }

/** Everything that happened, the latest first. */
export function timelineOf(file: SubjectFile, tagNames: ReadonlyMap<string, string>): Moment[] {
  const moments: Moment[] = [
    ...(file.subject.registered_on ? [{ key: 'registered', at: file.subject.registered_on, text: '成立' }] : []),
    ...file.licences.map((one) => ({ key: `licence ${one.id}`, at: one.issued_on, text: `取得${one.name} ${one.licence_no}` })),
    ...file.licences.flatMap((one) =>
      one.valid_to ? [{ key: `end ${one.id}`, at: one.valid_to, text: `${one.name}${one.light === 'red' ? '到期' : '将到期'}` }] : [],
    ),
    ...file.records.map((one) => ({ key: `record ${one.id}`, at: one.received_at, text: `收到${one.source_name}的记录` })),
    ...file.tags.map((one) => ({ key: `tag ${one.id}`, at: one.set_at, text: `${one.set_words}设置标签“${tagNames.get(one.tag) ?? one.tag}”` })),
    ...file.merges.flatMap((one) =>
      one.decided_at
        ? [
            {
              key: `merge ${one.id}`,
              at: one.decided_at,
              text: `${one.decided_words}${mergeWords[one.state] ?? ''}：${one.left_name}、${one.right_name}`,
            },
          ]
        : [],
    ),
    ...file.cases.map((one) => ({ key: `case ${one.id}`, at: one.filed_at, text: `${one.case_no} ${one.title}`, caseId: one.id })),
  ]
  return moments.sort((a, b) => Date.parse(b.at) - Date.parse(a.at) || a.key.localeCompare(b.key))
}
