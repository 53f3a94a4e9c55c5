/** One socket's membership of one topic. */
import { randomUUID } from 'node:crypto'
import type { Permissions } from './authorize.ts'
import type { Hub, Member } from './hub.ts'
import type { Presence } from './presence.ts'
import type { JoinConfig, Version } from './protocol.ts'
import type { Identity } from './token.ts'

export interface ChannelOptions {
  hub: Hub
  topic: string
  version: Version
  config: JoinConfig
  joinRef: string | null
  identity: Identity
  permissions: Permissions
  deliver: (frame: string) => void
  onExpiry: () => void
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)
/** Longer timers overflow; by then the token has been renewed. */
const MAX_TIMER_MS = 2 ** 31 - 1

export class Channel implements Member {
  readonly topic: string
  readonly version: Version
  readonly config: JoinConfig
  readonly joinRef: string | null
  readonly #hub: Hub
  readonly #presence: Presence
  readonly #presenceKey: string
  readonly #deliver: (frame: string) => void
  readonly #onExpiry: () => void
  #identity: Identity
  #permissions: Permissions
  #timer: NodeJS.Timeout | undefined

  constructor({ hub, topic, version, config, joinRef, identity, permissions, deliver, onExpiry }: ChannelOptions) {
    this.topic = topic
    this.version = version
    this.config = config
    this.joinRef = joinRef
    this.#hub = hub
    this.#presenceKey = config.presenceKey || randomUUID()
    this.#deliver = deliver
    this.#onExpiry = onExpiry
    this.#identity = identity
    this.#permissions = permissions
    this.#presence = hub.join(topic, this)
    this.renew(identity, permissions)
  }

  get readsBroadcast(): boolean {
    return this.#permissions.readBroadcast
  }

  get readsPresence(): boolean {
    return this.#permissions.readPresence && this.config.presenceEnabled
  }

  get identity(): Identity {
    return this.#identity
  }

  deliver(frame: string): void {
    this.#deliver(frame)
  }

  renew(identity: Identity, permissions: Permissions): void {
    this.#identity = identity
    this.#permissions = permissions
    clearTimeout(this.#timer)
    if (identity.expiresAt === undefined) return
    this.#timer = setTimeout(this.#onExpiry, Math.min(Math.max(identity.expiresAt * 1000 - Date.now(), 0), MAX_TIMER_MS))
    this.#timer.unref()
  }

  broadcast(payload: Record<string, unknown>, done: (ok: boolean) => void): void {
    if (!this.#permissions.writeBroadcast || typeof payload.event !== 'string') return done(false)
    this.#hub.broadcast(this.topic, payload.event, JSON.stringify(payload.payload ?? {}), this.config.self ? undefined : this)
    done(true)
  }

  track(payload: Record<string, unknown>, done: (ok: boolean) => void): void {
    if (!this.#permissions.writePresence) return done(false)
    if (payload.event === 'untrack') this.#untrack()
    else this.#hub.presence(this.topic, this.#presence.track(this, this.#presenceKey, isRecord(payload.payload) ? payload.payload : {}))
    done(true)
  }

  #untrack(): void {
    const change = this.#presence.untrack(this, this.#presenceKey)
    if (change) this.#hub.presence(this.topic, change)
  }

  presenceState(): object {
    return this.#presence.state()
  }

  leave(): void {
    clearTimeout(this.#timer)
    this.#hub.leave(this.topic, this)
    this.#untrack()
  }
}
