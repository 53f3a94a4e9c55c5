/** From the gateway to a process of ours and back: streamed as it comes, on connections that are kept. */
import http, { type IncomingMessage, type ServerResponse } from 'node:http'
import { setTimeout as delay } from 'node:timers/promises'
import { BodyTooLarge, type Asked } from './http.ts'

export interface Upstream {
  /** With `keepAlive`; destroyed by whoever ends the process. */
  agent: http.Agent
  socketPath?: string
  port?: number
}

export interface ProxyOptions {
  /** The process to ask, as soon as there is one; undefined: there is none. */
  upstream(): Promise<Upstream | undefined>
  /** Where the process knows it. */
  path(url: URL): string
  /** Set on the way there. */
  requestHeaders?(asked: Asked): Record<string, string>
  /** Set on the way back. */
  answerHeaders?(asked: Asked): Record<string, string>
  away(): Response
}

/** The process ended, or never was, before it had answered. */
export class Unanswered extends Error {}

const OF_THE_CONNECTION = new Set(['connection', 'keep-alive', 'transfer-encoding', 'x-request-id'])

function answer(from: IncomingMessage, outgoing: ServerResponse, added: Record<string, string>): void {
  outgoing.statusCode = from.statusCode ?? 502
  for (const name in from.headers) {
    const value = from.headers[name]
    if (value !== undefined && !OF_THE_CONNECTION.has(name)) outgoing.setHeader(name, value)
  }
  for (const name in added) outgoing.setHeader(name, added[name] ?? '')
  // Ended in the middle: the client must not take the part for the whole.
  from.once('error', () => outgoing.destroy())
  from.pipe(outgoing)
}

/** A length that was told is kept to by the parser; what comes in pieces is counted. */
function sendBody(incoming: IncomingMessage, request: http.ClientRequest, limit: number): void {
  let total = 0
  if (incoming.headers['content-length'] === undefined) {
    incoming.on('data', (chunk: Buffer) => {
      total += chunk.length
      if (total > limit) request.destroy(new BodyTooLarge())
    })
  }
  incoming.once('error', () => request.destroy())
  incoming.pipe(request)
}

function pass(upstream: Upstream, incoming: IncomingMessage, outgoing: ServerResponse, asked: Asked, options: ProxyOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    const headers = { ...asked.headers, ...options.requestHeaders?.(asked) }
    // Told, or Node would leave the body of some methods without an end.
    if (asked.hasBody && headers['content-length'] === undefined) headers['transfer-encoding'] = 'chunked'
    const request = http.request({ ...upstream, method: incoming.method, path: options.path(asked.url), headers })
    const leave = () => {
      request.destroy()
      resolve()
    }
    outgoing.once('close', leave)
    let isAnswered = false
    request.once('response', (from) => {
      isAnswered = true
      answer(from, outgoing, options.answerHeaders?.(asked) ?? {})
      from.once('close', () => {
        outgoing.off('close', leave)
        // Answered before it was read; left unread it would keep the connection from hearing the next request.
        incoming.unpipe(request).resume()
        resolve()
      })
    })
    request.on('error', (error) => {
      incoming.unpipe(request)
      if (isAnswered) return
      outgoing.off('close', leave)
      if (outgoing.destroyed) resolve()
      else reject(error instanceof BodyTooLarge ? error : new Unanswered())
    })
    if (asked.hasBody) sendBody(incoming, request, asked.limit)
    else request.end()
  })
}

export function createProxy(options: ProxyOptions) {
  return async (incoming: IncomingMessage, outgoing: ServerResponse, asked: Asked): Promise<Response | undefined> => {
    // A request without a body may be sent again when the process ends under it; the caller repeats the others.
    for (let attempt = 1; attempt <= 2; attempt += 1) {
      const upstream = await options.upstream()
      if (!upstream) break
      try {
        await pass(upstream, incoming, outgoing, asked, options)
        return undefined
      } catch (error) {
        if (!(error instanceof Unanswered)) throw error
        if (asked.hasBody) break
        await delay(50)
      }
    }
    incoming.resume()
    return options.away()
  }
}

/** One request whose body is small, e.g. a sign-in, answered as a whole. */
export async function ask(upstream: Upstream, asked: Request): Promise<Response> {
  const body = asked.body ? Buffer.from(await asked.arrayBuffer()) : undefined
  const { pathname, search } = new URL(asked.url)
  const headers: Record<string, string> = { ...Object.fromEntries(asked.headers), ...(body ? { 'content-length': String(body.length) } : {}) }
  return new Promise((resolve, reject) => {
    const request = http.request({ ...upstream, method: asked.method, path: pathname + search, headers, signal: asked.signal })
    const fail = () => reject(new Unanswered())
    request.once('error', fail)
    request.once('response', (from) => {
      const chunks: Buffer[] = []
      from.on('data', (chunk: Buffer) => chunks.push(chunk))
      from.once('error', fail)
      from.once('end', () => {
        const answered = new Headers()
        for (const [name, value] of Object.entries(from.headers))
          if (value !== undefined && !OF_THE_CONNECTION.has(name)) answered.set(name, [value].flat().join(', '))
        const status = from.statusCode ?? 502
        resolve(new Response(chunks.length > 0 ? Buffer.concat(chunks) : null, { status, headers: answered }))
      })
    })
    request.end(body)
  })
}
