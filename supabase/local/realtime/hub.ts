/** Topics and who is on them. */
import { Presence, type PresenceChange } from './presence.ts'
import { encode, type Version } from './protocol.ts'

export interface Member {
  readonly version: Version
  readonly readsBroadcast: boolean
  readonly readsPresence: boolean
  deliver(frame: string): void
}

interface Topic {
  members: Set<Member>
  presence: Presence
}

/** The client library prefixes topics on the wire; the database does not know the prefix. */
export const WIRE_PREFIX = 'realtime:'

export class Hub {
  readonly #topics = new Map<string, Topic>()

  has(topic: string): boolean {
    return this.#topics.has(topic)
  }

  join(topic: string, member: Member): Presence {
    const entry = this.#topics.get(topic) ?? { members: new Set<Member>(), presence: new Presence() }
    this.#topics.set(topic, entry)
    entry.members.add(member)
    return entry.presence
  }

  leave(topic: string, member: Member): void {
    const entry = this.#topics.get(topic)
    entry?.members.delete(member)
    if (entry?.members.size === 0) this.#topics.delete(topic)
  }

  #send(topic: string, event: string, payload: string, wants: (member: Member) => boolean): void {
    const frames = new Map<Version, string>()
    for (const member of this.#topics.get(topic)?.members ?? []) {
      if (!wants(member)) continue
      const frame = frames.get(member.version) ?? encode(member.version, WIRE_PREFIX + topic, event, payload)
      frames.set(member.version, frame)
      member.deliver(frame)
    }
  }

  broadcast(topic: string, event: string, payload: string, except?: Member): void {
    const body = `{"type":"broadcast","event":${JSON.stringify(event)},"payload":${payload}}`
    this.#send(topic, 'broadcast', body, (member) => member.readsBroadcast && member !== except)
  }

  presence(topic: string, change: PresenceChange): void {
    this.#send(topic, 'presence_diff', JSON.stringify(change), (member) => member.readsPresence)
  }
}
