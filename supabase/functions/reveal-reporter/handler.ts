/** Opens a reporter's identity for the case officer; the database checks the right and logs who, when and why first. */
import { z } from 'zod'
import { readJson } from '../_shared/body.ts'
import { fromDatabase } from '../_shared/errors.ts'
import { unseal } from '../_shared/secrets.ts'
import type { Handler } from '../_shared/serve.ts'

const identitySchema = z.object({ name: z.string(), phone: z.string() })

export const revealReporter: Handler = async (request, { caller, env }) => {
  const { caseId, reason } = await readJson(request, z.object({ caseId: z.uuid(), reason: z.string() }))
  const { data, error } = await caller.rpc('reveal_reporter', { p_case_id: caseId, p_reason: reason }).single()
  if (error) throw fromDatabase(error)
  if (data.is_anonymous || !data.sealed) return { isAnonymous: true, name: '匿名', phone: '' }
  return { isAnonymous: false, ...identitySchema.parse(await unseal(env('REPORTER_KEY'), data.sealed)) }
}
