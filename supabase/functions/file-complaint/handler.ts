/**
 * Accepts a citizen's 投诉 or 举报 with its photos in one request that may be repeated: the idempotency key decides
 * the case, the look-up code and the place of every photo, so a second send finds what the first one made.
 * Three calls: the quota of the address, the filing, the routing with the receipt. A repeat takes up whichever is left.
 */
import { z } from 'zod'
import { formFiles, formJson, parse, readForm } from '../_shared/body.ts'
import { assertProof } from '../_shared/challenge.ts'
import { candidateSchema, routeOf } from '../_shared/choose.ts'
import { complaintFilingSchema, proofBits, type ComplaintFiling } from '../_shared/contract/complaint-filing.ts'
import { fromDatabase, FunctionError } from '../_shared/errors.ts'
import { maskName, maskPhone } from '../_shared/mask.ts'
import { lookUpCode, lookUpMacs, mac, seal } from '../_shared/secrets.ts'
import type { Context, Handler } from '../_shared/serve.ts'
import { checkFiles, citizenPhotos, filesOf, putBytes, type CheckedFile } from '../_shared/store.ts'

const routeTimeout = 3000

/** Returns the digest of the network, by which the filing is counted too. */
async function takeAddressQuota({ service, network, env }: Context): Promise<string> {
  const key = await mac(env('REPORTER_KEY'), 'quota', network)
  const { data, error } = await service.rpc('take_quota', { p_bucket: 'file-complaint.address', p_key: key })
  if (error) throw fromDatabase(error)
  if (!data) throw new FunctionError(429, 'quota.used_up', '提交过于频繁，请稍后再试；您填写的内容仍然保留')
  return key
}

async function reporterOf(master: string, reporter: ComplaintFiling['reporter']) {
  // An anonymous tip keeps no identity at all; the phone tail only opens the look-up page.
  if (reporter.isAnonymous) return { isAnonymous: true, nameMasked: '匿名', phoneMasked: '未留存', sealed: null }
  return {
    isAnonymous: false,
    nameMasked: maskName(reporter.name),
    phoneMasked: maskPhone(reporter.phone),
    sealed: await seal(master, { name: reporter.name, phone: reporter.phone }),
  }
}

async function file({ service, env }: Context, key: string, networkMac: string, filing: ComplaintFiling, photos: CheckedFile[]) {
  const master = env('REPORTER_KEY')
  const { reporter, ...form } = filing
  const code = await lookUpCode(master, key)
  const [macs, sealedReporter, phoneMac] = await Promise.all([
    lookUpMacs(master, code, reporter.phone.slice(-4)),
    reporterOf(master, reporter),
    reporter.isAnonymous ? undefined : mac(master, 'phone', reporter.phone),
  ])
  const { data: cases, error } = await service.rpc('file_complaint', {
    ...macs,
    p_key: key,
    p_form: form,
    p_reporter: sealedReporter,
    p_network_mac: networkMac,
    p_photos: filesOf(photos),
    ...(phoneMac ? { p_phone_mac: phoneMac } : {}),
  })
  if (error) throw fromDatabase(error)
  return { code, macs, cases }
}

type Filed = Awaited<ReturnType<typeof file>>

/** The same picture twice is one object; without an open case no photo has a place. */
function placesOf(photos: CheckedFile[], paths: string[]) {
  const byPath = new Map(photos.flatMap((photo, index) => (paths[index] ? [[paths[index], photo] as const] : [])))
  return [...byPath].map(([path, photo]) => ({ path, file: photo }))
}

/** At once, so that the citizen sees who is in charge. If that fails or is slow they get their code, and the outbox asks again. */
async function routeAndRead({ service, requestId }: Context, { cases, macs }: Filed) {
  const routes = cases.map((one) =>
    one.candidates === null ? { item_id: one.item_id } : routeOf(one.item_id, z.array(candidateSchema).parse(one.candidates)),
  )
  const routed = await service.rpc('complaint_apply_route', { p_routes: routes }).abortSignal(AbortSignal.timeout(routeTimeout))
  if (!routed.error) return routed.data
  console.error(JSON.stringify({ requestId, error: `route: ${routed.error.code} ${routed.error.message}` }))
  const { data, error } = await service.rpc('look_up_complaint', macs)
  if (error) throw fromDatabase(error)
  return data
}

export const fileComplaint: Handler = async (request, context) => {
  const key = parse(z.uuidv4('缺少幂等键，请刷新页面后重试').toLowerCase(), request.headers.get('idempotency-key'))
  await assertProof(context.env('REPORTER_KEY'), key, request.headers.get('x-proof') ?? '', proofBits)
  // Before anything large is read.
  const networkMac = await takeAddressQuota(context)
  const form = await readForm(request)
  const filing = formJson(form, 'case', complaintFilingSchema)
  const photos = await checkFiles(formFiles(form, 'photos'), citizenPhotos)
  const filed = await file(context, key, networkMac, filing, photos)
  await putBytes(context.service, placesOf(photos, filed.cases[0]?.photo_paths ?? []))
  const receipts = await routeAndRead(context, filed)
  return {
    code: filed.code,
    cases: receipts.map((one) => ({
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
