/** The order of a submission's calls and what it makes of their answers; the database's side has tests of its own. */
import { describe, expect, it } from 'vitest'
import { demoPhoto } from '../../seed/demo-photo.ts'
import { minimalFiling, proofOf } from '../../seed/modules/complaint/filing.ts'
import { newChallenge } from '../_shared/challenge.ts'
import { FunctionError } from '../_shared/errors.ts'
import type { Context } from '../_shared/serve.ts'
import { fileComplaint } from './handler.ts'

const key = '0b5f2f0e-6f5e-4a52-9d0a-3f3c9f3b1c11'
const reporterKey = btoa('0123456789abcdef0123456789abcdef')
const proof = proofOf(key, await newChallenge(reporterKey))
const candidate = {
  matter_code: 'food',
  is_stated: true,
  keyword_hits: [],
  org_id: 'market',
  org_name: '市场',
  place_tier: 4,
  rule_reason: '属地管理',
}
const receipt = {
  case_no: 'TS1',
  case_type: 'complaint',
  state_label: '待签收',
  org_name: '市场',
  org_reason: '属地管理',
  term_label: '受理决定',
  due_at: null,
  due_is_provisional: false,
}

type Answer = { data?: unknown; error?: { code: string; message: string } }

/** Answers each call as told, and keeps what was asked. */
function world(answers: Record<string, Answer>) {
  const calls: { name: string; values: Record<string, unknown> }[] = []
  const uploads: string[] = []
  let running = 0
  let most = 0
  const service = {
    rpc(name: string, values: Record<string, unknown>) {
      calls.push({ name, values })
      const answer = Promise.resolve({ data: null, error: null, ...answers[name] })
      return Object.assign(answer, { abortSignal: () => answer })
    },
    storage: {
      from: () => ({
        async upload(path: string) {
          running += 1
          most = Math.max(most, running)
          await new Promise((resolve) => setTimeout(resolve, 5))
          running -= 1
          uploads.push(path)
          return { error: null }
        },
      }),
    },
  }
  const env = (name: string) => (name === 'REPORTER_KEY' ? reporterKey : name)
  const context = { service, env, network: '10.0.0.1', requestId: 'r' } as unknown as Context
  return { context, calls, uploads, most: () => most, names: () => calls.map(({ name }) => name) }
}

function request(form: object = {}, photos: Uint8Array[] = []): Request {
  const body = new FormData()
  body.set('case', JSON.stringify({ ...minimalFiling, ...form }))
  photos.forEach((photo, i) => body.append('photos', new Blob([new Uint8Array(photo)]), `${i}.png`))
  return new Request('http://localhost/', { method: 'POST', headers: { 'idempotency-key': key, 'x-proof': proof }, body })
}

const filed = (change: object = {}) => ({
  case_id: 'c1',
  item_id: 'i1',
  case_no: 'TS1',
  case_type: 'complaint',
  is_new: true,
  is_open: true,
  photo_paths: [],
  candidates: [candidate],
  ...change,
})
const quota = { data: true }
const refusalOf = (work: Promise<unknown>) =>
  work.then(
    () => 'accepted',
    (error: unknown) => (error instanceof FunctionError ? `${error.status} ${error.code}` : String(error)),
  )

describe('a submission', () => {
  it('is three calls: address, filing, routing of all its cases', async () => {
    const tip = filed({ case_id: 'c2', item_id: 'i2', case_no: 'JB1', case_type: 'tip' })
    const { context, calls, names } = world({
      take_quota: quota,
      file_complaint: { data: [filed(), tip] },
      complaint_apply_route: { data: [receipt] },
    })
    const answer = await fileComplaint(request({ caseTypes: ['complaint', 'tip'] }), context)
    expect(names()).toEqual(['take_quota', 'file_complaint', 'complaint_apply_route'])
    const route = { candidates: [{ org_id: 'market', rank: 1, score: 75, reasons: ['属地管理', '与所选事项类别相符'] }], is_confident: true }
    expect(calls[2]?.values).toEqual({
      p_routes: [
        { item_id: 'i1', ...route },
        { item_id: 'i2', ...route },
      ],
    })
    expect(answer).toMatchObject({
      code: expect.stringMatching(/^(\w{4}-){3}\w{4}$/),
      cases: [{ caseNo: 'TS1', reasons: ['属地管理'], termLabel: '受理决定' }],
    })
    // Neither name nor phone leaves in the clear.
    expect(JSON.stringify(calls)).not.toMatch(/张三|13812345678/)
  })

  it('asks for the receipt alone when it was routed before, and gives the same code', async () => {
    const once = world({ take_quota: quota, file_complaint: { data: [filed()] }, complaint_apply_route: { data: [receipt] } })
    const again = world({
      take_quota: quota,
      file_complaint: { data: [filed({ is_new: false, candidates: null })] },
      complaint_apply_route: { data: [receipt] },
    })
    expect(await fileComplaint(request(), again.context)).toEqual(await fileComplaint(request(), once.context))
    expect(again.calls[2]?.values).toEqual({ p_routes: [{ item_id: 'i1' }] })
  })

  it('is answered with its code also when the routing fails', async () => {
    const error = { code: '57014', message: 'canceling statement' }
    const { context, names } = world({
      take_quota: quota,
      file_complaint: { data: [filed()] },
      complaint_apply_route: { error },
      look_up_complaint: { data: [{ ...receipt, org_name: '协调' }] },
    })
    expect(await fileComplaint(request(), context)).toMatchObject({ cases: [{ orgName: '协调' }] })
    expect(names()).toEqual(['take_quota', 'file_complaint', 'complaint_apply_route', 'look_up_complaint'])
  })

  it('is refused before it is read when the address has used up its quota, and not filed when it is not valid', async () => {
    const full = world({ take_quota: { data: false } })
    expect(await refusalOf(fileComplaint(request(), full.context))).toBe('429 quota.used_up')
    const wrong = world({ take_quota: quota })
    expect(await refusalOf(fileComplaint(request({ title: '' }), wrong.context))).toBe('422 form.invalid')
    expect(wrong.names()).toEqual(['take_quota'])
    const used = world({ take_quota: quota, file_complaint: { error: { code: 'PT429', message: 'quota.used_up' } } })
    expect(await refusalOf(fileComplaint(request(), used.context))).toBe('429 quota.used_up')
  })
})

describe('photos', () => {
  it('go up once for both cases, three at a time, and before the routing', async () => {
    const photos = [1, 2, 3, 4, 5].map(demoPhoto)
    const paths = ['p1', 'p2', 'p3', 'p4', 'p5', 'p1']
    const { context, uploads, most, calls } = world({
      take_quota: quota,
      file_complaint: { data: [filed({ photo_paths: paths }), filed({ item_id: 'i2', photo_paths: paths })] },
      complaint_apply_route: { data: [receipt] },
    })
    await fileComplaint(request({}, [...photos, demoPhoto(1)]), context)
    expect(uploads.toSorted()).toEqual(['p1', 'p2', 'p3', 'p4', 'p5'])
    expect(most()).toBe(3)
    expect(calls[1]?.values.p_photos).toHaveLength(6)
    expect((calls[1]?.values.p_photos as object[] | undefined)?.[0]).toMatchObject({
      name: '照片1',
      mime: 'image/png',
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
  })

  it('have no place when no case is open any more', async () => {
    const { context, uploads } = world({
      take_quota: quota,
      file_complaint: { data: [filed({ candidates: null, is_open: false })] },
      complaint_apply_route: { data: [receipt] },
    })
    await fileComplaint(request({}, [demoPhoto(1)]), context)
    expect(uploads).toEqual([])
  })

  it('of 0 bytes are refused with a word, an input without a file is none', async () => {
    const { context, names } = world({ take_quota: quota, file_complaint: { data: [filed()] }, complaint_apply_route: { data: [receipt] } })
    expect(await refusalOf(fileComplaint(request({}, [new Uint8Array()]), context))).toBe('422 attachment.empty')
    expect(names()).toEqual(['take_quota'])
    const unused = request()
    const form = await unused.formData()
    form.append('photos', new File([], ''))
    const body = new Request('http://localhost/', { method: 'POST', headers: { 'idempotency-key': key, 'x-proof': proof }, body: form })
    expect(await refusalOf(fileComplaint(body, context))).toBe('accepted')
  })
})
