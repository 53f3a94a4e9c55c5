/**
 * Values on their way in and out, where @supabase/lite differs from PostgREST:
 * - a JSON argument of a function arrives as a text inside a JSON string (lite writes it as JSON, the driver again);
 * - a numeric comes as text, not as a number;
 * - times come as Postgres prints them ("2026-01-01 08:00:00+00"), which not every browser reads;
 * - a value that is not of its parameter's type stops the driver in the middle of a message.
 */

const JSON_PARAMETER = /\$(\d+)::(jsonb?)(?![\w[])/g

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

const asJson = (value: unknown) => (typeof value === 'string' && isJson(value) ? value : JSON.stringify(value))

/** Has the server read a JSON parameter from its text, so nobody encodes it a second time. */
export function withJsonAsText(sql: string, parameters: unknown[]): { sql: string; parameters: unknown[] } {
  const positions = new Set<number>()
  const rewritten = sql.replace(JSON_PARAMETER, (_match, position: string, type: string) => {
    positions.add(Number(position) - 1)
    return `$${position}::text::${type}`
  })
  if (positions.size === 0) return { sql, parameters }
  return {
    sql: rewritten,
    parameters: parameters.map((value, i) => (positions.has(i) && value !== null && value !== undefined ? asJson(value) : value)),
  }
}

/** As `to_json` writes it: with a T, and with minutes in the offset. */
export const isoTime = (text: string) =>
  text.replace(
    /^(\d{4,}-\d\d-\d\d) (\d\d:\d\d:\d\d(?:\.\d+)?)(?:([+-]\d\d)(:\d\d)?)?$/,
    (_match, day: string, time: string, hours?: string, minutes = ':00') => `${day}T${time}${hours ? hours + minutes : ''}`,
  )

const same = (value: unknown) => value
const DATE = '1082'

export const VALUE_TYPES = {
  timestamp: { to: 1114, from: [1114], serialize: same, parse: isoTime },
  timestamptz: { to: 1184, from: [1184], serialize: same, parse: isoTime },
  numeric: { to: 1700, from: [1700], serialize: same, parse: Number },
}

type Serializers = Record<string, (value: unknown) => unknown>

const plain = (value: unknown) => `${value as string}`

/**
 * A number for a date, an object for a time, a text where a list is due: the driver throws while it writes the message,
 * nobody catches it, and the connection answers no one ever again. So such a value is sent as it is written in JSON, and
 * the server says what is wrong with it. A text is nobody's to improve: the driver would take 30 February for 2 March.
 */
export function withSureText(serializers: Serializers): Serializers {
  const sure = new Map<string | symbol, (value: unknown) => string>()
  return new Proxy(serializers, {
    // Also where the driver has nothing of its own.
    has: () => true,
    get(target, type) {
      const known = sure.get(type)
      if (known) return known
      const asText = (value: unknown): string => {
        if (type === DATE && typeof value === 'string') return value
        try {
          const text = ((Reflect.get(target, type) as ((value: unknown) => unknown) | undefined) ?? plain)(value)
          if (typeof text === 'string') return text
        } catch {
          // Said by the server.
        }
        return JSON.stringify(value) ?? ''
      }
      sure.set(type, asText)
      return asText
    },
  })
}
