/**
 * Who lost the look-up code gets it again by the phone they filed with: a one-time code goes to that phone, and for it
 * the codes are derived anew (they hang on the key and the filing alone). The first answer is the same for every phone,
 * and so is what is done for it: whether anything was filed is looked up when the message is sent.
 */
import { z } from 'zod'
import { readJson } from '../_shared/body.ts'
import { assertProof } from '../_shared/challenge.ts'
import { phonePattern, proofBits } from '../_shared/contract/filing-limits.ts'
import { fromDatabase, FunctionError } from '../_shared/errors.ts'
import { maskPhone } from '../_shared/mask.ts'
import { lookUpCode, mac } from '../_shared/secrets.ts'
import type { Context, Handler } from '../_shared/serve.ts'

const phone = z.string().trim().regex(phonePattern, '手机号应为 11 位数字，以 1 开头')
const askSchema = z.discriminatedUnion('step', [
  z.object({ step: z.literal('ask'), phone, ask: z.uuidv4('请刷新页面后重试') }),
  z.object({
    step: z.literal('open'),
    phone,
    ask: z.uuidv4('请刷新页面后重试'),
    code: z
      .string()
      .trim()
      .regex(/^\d{6}$/, '验证码为 6 位数字，请按短信填写'),
  }),
])
type Ask = z.infer<typeof askSchema>

async function take({ service, env }: Context, bucket: string, text: string): Promise<boolean> {
  const { data, error } = await service.rpc('take_quota', { p_bucket: bucket, p_key: await mac(env('REPORTER_KEY'), 'quota', text) })
  if (error) throw fromDatabase(error)
  return data
}

/** What is refused to a phone that was written to often enough looks like what is sent: it tells nothing either. */
async function ask(context: Context, { phone: number, ask: id }: Ask) {
  const isWithin =
    (await take(context, 'recover-code.phone_network', `${number} ${context.network}`)) && (await take(context, 'recover-code.phone', number))
  if (isWithin) {
    const p_phone_mac = await mac(context.env('REPORTER_KEY'), 'phone', number)
    const { error } = await context.service.rpc('ask_recovery', { p_id: id, p_phone_mac, p_shown: maskPhone(number) })
    if (error) throw fromDatabase(error)
  }
  return { isAsked: true }
}

const casesSchema = z.array(z.object({ caseNo: z.string(), title: z.string(), stateLabel: z.string() }))

async function open({ service, env }: Context, { phone: number, ask: id, code }: Extract<Ask, { step: 'open' }>) {
  const master = env('REPORTER_KEY')
  const { data, error } = await service.rpc('open_recovery', { p_id: id, p_phone_mac: await mac(master, 'phone', number), p_code: code })
  if (error) throw fromDatabase(error)
  if (data.length === 0)
    throw new FunctionError(422, 'complaint.recovery_failed', '验证码不正确或已失效，请核对短信；输错 5 次或超过 10 分钟的，请重新获取', {
      field: 'code',
    })
  return {
    filings: await Promise.all(
      data.map(async (one) => ({ code: await lookUpCode(master, one.key), filedAt: one.filed_at, cases: casesSchema.parse(one.cases) })),
    ),
  }
}

export const recoverCode: Handler = async (request, context) => {
  // Before the body is read, and before any phone is counted.
  if (!(await take(context, 'recover-code.address', context.network)))
    throw new FunctionError(429, 'quota.used_up', '找回查询码过于频繁，请一小时后再试，或凭本人有效证件到承办单位查询')
  const wish = await readJson(request, askSchema)
  if (wish.step === 'open') return open(context, wish)
  await assertProof(context.env('REPORTER_KEY'), wish.ask, request.headers.get('x-proof') ?? '', proofBits)
  return ask(context, wish)
}
