/** What the gateway adds, refuses and says to whom stands behind it. */
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import http, { type IncomingHttpHeaders } from 'node:http'
import net, { type AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { startGateway, type Routes } from './gateway.ts'
import { privacy } from './http.ts'
import type { Limits } from './limits.ts'
import { createProxy } from './proxy.ts'

const seen: { path: string; headers: IncomingHttpHeaders }[] = []

/** What stands behind: a server of its own, as the processes of the API and of the functions are. */
const behind = http.createServer(async (request, response) => {
  seen.push({ path: request.url ?? '', headers: request.headers })
  if (request.url === '/rest/v1/early') return void response.writeHead(404).end('unread')
  const isWhole = await request
    .forEach(() => undefined)
    .then(
      () => true,
      () => false,
    )
  if (!isWhole) return
  if (request.url === '/rest/v1/cut') {
    response.write('the half')
    setTimeout(() => response.destroy(), 50)
    return
  }
  if (request.url === '/functions/v1/asks') await call('/rest/v1/notes', { headers: { 'x-request-id': String(request.headers['x-request-id']) } })
  response.writeHead(200, { 'content-type': 'text/html', 'cache-control': 'public, max-age=3600' }).end('<p>answer</p>')
})
behind.listen(0, '127.0.0.1')
await once(behind, 'listening')
const { port } = behind.address() as AddressInfo

let connections = 0
behind.on('connection', () => (connections += 1))
const agent = new http.Agent({ keepAlive: true })

const logged: string[] = []
let isAway = false
const passage = createProxy({
  upstream: async () => (isAway ? undefined : { agent, port }),
  path: ({ pathname, search }) => pathname + search,
  answerHeaders: privacy,
  away: () => new Response('away', { status: 503 }),
})

const routes: Routes = {
  api: passage,
  functions: passage,
  broadcast: async () => new Response('sent'),
  health: async () => new Response('ok'),
  site: async () => new Response('page', { headers: { 'cache-control': 'no-cache' } }),
  realtime: (_incoming, socket) => void socket.end(),
  isDevUpgrade: () => false,
  log: (line) => void logged.push(line),
}
const times = { headersTimeout: 400, connectionsCheckingInterval: 100 }
const gateway = await startGateway({ host: '127.0.0.1', port: 0, routes, times })
afterAll(async () => {
  await gateway.close()
  agent.destroy()
  behind.closeAllConnections()
  behind.close()
})
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

describe('the size of what is sent', () => {
  const send = async (path: string, type: string, bytes: number) => {
    const headers: Record<string, string> = type ? { 'content-type': type } : {}
    const response = await call(path, { method: 'POST', headers, body: new Uint8Array(bytes) }).catch(() => undefined)
    // Refused before it was read, or while the client was still sending.
    return response?.status ?? 413
  }
  const streamed = async (path: string, bytes: number) => {
    const body = new Blob([new Uint8Array(bytes)]).stream()
    const init: RequestInit & { duplex: 'half' } = { method: 'POST', headers: { 'content-type': 'application/json' }, body, duplex: 'half' }
    return (await call(path, init).catch(() => undefined))?.status ?? 413
  }
  const mebi = 1024 * 1024

  test.each([
    ['/rest/v1/notes', 'application/json'],
    ['/rest/v1/notes', 'text/csv'],
    ['/auth/v1/token', 'application/json'],
    ['/auth/v1/token', 'multipart/form-data; boundary=x'],
    ['/functions/v1/echo', 'application/json'],
    ['/functions/v1/echo', ''],
    ['/storage/v1/object/sign/files', 'application/json'],
    ['/storage/v1/%2e%2e/../rest/v1/notes', 'image/png'],
  ])('%s as "%s": 1 MiB', async (path, type) => {
    expect(await send(path, type, mebi)).toBe(200)
    expect(await send(path, type, mebi + 1)).toBe(413)
  })

  test('a length that was not told is counted', async () => {
    expect(await streamed('/rest/v1/notes', mebi)).toBe(200)
    expect(await streamed('/rest/v1/notes', 2 * mebi)).toBe(413)
  })

  test.each([
    ['/functions/v1/echo', 'multipart/form-data; boundary=x'],
    ['/storage/v1/object/files/a.png', 'multipart/form-data; boundary=x'],
    ['/storage/v1/object/files/a.png', 'image/png'],
  ])('%s as "%s": 24 MiB', async (path, type) => {
    expect(await send(path, type, 8 * mebi)).toBe(200)
    const began = Date.now()
    expect(await send(path, type, 24 * mebi + 1)).toBe(413)
    expect(Date.now() - began).toBeLessThan(5000)
  })
})

describe('the identity of a request', () => {
  const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
  const ids = () => seen.map(({ headers }) => headers['x-request-id'] ?? '')

  test('is given by the gateway, unless the page has one, and told in the answer', async () => {
    for (const path of ['/rest/v1/notes', '/functions/v1/echo']) {
      const { headers } = await call(path, { headers: { 'x-request-id': 'made up' } })
      expect(ids().at(-1)).toMatch(uuid)
      expect(headers.get('x-request-id')).toBe(ids().at(-1))
      const own = randomUUID()
      expect((await call(path, { headers: { 'x-request-id': own } })).headers.get('x-request-id')).toBe(own)
      expect(ids().at(-1)).toBe(own)
    }
    expect(new Set(ids()).size).toBe(4)
  })

  test('is kept by what a function asks on its behalf', async () => {
    await call('/functions/v1/asks')
    const [first = '', second] = ids()
    expect(first).toMatch(uuid)
    expect(second).toBe(first)
  })
})

test('connections are kept, also after an upload', async () => {
  await call('/rest/v1/notes')
  const before = connections
  for (let i = 0; i < 10; i += 1) await (await call('/rest/v1/notes', i % 2 ? { method: 'POST', body: new Uint8Array(200_000) } : {})).text()
  expect(connections - before).toBeLessThanOrEqual(1)
})

describe('a process that ends', () => {
  afterEach(() => void (isAway = false))

  test('before it was asked: the client is told to come again', async () => {
    isAway = true
    expect((await call('/rest/v1/notes')).status).toBe(503)
    expect((await call('/rest/v1/notes', { method: 'POST', body: 'x' })).status).toBe(503)
  })

  test('the log has it under the number that the page shows', async () => {
    isAway = true
    const id = randomUUID()
    await call('/rest/v1/notes?secret=1', { headers: { 'x-request-id': id } })
    expect(logged).toContain(`[gateway] GET /rest/v1/notes ${id}: 503`)
  })

  test('in the middle of its answer: the part is not taken for the whole', async () => {
    const response = await call('/rest/v1/cut')
    await expect(response.text()).rejects.toThrow(/terminated/)
  })

  test('an answer before the question was read leaves the connection in order', async () => {
    for (let i = 0; i < 3; i += 1) expect((await call('/rest/v1/early', { method: 'POST', body: new Uint8Array(900_000) })).status).toBe(404)
    expect((await call('/rest/v1/notes')).status).toBe(200)
  })
})

describe('what is no request', () => {
  const raw = (text: string, isEnded = true) =>
    new Promise<{ said: string; wasClosed: boolean }>((resolve) => {
      // A client that never closes its own half.
      const socket = net.connect({ port: gateway.port, host: '127.0.0.1', allowHalfOpen: true })
      let said = ''
      const late = setTimeout(() => resolve({ said, wasClosed: false }), 3000)
      socket.on('data', (data) => (said += data.toString()))
      socket.on('error', () => undefined)
      // The other side has closed both halves when ours can no longer be written.
      socket.on('end', () => {
        const probe = setInterval(() => socket.write('x'), 20)
        socket.once('close', () => {
          clearInterval(probe)
          clearTimeout(late)
          resolve({ said, wasClosed: true })
        })
      })
      if (isEnded) socket.write(text)
    })

  test.each([
    ['nonsense', 'HELLO\r\n\r\n', /^HTTP\/1.1 400/],
    ['a head too large', `GET / HTTP/1.1\r\nhost: x\r\nx: ${'a'.repeat(20_000)}\r\n\r\n`, /^HTTP\/1.1 431/],
    ['a head without an end', 'GET / HTTP/1.1\r\nhost: x\r\n', /^HTTP\/1.1 408/],
    ['nothing at all', '', /^HTTP\/1.1 408/],
    ['a socket of nobody', 'GET /x HTTP/1.1\r\nhost: x\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n', /^HTTP\/1.1 404/],
  ])('%s is said to be so and closed, also by whoever keeps their half open', async (_name, text, said) => {
    const answer = await raw(text)
    expect(answer.said).toMatch(said)
    expect(answer.wasClosed).toBe(true)
  })

  const statusOf = async (head: string) => Number(/^HTTP\/1.1 (\d+)/.exec((await raw(`${head}\r\nconnection: close\r\n\r\n`)).said)?.[1])

  test.each([
    ['TRACE /rest/v1/notes HTTP/1.1\r\nhost: x', 405],
    ['TRACE / HTTP/1.1\r\nhost: x', 405],
    ['GET /rest/v1/notes HTTP/1.1\r\nhost: a:99999', 200],
    ['GET //[/rest/v1/notes HTTP/1.1\r\nhost: x', 200],
    ['GET http://elsewhere/rest/v1/notes HTTP/1.1\r\nhost: x', 200],
    [`GET /rest/v1/notes?x=${'a'.repeat(9000)} HTTP/1.1\r\nhost: x`, 414],
  ])('%s is answered with %d', async (head, status) => {
    expect(await statusOf(head)).toBe(status)
  })
})

describe('how much one caller may take', () => {
  const small = (limits: Partial<Limits>) => startGateway({ host: '127.0.0.1', port: 0, routes, limits })
  const codeOf = async (response: Response) => ((await response.json()) as { code: string }).code

  test('connections of an address: one more is closed unheard, the next is heard when one has gone', async () => {
    const narrow = await small({ connectionsOfAddress: 1 })
    const first = net.connect(narrow.port, '127.0.0.1')
    await once(first, 'connect')
    const second = net.connect(narrow.port, '127.0.0.1')
    await once(second.resume(), 'close')
    first.destroy()
    await vi.waitFor(async () => expect((await fetch(`http://127.0.0.1:${narrow.port}/`)).status).toBe(200))
    await narrow.close()
  })

  test('requests and uploads of a network that are under way: one more is told to come later, with the reason', async () => {
    const narrow = await small({ requestsOfNetwork: 2, uploadsOfNetwork: 1 })
    const at = `http://127.0.0.1:${narrow.port}/functions/v1/echo`
    /** Sends the beginning and keeps the rest. */
    const begin = async (bytes: number) => {
      const request = http.request(at, { method: 'POST', headers: { 'content-type': 'multipart/form-data; boundary=x', 'content-length': bytes } })
      request.on('error', () => undefined)
      request.write('x')
      await vi.waitFor(() => expect(seen.length).toBeGreaterThan(0))
      seen.splice(0)
      return request
    }
    const upload = await begin(2 * 1024 * 1024)
    const another = { method: 'POST', body: new Uint8Array(2 * 1024 * 1024), headers: { 'content-type': 'multipart/form-data; boundary=x' } }
    expect(await codeOf(await fetch(at, another))).toBe('limit.uploads')
    const small2 = await begin(10)
    const refused = await fetch(at, { method: 'POST' })
    expect([refused.status, refused.headers.get('retry-after'), await codeOf(refused)]).toEqual([429, '5', 'limit.requests'])
    for (const request of [upload, small2]) request.destroy()
    await vi.waitFor(async () => expect((await fetch(at, { method: 'POST' })).status).toBe(200))
    await narrow.close()
  })
})

describe('the address of a client', () => {
  afterEach(() => void vi.unstubAllEnvs())

  test.each([
    ['', '10.9.8.7', '127.0.0.1'],
    ['10.0.0.1', '10.9.8.7', '127.0.0.1'],
    ['127.0.0.1', '10.9.8.7', '10.9.8.7'],
    ['127.0.0.1', '1.1.1.1, 10.9.8.7', '10.9.8.7'],
    ['127.0.0.1, 10.0.0.1', '1.1.1.1, 10.9.8.7, 10.0.0.1', '10.9.8.7'],
    ['127.0.0.1', '10.9.8.7, nonsense', '127.0.0.1'],
    ['127.0.0.1', '', '127.0.0.1'],
  ])('trusting "%s", told "%s": %s', async (trusted, told, address) => {
    vi.stubEnv('TRUSTED_PROXIES', trusted)
    await call('/rest/v1/notes', { headers: { 'x-forwarded-for': told } })
    expect(seen[0]?.headers['x-forwarded-for']).toBe(address)
  })
})
