import { afterEach, expect, it, vi } from 'vitest'
import { toAppError } from '../errors/to-app-error.ts'
import { identifiedFetch } from './identified-fetch.ts'

const answer = vi.fn<typeof fetch>()
vi.stubGlobal('fetch', answer)
afterEach(() => answer.mockReset())

const sentId = () => new Headers(answer.mock.lastCall?.[1]?.headers).get('x-request-id')

it('sends an identity of its own with every request, beside what was to be sent', async () => {
  answer.mockImplementation(async () => new Response('[]'))
  const ids = new Set<string | null>()
  for (let i = 0; i < 3; i += 1) {
    await identifiedFetch('https://a.cn/rest/v1/notes', { headers: { apikey: 'k' } })
    expect(new Headers(answer.mock.lastCall?.[1]?.headers).get('apikey')).toBe('k')
    ids.add(sentId())
  }
  expect(ids.size).toBe(3)
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
})
it('leaves the auth service of another origin alone', async () => {
  answer.mockResolvedValue(new Response('{}'))
  await identifiedFetch('https://a.cn/auth/v1/token')
  expect(sentId()).toBeNull()
})
it('puts the identity into the error that the page shows', async () => {
  answer.mockImplementation(async () => Response.json({ code: 'XX000', message: 'x', details: null, hint: null }, { status: 500 }))
  const error = toAppError(await (await identifiedFetch('https://a.cn/rest/v1/notes')).json())
  expect(error.requestId).toBe(sentId())
  expect(error.message).toContain(sentId())
})
it('goes by the server where it chose another', async () => {
  answer.mockResolvedValue(Response.json({ code: 'XX000', message: 'x' }, { status: 500, headers: { 'x-request-id': 'theirs' } }))
  expect(await (await identifiedFetch('https://a.cn/rest/v1/notes')).json()).toMatchObject({ request_id: 'theirs' })
})
it.each(['<html>bad gateway</html>', ''])('names a failure that is no JSON: %j', async (body) => {
  answer.mockResolvedValue(new Response(body, { status: 502 }))
  const error = toAppError(await (await identifiedFetch('https://a.cn/rest/v1/notes', { method: 'HEAD' })).json())
  expect(error).toMatchObject({ kind: 'unexpected', messageKey: 'http.502', requestId: sentId() })
})
it('leaves the rest as it came', async () => {
  answer.mockResolvedValueOnce(new Response('', { status: 404 })).mockResolvedValueOnce(new Response('[]', { status: 404 }))
  expect(await (await identifiedFetch('https://a.cn/rest/v1/notes')).text()).toBe('')
  expect(await (await identifiedFetch('https://a.cn/rest/v1/notes')).text()).toBe('[]')
})
