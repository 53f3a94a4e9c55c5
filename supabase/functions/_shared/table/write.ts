/** Rows of cells become an Excel workbook, written as a stream: a hundred thousand rows take a few tens of megabytes. */
import { PassThrough } from 'node:stream'
import ExcelJS from 'exceljs'
import { join } from './join.ts'

export type Cell = string | number | null

export interface TableColumn {
  title: string
  /** What may be chosen in it, as a list that opens in the cell. */
  choices?: readonly string[] | undefined
}

interface Table {
  name: string
  /** What the table is of, above it. */
  heading?: string | undefined
  columns: readonly TableColumn[]
  rows: AsyncIterable<readonly (readonly Cell[])[]> | Iterable<readonly (readonly Cell[])[]>
  /** Rows in which the choices open; the columns of a template have no rows yet. */
  choiceRows?: number | undefined
}

const MAX_CELL = 32_767
/** What XML cannot hold would make the whole file unreadable; half a character is none. */
const UNWRITABLE = /[^\P{Cc}\t\n\r]|[\uFFFE\uFFFF]|\p{Cs}/gu

/** A text is written as one and never runs: only what is written as a formula does. */
export function cellOf(value: Cell): Cell {
  if (typeof value !== 'string') return typeof value === 'number' && !Number.isFinite(value) ? null : value
  const text = value.replace(UNWRITABLE, '')
  return text.length > MAX_CELL ? `${text.slice(0, MAX_CELL - 5)}…（截断）` : text
}

/** A sheet's name has at most 31 characters and none of these. */
const sheetName = (name: string) => name.replace(/[\\/*?:[\]']/g, '').slice(0, 31) || '表格'

const widthOf = (text: string) => Array.from(text).reduce((sum, char) => sum + (/[\u1100-\uFFDC]/.test(char) ? 2.1 : 1.1), 2)
const fitting = (title: string, column: number, rows: readonly (readonly Cell[])[]) =>
  Math.min(50, Math.max(8, widthOf(title), ...rows.slice(0, 100).map((row) => widthOf(String(row[column] ?? '').slice(0, 60)))))

export async function writeTable({ name, heading, columns, rows, choiceRows = 0 }: Table): Promise<Uint8Array> {
  const stream = new PassThrough()
  const chunks: Uint8Array[] = []
  stream.on('data', (chunk: Uint8Array) => chunks.push(chunk))
  const ended = new Promise((resolve, reject) => stream.on('end', resolve).on('error', reject))
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream, useStyles: true })
  const head = heading ? 2 : 1
  const sheet = workbook.addWorksheet(sheetName(name), { views: [{ state: 'frozen', ySplit: head }] })
  let isBegun = false
  const begin = (first: readonly (readonly Cell[])[]) => {
    isBegun = true
    // Texts: a code of eighteen digits or one that begins with 0 stays what it is when somebody types into the column.
    sheet.columns = columns.map(({ title }, index) => ({ width: fitting(title, index, first), style: { numFmt: '@' } }))
    if (heading) {
      const row = sheet.addRow([cellOf(heading)])
      row.font = { bold: true }
      row.commit()
    }
    const titles = sheet.addRow(columns.map(({ title }) => cellOf(title)))
    titles.font = { bold: true }
    titles.eachCell((cell) => (cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE3EEED' } }))
    titles.commit()
    sheet.autoFilter = { from: { row: head, column: 1 }, to: { row: head, column: columns.length } }
  }
  for await (const part of rows) {
    if (!isBegun) begin(part)
    for (const row of part) sheet.addRow(row.map(cellOf)).commit()
  }
  if (!isBegun) begin([])
  addChoices(sheet, columns, head + 1, choiceRows)
  sheet.commit()
  await workbook.commit()
  await ended
  return join(chunks)
}

/** Part of the library, but not of its types. */
type WithValidations = { dataValidations: { add: (range: string, rule: ExcelJS.DataValidation) => void } }

/** Longer lists than a rule can hold are left out; what is written is checked where it is read. */
function addChoices(sheet: ExcelJS.Worksheet, columns: readonly TableColumn[], from: number, count: number) {
  for (const [index, { choices }] of columns.entries()) {
    const list = choices?.join(',')
    if (count === 0 || !list || list.length > 255 || choices?.some((choice) => choice.includes(','))) continue
    const letter = sheet.getColumn(index + 1).letter
    const rule: ExcelJS.DataValidation = { type: 'list', allowBlank: true, formulae: [`"${list}"`], showErrorMessage: true }
    ;(sheet as unknown as WithValidations).dataValidations.add(`${letter}${from}:${letter}${from + count - 1}`, rule)
  }
}
