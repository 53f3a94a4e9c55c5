/** Called by the outbox for every new case, and at once by file-complaint; repeating it changes nothing. */
import { z } from 'zod'
import { readJson } from '../_shared/body.ts'
import { fromDatabase } from '../_shared/errors.ts'
import type { Handler } from '../_shared/serve.ts'
import { chooseOrg } from './choose.ts'

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
  const choice = chooseOrg(candidates)
  const { data: state, error: applyError } = await service.rpc('complaint_apply_route', {
    p_item_id: itemId,
    p_candidates: choice.ranked.map((one) => ({ ...one })),
    p_is_confident: choice.isConfident,
  })
  if (applyError) throw fromDatabase(applyError)
  if (delivery.deliveryId !== undefined && delivery.lease !== undefined) {
    const { error: settleError } = await service.rpc('outbox_settle', { p_id: delivery.deliveryId, p_lease: delivery.lease })
    if (settleError) throw fromDatabase(settleError)
  }
  return { state, isConfident: choice.isConfident }
}
