/** The WebSocket server the client library connects to. Private topics only: a public one would be readable by anybody. */
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer, type WebSocket } from 'ws'
import { createPool } from '../connections.ts'
import { dismiss } from '../http.ts'
import { limits } from '../limits.ts'
import { PUBLISHABLE_KEY, type Secrets } from '../secrets.ts'
import { authorize } from './authorize.ts'
import { Hub } from './hub.ts'
import { startListener } from './listener.ts'
import type { Version } from './protocol.ts'
import { Socket } from './socket.ts'
import { identify, type Identity, type Keys } from './token.ts'

export interface Realtime {
  upgrade(incoming: IncomingMessage, socket: Duplex, head: Buffer): void
  /** The HTTP way to broadcast, which the client takes before it has joined. */
  broadcast(request: Request): Promise<Response>
  healthy(): boolean
  readonly clients: number
  stop(): Promise<void>
}

export interface RealtimeOptions {
  /** Logs in as `postgres`. */
  dbUrl: string
  secrets: Pick<Secrets, 'jwtSecret' | 'secretKey'>
  onSchemaChange: () => void
}

const MAX_FRAME_BYTES = 256 * 1024
const PING_MS = 25_000

interface HttpMessage {
  topic: string
  event: string
  payload: unknown
}

function httpMessages(body: unknown): HttpMessage[] | undefined {
  if (typeof body !== 'object' || body === null || !('messages' in body) || !Array.isArray(body.messages)) return undefined
  const messages: unknown[] = body.messages
  const valid = messages.every(
    (entry): entry is HttpMessage =>
      typeof entry === 'object' &&
      entry !== null &&
      'topic' in entry &&
      typeof entry.topic === 'string' &&
      'event' in entry &&
      typeof entry.event === 'string' &&
      'private' in entry &&
      entry.private === true,
  )
  return valid ? (messages as HttpMessage[]) : undefined
}

export async function startRealtime({ dbUrl, secrets, onSchemaChange }: RealtimeOptions): Promise<Realtime> {
  const keys: Keys = { ...secrets, publishableKey: PUBLISHABLE_KEY }
  const pool = createPool(dbUrl, 'realtime-auth', 4)
  const hub = new Hub()
  const sockets = new Set<Socket>()
  const listener = startListener({
    dbUrl,
    isWanted: (topic) => hub.has(topic),
    onMessage: ({ topic, event, payload }) => hub.broadcast(topic, event, payload),
    onSchemaChange,
    onRightsChange: (user) => {
      for (const socket of sockets) void socket.recheck(user).catch(() => socket.close())
    },
  })
  const server = new WebSocketServer({ noServer: true, maxPayload: MAX_FRAME_BYTES, perMessageDeflate: false })
  const ask = (identity: Identity, topic: string) => authorize(pool, identity, topic)
  const alive = new WeakSet<WebSocket>()
  const pinger = setInterval(() => {
    for (const socket of server.clients) {
      if (!alive.has(socket)) socket.terminate()
      alive.delete(socket)
      socket.ping()
    }
  }, PING_MS)
  pinger.unref()

  await listener.ready
  return {
    upgrade(incoming, socket, head) {
      const { searchParams } = new URL(incoming.url ?? '/', 'http://localhost')
      const apikey = searchParams.get('apikey') ?? ''
      if (apikey !== keys.publishableKey && apikey !== keys.secretKey) return dismiss(socket, '401 Unauthorized')
      const version: Version = searchParams.get('vsn') === '1.0.0' ? '1.0.0' : '2.0.0'
      server.handleUpgrade(incoming, socket, head, (client) => {
        alive.add(client)
        client.on('pong', () => alive.add(client))
        const connected = new Socket({ client, version, hub, ask, identify: (token) => identify(token || apikey, keys) })
        sockets.add(connected)
        client.once('close', () => sockets.delete(connected))
      })
    },
    async broadcast(request) {
      const token = request.headers.get('authorization')?.replace(/^Bearer\s+/i, '') ?? request.headers.get('apikey') ?? ''
      const identity = identify(token, keys)
      if (!identity) return Response.json({ message: 'Unauthorized' }, { status: 401 })
      const messages = httpMessages(await request.json().catch(() => undefined))
      if (!messages) return Response.json({ message: 'Private messages only' }, { status: 422 })
      if (messages.length > limits.messages)
        return Response.json({ message: `Too many messages: at most ${limits.messages} at once` }, { status: 422 })
      const topics = new Map<string, boolean>()
      for (const { topic } of messages) if (!topics.has(topic)) topics.set(topic, (await ask(identity, topic)).writeBroadcast)
      for (const { topic, event, payload } of messages) {
        if (topics.get(topic)) hub.broadcast(topic, event, JSON.stringify(payload ?? {}))
      }
      return new Response(null, { status: 202 })
    },
    healthy: () => listener.connected,
    get clients() {
      return server.clients.size
    },
    async stop() {
      clearInterval(pinger)
      for (const client of server.clients) client.close(1001, 'shutting down')
      await listener.stop()
      for (const client of server.clients) client.terminate()
      server.close()
      await pool.end()
    },
  }
}
