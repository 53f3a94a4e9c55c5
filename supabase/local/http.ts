/** Between node:http and the web's Request and Response. */
import { randomUUID } from 'node:crypto'
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http'
import { isIP } from 'node:net'
import { Readable, type Duplex } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream as NodeReadableStream } from 'node:stream/web'
import { limits, Refused } from './limits.ts'

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

export const plainAddress = (address: string) => (address.startsWith('::ffff:') ? address.slice(7) : address)

export const trustedProxies = () => new Set((process.env.TRUSTED_PROXIES ?? '').split(',').map((address) => address.trim()))

/** Who asks: whoever is connected, or whom the proxies we were told to trust have seen, the nearest first. */
export function clientAddress(incoming: IncomingMessage): string {
  const proxies = trustedProxies()
  const said = [incoming.headers['x-forwarded-for'] ?? []].flat().join(',').split(',')
  let address = plainAddress(incoming.socket.remoteAddress ?? '')
  for (const hop of said.reverse()) {
    const before = plainAddress(hop.trim())
    if (!proxies.has(address) || isIP(before) === 0) break
    address = before
  }
  return address
}

/** The host a client asked for, when it is one; it becomes part of URLs and of the content policy. */
export function hostOf(incoming: IncomingMessage): string {
  const { host } = incoming.headers
  return host && /^[a-zA-Z0-9.-]+(:\d{1,5})?$|^\[[0-9a-fA-F:]+\](:\d{1,5})?$/.test(host) && URL.canParse(`http://${host}`) ? host : 'localhost'
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/**
 * One identity from the page's error text to the row of the audit log: the page's own or a new one, passed on by
 * everything that asks on its behalf. Only a UUID is taken over, so the log holds no words a client made up.
 */
function requestId(incoming: IncomingMessage): string {
  const given = incoming.headers['x-request-id']
  return typeof given === 'string' && UUID.test(given) ? given : randomUUID()
}

function bodyLimit(pathname: string, contentType = ''): number {
  const isMultipart = /^\s*multipart\/form-data\b/i.test(contentType)
  const isFile = !/^\s*application\/([\w.-]+\+)?json\b/i.test(contentType)
  const isUpload = (pathname.startsWith('/functions/') && isMultipart) || (pathname.startsWith('/storage/') && isFile)
  return isUpload ? limits.uploadBytes : limits.bodyBytes
}

export async function* limited(incoming: IncomingMessage, limit: number): AsyncGenerator<Uint8Array> {
  let total = 0
  // What is not read is drained by the gateway.
  for await (const chunk of incoming.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array>) {
    total += chunk.byteLength
    if (total > limit) throw new BodyTooLarge()
    yield chunk
  }
}

/** What the gateway makes of a request before it passes it on. */
export interface Asked {
  url: URL
  headers: IncomingHttpHeaders
  id: string
  /** Most bytes of a body. */
  limit: number
  hasBody: boolean
}

/** Throws Refused, BodyTooLarge. */
export function receive(incoming: IncomingMessage): Asked {
  // Appended, not resolved: what begins with two strokes would be another host.
  const address = `http://${hostOf(incoming)}${incoming.url ?? '/'}`
  if (!(incoming.url ?? '/').startsWith('/') || !URL.canParse(address)) throw new Refused(400, 'address.invalid', '网址格式不正确')
  const url = new URL(address)
  const limit = bodyLimit(url.pathname, incoming.headers['content-type'])
  const length = incoming.headers['content-length']
  if (Number(length ?? 0) > limit) throw new BodyTooLarge()
  const id = requestId(incoming)
  const headers: IncomingHttpHeaders = {}
  for (const name in incoming.headers) if (!OVERWRITTEN.has(name)) headers[name] = incoming.headers[name]
  headers.host = url.host
  headers['x-forwarded-for'] = clientAddress(incoming)
  headers['x-request-id'] = id
  const isRead = incoming.method === 'GET' || incoming.method === 'HEAD'
  const hasBody = !isRead && (length !== undefined || incoming.headers['transfer-encoding'] !== undefined)
  return { url, headers, id, limit, hasBody }
}

export function toRequest(incoming: IncomingMessage, response: ServerResponse, { url, headers: given, limit, hasBody }: Asked): Request {
  const headers = new Headers()
  for (const [name, value] of Object.entries(given)) if (value !== undefined) headers.set(name, [value].flat().join(', '))
  const aborted = new AbortController()
  response.once('close', () => {
    if (!response.writableEnded) aborted.abort()
  })
  const init: RequestInit & { duplex: 'half' } = {
    method: incoming.method ?? 'GET',
    headers,
    body: hasBody ? (Readable.toWeb(Readable.from(limited(incoming, limit), { objectMode: false })) as unknown as BodyInit) : null,
    signal: aborted.signal,
    duplex: 'half',
  }
  return new Request(url, init)
}

/** What the API answers is for one person: kept by nobody, never guessed to be a page. Stored files run nothing. */
export function privacy({ url }: Asked): Record<string, string> {
  const headers = { 'cache-control': 'private, no-store', 'x-content-type-options': 'nosniff' }
  return url.pathname.startsWith('/storage/') ? { ...headers, 'content-security-policy': 'sandbox' } : headers
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

/** Said and closed: a half that stays open would be held for ever by whoever does not close theirs. */
export function dismiss(socket: Duplex, status: string): void {
  if (socket.writable) socket.end(`HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`, () => socket.destroy())
  else socket.destroy()
}
