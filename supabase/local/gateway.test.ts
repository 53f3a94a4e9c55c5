/** What the gateway adds, refuses and says to whom stands behind it. */
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { startGateway } from './gateway.ts'

const seen: { path: string; headers: Headers; body: string }[] = []

async function answer(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url)
  seen.push({ path: pathname, headers: request.headers, body: await request.text() })
  return new Response('<p>answer</p>', { headers: { 'content-type': 'text/html', 'cache-control': 'public, max-age=3600' } })
}

const gateway = await startGateway({
  host: '127.0.0.1',
  port: 0,
  routes: {
    api: answer,
    functions: answer,
    broadcast: answer,
    health: async () => new Response('ok'),
    site: async () => new Response('page', { headers: { 'cache-control': 'no-cache' } }),
    realtime: (_incoming, socket) => void socket.end(),
    isDevUpgrade: () => false,
    log: () => undefined,
  },
})
afterAll(() => gateway.close())
beforeEach(() => void seen.splice(0))

const call = (path: string, init?: RequestInit) => fetch(`http://127.0.0.1:${gateway.port}${path}`, init)

describe('answers of the API', () => {
  test.each(['/rest/v1/notes', '/auth/v1/user', '/storage/v1/object/files/a.svg'])('%s is kept by nobody and guessed to be nothing', async (path) => {
    const { headers } = await call(path)
    expect(headers.get('cache-control')).toBe('private, no-store')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
  })

  test.each(['/storage/v1/object/files/a.svg', '/storage/v1/%6fbject/files/a.svg', '/rest/v1/%2e%2e/../storage/v1/object/files/a.svg'])(
    'a stored file runs nothing: %s',
    async (path) => {
      expect((await call(path)).headers.get('content-security-policy')).toBe('sandbox')
    },
  )

  test('pages keep their own', async () => {
    expect((await call('/')).headers.get('cache-control')).toBe('no-cache')
  })
})
