/** What the outbox is told: ready with its file, failed for good, or to be tried again. */
import { beforeEach, expect, it, vi } from 'vitest'
import { sealPicture } from '../_shared/seal-picture.ts'
import { sealPng } from '../_shared/seal-png.ts'
import type { Context } from '../_shared/serve.ts'
import { renderPapers } from './handler.ts'

// As in render.test.ts.
vi.setConfig({ testTimeout: 30_000 })

const row = {
  template: { no_word: '投受', blocks: [{ type: 'title', text: '决定书' }, { type: 'paragraph', text: '{{said}}' }, { type: 'signature' }] },
  values: { said: '受理', org_name: '某局', no: '某〔2026〕1号', date: '二〇二六年' },
  code: 'ABCD-2345-EFGH-6789',
  issued_at: '2026-04-15T02:00:00Z',
  seal_path: null,
}
const id = '00000000-0000-4000-8000-000000000001'
const lease = '00000000-0000-4000-8000-000000000002'

const rpc = vi.fn<(name: string, args: object) => Promise<{ data: unknown; error: null }>>()
const upload = vi.fn<(path: string, file: Blob) => Promise<{ error: Error | null }>>()
const download = vi.fn<(path: string) => Promise<{ data: Blob | null; error: Error | null }>>()
const context = {
  service: { rpc, storage: { from: (bucket: string) => (bucket === 'paper-seals' ? { download } : { upload }) } },
  option: () => 'https://site.example',
  requestId: 'r',
} as unknown as Context
const call = () =>
  renderPapers(new Request('http://x', { method: 'POST', body: JSON.stringify({ deliveryId: 1, lease, payload: { paperId: id } }) }), context)
const take = (rows: object[]) => rpc.mockImplementation((name) => Promise.resolve({ data: name === 'take_paper' ? rows : true, error: null }))
const settled = () => rpc.mock.calls.find(([name]) => name === 'settle_paper')?.[1]

beforeEach(() => {
  rpc.mockReset()
  upload.mockReset().mockResolvedValue({ error: null })
})

it('stores the PDF under its digest and tells the row', async () => {
  take([row])
  expect(await call()).toEqual({ state: 'ready' })
  const { path, sha256, bytes } = (settled() as { p_file: { path: string; sha256: string; bytes: number } }).p_file
  expect(path).toBe(`paper/${id}/${sha256}.pdf`)
  const [stored, file] = upload.mock.calls[0] ?? []
  expect([stored, file?.size]).toEqual([path, bytes])
  // Taken over after the first was killed midway: the same bytes in the same place.
  await call()
  expect(upload.mock.calls[1]?.[0]).toBe(path)
})

it('fails for good over a character that the font lacks, and stores nothing', async () => {
  take([{ ...row, values: { ...row.values, said: '🙂' } }])
  expect(await call()).toEqual({ state: 'failed' })
  expect(settled()).toMatchObject({ p_is_final: true, p_problem: expect.stringContaining('“🙂”') })
  expect(upload).not.toHaveBeenCalled()
})

it('shows the seal that the paper was issued with, and waits for it when it cannot be read', async () => {
  take([{ ...row, seal_path: 'org/digest.png' }])
  download.mockResolvedValueOnce({ data: new Blob([Uint8Array.from(await sealPicture(sealPng()))]), error: null })
  expect(await call()).toEqual({ state: 'ready' })
  expect(download).toHaveBeenCalledWith('org/digest.png')
  expect(await upload.mock.calls[0]?.[1].text()).toContain('/Subtype /Image')
  rpc.mockClear()
  download.mockResolvedValueOnce({ data: null, error: new Error('away') })
  expect(await call()).toEqual({ state: 'failed' })
  expect(settled()).toEqual({ p_id: id, p_delivery_id: 1, p_lease: lease, p_problem: '印章图样没有读取成功，系统将自动重试' })
})

it('leaves it to the queue when the store refuses', async () => {
  take([row])
  upload.mockResolvedValue({ error: new Error('full') })
  expect(await call()).toEqual({ state: 'failed' })
  expect(settled()).toEqual({ p_id: id, p_delivery_id: 1, p_lease: lease, p_problem: '文书没有保存成功，系统将自动重试' })
})

it('has nothing to do for one that is ready, or whose lease is over', async () => {
  take([])
  expect(await call()).toEqual({ state: 'over' })
  expect(rpc.mock.calls.map(([name]) => name)).toEqual(['take_paper', 'outbox_settle'])
})
