/** An administrator brings the picture of a body's seal: written anew, stored by its digest. Publishing it is another step. */
import { z } from 'zod'
import { formFiles, parse, readForm } from '../_shared/body.ts'
import { maxSealBytes } from '../_shared/contract/paper-seal.ts'
import { fromDatabase, FunctionError } from '../_shared/errors.ts'
import { sealPicture } from '../_shared/seal-picture.ts'
import type { Handler } from '../_shared/serve.ts'

const formSchema = z.object({ org: z.uuid('请选择使用这枚印章的单位') })

export const uploadPaperSeal: Handler = async (request, { caller, service }) => {
  const form = await readForm(request)
  const { org } = parse(formSchema, { org: form.get('org') })
  // To whoever does not keep the seals of the site this answers "not found", before a file is looked at.
  const { error } = await caller.rpc('paper_seal_org', { p_org: org })
  if (error) throw fromDatabase(error)
  const [file] = formFiles(form, 'file')
  if (!file) throw new FunctionError(422, 'paper_seal.missing', '请选择印章图样', { field: 'file' })
  if (file.size > maxSealBytes)
    throw new FunctionError(413, 'paper_seal.too_large', `印章图样超过 ${maxSealBytes / 1024} KB，请缩小后上传`, { field: 'file' })
  const bytes = await sealPicture(new Uint8Array(await file.arrayBuffer()))
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  const path = `${org}/${Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')}.png`
  const { error: storeError } = await service.storage
    .from('paper-seals')
    .upload(path, new Blob([bytes], { type: 'image/png' }), { contentType: 'image/png', upsert: true })
  if (storeError) throw new FunctionError(503, 'paper_seal.not_stored', '印章图样没有保存成功，请稍后重试', { field: 'file' })
  return { path }
}
