/** Who is on a topic: Phoenix presence, for one server. */
import { randomUUID } from 'node:crypto'

type Meta = Record<string, unknown> & { phx_ref: string }
type Diff = Record<string, { metas: Meta[] }>

export interface PresenceChange {
  joins: Diff
  leaves: Diff
}

export class Presence {
  /** key → member → what that member tells about itself. */
  readonly #entries = new Map<string, Map<object, Meta>>()

  track(member: object, key: string, payload: Record<string, unknown>): PresenceChange {
    const members = this.#entries.get(key) ?? new Map<object, Meta>()
    this.#entries.set(key, members)
    const before = members.get(member)
    const meta: Meta = { ...payload, ...(before ? { phx_ref_prev: before.phx_ref } : {}), phx_ref: randomUUID() }
    members.set(member, meta)
    return { joins: { [key]: { metas: [meta] } }, leaves: before ? { [key]: { metas: [before] } } : {} }
  }

  untrack(member: object, key: string): PresenceChange | undefined {
    const members = this.#entries.get(key)
    const before = members?.get(member)
    if (!members || !before) return undefined
    members.delete(member)
    if (members.size === 0) this.#entries.delete(key)
    return { joins: {}, leaves: { [key]: { metas: [before] } } }
  }

  state(): Diff {
    return Object.fromEntries([...this.#entries].map(([key, members]) => [key, { metas: [...members.values()] }]))
  }
}
