/** Who may, what is stored, and under which name. */
import { expect, it } from 'vitest'
import type { Context } from '../_shared/serve.ts'
import { chunkOf, sealPng } from '../_shared/seal-png.ts'
import { uploadPaperSeal } from './handler.ts'

const org = '00000000-0000-4000-8000-000000000001'

function world(error: object | null = null, storeError: Error | null = null) {
  const stored: { bucket: string; path: string; type: string; bytes: number }[] = []
  const context = {
    caller: { rpc: () => Promise.resolve({ data: '某局', error }) },
    service: {
      storage: {
        from: (bucket: string) => ({
          upload: (path: string, file: Blob) => {
            if (!storeError) stored.push({ bucket, path, type: file.type, bytes: file.size })
            return Promise.resolve({ error: storeError })
          },
        }),
      },
    },
  } as unknown as Context
  const send = (body: string, content?: Uint8Array) => {
    const form = new FormData()
    form.set('org', body)
    if (content) form.set('file', new File([Uint8Array.from(content)], 'seal.png', { type: 'image/png' }))
    return uploadPaperSeal(new Request('http://x', { method: 'POST', body: form }), context)
  }
  return { stored, send }
}

it('stores the picture, without what it carried, under its body and its digest', async () => {
  const { stored, send } = world()
  const answer = await send(org, sealPng({ extra: [chunkOf('tEXt', 'x'.repeat(1000))] }))
  const again = await send(org, sealPng())
  expect(answer).toEqual(again)
  expect(stored[0]).toMatchObject({ bucket: 'paper-seals', path: (answer as { path: string }).path, type: 'image/png' })
  expect(stored[0]?.path).toMatch(new RegExp(`^${org}/[0-9a-f]{64}\\.png$`))
  expect(stored[0]?.bytes).toBeLessThan(sealPng({ extra: [chunkOf('tEXt', 'x'.repeat(1000))] }).length)
})

it.each<[string, object | null, string, Uint8Array | undefined, number]>([
  ['who keeps no seals', { code: 'PT404', message: 'definition.not_found', hint: '没有找到' }, org, sealPng(), 404],
  ['no body', null, 'x', sealPng(), 422],
  ['no file', null, org, undefined, 422],
  ['what is no picture', null, org, new TextEncoder().encode('<svg/>'), 422],
  ['what is too large', null, org, new Uint8Array(600_000), 413],
])('stores nothing for %s', async (_, error, body, content, status) => {
  const { stored, send } = world(error)
  await expect(send(body, content)).rejects.toMatchObject({ status })
  expect(stored).toEqual([])
})

it('says so when the store refuses', async () => {
  await expect(world(null, new Error('full')).send(org, sealPng())).rejects.toMatchObject({ status: 503, code: 'paper_seal.not_stored' })
})
