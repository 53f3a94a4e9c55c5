/** Called by the outbox for every message: takes it up by its lease, sends it, and says what came of it. */
import { z } from 'zod'
import { readJson } from '../_shared/body.ts'
import { fromDatabase } from '../_shared/errors.ts'
import { channelOf, MessageError } from '../_shared/message-channel.ts'
import { fillWords } from '../_shared/message-words.ts'
import { unseal } from '../_shared/secrets.ts'
import type { Context, Handler } from '../_shared/serve.ts'

const deliverySchema = z.object({ deliveryId: z.number().int(), lease: z.uuid(), payload: z.object({ messageId: z.uuid() }) })
const paramsSchema = z.record(z.string(), z.unknown())

const sealedSchema = z.object({ phone: z.string() })

/** A reporter's number is opened here and nowhere else, for as long as it takes to send. */
async function addressOf({ env }: Pick<Context, 'env'>, message: { address: string | null; sealed: string | null }): Promise<string> {
  if (message.address) return message.address
  try {
    return sealedSchema.parse(await unseal(env('REPORTER_KEY'), message.sealed ?? '')).phone
  } catch {
    throw new MessageError('号码不能用现在的身份密钥打开（REPORTER_KEY）')
  }
}

export const sendMessage: Handler = async (request, context) => {
  const { service, option } = context
  const { deliveryId, lease, payload } = await readJson(request, deliverySchema)
  const id = payload.messageId
  const held = { p_id: id, p_delivery_id: deliveryId, p_lease: lease }
  const { data, error } = await service.rpc('take_message', held)
  if (error) throw fromDatabase(error)
  const message = data[0]
  if (!message) {
    // Sent before, voided, or too late: nothing is left to do.
    const { error: settleError } = await service.rpc('outbox_settle', { p_id: deliveryId, p_lease: lease })
    if (settleError) throw fromDatabase(settleError)
    return { state: 'over' }
  }
  let problem: string | undefined
  try {
    const { subject, words } = message
    if (subject === null || words === null) throw new MessageError(`没有名为 ${message.template} 的消息模板`)
    const address = await addressOf(context, message)
    const filling = {
      params: paramsSchema.parse(message.params),
      secret: message.secret,
      address,
      expiresAt: message.expires_at,
      siteUrl: option('SITE_URL'),
    }
    await channelOf(option).send({
      id,
      channel: message.channel,
      address,
      subject: fillWords(subject, filling),
      text: fillWords(words, filling),
    })
  } catch (failure) {
    problem = failure instanceof MessageError ? failure.message : '消息没有发出，系统将自动重试'
  }
  const { error: settleError } = await service.rpc('settle_message', problem === undefined ? held : { ...held, p_error: problem })
  if (settleError) throw fromDatabase(settleError)
  return { state: problem === undefined ? 'sent' : 'failed' }
}
