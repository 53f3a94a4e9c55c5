/** Who holds the look-up code and the phone tail acts for the case; every citizen function begins here. */
import { z } from 'zod'
import { lookUpCodePattern, phoneTailPattern } from './contract/complaint-filing.ts'
import { fromDatabase, FunctionError } from './errors.ts'
import { lookUpMacs, mac } from './secrets.ts'
import type { Context } from './serve.ts'

export const citizenSchema = z.object({
  code: z.string().trim().toUpperCase().regex(lookUpCodePattern, '查询码应为 4 组、每组 4 位字母或数字，例如 ABCD-2345-EFGH-6789'),
  phoneTail: z.string().trim().regex(phoneTailPattern, '请填写 4 位数字：手机号后四位，匿名举报的填查询密码'),
})

const tooOften = '查询过于频繁，请 10 分钟后再试'
const probed = '这个查询码被多处频繁查询，可能有人在试探，已暂停一小时；如急需了解进度，请拨打政务服务热线并告知受理编号'

async function take(context: Context, bucket: string, text: string, message = tooOften): Promise<void> {
  const { data, error } = await context.service.rpc('take_quota', { p_bucket: bucket, p_key: await mac(context.env('REPORTER_KEY'), 'quota', text) })
  if (error) throw fromDatabase(error)
  if (!data) throw new FunctionError(429, 'quota.used_up', message)
}

/** First of all, before the body is read. */
export const takeAddressQuota = (context: Context) => take(context, 'look-up-complaint.address', context.network)

/** Counts the attempt on this code, from here and from everywhere, so that phone tails cannot be tried out, and returns the digests. */
export async function citizenMacs(context: Context, who: z.infer<typeof citizenSchema>) {
  await take(context, 'look-up-complaint.code_network', `${who.code} ${context.network}`)
  await take(context, 'look-up-complaint.code', who.code, probed)
  return lookUpMacs(context.env('REPORTER_KEY'), who.code, who.phoneTail)
}
