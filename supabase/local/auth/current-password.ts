/**
 * A new password needs the old one (`[auth.email] require_current_password` in config.toml), which lite does not ask for.
 * Whoever finds an open desk, or a token, cannot make it theirs.
 */
import type { Fetch } from './mfa.ts'

const refusal = (status: number, code: string, message: string) => Response.json({ code, error_code: code, message, msg: message }, { status })

/** The request to pass on, without the old password, once that was right; else the refusal. */
export async function withCurrentPassword(request: Request, next: Fetch): Promise<Request | Response> {
  const { password, current_password: current } = (await request.json()) as Record<string, unknown>
  if (typeof current !== 'string') return refusal(400, 'current_password_required', 'Current password required when setting new password.')
  const headers = new Headers(request.headers)
  headers.delete('content-length')
  const asked = (path: string, init: RequestInit) => next(new Request(new URL(path, request.url), { ...init, headers }))
  const known = await asked('/auth/v1/user', { method: 'GET' })
  if (!known.ok) return known
  const { email } = (await known.json()) as { email?: string }
  const proof = await asked('/auth/v1/token?grant_type=password', { method: 'POST', body: JSON.stringify({ email, password: current }) })
  if (!proof.ok) return refusal(400, 'current_password_invalid', 'Current password is invalid.')
  // The session that came of the proof ends again.
  const { access_token: token } = (await proof.json()) as { access_token: string }
  const own = new Headers(headers)
  own.set('authorization', `Bearer ${token}`)
  await next(new Request(new URL('/auth/v1/logout?scope=local', request.url), { method: 'POST', headers: own }))
  return new Request(request.url, { method: 'PUT', headers, body: JSON.stringify({ password }) })
}
