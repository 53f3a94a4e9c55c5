/**
 * How much of the machine one caller may take. Each is a number an operator may change by the environment variable of its
 * name (`LIMIT_EMBEDS=20`); an answer that refuses says which limit it was and what to do. Hosted Supabase has its own
 * (statement time, rows, connections, request size) but none on embeds.
 */
import { messageOf } from './errors.ts'

const DEFAULTS = {
  /** Tables joined in one request to PostgREST: what our own screens ask for is at most three. */
  embeds: 10,
  embedDepth: 4,
  columns: 100,
  /** Characters of path and query: it comes back in a header, of which all together may have 16,384. */
  addressLength: 8_192,
  /** A body beyond `bodyBytes` is an upload: nine photos as the pages scale them, or one file. */
  bodyBytes: 1024 * 1024,
  uploadBytes: 24 * 1024 * 1024,
  /** Uploads being received at once: from one network, and from all. */
  uploadsOfNetwork: 6,
  uploads: 24,
  /** Requests being answered at once for one network: an office behind one address has many people. */
  requestsOfNetwork: 256,
  /** Open connections of one address; a trusted proxy brings everybody and is not counted. */
  connectionsOfAddress: 600,
  /** Channels of one socket, and of those how many may be asked for at once. */
  channels: 100,
  joinsAtOnce: 32,
  /** Messages in one broadcast. */
  messages: 100,
}

export type Limits = Readonly<typeof DEFAULTS>

const nameOf = (key: string) => `LIMIT_${key.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`

/** Throws when a variable is no positive whole number: a typing error must not open a door. */
export function readLimits(env: NodeJS.ProcessEnv = process.env): Limits {
  const limits = { ...DEFAULTS }
  for (const key of Object.keys(DEFAULTS) as (keyof Limits)[]) {
    const text = env[nameOf(key)]
    if (text === undefined || text === '') continue
    const value = Number(text)
    if (!Number.isInteger(value) || value < 1) throw new Error(`${nameOf(key)}=${text} 不是正整数`)
    limits[key] = value
  }
  return limits
}

/** Read once, at the first use; a wrong one ends the start with its message. */
export const limits: Limits = readLimits()

export class Refused extends Error {
  readonly status: number
  readonly code: string
  constructor(status: number, code: string, message: string) {
    super(message)
    this.status = status
    this.code = code
  }
}

export const refusal = (cause: unknown): Response | undefined =>
  cause instanceof Refused
    ? Response.json(
        { error: { code: cause.code, message: messageOf(cause) }, code: cause.code, message: messageOf(cause) },
        { status: cause.status, headers: cause.status === 429 || cause.status === 503 ? { 'retry-after': '5' } : {} },
      )
    : undefined

/** How many are under way for a key; nothing is kept of a key for which there is none. */
export class InFlight {
  readonly #counts = new Map<string, number>()

  of(key: string): number {
    return this.#counts.get(key) ?? 0
  }

  enter(key: string): () => void {
    this.#counts.set(key, this.of(key) + 1)
    let isIn = true
    return () => {
      if (!isIn) return
      isIn = false
      const left = this.of(key) - 1
      if (left > 0) this.#counts.set(key, left)
      else this.#counts.delete(key)
    }
  }
}
