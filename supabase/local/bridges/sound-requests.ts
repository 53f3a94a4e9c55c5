/**
 * What @supabase/lite's auth and storage services stumble over, with 500 as if something of ours were broken, and GoTrue
 * and Storage refuse: JSON that cannot be read, NUL in a text or a path, an address that is no text, a list from the row
 * before the first, a signature that is none.
 */

const JSON_BODY = /^\/(auth\/v1\/|storage\/v1\/(object\/(list|sign|upload\/sign|move|copy)(\/|$)|bucket))/
const SIGNED = /^\/storage\/v1\/object\/sign\//
const TEXTS = ['email', 'phone', 'password', 'refresh_token'] as const

const refusal = (code: string, message: string) =>
  Response.json({ statusCode: '400', code, error: code, error_code: code, message, msg: message }, { status: 400 })
const badJson = () => refusal('bad_json', '请求内容不是有效的 JSON')
const invalid = (message: string) => refusal('validation_failed', message)

/** Header and claims can be read: whether they were signed by us is seen behind. */
function isToken(token: string): boolean {
  try {
    return (
      token.split('.').length === 3 && token.split('.', 2).every((part) => typeof JSON.parse(Buffer.from(part, 'base64url').toString()) === 'object')
    )
  } catch {
    return false
  }
}

function unsound(body: unknown): Response | undefined {
  if (typeof body !== 'object' || body === null) return badJson()
  const given = body as Record<string, unknown>
  if (TEXTS.some((key) => given[key] !== undefined && given[key] !== null && typeof given[key] !== 'string'))
    return invalid('邮箱、手机号和密码应为文字')
  return ['limit', 'offset'].some((key) => Number(given[key]) < 0) ? invalid('起止位置不能为负数') : undefined
}

/** The request to pass on, or the refusal. */
export async function soundRequest(request: Request): Promise<Request | Response> {
  const { pathname, searchParams } = new URL(request.url)
  if (!/^\/(auth|storage)\/v1(\/|$)/.test(pathname)) return request
  if (/%00/.test(pathname)) return invalid('网址中有无效字符')
  const token = searchParams.get('token')
  if (token && request.method === 'GET' && SIGNED.test(pathname) && !isToken(token)) return refusal('InvalidJWT', '链接无效，请重新打开页面')
  if (!request.body || !JSON_BODY.test(pathname)) return request
  const text = await request.text()
  const headers = new Headers(request.headers)
  headers.delete('content-length')
  if (text !== '') {
    // Postgres keeps no NUL in a text.
    if (/\0|\\u0000/.test(text)) return invalid('内容中有无效字符')
    try {
      const refused = unsound(JSON.parse(text))
      if (refused) return refused
    } catch {
      return badJson()
    }
  }
  return new Request(request.url, { method: request.method, headers, body: text, signal: request.signal })
}
