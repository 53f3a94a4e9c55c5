/** Who holds the follow code and the phone tail acts for the case; every citizen function begins here. */
import { z } from 'zod'
import { followCodePattern, phoneTailPattern } from './contract/complaint-filing.ts'
import { fromDatabase, FunctionError } from './errors.ts'
import { followMacs, mac } from './secrets.ts'
import type { Context } from './serve.ts'

export const citizenSchema = z.object({
  code: z.string().trim().toUpperCase().regex(followCodePattern, '查询码应为 4 组、每组 4 位字母或数字，例如 ABCD-2345-EFGH-6789'),
  phoneTail: z.string().trim().regex(phoneTailPattern, '请填写手机号后四位'),
})

/** Counts the attempt (by address and by code, so that tails cannot be tried out) and returns the digests. */
export async function citizenMacs(context: Context, who: z.infer<typeof citizenSchema>) {
  const master = context.env('REPORTER_KEY')
  for (const [bucket, text] of [
    ['follow-complaint.address', context.address],
    ['follow-complaint.code', who.code],
  ] as const) {
    const { data, error } = await context.service.rpc('take_quota', { p_bucket: bucket, p_key: await mac(master, 'quota', text) })
    if (error) throw fromDatabase(error)
    if (!data) throw new FunctionError(429, 'quota.used_up', '查询过于频繁，请 10 分钟后再试')
  }
  return followMacs(master, who.code, who.phoneTail)
}
