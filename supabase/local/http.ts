/** Between node:http and the web's Request and Response. */
import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { isIP } from 'node:net'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream as NodeReadableStream } from 'node:stream/web'

/** Nine photos and a form fit; a film does not. */
const MAX_UPLOAD_BYTES = 64 * 1024 * 1024
/** What is no upload: forms, queries, sign-ins. */
const MAX_BODY_BYTES = 1024 * 1024

export class BodyTooLarge extends Error {}

/** What a client may not claim about itself: the gateway is the first hop and says it. */
const OVERWRITTEN = new Set([
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-forwarded-port',
  'x-real-ip',
  'x-request-id',
  'forwarded',
  'connection',
  'keep-alive',
  'upgrade',
  'transfer-encoding',
  'expect',
])

const plain = (address: string) => (address.startsWith('::ffff:') ? address.slice(7) : address)

/** Who asks: whoever is connected, or whom the proxies we were told to trust have seen, the nearest first. */
export function clientAddress(incoming: IncomingMessage, trusted = process.env.TRUSTED_PROXIES ?? ''): string {
  const proxies = new Set(trusted.split(',').map((address) => address.trim()))
  const said = [incoming.headers['x-forwarded-for'] ?? []].flat().join(',').split(',')
  let address = plain(incoming.socket.remoteAddress ?? '')
  for (const hop of said.reverse()) {
    const before = plain(hop.trim())
    if (!proxies.has(address) || isIP(before) === 0) break
    address = before
  }
  return address
}

/** The host a client asked for, when it is one; it becomes part of URLs and of the content policy. */
export function hostOf(incoming: IncomingMessage): string {
  const { host } = incoming.headers
  return host && /^[a-zA-Z0-9.-]+(:\d{1,5})?$|^\[[0-9a-fA-F:]+\](:\d{1,5})?$/.test(host) ? host : 'localhost'
}

const underWay = new Set<string>()

/**
 * Ours, so that the audit log holds nothing a client made up. A function passes its own on with what it asks of the
 * API: as long as that call is under way nobody else knows it.
 */
function requestId(incoming: IncomingMessage, response: ServerResponse): string {
  const given = incoming.headers['x-request-id']
  if (typeof given === 'string' && underWay.has(given)) return given
  const id = randomUUID()
  underWay.add(id)
  response.once('close', () => underWay.delete(id))
  return id
}

function bodyLimit(pathname: string, contentType = ''): number {
  const isMultipart = /^\s*multipart\/form-data\b/i.test(contentType)
  const isFile = !/^\s*application\/([\w.-]+\+)?json\b/i.test(contentType)
  const isUpload = (pathname.startsWith('/functions/') && isMultipart) || (pathname.startsWith('/storage/') && isFile)
  return isUpload ? MAX_UPLOAD_BYTES : MAX_BODY_BYTES
}

async function* limited(incoming: IncomingMessage, limit: number): AsyncGenerator<Uint8Array> {
  let total = 0
  // What is not read is drained by the gateway.
  for await (const chunk of incoming.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array>) {
    total += chunk.byteLength
    if (total > limit) throw new BodyTooLarge()
    yield chunk
  }
}

export function toRequest(incoming: IncomingMessage, response: ServerResponse): Request {
  const url = new URL(incoming.url ?? '/', `http://${hostOf(incoming)}`)
  const limit = bodyLimit(url.pathname, incoming.headers['content-type'])
  if (Number(incoming.headers['content-length'] ?? 0) > limit) throw new BodyTooLarge()
  const headers = new Headers()
  for (let i = 0; i + 1 < incoming.rawHeaders.length; i += 2) {
    const name = incoming.rawHeaders[i] ?? ''
    if (!name.startsWith(':') && !OVERWRITTEN.has(name.toLowerCase())) headers.append(name, incoming.rawHeaders[i + 1] ?? '')
  }
  headers.set('x-forwarded-for', clientAddress(incoming))
  headers.set('x-request-id', requestId(incoming, response))
  const method = incoming.method ?? 'GET'
  const aborted = new AbortController()
  response.once('close', () => {
    if (!response.writableEnded) aborted.abort()
  })
  const hasBody = method !== 'GET' && method !== 'HEAD'
  const init: RequestInit & { duplex: 'half' } = {
    method,
    headers,
    body: hasBody ? (Readable.toWeb(Readable.from(limited(incoming, limit), { objectMode: false })) as unknown as BodyInit) : null,
    signal: aborted.signal,
    duplex: 'half',
  }
  return new Request(url, init)
}

/** What the API answers is for one person: kept by nobody, never guessed to be a page. Stored files run nothing. */
export function asPrivate(response: Response, pathname: string): Response {
  const headers = new Headers(response.headers)
  headers.set('cache-control', 'private, no-store')
  headers.set('x-content-type-options', 'nosniff')
  if (pathname.startsWith('/storage/')) headers.set('content-security-policy', 'sandbox')
  return new Response(response.body, { status: response.status, headers })
}

export async function send(response: Response, outgoing: ServerResponse, head: boolean): Promise<void> {
  outgoing.statusCode = response.status
  for (const [name, value] of response.headers) {
    if (name !== 'set-cookie') outgoing.setHeader(name, value)
  }
  const cookies = response.headers.getSetCookie()
  if (cookies.length > 0) outgoing.setHeader('set-cookie', cookies)
  if (head || !response.body) {
    await response.body?.cancel()
    outgoing.end()
    return
  }
  await pipeline(Readable.fromWeb(response.body as NodeReadableStream<Uint8Array>), outgoing)
}
