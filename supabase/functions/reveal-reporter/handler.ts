/** Opens a reporter's identity for the 承办人; the database checks the right and logs who, when and why first. */
import { z } from 'zod'
import { readJson } from '../_shared/body.ts'
import { fromDatabase, FunctionError } from '../_shared/errors.ts'
import { unseal } from '../_shared/secrets.ts'
import type { Handler } from '../_shared/serve.ts'

const identitySchema = z.object({ name: z.string(), phone: z.string() })

/** A refusal comes as an answer, so that it stays on record; here it becomes the error it is. */
const refusals: Record<string, [number, string]> = {
  'complaint.not_found': [404, '没有找到该件，或您不是承办单位人员'],
  'complaint.reveal_not_handler': [403, '只有本件承办人可以查看投诉举报人信息，请先由负责人指派承办人'],
  'complaint.reveal_closed': [403, '该件已办结，查看投诉举报人信息须先申请，经本单位审核人员同意'],
  'quota.used_up': [429, '一小时内查看的次数已达上限，请稍后再试'],
}

export const revealReporter: Handler = async (request, { caller, env }) => {
  const { caseId, reason } = await readJson(request, z.object({ caseId: z.uuid(), reason: z.string() }))
  const { data, error } = await caller.rpc('reveal_reporter', { p_case_id: caseId, p_reason: reason }).single()
  if (error) throw fromDatabase(error)
  if (data.refusal) {
    const [status, message] = refusals[data.refusal] ?? [403, '不能查看投诉举报人信息']
    throw new FunctionError(status, data.refusal, message)
  }
  if (data.is_anonymous || !data.sealed) return { isAnonymous: true, name: '匿名', phone: '' }
  return { isAnonymous: false, ...identitySchema.parse(await unseal(env('REPORTER_KEY'), data.sealed)) }
}
