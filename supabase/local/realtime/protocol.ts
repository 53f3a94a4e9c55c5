/** The frames of @supabase/realtime-js: JSON objects in protocol 1.0.0, arrays and a binary push in 2.0.0. */

export type Version = '1.0.0' | '2.0.0'

export interface Frame {
  joinRef: string | null
  ref: string | null
  topic: string
  event: string
  payload: Record<string, unknown>
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)
const text = (value: unknown): string | null => (typeof value === 'string' || typeof value === 'number' ? String(value) : null)

const USER_BROADCAST_PUSH = 3
const JSON_ENCODING = 1

/** kind, six lengths and the encoding, then the fields in order; the rest is the payload. */
function decodeBinary(data: Buffer): Frame | undefined {
  if (data.length < 7 || data[0] !== USER_BROADCAST_PUSH) return undefined
  const encoding = data[6]
  let offset = 7
  const take = (index: number) => {
    const length = data[index] ?? 0
    const part = data.toString('utf8', offset, offset + length)
    offset += length
    return part
  }
  const joinRef = take(1)
  const ref = take(2)
  const topic = take(3)
  const event = take(4)
  take(5)
  if (encoding !== JSON_ENCODING || offset > data.length) return undefined
  const payload: unknown = JSON.parse(data.toString('utf8', offset))
  return { joinRef: joinRef || null, ref: ref || null, topic, event: 'broadcast', payload: { type: 'broadcast', event, payload } }
}

function decodeText(data: string): Frame | undefined {
  const message: unknown = JSON.parse(data)
  const fields = Array.isArray(message)
    ? {
        join_ref: message[0] as unknown,
        ref: message[1] as unknown,
        topic: message[2] as unknown,
        event: message[3] as unknown,
        payload: message[4] as unknown,
      }
    : message
  if (!isRecord(fields) || typeof fields.topic !== 'string' || typeof fields.event !== 'string') return undefined
  return {
    joinRef: text(fields.join_ref),
    ref: text(fields.ref),
    topic: fields.topic,
    event: fields.event,
    payload: isRecord(fields.payload) ? fields.payload : {},
  }
}

/** Undefined for what is no frame of ours; the socket ignores it. */
export function decode(data: Buffer, isBinary: boolean): Frame | undefined {
  try {
    return isBinary ? decodeBinary(data) : decodeText(data.toString('utf8'))
  } catch {
    return undefined
  }
}

/** `payload` is JSON already, so a message to two thousand people is written once. */
export function encode(
  version: Version,
  topic: string,
  event: string,
  payload: string,
  ref: string | null = null,
  joinRef: string | null = null,
): string {
  if (version === '1.0.0') {
    return `{"topic":${JSON.stringify(topic)},"event":${JSON.stringify(event)},"payload":${payload},"ref":${JSON.stringify(ref)},"join_ref":${JSON.stringify(joinRef)}}`
  }
  return `[${JSON.stringify(joinRef)},${JSON.stringify(ref)},${JSON.stringify(topic)},${JSON.stringify(event)},${payload}]`
}

export interface JoinConfig {
  isPrivate: boolean
  ack: boolean
  self: boolean
  presenceEnabled: boolean
  presenceKey: string
}

export function joinConfig(payload: Record<string, unknown>): JoinConfig {
  const config = isRecord(payload.config) ? payload.config : {}
  const broadcast = isRecord(config.broadcast) ? config.broadcast : {}
  const presence = isRecord(config.presence) ? config.presence : {}
  return {
    isPrivate: config.private === true,
    ack: broadcast.ack === true,
    self: broadcast.self === true,
    // Clients of older versions do not say `enabled`.
    presenceEnabled: presence.enabled !== false,
    presenceKey: typeof presence.key === 'string' ? presence.key : '',
  }
}
