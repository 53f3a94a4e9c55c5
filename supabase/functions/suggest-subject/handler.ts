/** Helps whoever fills the public form to name a business: what a sign on its door says, and a masked code; so often for a network. */
import { z } from 'zod'
import { readJson } from '../_shared/body.ts'
import { fromDatabase, FunctionError } from '../_shared/errors.ts'
import { mac } from '../_shared/secrets.ts'
import type { Context, Handler } from '../_shared/serve.ts'

const askSchema = z.object({
  name: z.string('请填写单位名称').trim().min(2, '请至少填写两个字').max(100, '单位名称不超过 100 字'),
  regionCode: z.int('请选择事发地').min(100_000_000, '请选择事发地').max(999_999_999, '请选择事发地').nullish(),
})

async function takeQuota({ service, network, env }: Context): Promise<void> {
  const { data, error } = await service.rpc('take_quota', {
    p_bucket: 'suggest-subject.network',
    p_key: await mac(env('REPORTER_KEY'), 'quota', network),
  })
  if (error) throw fromDatabase(error)
  if (!data) throw new FunctionError(429, 'quota.used_up', '查找过于频繁，请 10 分钟后再试；不查找也可以直接填写名称')
}

export const suggestSubject: Handler = async (request, context) => {
  await takeQuota(context)
  const { name, regionCode } = await readJson(request, askSchema)
  const { data, error } = await context.service.rpc('suggest_subjects', { p_q: name, ...(regionCode ? { p_region: regionCode } : {}) })
  if (error) throw fromDatabase(error)
  return { subjects: data.map((one) => ({ name: one.name, regionName: one.region_name, codeMasked: one.code_masked })) }
}
