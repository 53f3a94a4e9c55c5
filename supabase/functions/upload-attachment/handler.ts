/** An officer adds a file to a record they may write to; type by content, metadata out, stored once by digest. */
import { z } from 'zod'
import { formFiles, parse, readForm } from '../_shared/body.ts'
import { fromDatabase, FunctionError } from '../_shared/errors.ts'
import type { Handler } from '../_shared/serve.ts'
import { checkFiles, storeFiles } from '../_shared/store.ts'

const ownerSchema = z.object({ ownerKind: z.string().regex(/^[a-z_]+$/, '附件归属不正确'), ownerId: z.uuid('附件归属不正确') })

export const uploadAttachment: Handler = async (request, { caller, service }) => {
  const form = await readForm(request)
  const owner = parse(ownerSchema, { ownerKind: form.get('ownerKind'), ownerId: form.get('ownerId') })
  const { data: mayAdd, error } = await caller.rpc('may_add_attachment', { p_owner_kind: owner.ownerKind, p_owner_id: owner.ownerId })
  if (error) throw fromDatabase(error)
  if (!mayAdd) throw new FunctionError(404, 'attachment.owner_not_found', '没有找到要添加附件的记录')
  const { data: session, error: sessionError } = await caller.rpc('my_session').single()
  if (sessionError) throw fromDatabase(sessionError)
  const files = await checkFiles(formFiles(form, 'file'), { count: 1, bytes: 20 * 1024 * 1024, allowPdf: true })
  if (files.length === 0) throw new FunctionError(422, 'attachment.missing', '请选择文件', { field: 'file' })
  const [attachment] = await storeFiles(service, owner.ownerKind, owner.ownerId, files, session.officer_id)
  return { attachment }
}
