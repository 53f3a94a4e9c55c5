/** A small table as an Excel file: a template to fill in, the rows that could not be taken, a list of a few pages. */
import { encodeBase64 } from '../_shared/table/base64.ts'
import { z } from 'zod'
import { readJson } from '../_shared/body.ts'
import { assertOfficer } from '../_shared/officer.ts'
import type { Handler } from '../_shared/serve.ts'
import { writeTable } from '../_shared/table/write.ts'

const tableSchema = z.object({
  name: z.string().min(1).max(100),
  heading: z.string().max(1_000).optional(),
  columns: z
    .array(z.object({ title: z.string().max(100), choices: z.array(z.string().max(100)).max(200).optional() }))
    .min(1, '表格至少要有一列')
    .max(200, '表格最多 200 列'),
  rows: z.array(z.array(z.union([z.string(), z.number(), z.null()])).max(200)).max(5_000, '一次最多 5,000 行'),
  choiceRows: z.number().int().min(0).max(1_000).optional(),
})

export const writeTableFile: Handler = async (request, { caller }) => {
  await assertOfficer(caller)
  const { rows, ...table } = await readJson(request, tableSchema)
  return { file: encodeBase64(await writeTable({ ...table, rows: [rows] })) }
}
