/**
 * Accepts a citizen's 投诉 or 举报 with its photos in one request that may be repeated: the idempotency key decides
 * the case, the follow code and the place of every photo, so a second send finds what the first one made.
 */
import { z } from 'zod'
import { formFiles, formJson, parse, readForm } from '../_shared/body.ts'
import { complaintFilingSchema, proofBits, type ComplaintFiling } from '../_shared/contract/complaint-filing.ts'
import { isProof } from '../_shared/contract/proof.ts'
import { fromDatabase, FunctionError } from '../_shared/errors.ts'
import { maskName, maskPhone } from '../_shared/mask.ts'
import { followCode, followMacs, mac, seal } from '../_shared/secrets.ts'
import type { Context, Handler } from '../_shared/serve.ts'
import { checkFiles, citizenPhotos, storeFiles } from '../_shared/store.ts'

const routeTimeout = 3000

async function assertQuota(context: Context, bucket: string, text: string): Promise<void> {
  const key = await mac(context.env('REPORTER_KEY'), 'quota', text)
  const { data, error } = await context.service.rpc('take_quota', { p_bucket: bucket, p_key: key })
  if (error) throw fromDatabase(error)
  if (!data) throw new FunctionError(429, 'quota.used_up', '提交过于频繁，请稍后再试；您填写的内容仍然保留')
}

async function reporterOf(master: string, reporter: ComplaintFiling['reporter']) {
  // An anonymous tip keeps no identity at all; the phone tail only opens the follow page.
  if (reporter.isAnonymous) return { isAnonymous: true, nameMasked: '匿名', phoneMasked: '未留存', sealed: null }
  return {
    isAnonymous: false,
    nameMasked: maskName(reporter.name),
    phoneMasked: maskPhone(reporter.phone),
    sealed: await seal(master, { name: reporter.name, phone: reporter.phone }),
  }
}

/** Asks the router at once, so that the citizen sees who is in charge; if it is slow, the outbox asks again. */
async function routeNow(context: Context, itemIds: string[]): Promise<void> {
  const key = context.env('SUPABASE_SERVICE_ROLE_KEY')
  await Promise.allSettled(
    itemIds.map(async (itemId) => {
      const response = await fetch(`${context.env('SUPABASE_URL')}/functions/v1/route-complaint`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', apikey: key, authorization: `Bearer ${key}`, 'x-request-id': context.requestId },
        body: JSON.stringify({ payload: { itemId } }),
        signal: AbortSignal.timeout(routeTimeout),
      })
      await response.body?.cancel()
    }),
  )
}

export const fileComplaint: Handler = async (request, context) => {
  const key = parse(z.uuidv4('缺少幂等键，请刷新页面后重试').toLowerCase(), request.headers.get('idempotency-key'))
  if (!(await isProof(key, request.headers.get('x-proof') ?? '', proofBits)))
    throw new FunctionError(422, 'proof.missing', '安全校验未通过，请刷新页面后重试；您填写的内容仍然保留')
  // Before anything large is read.
  await assertQuota(context, 'file-complaint.address', context.network)
  const form = await readForm(request)
  const filing = formJson(form, 'case', complaintFilingSchema)
  const photos = await checkFiles(formFiles(form, 'photos'), citizenPhotos)
  if (!filing.reporter.isAnonymous) await assertQuota(context, 'file-complaint.phone', filing.reporter.phone)

  const master = context.env('REPORTER_KEY')
  const code = await followCode(master, key)
  const macs = await followMacs(master, code, filing.reporter.phone.slice(-4))
  const { reporter, ...rest } = filing
  const { data: cases, error } = await context.service.rpc('file_complaint', {
    p_key: key,
    p_form: rest,
    p_reporter: await reporterOf(master, reporter),
    ...(reporter.isAnonymous ? {} : { p_phone_mac: await mac(master, 'phone', reporter.phone) }),
    ...macs,
  })
  if (error) throw fromDatabase(error)
  for (const one of cases.filter((each) => each.is_open)) await storeFiles(context.service, 'complaint_case', one.case_id, photos)
  await routeNow(
    context,
    cases.filter((one) => one.is_new).map((one) => one.item_id),
  )

  const { data: state, error: followError } = await context.service.rpc('follow_complaint', macs)
  if (followError) throw fromDatabase(followError)
  return {
    code,
    cases: state.map((one) => ({
      caseNo: one.case_no,
      caseType: one.case_type,
      stateLabel: one.state_label,
      orgName: one.org_name,
      reasons: one.org_reason ? [one.org_reason] : [],
      termLabel: one.term_label,
      dueAt: one.due_at,
      dueIsProvisional: one.due_is_provisional,
    })),
  }
}
