import { z } from 'zod'

/** A column of the table as people fill it in; the first title is that of the template, the others are taken too. */
export const officerColumnsOfTable = [
  { key: 'name', titles: ['姓名', '人员姓名'], isRequired: true },
  { key: 'email', titles: ['邮箱', '电子邮箱', '邮箱地址'], isRequired: true },
  { key: 'title', titles: ['职务', '职务（岗位）'], isRequired: false },
  { key: 'org', titles: ['单位', '单位全称', '所在单位'], isRequired: true },
  { key: 'roles', titles: ['建议角色', '角色'], isRequired: false },
] as const

type Key = (typeof officerColumnsOfTable)[number]['key']
export type OfficerRow = Record<Key, string> & { /** Of the sheet, from 1: as on the screen of whoever filled it in. */ line: number }

export const maxOfficerRows = 1_000
export const reasonTitle = '未通过的原因'

export type OfficerTable = { rows: OfficerRow[]; unknownTitles: string[] } | { problem: string }

const indexOf = (header: readonly string[], titles: readonly string[]) =>
  header.findIndex((cell) => titles.includes(cell.replaceAll(/\s|\*|（必填）/g, '')))

/** Finds the columns by their titles, in whatever order, and leaves out blank lines. */
export function officersOf(table: readonly (readonly string[])[]): OfficerTable {
  // A title of the whole table, or a note, may stand above.
  const at = table
    .slice(0, 5)
    .findIndex((row) => indexOf(row, officerColumnsOfTable[0].titles) >= 0 && indexOf(row, officerColumnsOfTable[1].titles) >= 0)
  const header = table[at]
  if (!header) return { problem: '没有找到“姓名”和“邮箱”两列，请使用模板，并保留第一行的列名' }
  const columns = officerColumnsOfTable.map((column) => ({ ...column, index: indexOf(header, column.titles) }))
  const missing = columns.filter((column) => column.isRequired && column.index < 0).map(({ titles }) => `“${titles[0]}”`)
  if (missing.length > 0) return { problem: `缺少${missing.join('、')}列，请使用模板，并保留第一行的列名` }
  const rows = table.slice(at + 1).flatMap((row, n) => {
    const cellOf = (key: Key) => row[columns.find((column) => column.key === key)?.index ?? -1] ?? ''
    const values = { name: cellOf('name'), email: cellOf('email'), title: cellOf('title'), org: cellOf('org'), roles: cellOf('roles') }
    return Object.values(values).every((value) => value === '') ? [] : [{ ...values, line: at + n + 2 }]
  })
  if (rows.length === 0) return { problem: '列名下面没有内容，请每行填写一个人' }
  if (rows.length > maxOfficerRows)
    return { problem: `一次最多 ${maxOfficerRows.toLocaleString('zh-CN')} 人，表中有 ${rows.length.toLocaleString('zh-CN')} 人，请分成几个文件` }
  const known = new Set(columns.map(({ index }) => index))
  return { rows, unknownTitles: header.filter((title, index) => title !== '' && title !== reasonTitle && !known.has(index)) }
}

export const rowOutcomeSchema = z.object({
  n: z.number(),
  outcome: z.enum(['invited', 'repeated', 'refused']),
  field: z.string().nullable(),
  message: z.string().nullable(),
})
export type RowOutcome = z.infer<typeof rowOutcomeSchema>

export interface CheckedRow extends OfficerRow {
  outcome: RowOutcome['outcome'] | 'double'
  reason: string
}

const titleOf = (key: string | null) => officerColumnsOfTable.find((column) => column.key === key)?.titles[0]

/** What the database answers for each row, with what only the table as a whole shows: the same address twice. */
export function checkedRows(rows: readonly OfficerRow[], outcomes: readonly RowOutcome[]): CheckedRow[] {
  const first = new Map<string, number>()
  return rows.map((row, index) => {
    const email = row.email.toLowerCase()
    const earlier = first.get(email)
    if (email !== '' && earlier === undefined) first.set(email, row.line)
    if (earlier !== undefined && email !== '') return { ...row, outcome: 'double', reason: `邮箱：与第 ${earlier} 行相同` }
    const { outcome, field, message } = outcomes[index] ?? { outcome: 'refused' as const, field: null, message: '没有检查到这一行，请重新上传' }
    const title = titleOf(field)
    if (outcome === 'repeated') return { ...row, outcome, reason: '已有未使用的邀请，不再重复发送' }
    return { ...row, outcome, reason: outcome === 'refused' ? `${title ? `${title}：` : ''}${message ?? '不能邀请'}` : '' }
  })
}

export const outcomeLabels: Record<CheckedRow['outcome'], string> = { invited: '可以邀请', repeated: '已邀请', refused: '有误', double: '重复' }

export const isWrong = ({ outcome }: CheckedRow) => outcome === 'refused' || outcome === 'double'

/** The rows that were not taken, as a table that may be mended and sent again. */
export const wrongTable = (rows: readonly CheckedRow[]) => ({
  columns: [...officerColumnsOfTable.map(({ titles }) => ({ title: titles[0] })), { title: reasonTitle }],
  rows: rows.filter(isWrong).map((row) => [row.name, row.email, row.title, row.org, row.roles, row.reason]),
})
