/** Called by the outbox for every new case that file-complaint did not route itself; repeating it changes nothing. */
import { z } from 'zod'
import { readJson } from '../_shared/body.ts'
import { routeOf } from '../_shared/choose.ts'
import { fromDatabase } from '../_shared/errors.ts'
import type { Handler } from '../_shared/serve.ts'

const deliverySchema = z.object({
  deliveryId: z.number().int().optional(),
  lease: z.uuid().optional(),
  payload: z.object({ itemId: z.uuid() }),
})

export const routeComplaint: Handler = async (request, { service }) => {
  const delivery = await readJson(request, deliverySchema)
  const itemId = delivery.payload.itemId
  const { data: candidates, error } = await service.rpc('complaint_route_candidates', { p_item_id: itemId })
  if (error) throw fromDatabase(error)
  const route = routeOf(itemId, candidates)
  const { data: receipts, error: applyError } = await service.rpc('complaint_apply_route', { p_routes: [route] })
  if (applyError) throw fromDatabase(applyError)
  if (delivery.deliveryId !== undefined && delivery.lease !== undefined) {
    const { error: settleError } = await service.rpc('outbox_settle', { p_id: delivery.deliveryId, p_lease: delivery.lease })
    if (settleError) throw fromDatabase(settleError)
  }
  return { state: receipts[0]?.state ?? null, isConfident: route.is_confident }
}
