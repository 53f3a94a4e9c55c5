/** A table that somebody sends, Excel or text, becomes rows of texts, or an error that says what to do about it. */
import { Readable } from 'node:stream'
import ExcelJS from 'exceljs'
import Papa from 'papaparse'
import { FunctionError } from '../errors.ts'
import { decodeText } from './decode.ts'
import { inspectWorkbook } from './inspect.ts'

export interface TableLimits {
  /** Below the line of titles. */
  rows: number
  columns: number
}

export interface ReadTable {
  rows: string[][]
  /** Of merged cells only the first holds anything; who sent them is told. */
  hasMergedCells: boolean
}

const startsWith = (bytes: Uint8Array, ...head: number[]) => head.every((byte, index) => bytes[index] === byte)
const refuse = (code: string, message: string): never => {
  throw new FunctionError(422, code, message, { field: 'file' })
}

export async function readTable(bytes: Uint8Array, limits: TableLimits): Promise<ReadTable> {
  if (bytes.length === 0) refuse('table.empty', '文件是空的，请重新选择')
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0))
    refuse('table.old_format', '这是旧版 Excel（.xls）或加了密码的文件，请另存为不带密码的 .xlsx 或 .csv 再上传')
  const table = startsWith(bytes, 0x50, 0x4b) ? await readWorkbook(bytes, limits) : readText(bytes, limits)
  const rows = table.rows.map((row) => row.map(tidy))
  while (rows.length > 0 && rows.at(-1)?.every((cell) => cell === '')) rows.pop()
  if (rows.length === 0) refuse('table.empty', '表格里没有内容，请填写后再上传')
  return { ...table, rows }
}

/** What nobody sees goes, and what a person would call the same: full-width blanks and line ends around a value. */
const tidy = (cell: string) =>
  cell
    .replace(/[^\P{Cc}\t\n\r]|\p{Cf}|\p{Cs}/gu, '')
    .replace(/\r\n?/g, '\n')
    .trim()

function assertSize(row: number, column: number, limits: TableLimits) {
  if (row > limits.rows + 1) refuse('table.too_many_rows', `表格超过 ${limits.rows.toLocaleString('en')} 行，请分成几个文件上传`)
  if (column > limits.columns) refuse('table.too_many_columns', `表格超过 ${limits.columns} 列，请删去多余的列，或使用模板`)
}

async function readWorkbook(bytes: Uint8Array, limits: TableLimits): Promise<ReadTable> {
  const { workbook, hasMergedCells } = inspectWorkbook(bytes)
  const rows: string[][] = []
  try {
    const reader = new ExcelJS.stream.xlsx.WorkbookReader(Readable.from([workbook]), {
      worksheets: 'emit',
      sharedStrings: 'cache',
      styles: 'cache',
      hyperlinks: 'ignore',
    })
    for await (const sheet of reader) {
      for await (const row of sheet) {
        const width = row.cellCount
        assertSize(row.number, width, limits)
        // Rows without content are not in the file; numbers of rows in messages are those on screen.
        while (rows.length < row.number - 1) rows.push([])
        rows.push(Array.from({ length: width }, (_, index) => textOf(row.getCell(index + 1).value)))
      }
      // The first sheet; others are lists and notes.
      break
    }
  } catch (error) {
    if (error instanceof FunctionError) throw error
    refuse('table.unreadable', '文件打不开，可能已损坏；请用 Excel 或 WPS 打开后另存为 .xlsx 再上传')
  }
  return { rows, hasMergedCells }
}

const twoDigits = (value: number) => String(value).padStart(2, '0')

function textOf(value: ExcelJS.CellValue): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) {
    // A day of a sheet has no zone: its parts are those of UTC.
    const day = `${value.getUTCFullYear()}-${twoDigits(value.getUTCMonth() + 1)}-${twoDigits(value.getUTCDate())}`
    const time = `${twoDigits(value.getUTCHours())}:${twoDigits(value.getUTCMinutes())}`
    return time === '00:00' ? day : `${day} ${time}`
  }
  if (typeof value !== 'object') return String(value)
  if ('richText' in value) return value.richText.map(({ text }) => text).join('')
  if ('error' in value) return ''
  // Of a formula, what it last came to.
  if ('result' in value) return textOf(value.result ?? null)
  if ('text' in value) return textOf(value.text as ExcelJS.CellValue)
  return ''
}

function readText(bytes: Uint8Array, limits: TableLimits): ReadTable {
  const text = decodeText(bytes)
  if (text === undefined) return refuse('table.encoding', '认不出文件的编码，请另存为 .xlsx 或 UTF-8 编码的 .csv 再上传')
  const { data } = Papa.parse<string[]>(text, { delimiter: delimiterOf(text), preview: limits.rows + 2 })
  assertSize(data.length, Math.max(0, ...data.map((row) => row.length)), limits)
  return { rows: data, hasMergedCells: false }
}

/** Of the first line; guessing over the content would take a text with commas for many columns. */
function delimiterOf(text: string): string {
  const line = /^[^\r\n]*/.exec(text)?.[0] ?? ''
  const counts = [',', '\t', ';', '，'].map((char) => [char, line.split(char).length] as const)
  return counts.reduce((most, one) => (one[1] > most[1] ? one : most))[0]
}
