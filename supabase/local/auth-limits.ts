/**
 * GoTrue limits how often an address may try to sign in; the embedded auth service does not. Here failures are
 * counted, by address and by address and account, so guessing is slow and nobody is locked out by a stranger elsewhere.
 */

interface Count {
  failures: number
  until: number
}

const WINDOW_MS = 5 * 60_000
const PER_ACCOUNT = 10
const PER_ADDRESS = 60
const MAX_ENTRIES = 50_000

export type Handler = (request: Request) => Promise<Response>

const tooMany = (seconds: number) =>
  Response.json(
    {
      code: 'over_request_rate_limit',
      error_code: 'over_request_rate_limit',
      message: 'Request rate limit reached',
      msg: 'Request rate limit reached',
    },
    { status: 429, headers: { 'retry-after': String(seconds), 'access-control-allow-origin': '*' } },
  )

async function accountOf(request: Request): Promise<string> {
  try {
    const body: unknown = await request.clone().json()
    return typeof body === 'object' && body !== null && 'email' in body ? String(body.email).toLowerCase() : ''
  } catch {
    return ''
  }
}

/** Wraps the API: password sign-ins and sign-ups that fail are counted, and refused beyond the limit. */
export function limitSignIns(next: Handler, now: () => number = Date.now): Handler {
  const counts = new Map<string, Count>()

  function remaining(key: string, limit: number): number {
    const count = counts.get(key)
    if (!count || count.until <= now()) return 0
    return count.failures >= limit ? Math.ceil((count.until - now()) / 1000) : 0
  }

  function fail(key: string): void {
    const count = counts.get(key)
    if (count && count.until > now()) {
      count.failures += 1
      return
    }
    counts.set(key, { failures: 1, until: now() + WINDOW_MS })
    if (counts.size > MAX_ENTRIES) {
      for (const [old, { until }] of counts) if (until <= now()) counts.delete(old)
      if (counts.size > MAX_ENTRIES) counts.clear()
    }
  }

  return async (request) => {
    const { pathname, searchParams } = new URL(request.url)
    const isSignIn = pathname === '/auth/v1/token' && searchParams.get('grant_type') === 'password'
    if (request.method !== 'POST' || !(isSignIn || pathname === '/auth/v1/signup')) return next(request)
    const address = request.headers.get('x-forwarded-for') ?? ''
    const account = `${address} ${await accountOf(request)}`
    const wait = Math.max(remaining(account, PER_ACCOUNT), remaining(address, PER_ADDRESS))
    if (wait > 0) return tooMany(wait)
    const response = await next(request)
    if (response.ok) counts.delete(account)
    else if (response.status < 503) {
      fail(account)
      fail(address)
    }
    return response
  }
}
