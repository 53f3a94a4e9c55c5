/** The PDF of a paper, for the citizen it is to: by code and phone tail, as the rest of look-up. */
import { Buffer } from 'node:buffer'
import { z } from 'zod'
import { readJson } from '../_shared/body.ts'
import { citizenMacs, citizenSchema, takeAddressQuota } from '../_shared/citizen.ts'
import { fromDatabase, FunctionError } from '../_shared/errors.ts'
import type { Handler } from '../_shared/serve.ts'

export const fetchPaper: Handler = async (request, context) => {
  await takeAddressQuota(context)
  const { paperId, ...who } = await readJson(request, citizenSchema.extend({ paperId: z.uuid('文书编号不正确，请刷新后重试') }))
  const { data, error } = await context.service.rpc('complaint_paper', { ...(await citizenMacs(context, who)), p_paper: paperId }).single()
  if (error) throw fromDatabase(error)
  const { data: file, error: storeError } = await context.service.storage.from('attachments').download(data.storage_path)
  if (storeError) throw new FunctionError(503, 'paper.not_readable', '文书暂时取不出来，请稍后重试')
  // Some twenty kilobytes: as text inside the one shape of all answers.
  return { no: data.no, sha256: data.sha256, pdf: Buffer.from(await file.arrayBuffer()).toString('base64') }
}
