/**
 * What a request to PostgREST may not ask of @supabase/lite:
 * - a planned or estimated count comes from the planner, which knows nothing of row-level security, so it tells how
 *   many rows are hidden: such a request gets the exact count;
 * - a body nested without end fills the stack of this process, and of a bare number as a row lite makes a broken statement:
 *   both are refused as JSON that cannot be read;
 * - nobody limits how many tables a request joins, and each costs memory before the first row: what asks for more than our
 *   pages ever do is refused, which hosted PostgREST does not do;
 * - lite looks up the user and the session of every token, twice across the wire, only to go by the token alone, as
 *   PostgREST does. Of the two readers of the header the one that looks up wants a single space, the other takes any.
 */
import { limits } from '../limits.ts'

const GUESSED_COUNT = /\bcount\s*=\s*(?:planned|estimated)\b/gi
const MAX_DEPTH = 100

/** Undefined: there was none. */
function withoutGuess(given: Headers): Headers | undefined {
  const prefer = given.get('prefer')
  const exact = prefer?.replace(GUESSED_COUNT, 'count=exact')
  if (!exact || exact === prefer) return undefined
  const headers = new Headers(given)
  headers.set('prefer', exact)
  return headers
}

function withoutLookup({ headers }: Request): void {
  const token = headers.get('authorization')
  if (token) headers.set('authorization', token.replace(/^Bearer +/, 'Bearer  '))
}

const [QUOTE, BACKSLASH] = [0x22, 0x5c]
const OPENING = new Set([0x5b, 0x7b])
const CLOSING = new Set([0x5d, 0x7d])

/** Brackets inside texts open nothing. */
function isTooDeep(json: Uint8Array): boolean {
  let depth = 0
  let inText = false
  for (let i = 0; i < json.length; i += 1) {
    const byte = json[i] ?? 0
    if (inText && byte === BACKSLASH) i += 1
    else if (byte === QUOTE) inText = !inText
    else if (inText) continue
    else if (OPENING.has(byte)) depth += 1
    else if (CLOSING.has(byte)) depth -= 1
    if (depth > MAX_DEPTH) return true
  }
  return false
}

const unreadable = () => Response.json({ code: 'PGRST102', message: 'Empty or invalid json', details: null, hint: null }, { status: 400 })

const tooMuch = (code: string, message: string) => Response.json({ code, message, details: null, hint: null }, { status: 400 })

/** A number or a text where rows are due, of which lite makes a statement that cannot be read. */
function isBareRow(pathname: string, headers: Headers, body: Uint8Array): boolean {
  if (pathname.startsWith('/rest/v1/rpc/') || !/^application\/(\w+\+)?json/.test(headers.get('content-type') ?? '')) return false
  const first = body.find((byte) => byte > 0x20)
  return first !== undefined && !OPENING.has(first)
}

/** Of every parameter, not of `select` alone: filters and orders of embedded tables nest as well. */
function excess(parameters: URLSearchParams): Response | undefined {
  let [embeds, columns] = [0, 0]
  for (const [name, value] of parameters) {
    let depth = 0
    for (const char of value) {
      if (char === ')') depth -= 1
      if (char === '(') {
        depth += 1
        if (name === 'select') embeds += 1
      }
      if (char === ',' && name === 'select') columns += 1
      if (depth > limits.embedDepth) return tooMuch('limit.embed_depth', `一次查询最多嵌套 ${limits.embedDepth} 层，请分几次查询`)
    }
    if (name === 'select') columns += 1
  }
  if (embeds > limits.embeds) return tooMuch('limit.embeds', `一次查询最多关联 ${limits.embeds} 张表，请分几次查询`)
  return columns > limits.columns ? tooMuch('limit.columns', `一次查询最多取 ${limits.columns} 列，请分几次查询`) : undefined
}

/** The request to pass on, or the refusal. */
export async function bridgeRestRequest(request: Request): Promise<Request | Response> {
  const { pathname, searchParams } = new URL(request.url)
  if (!/^\/rest\/v1(\/|$)/.test(pathname)) return request
  const refused = excess(searchParams)
  if (refused) return refused
  withoutLookup(request)
  const exact = withoutGuess(request.headers)
  if (!request.body) return exact ? new Request(request, { headers: exact }) : request
  const headers = exact ?? new Headers(request.headers)
  const body = await request.bytes()
  if (isTooDeep(body) || isBareRow(pathname, headers, body)) return unreadable()
  headers.delete('content-length')
  return new Request(request.url, { method: request.method, headers, body, signal: request.signal })
}
