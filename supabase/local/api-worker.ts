/** The API in a process of its own: PostgREST, GoTrue and Storage on a socket only the gateway knows. */
import fs from 'node:fs'
import http, { type IncomingMessage, type ServerResponse } from 'node:http'
import path from 'node:path'
import { Readable } from 'node:stream'
import { setTimeout as delay } from 'node:timers/promises'
import { startApi, type Api } from './api.ts'
import type { ToWorker, FromWorker } from './api-host.ts'
import { quickenHmac } from './bridges/quick-hmac.ts'
import { messageOf } from './errors.ts'
import { send } from './http.ts'

const say = (message: FromWorker) => void process.send?.(message)

/** The functions write it out in full, as one does to a proxy. */
const addressOf = ({ url = '/' }: IncomingMessage) => url.replace(/^https?:\/\/[^/]*/, '')

function toRequest(incoming: IncomingMessage): Request {
  const headers = new Headers()
  for (const name in incoming.headers) {
    const value = incoming.headers[name]
    if (value !== undefined && name !== 'connection' && name !== 'transfer-encoding')
      headers.set(name, typeof value === 'string' ? value : value.join(', '))
  }
  const hasBody = headers.has('content-length') || incoming.headers['transfer-encoding'] !== undefined
  const init: RequestInit & { duplex: 'half' } = {
    method: incoming.method ?? 'GET',
    headers,
    body: hasBody ? (Readable.toWeb(incoming) as unknown as BodyInit) : null,
    duplex: 'half',
  }
  return new Request(`http://${incoming.headers.host ?? 'localhost'}${addressOf(incoming)}`, init)
}

/** Only files are streamed: rows are one text already, and a stream around it costs more than sending it. */
async function answer(response: Response, outgoing: ServerResponse, isFile: boolean, head: boolean): Promise<void> {
  if (isFile || head || !response.body) return send(response, outgoing, head)
  const bytes = Buffer.from(await response.arrayBuffer())
  for (const [name, value] of response.headers) outgoing.setHeader(name, value)
  outgoing.statusCode = response.status
  outgoing.setHeader('content-length', bytes.length)
  outgoing.end(bytes)
}

async function serve(api: Api, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const address = addressOf(incoming)
  if (address === '/_alive') return void outgoing.end()
  try {
    await answer(await api.fetch(toRequest(incoming)), outgoing, address.startsWith('/storage/'), incoming.method === 'HEAD')
  } catch (error) {
    // The client went away, or a bridge broke; the gateway tells the client.
    console.error(`${incoming.method ?? ''} ${address.split('?', 1)[0] ?? ''}: ${messageOf(error)}`)
    outgoing.destroy()
  }
}

/** The database may be starting again at the same moment. */
async function startPatiently(options: Parameters<typeof startApi>[0], patienceMs: number): Promise<Api> {
  const deadline = Date.now() + patienceMs
  for (;;) {
    try {
      return await startApi(options)
    } catch (error) {
      if (Date.now() > deadline) throw error
      await delay(200)
    }
  }
}

process.on('message', ({ start, reload, stop }: ToWorker) => {
  if (start) void run(start).catch((error: unknown) => say({ failed: messageOf(error) }))
  if (reload) void (running ? running.api.reloadSchema().catch(() => undefined) : (isStale = true))
  if (stop) void end()
})

let running: { api: Api; server: http.Server } | undefined
let folder: string | undefined
/** The schema changed while we were reading it. */
let isStale = false

async function run({ options, socketPath, patienceMs }: NonNullable<ToWorker['start']>): Promise<void> {
  folder = path.dirname(socketPath)
  quickenHmac()
  const api = await startPatiently(options, patienceMs)
  // The gateway keeps its connections as long as it lives.
  const server = http.createServer({ requestTimeout: 0, keepAliveTimeout: 0 }, (incoming, outgoing) => void serve(api, incoming, outgoing))
  running = { api, server }
  if (isStale) await api.reloadSchema()
  fs.rmSync(socketPath, { force: true })
  server.listen(socketPath, () => say({ listening: true }))
}

async function end(): Promise<void> {
  running?.server.close()
  running?.server.closeIdleConnections()
  await running?.api.close().catch(() => undefined)
  process.exit(0)
}

// Its parent is gone, however it went, and clears up nothing.
process.on('disconnect', () => {
  if (folder) fs.rmSync(folder, { recursive: true, force: true })
  process.exit(0)
})
// One lost promise must not take the API down.
process.on('unhandledRejection', (reason) => console.error('未处理的错误：', messageOf(reason)))
