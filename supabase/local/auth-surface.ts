/**
 * The part of the auth service that is open: passwords, second factors, refreshing, signing out. Everything else it can do (codes by
 * mail, other providers, administration) is used by nobody here and would be one more way into an account.
 */

const OPEN: Readonly<Record<string, readonly string[]>> = {
  '/auth/v1/token': ['POST'],
  '/auth/v1/signup': ['POST'],
  '/auth/v1/logout': ['POST'],
  '/auth/v1/user': ['GET', 'PUT'],
  '/auth/v1/settings': ['GET'],
  '/auth/v1/health': ['GET'],
}

/** `mfa.ts` answers these. */
const FACTORS: readonly [method: string, path: RegExp][] = [
  ['POST', /^\/auth\/v1\/factors$/],
  ['DELETE', /^\/auth\/v1\/factors\/[0-9a-f-]{36}$/],
  ['POST', /^\/auth\/v1\/factors\/[0-9a-f-]{36}\/(challenge|verify)$/],
]

const GRANTS = new Set(['?grant_type=password', '?grant_type=refresh_token'])

const refusal = (status: number, code: string, message: string) =>
  Response.json({ error: { code, message }, message, code, msg: message }, { status })

const notFound = () => refusal(404, 'not_found', '接口不存在')

/** Only the password, beside the one it replaces; no other address, no other metadata. Properties without a value are of no account. */
async function passwordOnly(request: Request): Promise<Request | Response> {
  const body: unknown = await request.json().catch(() => undefined)
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return refusal(400, 'bad_json', '请求内容不是有效的 JSON')
  const given = Object.entries(body).filter(([, value]) => value !== null)
  const password = given.find(([key]) => key === 'password')?.[1]
  if (typeof password !== 'string' || given.some(([key]) => key !== 'password' && key !== 'current_password'))
    return refusal(422, 'validation_failed', '只能修改密码，其他账号信息请联系本单位管理员')
  const headers = new Headers(request.headers)
  headers.delete('content-length')
  return new Request(request.url, { method: 'PUT', headers, body: JSON.stringify(Object.fromEntries(given)), signal: request.signal })
}

/**
 * The request to pass on, or the refusal. The path is taken as it was written, since the service behind decodes it
 * before it routes: what does not begin as one of ours, or hides a letter of the auth path, is nothing.
 */
export async function openPart(request: Request): Promise<Request | Response> {
  const { pathname, search } = new URL(request.url)
  if (/^\/(rest|storage)\/v1(\/|$)/.test(pathname)) return request
  const factors = FACTORS.filter(([, path]) => path.test(pathname)).map(([method]) => method)
  const methods = Object.hasOwn(OPEN, pathname) ? OPEN[pathname] : factors.length > 0 ? factors : undefined
  if (!methods) return notFound()
  if (request.method === 'OPTIONS') return request
  if (!methods.includes(request.method)) return notFound()
  if (pathname === '/auth/v1/token' && !GRANTS.has(search)) return notFound()
  return request.method === 'PUT' ? passwordOnly(request) : request
}
