/** A table that an officer uploads, as rows of texts; nothing is kept of it. What the rows mean is checked where they are taken. */
import { formFiles, readForm } from '../_shared/body.ts'
import { FunctionError } from '../_shared/errors.ts'
import { assertOfficer } from '../_shared/officer.ts'
import type { Handler } from '../_shared/serve.ts'
import { readTable } from '../_shared/table/read.ts'

const MAX_BYTES = 10 * 1024 * 1024
const limits = { rows: 5_000, columns: 60 }

export const readTableFile: Handler = async (request, { caller }) => {
  await assertOfficer(caller)
  const [file, second] = formFiles(await readForm(request), 'file')
  if (!file) throw new FunctionError(422, 'table.missing', '请选择要上传的表格', { field: 'file' })
  if (second) throw new FunctionError(422, 'table.too_many_files', '一次上传一个表格', { field: 'file' })
  if (file.size > MAX_BYTES) throw new FunctionError(413, 'table.too_large', '表格超过 10 MB，请删去图片，或分成几个文件上传', { field: 'file' })
  return readTable(new Uint8Array(await file.arrayBuffer()), limits)
}
