/** Whoever holds a paper learns whether it is one of ours, and its digest; counted, so that codes cannot be tried out. */
import { z } from 'zod'
import { readJson } from '../_shared/body.ts'
import { fromDatabase, FunctionError } from '../_shared/errors.ts'
import { mac } from '../_shared/secrets.ts'
import type { Handler } from '../_shared/serve.ts'

const codePattern = /^([2-9A-HJ-NP-Z]{4}-){3}[2-9A-HJ-NP-Z]{4}$/
const askSchema = z.object({ code: z.string().trim().toUpperCase().regex(codePattern, '核验码应为 4 组、每组 4 位字母或数字，印在文书末页二维码旁') })

export const checkPaper: Handler = async (request, { service, env, network }) => {
  const { data: isWithin, error: quotaError } = await service.rpc('take_quota', {
    p_bucket: 'check-paper.address',
    p_key: await mac(env('REPORTER_KEY'), 'quota', network),
  })
  if (quotaError) throw fromDatabase(quotaError)
  if (!isWithin) throw new FunctionError(429, 'quota.used_up', '核验过于频繁，请 10 分钟后再试')
  const { code } = await readJson(request, askSchema)
  const { data, error } = await service.rpc('check_paper', { p_code: code }).single()
  if (error) throw fromDatabase(error)
  return { title: data.title, no: data.no, orgName: data.org_name, issuedOn: data.issued_on, sha256: data.sha256, withdrawnOn: data.withdrawn_on }
}
