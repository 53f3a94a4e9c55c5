/**
 * A workbook is a ZIP, and a small one may unpack to gigabytes: it is unpacked here piece by piece, up to a limit, and only
 * what the first sheet needs. Given on with the shared texts in front: the reader would put a sheet aside on a disk that
 * an edge function does not have.
 */
import { strToU8, Unzip, UnzipInflate, zipSync, type Zippable } from 'fflate'
import { FunctionError } from '../errors.ts'
import { join } from './join.ts'

/** A table of 5,000 rows and 60 columns unpacks to about 20 MB. */
const MAX_UNPACKED = 48 * 1024 * 1024
const MAX_ENTRIES = 2_000
const PIECE = 64 * 1024
const NEEDED =
  /^(\[Content_Types\]\.xml|_rels\/\.rels|xl\/(workbook\.xml|_rels\/workbook\.xml\.rels|sharedStrings\.xml|styles\.xml|worksheets\/[^/]+\.xml))$/

class Enough extends Error {}

const refuse = (code: string, message: string): never => {
  throw new FunctionError(422, code, message, { field: 'file' })
}
/** The reader takes its input in pieces and breaks a character that two of them share; a reference to it may be broken. */
const asAscii = (bytes: Uint8Array) => strToU8(text(bytes).replace(/[^\0-\x7F]/gu, (char) => `&#x${(char.codePointAt(0) ?? 0).toString(16)};`))
const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes)

export function inspectWorkbook(bytes: Uint8Array): { workbook: Uint8Array; hasMergedCells: boolean } {
  const entries = unpack(bytes)
  const sheet = firstSheet(entries)
  const content = sheet && entries.get(sheet)
  if (!content) return refuse('table.no_workbook', '这不是 Excel 表格，请上传 .xlsx 或 .csv 文件')
  const inOrder: Zippable = {}
  for (const [name, entry] of entries) if (!name.startsWith('xl/worksheets/')) inOrder[name] = asAscii(entry)
  inOrder['xl/sharedStrings.xml'] ??= strToU8('<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>')
  // The reader knows sheets by this name alone.
  inOrder['xl/worksheets/sheet1.xml'] = asAscii(content)
  return { workbook: zipSync(inOrder, { level: 0 }), hasMergedCells: text(content).includes('<mergeCell ') }
}

/** What lies within the limits, with what is in every workbook in front. */
function unpack(bytes: Uint8Array): Map<string, Uint8Array> {
  const entries = new Map<string, Uint8Array>()
  let unpacked = 0
  let count = 0
  const unzip = new Unzip((file) => {
    count += 1
    if (count > MAX_ENTRIES) throw new Enough()
    if (!NEEDED.test(file.name)) return
    const chunks: Uint8Array[] = []
    file.ondata = (error, chunk, isLast) => {
      if (error) throw error
      unpacked += chunk.length
      if (unpacked > MAX_UNPACKED) throw new Enough()
      chunks.push(chunk)
      if (isLast) entries.set(file.name, join(chunks))
    }
    file.start()
  })
  unzip.register(UnzipInflate)
  try {
    for (let at = 0; at < bytes.length; at += PIECE) unzip.push(bytes.subarray(at, at + PIECE), at + PIECE >= bytes.length)
  } catch (error) {
    if (error instanceof Enough) return refuse('table.too_large', '表格内容过大，请删去多余的行和工作表，或分成几个文件上传')
    return refuse('table.unreadable', '文件打不开，可能已损坏；请用 Excel 或 WPS 打开后另存为 .xlsx 再上传')
  }
  return entries
}

/** The leftmost tab; files are not numbered in the order of the tabs. */
function firstSheet(entries: ReadonlyMap<string, Uint8Array>): string | undefined {
  const id = /<(?:\w+:)?sheet\b[^>]*\br:id="([^"]+)"/.exec(text(entries.get('xl/workbook.xml')))?.[1]
  const relations = text(entries.get('xl/_rels/workbook.xml.rels')).match(/<Relationship\b[^>]*>/g) ?? []
  const target = relations.find((one) => one.includes(`Id="${id}"`))?.match(/\bTarget="(?:\/xl\/)?([^"]+)"/)?.[1]
  const named = target && `xl/${target}`
  return named && entries.has(named) ? named : [...entries.keys()].filter((name) => name.startsWith('xl/worksheets/')).sort()[0]
}
