/** Who a socket speaks for: a signed token of the auth service, or one of the two API keys. */
import { createHmac, timingSafeEqual } from 'node:crypto'

export interface Identity {
  role: 'anon' | 'authenticated' | 'service_role'
  claims: Record<string, unknown>
  /** Seconds since 1970; undefined for an API key. */
  expiresAt: number | undefined
}

export interface Keys {
  jwtSecret: string
  publishableKey: string
  secretKey: string
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

function parsePart(part: string): unknown {
  return JSON.parse(Buffer.from(part, 'base64url').toString('utf8'))
}

function verified(token: string, secret: string): Record<string, unknown> | undefined {
  const [head, body, signature, ...rest] = token.split('.')
  if (!head || !body || !signature || rest.length > 0) return undefined
  try {
    const header = parsePart(head)
    if (!isRecord(header) || header.alg !== 'HS256') return undefined
    const expected = createHmac('sha256', secret).update(`${head}.${body}`).digest()
    const given = Buffer.from(signature, 'base64url')
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined
    const claims = parsePart(body)
    return isRecord(claims) ? claims : undefined
  } catch {
    return undefined
  }
}

/** The token of a request, however many spaces stand before it. */
export const bearerOf = (headers: Headers): string => headers.get('authorization')?.replace(/^Bearer +/i, '') ?? ''

/** Undefined when the token is not ours or has expired. */
export function identify(token: string, keys: Keys, now = Date.now()): Identity | undefined {
  if (token === keys.publishableKey) return { role: 'anon', claims: { role: 'anon' }, expiresAt: undefined }
  if (token === keys.secretKey) return { role: 'service_role', claims: { role: 'service_role' }, expiresAt: undefined }
  const claims = verified(token, keys.jwtSecret)
  if (!claims || typeof claims.exp !== 'number' || claims.exp * 1000 <= now) return undefined
  if (claims.role !== 'anon' && claims.role !== 'authenticated' && claims.role !== 'service_role') return undefined
  return { role: claims.role, claims, expiresAt: claims.exp }
}
