/** Who may, what is stored, and under which name. */
import { expect, it } from 'vitest'
import type { Context } from '../_shared/serve.ts'
import { uploadMap } from './handler.ts'

const places = [
  { code: 340102000, name: '瑶海区' },
  { code: 340103000, name: '庐阳区' },
]
const ring = [
  [117, 31],
  [118, 31],
  [118, 32],
  [117, 31],
]
const map = JSON.stringify({
  type: 'FeatureCollection',
  features: [{ type: 'Feature', properties: { adcode: 340102 }, geometry: { type: 'Polygon', coordinates: [ring] } }],
})

function world(answer: { data?: unknown; error?: object }) {
  const stored: { bucket: string; path: string }[] = []
  const context = {
    caller: { rpc: () => Promise.resolve({ data: null, error: null, ...answer }) },
    service: {
      storage: {
        from: (bucket: string) => ({
          upload: (path: string) => {
            stored.push({ bucket, path })
            return Promise.resolve({ error: null })
          },
        }),
      },
    },
  } as unknown as Context
  const send = (region: string, content?: string) => {
    const form = new FormData()
    form.set('region', region)
    if (content !== undefined) form.set('file', new File([content], 'map.json'))
    return uploadMap(new Request('http://x', { method: 'POST', body: form }), context)
  }
  return { stored, send }
}

it('stores what it was given under its digest, and says which places are missing', async () => {
  const { stored, send } = world({ data: places })
  const answer = await send('340100000', map)
  expect(answer).toMatchObject({ places: 1, missing: ['庐阳区'] })
  expect(stored).toEqual([{ bucket: 'maps', path: (answer as { path: string }).path }])
  expect(stored[0]?.path).toMatch(/^340100000\/[0-9a-f]{64}\.json$/)
})

it.each([
  ['who keeps no maps', { error: { code: 'PT404', message: 'definition.not_found', hint: '没有找到' } }, '340100000', map, 404],
  ['a region with nothing below it', { data: [] }, '340102001', map, 422],
  ['no region', { data: places }, 'x', map, 422],
  ['no file', { data: places }, '340100000', undefined, 422],
  ['a file that is no map', { data: places }, '340100000', '{}', 422],
])('stores nothing for %s', async (_, answer, region, content, status) => {
  const { stored, send } = world(answer)
  await expect(send(region, content)).rejects.toMatchObject({ status })
  expect(stored).toEqual([])
})
