/** Called by the outbox when the parts of an export are all there: makes the file, stores it, says where; or takes one away. */
import { z } from 'zod'
import { readJson } from '../_shared/body.ts'
import { fromDatabase, FunctionError } from '../_shared/errors.ts'
import type { Client, Handler } from '../_shared/serve.ts'
import { writeTable, type Cell } from '../_shared/table/write.ts'
import { workbookType } from '../_shared/table/workbook-type.ts'

const deliverySchema = z.object({
  deliveryId: z.number().int(),
  lease: z.uuid(),
  payload: z.union([z.object({ jobId: z.uuid() }), z.object({ removePath: z.string().min(1) })]),
})
const partSchema = z.array(z.object({ cells: z.array(z.union([z.string(), z.number(), z.null()])) }))

type Held = { p_delivery_id: number; p_lease: string }

export const makeExport: Handler = async (request, { service }) => {
  const { deliveryId, lease, payload } = await readJson(request, deliverySchema)
  const held: Held = { p_delivery_id: deliveryId, p_lease: lease }
  if ('removePath' in payload) {
    const { error } = await service.storage.from('exports').remove([payload.removePath])
    if (error) throw new FunctionError(503, 'export.not_removed', '导出文件没有删除成功，将自动重试')
    await settle(service, held)
    return { state: 'removed' }
  }
  const job = { p_job: payload.jobId, ...held }
  const { data, error } = await service.rpc('take_export', job)
  if (error) throw fromDatabase(error)
  const order = data[0]
  if (!order) {
    // Cancelled, or made before the answer was lost.
    await settle(service, held)
    return { state: 'over' }
  }
  const time = new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', dateStyle: 'medium', timeStyle: 'short' }).format(
    new Date(order.finished_at),
  )
  const file = await writeTable({
    name: order.label,
    heading: `${order.label}（${order.filter || '全部'}）导出于 ${time}，共 ${order.row_count} 条`,
    columns: order.columns.map((title) => ({ title })),
    rows: partsOf(service, job, order.part_count),
  })
  const path = `${payload.jobId}/${lease}.xlsx`
  const { error: storeError } = await service.storage
    .from('exports')
    .upload(path, new Blob([file.slice()], { type: workbookType }), { contentType: workbookType })
  if (storeError) throw new FunctionError(503, 'export.not_stored', '导出文件没有保存成功，将自动重试')
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', file.slice()))
  const { data: isSettled, error: settleError } = await service.rpc('settle_export', {
    ...job,
    p_path: path,
    p_bytes: file.length,
    p_sha256: Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join(''),
  })
  if (settleError) throw fromDatabase(settleError)
  return { state: isSettled ? 'made' : 'over' }
}

async function* partsOf(service: Client, job: Held & { p_job: string }, count: number): AsyncGenerator<Cell[][]> {
  // The next part is on its way while one is written.
  let next = partOf(service, job, 0)
  for (let n = 0; n < count; n += 1) {
    const part = await next
    next = n + 1 < count ? partOf(service, job, n + 1) : next
    next.catch(() => undefined)
    yield part
  }
}

async function partOf(service: Client, job: Held & { p_job: string }, n: number): Promise<Cell[][]> {
  const { data, error } = await service.rpc('export_part', { ...job, p_n: n })
  if (error) throw fromDatabase(error)
  return partSchema.parse(data).map(({ cells }) => cells)
}

async function settle(service: Client, held: Held) {
  const { error } = await service.rpc('outbox_settle', { p_id: held.p_delivery_id, p_lease: held.p_lease })
  if (error) throw fromDatabase(error)
}
