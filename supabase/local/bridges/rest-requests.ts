/**
 * What a request to PostgREST may not ask of @supabase/lite:
 * - a planned or estimated count comes from the planner, which knows nothing of row-level security, so it tells how
 *   many rows are hidden: such a request gets the exact count;
 * - a body nested without end fills the stack of this process: it is refused as JSON that cannot be read;
 * - lite looks up the user and the session of every token, twice across the wire, only to go by the token alone, as
 *   PostgREST does. Of the two readers of the header the one that looks up wants a single space, the other takes any.
 */
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

const tooDeep = () => Response.json({ code: 'PGRST102', message: 'Empty or invalid json', details: null, hint: null }, { status: 400 })

/** The request to pass on, or the refusal. */
export async function bridgeRestRequest(request: Request): Promise<Request | Response> {
  if (!/^\/rest\/v1(\/|$)/.test(new URL(request.url).pathname)) return request
  withoutLookup(request)
  const exact = withoutGuess(request.headers)
  if (!request.body) return exact ? new Request(request, { headers: exact }) : request
  const headers = exact ?? new Headers(request.headers)
  const body = await request.bytes()
  if (isTooDeep(body)) return tooDeep()
  headers.delete('content-length')
  return new Request(request.url, { method: request.method, headers, body, signal: request.signal })
}
