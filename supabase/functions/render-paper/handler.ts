/** Called by the outbox for every paper that was issued: renders it from what was frozen, stores it, tells the row. */
import { Buffer } from 'node:buffer'
import { z } from 'zod'
import { readJson } from '../_shared/body.ts'
import { fromDatabase, FunctionError } from '../_shared/errors.ts'
import type { Client, Context, Handler } from '../_shared/serve.ts'
import { PaperError, renderPaper } from './render.ts'

const deliverySchema = z.object({ deliveryId: z.number().int(), lease: z.uuid(), payload: z.object({ paperId: z.uuid() }) })
const templateSchema = z.object({
  no_word: z.string(),
  blocks: z.array(
    z.object({
      type: z.enum(['title', 'addressee', 'paragraph', 'list', 'remedy', 'signature']),
      text: z.string().optional(),
      items: z.array(z.string()).optional(),
    }),
  ),
})
const valuesSchema = z.record(z.string(), z.string())

async function store(service: Client, id: string, bytes: Uint8Array<ArrayBuffer>) {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  const sha256 = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
  const path = `paper/${id}/${sha256}.pdf`
  const { error } = await service.storage
    .from('attachments')
    .upload(path, new Blob([bytes], { type: 'application/pdf' }), { contentType: 'application/pdf', upsert: true })
  if (error) throw new FunctionError(503, 'paper.not_stored', '文书没有保存成功，系统将自动重试')
  return { path, sha256, bytes: bytes.length }
}

/** As a data address. It was stored before the paper was issued and is never replaced: what is missing now comes back with the store. */
async function sealOf(service: Client, path: string | null): Promise<string> {
  if (path === null) return ''
  const { data, error } = await service.storage.from('paper-seals').download(path)
  if (error) throw new FunctionError(503, 'paper.seal_unread', '印章图样没有读取成功，系统将自动重试')
  return `data:image/png;base64,${Buffer.from(await data.arrayBuffer()).toString('base64')}`
}

async function make(
  { service, option, requestId }: Context,
  id: string,
  row: { template: unknown; values: unknown; code: string; issued_at: string; seal_path: string | null },
) {
  try {
    const site = option('SITE_URL')
    const bytes = await renderPaper({
      template: templateSchema.parse(row.template),
      values: valuesSchema.parse(row.values),
      issuedAt: row.issued_at,
      seal: await sealOf(service, row.seal_path),
      confirmation: { code: row.code, url: site ? new URL(`/paper/${row.code}`, site).href : undefined },
    })
    return { p_file: await store(service, id, bytes) }
  } catch (failure) {
    if (failure instanceof PaperError) return { p_problem: failure.message, p_is_final: true }
    if (!(failure instanceof FunctionError))
      console.error(JSON.stringify({ requestId, error: failure instanceof Error ? failure.stack : String(failure) }))
    return { p_problem: failure instanceof FunctionError ? failure.message : '文书没有生成成功，系统将自动重试' }
  }
}

export const renderPapers: Handler = async (request, context) => {
  const { deliveryId, lease, payload } = await readJson(request, deliverySchema)
  const held = { p_id: payload.paperId, p_delivery_id: deliveryId, p_lease: lease }
  const { data, error } = await context.service.rpc('take_paper', held)
  if (error) throw fromDatabase(error)
  const row = data[0]
  if (!row) {
    // Made before, or taken over by another: nothing is left to do.
    const { error: settleError } = await context.service.rpc('outbox_settle', { p_id: deliveryId, p_lease: lease })
    if (settleError) throw fromDatabase(settleError)
    return { state: 'over' }
  }
  const outcome = await make(context, payload.paperId, row)
  const { error: settleError } = await context.service.rpc('settle_paper', { ...held, ...outcome })
  if (settleError) throw fromDatabase(settleError)
  return { state: 'p_file' in outcome ? 'ready' : 'failed' }
}
