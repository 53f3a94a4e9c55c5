/** One client's connection and the channels it has joined. */
import type { WebSocket } from 'ws'
import { limits } from '../limits.ts'
import type { Permissions } from './authorize.ts'
import { Channel } from './channel.ts'
import { WIRE_PREFIX, type Hub } from './hub.ts'
import { decode, encode, joinConfig, type Frame, type Version } from './protocol.ts'
import type { Identity } from './token.ts'

export interface SocketOptions {
  client: WebSocket
  version: Version
  hub: Hub
  ask: (identity: Identity, topic: string) => Promise<Permissions>
  identify: (token: string) => Identity | undefined
}

const MAX_TOPIC_LENGTH = 255
/** A client that does not read must not fill our memory. */
const MAX_BUFFERED_BYTES = 8 * 1024 * 1024

export class Socket {
  readonly #options: SocketOptions
  readonly #channels = new Map<string, Channel>()
  /** Joins that the database is being asked about. */
  #asking = 0

  constructor(options: SocketOptions) {
    this.#options = options
    const { client } = options
    client.on('message', (data, isBinary) => {
      const bytes = Buffer.isBuffer(data) ? data : Buffer.concat(Array.isArray(data) ? data : [Buffer.from(data)])
      const frame = decode(bytes, isBinary)
      if (frame) void this.#handle(frame).catch(() => this.#reply(frame, 'error', { reason: 'InternalError' }))
    })
    client.on('close', () => {
      for (const channel of this.#channels.values()) channel.leave()
      this.#channels.clear()
    })
    client.on('error', () => client.terminate())
  }

  deliver(frame: string): void {
    const { client } = this.#options
    if (client.readyState !== client.OPEN) return
    if (client.bufferedAmount > MAX_BUFFERED_BYTES) return client.terminate()
    client.send(frame)
  }

  push(wireTopic: string, event: string, payload: object, joinRef: string | null = null): void {
    this.deliver(encode(this.#options.version, wireTopic, event, JSON.stringify(payload), null, joinRef))
  }

  #reply({ ref, joinRef, topic }: Frame, status: 'ok' | 'error', response: object): void {
    this.deliver(encode(this.#options.version, topic, 'phx_reply', JSON.stringify({ status, response }), ref, joinRef))
  }

  async #handle(frame: Frame): Promise<void> {
    if (frame.topic === 'phoenix') {
      if (frame.event === 'heartbeat') this.#reply(frame, 'ok', {})
      return
    }
    if (frame.event === 'phx_join') return this.#join(frame)
    const channel = this.#channels.get(frame.topic)
    if (!channel) {
      if (frame.event === 'phx_leave') this.#reply(frame, 'ok', {})
      else if (frame.ref) this.#reply(frame, 'error', { reason: 'unmatched topic' })
      return
    }
    switch (frame.event) {
      case 'phx_leave':
        this.#drop(frame.topic)
        this.#reply(frame, 'ok', {})
        return this.push(frame.topic, 'phx_close', {}, channel.joinRef)
      case 'access_token':
        return this.#refresh(channel, frame)
      case 'broadcast':
        return channel.broadcast(frame.payload, (ok) => this.#acknowledge(channel, frame, ok))
      case 'presence':
        return channel.track(frame.payload, (ok) => this.#reply(frame, ok ? 'ok' : 'error', ok ? {} : { reason: 'Unauthorized' }))
      default:
        if (frame.ref) this.#reply(frame, 'error', { reason: 'unknown event' })
    }
  }

  #acknowledge(channel: Channel, frame: Frame, ok: boolean): void {
    if (!ok) return this.#reply(frame, 'error', { reason: 'Unauthorized' })
    if (channel.config.ack) this.#reply(frame, 'ok', {})
  }

  async #join(frame: Frame): Promise<void> {
    const { hub, ask, identify, version } = this.#options
    const fail = (reason: string) => this.#reply(frame, 'error', { reason })
    const topic = frame.topic.startsWith(WIRE_PREFIX) ? frame.topic.slice(WIRE_PREFIX.length) : ''
    if (!topic || topic.length > MAX_TOPIC_LENGTH) return fail('TopicNameRequired: a topic of 1 to 255 characters is needed')
    const config = joinConfig(frame.payload)
    if (!config.isPrivate) return fail('PrivateOnly: This project only allows private channels')
    // What is being asked counts too, or a flood of joins would all pass before the first is answered.
    if (this.#channels.size + this.#asking >= limits.channels || this.#asking >= limits.joinsAtOnce)
      return fail('ChannelRateLimitReached: Too many channels')
    const token = typeof frame.payload.access_token === 'string' ? frame.payload.access_token : ''
    const identity = identify(token)
    if (!identity) return fail('Unauthorized: the token is invalid or has expired')
    this.#asking += 1
    const permissions = await ask(identity, topic).finally(() => (this.#asking -= 1))
    // Gone meanwhile: what joined now would never leave.
    if (this.#options.client.readyState !== this.#options.client.OPEN) return
    if (!permissions.readBroadcast && !permissions.readPresence) {
      return fail(`Unauthorized: You do not have permissions to read from this Channel topic: ${topic}`)
    }
    this.#drop(frame.topic)
    const channel = new Channel({
      hub,
      topic,
      version,
      config,
      joinRef: frame.joinRef,
      permissions,
      identity,
      deliver: (text) => this.deliver(text),
      onExpiry: () => this.#expire(frame.topic, 'Access token has expired'),
    })
    this.#channels.set(frame.topic, channel)
    this.#reply(frame, 'ok', { postgres_changes: [] })
    if (channel.readsPresence) this.push(frame.topic, 'presence_state', channel.presenceState(), frame.joinRef)
  }

  /** Rights of this user have changed, or of anybody: every channel of theirs is asked for again. */
  async recheck(user?: string): Promise<void> {
    for (const [wireTopic, channel] of this.#channels) {
      if (user !== undefined && channel.identity.claims.sub !== user) continue
      const permissions = await this.#options.ask(channel.identity, channel.topic)
      if (this.#channels.get(wireTopic) !== channel) continue
      if (permissions.readBroadcast || permissions.readPresence) channel.renew(channel.identity, permissions)
      else this.#expire(wireTopic, 'You no longer have access to this topic')
    }
  }

  /** Who cannot be asked about is not left listening. */
  close(): void {
    this.#options.client.close(1011, 'rights could not be read')
  }

  /** A new token asks the policies again: rights may have gone meanwhile. */
  async #refresh(channel: Channel, frame: Frame): Promise<void> {
    const token = typeof frame.payload.access_token === 'string' ? frame.payload.access_token : ''
    const identity = this.#options.identify(token)
    if (!identity) return this.#expire(frame.topic, 'The token is invalid or has expired')
    const permissions = await this.#options.ask(identity, channel.topic)
    if (!permissions.readBroadcast && !permissions.readPresence) return this.#expire(frame.topic, 'You no longer have access to this topic')
    channel.renew(identity, permissions)
  }

  #expire(wireTopic: string, message: string): void {
    const channel = this.#channels.get(wireTopic)
    if (!channel) return
    this.#drop(wireTopic)
    this.push(wireTopic, 'system', { status: 'error', extension: 'system', message, channel: channel.topic }, channel.joinRef)
    this.push(wireTopic, 'phx_close', {}, channel.joinRef)
  }

  #drop(wireTopic: string): void {
    this.#channels.get(wireTopic)?.leave()
    this.#channels.delete(wireTopic)
  }
}
