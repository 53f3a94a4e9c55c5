import { toCsv } from '../../format/csv.ts'
import { formatDateTime, todayInShanghai } from '../../format/date.ts'
import { saveFile } from '../../format/save-file.ts'
import { recordExport } from '../../supabase/record-export.ts'
import { cellsOf } from '../model/parts.ts'
import type { ExportOrder } from './export-store.ts'
import { saveTable } from './table-file.ts'

export { tableFileRows } from './table-file.ts'

const pageSize = 1_000

type SmallOrder<Row> = Pick<ExportOrder<Row>, 'name' | 'filterText' | 'columns' | 'readPage'>

/** Reads no more than `cap` rows and one, which tells that there are more. */
export async function readUpTo<Row>({ readPage }: Pick<SmallOrder<Row>, 'readPage'>, cap: number): Promise<Row[]> {
  const rows: Row[] = []
  while (rows.length <= cap) {
    const last = rows.at(-1)
    const after = typeof last === 'object' && last !== null && 'id' in last && typeof last.id === 'number' ? last.id : undefined
    const limit = Math.min(pageSize, cap + 1 - rows.length)
    const page = await readPage(rows.length, limit, after)
    rows.push(...page)
    if (page.length < limit) break
  }
  return rows
}

const headingOf = (name: string, filterText: string) => `${name}（${filterText || '全部'}）导出于 ${formatDateTime(new Date().toISOString())}`

/** Whatever is given out is on record before. */
export async function saveAsExcel<Row>({ name, filterText, columns }: SmallOrder<Row>, rows: readonly Row[]): Promise<void> {
  await recordExport(name, filterText, rows.length)
  const heading = `${headingOf(name, filterText)}，共 ${rows.length} 条`
  await saveTable(`${name}-${todayInShanghai()}`, {
    name,
    heading,
    columns: columns.map(({ title }) => ({ title })),
    rows: rows.map((row) => cellsOf(columns, row)),
  })
}

export async function saveAsCsv<Row>({ name, filterText, columns }: SmallOrder<Row>, rows: readonly Row[]): Promise<void> {
  await recordExport(name, filterText, rows.length)
  const csv = toCsv(
    columns.map(({ title, text }) => ({ title, value: text })),
    rows,
    headingOf(name, filterText),
  )
  saveFile(`${name}-${todayInShanghai()}.csv`, csv, 'text/csv;charset=utf-8')
}
