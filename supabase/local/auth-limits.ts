/**
 * GoTrue limits how often an address may try to sign in; the embedded auth service does not. Here failures are counted
 * by address, by address and account, and by account wherever they come from. An address from which an account was
 * signed in to lately is spared the last, so nobody is locked out of their own place by a stranger elsewhere.
 */
import { setTimeout as delay } from 'node:timers/promises'
import { bearerOf } from './realtime/token.ts'
import { networkOf } from '../functions/_shared/network.ts'

interface Count {
  failures: number
  until: number
}

/** No refusal comes sooner: a password that is checked takes a fifth of this, an account that is not there nothing. */
const REFUSAL_MS = 400
const MINUTE_MS = 60_000
const LIMITS = {
  pair: { failures: 10, windowMs: 5 * MINUTE_MS },
  address: { failures: 60, windowMs: 5 * MINUTE_MS },
  account: { failures: 50, windowMs: 15 * MINUTE_MS },
}
const KNOWN_MS = 30 * 24 * 60 * MINUTE_MS
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

/** For counting alone: nobody's word is taken for it. */
function subjectOf(headers: Headers): string {
  const claims = Buffer.from(bearerOf(headers).split('.')[1] ?? '', 'base64url').toString('utf8')
  return /"sub":"([^"]{1,100})"/.exec(claims)?.[1] ?? ''
}

async function accountOf(request: Request): Promise<string> {
  if (request.method === 'PUT') return `change ${subjectOf(request.headers)}`
  try {
    const body: unknown = await request.clone().json()
    return typeof body === 'object' && body !== null && 'email' in body ? String(body.email).toLowerCase() : ''
  } catch {
    return ''
  }
}

/** Forgets what is over, and the oldest when that is not enough. */
function prune<Entry>(entries: Map<string, Entry>, isOver: (entry: Entry) => boolean): void {
  if (entries.size <= MAX_ENTRIES) return
  for (const [key, entry] of entries) if (isOver(entry)) entries.delete(key)
  for (const key of entries.keys()) {
    if (entries.size <= MAX_ENTRIES) break
    entries.delete(key)
  }
}

function createCounter({ failures: limit, windowMs }: { failures: number; windowMs: number }, now: () => number) {
  const counts = new Map<string, Count>()
  const current = (key: string) => {
    const count = counts.get(key)
    return count && count.until > now() ? count : undefined
  }
  return {
    /** Seconds until the next attempt; 0: go ahead. */
    wait(key: string): number {
      const count = current(key)
      return count && count.failures >= limit ? Math.ceil((count.until - now()) / 1000) : 0
    },
    /** Returns how to take it back. */
    add(key: string): () => void {
      const count = current(key) ?? { failures: 0, until: now() + windowMs }
      count.failures += 1
      counts.set(key, count)
      prune(counts, ({ until }) => until <= now())
      return () => void (count.failures -= 1)
    },
    clear: (key: string) => void counts.delete(key),
  }
}

/** Also a change of the password, which tells whether the old one was right. */
export function isSignIn(method: string, { pathname, searchParams }: URL): boolean {
  if (method === 'PUT') return pathname === '/auth/v1/user'
  if (method !== 'POST') return false
  return pathname === '/auth/v1/signup' || (pathname === '/auth/v1/token' && searchParams.get('grant_type') === 'password')
}

/**
 * Wraps the API: password sign-ins and sign-ups are counted and refused beyond the limit. An attempt counts from its
 * beginning, or many at once would all pass, and is taken back when it succeeds.
 */
export function limitSignIns(next: Handler, now: () => number = () => performance.now(), refusalMs = REFUSAL_MS): Handler {
  const pairs = createCounter(LIMITS.pair, now)
  const addresses = createCounter(LIMITS.address, now)
  const accounts = createCounter(LIMITS.account, now)
  const known = new Map<string, number>()

  return async (request) => {
    if (!isSignIn(request.method, new URL(request.url))) return next(request)
    const address = networkOf(request.headers.get('x-forwarded-for') ?? '')
    const account = await accountOf(request)
    const pair = `${address} ${account}`
    const isKnown = (known.get(pair) ?? 0) > now()
    const wait = Math.max(pairs.wait(pair), addresses.wait(address), isKnown ? 0 : accounts.wait(account))
    if (wait > 0) return tooMany(wait)
    const takeBack = [pairs.add(pair), addresses.add(address), ...(account && !isKnown ? [accounts.add(account)] : [])]
    let response: Response | undefined
    const began = performance.now()
    try {
      response = await next(request)
      if (!response.ok) await delay(Math.max(0, refusalMs - (performance.now() - began)))
      return response
    } finally {
      // "Try again later" says nothing about the password.
      if (response && (response.ok || response.status >= 503)) takeBack.forEach((undo) => undo())
      if (response?.ok) {
        pairs.clear(pair)
        known.delete(pair)
        known.set(pair, now() + KNOWN_MS)
        prune(known, (until) => until <= now())
      }
    }
  }
}
