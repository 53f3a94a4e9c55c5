import { z } from 'zod'
import { saveFile } from '../../format/save-file.ts'
import { invokeFunction } from '../../supabase/invoke-function.ts'
import type { Cell } from '../model/parts.ts'

interface TableFile {
  name: string
  heading?: string
  columns: readonly { title: string; choices?: readonly string[] }[]
  rows: readonly Cell[][]
  /** Rows in which the choices open; the columns of a template have no rows yet. */
  choiceRows?: number
}

/** At most so many rows at once; more is a job. */
export const tableFileRows = 5_000

const writtenSchema = z.object({ file: z.base64() })
const readSchema = z.object({ rows: z.array(z.array(z.string())), hasMergedCells: z.boolean() })
export type ReadTable = z.infer<typeof readSchema>

/** An Excel file of a few pages, handed to the browser's download. */
export async function saveTable(fileName: string, table: TableFile): Promise<void> {
  const { file } = writtenSchema.parse(await invokeFunction('write-table', { ...table }))
  const bytes = Uint8Array.from(atob(file), (char) => char.charCodeAt(0))
  saveFile(`${fileName}.xlsx`, bytes, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
}

/** The first sheet of an Excel or text file as rows of texts; an error names what is wrong with the file. */
export async function readTable(file: File): Promise<ReadTable> {
  const form = new FormData()
  form.append('file', file)
  return readSchema.parse(await invokeFunction('read-table', form))
}
