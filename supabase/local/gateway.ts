/** One port for everything, in the URL layout of Supabase; the rest is the single-page app. */
import { once } from 'node:events'
import http, { type IncomingMessage, type ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { createAdmission } from './admission.ts'
import { messageOf, StackError } from './errors.ts'
import { BodyTooLarge, dismiss, hostOf, receive, send, toRequest, type Asked } from './http.ts'
import { refusal, type Limits } from './limits.ts'

/** Answers itself, or gives the answer to send. */
export type Passage = (incoming: IncomingMessage, outgoing: ServerResponse, asked: Asked) => Promise<Response | undefined>

export interface Routes {
  /** /rest, /auth, /storage */
  api: Passage
  functions: Passage
  /** /realtime/v1/api/broadcast */
  broadcast(request: Request): Promise<Response>
  health(): Promise<Response>
  /** Everything else; answers itself when it is a dev server. */
  site(incoming: IncomingMessage, outgoing: ServerResponse, host: string): Promise<Response | undefined>
  realtime(incoming: IncomingMessage, socket: Duplex, head: Buffer): void
  /** The dev server's own sockets (hot reload) are left to it. */
  isDevUpgrade(incoming: IncomingMessage): boolean
  log(line: string): void
}

export interface Gateway {
  readonly server: http.Server
  readonly port: number
  close(): Promise<void>
}

const error = (status: number, code: string, message: string) => Response.json({ error: { code, message }, message, code }, { status })

/** Whatever comes of it, the answer says which request it was. */
function identified(incoming: IncomingMessage, outgoing: ServerResponse): Asked {
  const asked = receive(incoming)
  outgoing.setHeader('x-request-id', asked.id)
  return asked
}

async function route(routes: Routes, incoming: IncomingMessage, outgoing: ServerResponse): Promise<Response | undefined> {
  const path = (incoming.url ?? '/').split('?', 1)[0] ?? '/'
  if (path === '/healthz') return routes.health()
  if (/^\/(rest|auth|storage)\/v1(\/|$)/.test(path)) return routes.api(incoming, outgoing, identified(incoming, outgoing))
  if (path.startsWith('/functions/v1/')) return routes.functions(incoming, outgoing, identified(incoming, outgoing))
  if (path === '/realtime/v1/api/broadcast' && incoming.method === 'POST')
    return routes.broadcast(toRequest(incoming, outgoing, identified(incoming, outgoing)))
  if (path.startsWith('/realtime/')) return error(426, 'upgrade_required', 'WebSocket only')
  return routes.site(incoming, outgoing, hostOf(incoming))
}

/** What the gateway itself has to say of a request, under the number that the page shows. */
const about = (incoming: IncomingMessage, outgoing: ServerResponse) =>
  `[gateway] ${incoming.method ?? ''} ${(incoming.url ?? '').split('?', 1)[0] ?? ''} ${String(outgoing.getHeader('x-request-id') ?? '')}`.trimEnd()

function failure(cause: unknown): Response {
  const refused = refusal(cause)
  if (refused) return refused
  if (cause instanceof BodyTooLarge || (cause instanceof Error && cause.cause instanceof BodyTooLarge))
    return error(413, 'body_too_large', '上传内容过大')
  return error(500, 'gateway.failed', '服务出错，请稍后再试')
}

const TIMES = { requestTimeout: 60_000, headersTimeout: 15_000, keepAliveTimeout: 10_000, connectionsCheckingInterval: 5_000 }

export interface GatewayOptions {
  host: string
  port: number
  routes: Routes
  times?: Partial<typeof TIMES>
  limits?: Partial<Limits>
}

export async function startGateway({ host, port, routes, times, limits }: GatewayOptions): Promise<Gateway> {
  const admission = createAdmission(limits)
  const server = http.createServer({ ...TIMES, ...times }, (incoming, outgoing) => {
    const head = incoming.method === 'HEAD'
    void (async () => {
      admission.enter(incoming, outgoing)
      return route(routes, incoming, outgoing)
    })()
      .then((response) => {
        // Nobody behind us answered, so nobody but us has a log of it.
        if (response && response.status >= 500 && outgoing.hasHeader('x-request-id')) routes.log(`${about(incoming, outgoing)}: ${response.status}`)
        return response
      })
      .catch((cause: unknown) => {
        if (!outgoing.destroyed && !(cause instanceof BodyTooLarge) && !refusal(cause))
          routes.log(`${about(incoming, outgoing)}: ${messageOf(cause)}`)
        // What was refused is still being sent; left unread it would keep the connection from hearing the next request.
        incoming.resume()
        return failure(cause)
      })
      .then((response) => (response && !outgoing.headersSent ? send(response, outgoing, head) : undefined))
      // The client went away while we wrote.
      .catch(() => outgoing.destroy())
  })
  server.on('upgrade', (incoming, socket, head) => {
    socket.on('error', () => socket.destroy())
    if ((incoming.url ?? '').startsWith('/realtime/v1/websocket')) return routes.realtime(incoming, socket, head)
    if (routes.isDevUpgrade(incoming)) return
    dismiss(socket, '404 Not Found')
  })
  server.on('clientError', (cause: NodeJS.ErrnoException, socket) =>
    dismiss(
      socket,
      cause.code === 'ERR_HTTP_REQUEST_TIMEOUT'
        ? '408 Request Timeout'
        : cause.code === 'HPE_HEADER_OVERFLOW'
          ? '431 Request Header Fields Too Large'
          : '400 Bad Request',
    ),
  )
  server.on('connection', (socket) => {
    if (!admission.connects(socket)) socket.destroy()
  })

  server.listen(port, host)
  try {
    await once(server, 'listening')
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined
    if (code === 'EADDRINUSE')
      throw new StackError(`端口 ${port} 已被其他程序占用。`, `请用 PORT 换一个端口，例如：PORT=${port + 1} npm start`, cause)
    if (code === 'EACCES') throw new StackError(`没有权限使用端口 ${port}。`, '请用 PORT 指定 1024 以上的端口，例如：PORT=8000 npm start', cause)
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
      throw new StackError(`地址 ${host} 不属于本机。`, '请检查 HOST；不设置时为 127.0.0.1。', cause)
    throw cause
  }
  const address = server.address()
  return {
    server,
    port: typeof address === 'object' && address ? address.port : port,
    async close() {
      const closed = once(server, 'close')
      server.close()
      server.closeIdleConnections()
      const late = setTimeout(() => server.closeAllConnections(), 2000)
      await closed
      clearTimeout(late)
    },
  }
}
