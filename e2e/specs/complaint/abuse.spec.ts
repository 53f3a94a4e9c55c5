/** What a hostile or clumsy client sends, straight to the public functions. */
import { randomUUID } from 'node:crypto'
import type { APIRequestContext } from '@playwright/test'
import { challengeFrom, minimalFiling, proofOf } from '../../../supabase/seed/modules/complaint/filing.ts'
import { expect, test } from '../../fixtures/test.ts'
import { baseURL } from '../../settings.ts'

async function send(
  request: APIRequestContext,
  change: object = {},
  photo?: { name: string; mimeType: string; buffer: Buffer },
  key: string = randomUUID(),
  made?: string,
) {
  const proof = made ?? proofOf(key, await challengeFrom(baseURL, 'sb_publishable_embedded'))
  const response = await request.post('/functions/v1/file-complaint', {
    headers: { 'idempotency-key': key, 'x-proof': proof },
    multipart: { case: JSON.stringify({ ...minimalFiling, ...change }), ...(photo ? { photos: photo } : {}) },
  })
  return { status: response.status(), body: (await response.json()) as { code?: string; error?: { code: string; message: string; field?: string } } }
}

test.beforeEach(async ({ db }) => {
  await db.query('delete from private.quota_counts')
})

test('bad fields are named in Chinese', async ({ request }) => {
  for (const [change, field] of [
    [{ title: '' }, 'title'],
    [{ content: '短' }, 'content'],
    [{ content: '长'.repeat(5001) }, 'content'],
    [{ subjectUscc: '9'.repeat(31) }, 'subjectUscc'],
    [{ regionCode: 110101000 }, 'regionCode'],
    [{ matterCode: 'dragons' }, 'matterCode'],
    [{ reporter: { name: '张三', phone: '1' } }, 'reporter.phone'],
    [{ caseTypes: ['murder'] }, 'caseTypes.0'],
    [{ occurredOn: '2099-01-01' }, 'occurredOn'],
    [{ agreedNotice: false }, 'agreedNotice'],
  ] as const) {
    const { status, body } = await send(request, change)
    expect([status, body.error?.field], JSON.stringify(change)).toEqual([422, field])
    expect(body.error?.message).toMatch(/[一-鿿]/)
  }
})

test('quotes, markup, emoji and rare characters are kept as they are', async ({ request, db }) => {
  const odd = `𠮷野家 🍜 '; drop table x; -- <script>alert(1)</script> \\ % _ 䶮 "x"`
  const { status } = await send(request, {
    title: odd.slice(0, 60),
    content: odd,
    subjectName: odd.slice(0, 90),
    placeText: odd,
    wish: odd,
    reporter: { name: '𠮷<b>', phone: '13812345678' },
  })
  expect(status).toBe(200)
  const { rows } = await db.query('select content, place_text, wish from public.complaint_cases where content = $1', [odd])
  expect(rows).toEqual([{ content: odd, place_text: odd, wish: odd }])
})

test('a program under the name of a picture and a file that is too large are refused, and nothing is filed', async ({ request, db }) => {
  const title = `文件 ${randomUUID()}`.slice(0, 50)
  const program = await send(
    request,
    { title },
    { name: 'photo.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('MZ\x90\0this program cannot be run in DOS mode') },
  )
  expect([program.status, program.body.error?.code]).toEqual([422, 'attachment.type_refused'])
  const huge = await send(request, { title }, { name: 'photo.jpg', mimeType: 'image/jpeg', buffer: Buffer.alloc(20 * 1024 * 1024, 0xff) })
  expect([413, 422]).toContain(huge.status)
  expect(huge.body.error?.message).toMatch(/MB|过大/)
  expect((await db.query('select 1 from public.complaint_cases where title = $1', [title])).rowCount).toBe(0)
})

test('no proof, no key, no form: refused by name', async ({ request }) => {
  expect((await send(request, {}, undefined, randomUUID(), 'zzz')).body.error?.code).toBe('proof.missing')
  expect((await send(request, {}, undefined, 'no-uuid', 'x')).status).toBe(422)
  const empty = await request.post('/functions/v1/file-complaint', { data: 'hello' })
  expect(empty.status()).toBeGreaterThanOrEqual(400)
  expect(empty.status()).toBeLessThan(500)
})

test('a hundred submissions from one address: the first are taken, the rest are told to wait', async ({ request, db }) => {
  test.setTimeout(120_000)
  const statuses: number[] = []
  for (let i = 0; i < 100; i += 1)
    statuses.push((await send(request, { reporter: { name: '张三', phone: `139${String(10000000 + Math.floor(i / 5)).padStart(8, '0')}` } })).status)
  expect(statuses.filter((status) => status === 200)).toHaveLength(30)
  expect(statuses.filter((status) => status === 429)).toHaveLength(70)
  await db.query('delete from private.quota_counts')
})

test('a code that does not exist is answered like a wrong phone tail, in the same time', async ({ request, db }) => {
  const { body } = await send(request)
  const look = async (code: string, phoneTail: string) => {
    const started = performance.now()
    const response = await request.post('/functions/v1/look-up-complaint', { data: { code, phoneTail } })
    return { text: await response.text(), status: response.status(), ms: performance.now() - started }
  }
  expect((await look(body.code ?? '', '5678')).status).toBe(200)
  const wrongTail: number[] = []
  const noCode: number[] = []
  for (let i = 0; i < 25; i += 1) {
    await db.query('delete from private.quota_counts')
    const [a, b] = [await look(body.code ?? '', '0000'), await look('ABCD-2345-EFGH-6789', '5678')]
    expect(a.status).toBe(404)
    expect(b.text).toBe(a.text)
    wrongTail.push(a.ms)
    noCode.push(b.ms)
  }
  const median = (values: number[]) => values.sort((x, y) => x - y)[Math.floor(values.length / 2)] ?? 0
  expect(Math.abs(median(wrongTail) - median(noCode))).toBeLessThan(10)
})

test("functions and tables that are not the public's are closed to it", async ({ request }) => {
  const headers = { apikey: 'sb_publishable_embedded' }
  expect((await request.post('/functions/v1/route-complaint', { headers, data: { payload: { itemId: randomUUID() } } })).status()).toBe(401)
  expect((await request.post('/functions/v1/reveal-reporter', { headers, data: { caseId: randomUUID(), reason: '看一看' } })).status()).toBe(401)
  for (const table of ['complaint_cases', 'work_items', 'officers', 'attachments', 'complaint_reporters'])
    expect((await request.get(`/rest/v1/${table}?select=*`, { headers })).status(), table).toBe(401)
  expect((await request.post('/rest/v1/rpc/file_complaint', { headers, data: {} })).status()).toBeGreaterThanOrEqual(400)
})
