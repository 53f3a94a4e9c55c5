/**
 * A signed URL opens a file for whoever holds it, so it is short-lived, whatever was asked for. And two places where
 * @supabase/lite and storage-js do not understand each other:
 * - storage-js sends a file in a multipart field with an empty name, lite looks for `file`;
 * - lite answers `signedUrl` with the full path, storage-js reads `signedURL` relative to /storage/v1.
 */
const PREFIX = '/storage/v1'
const UPLOAD = /^\/storage\/v1\/object\/(?!list\/|sign\/|info\/|move$|copy$)/
const SIGN = /^\/storage\/v1\/object\/(upload\/)?sign\//

const MAX_SIGNED_SECONDS = 300

/** Percent signs undone, as the router behind does before it looks. */
const decoded = (pathname: string) => pathname.replace(/%([0-9a-f]{2})/gi, (_match, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))

function withShortLife(text: string): string {
  try {
    const body: unknown = JSON.parse(text)
    if (typeof body !== 'object' || body === null || !('expiresIn' in body)) return text
    const seconds = Number(body.expiresIn)
    return Number.isNaN(seconds) ? text : JSON.stringify({ ...body, expiresIn: Math.min(seconds, MAX_SIGNED_SECONDS) })
  } catch {
    return text
  }
}

export async function bridgeSigning(request: Request): Promise<Request> {
  if (request.method !== 'POST' || !SIGN.test(decoded(new URL(request.url).pathname))) return request
  const headers = new Headers(request.headers)
  headers.delete('content-length')
  const body = withShortLife(await request.text())
  return new Request(request.url, { method: 'POST', headers, body, signal: request.signal })
}

const toBase64 = (text: string) => Buffer.from(text, 'utf8').toString('base64')

/** A multipart upload becomes a plain one: the file as body, its options as headers. */
export async function bridgeUpload(request: Request): Promise<Request> {
  const { pathname } = new URL(request.url)
  const isUpload = (request.method === 'POST' || request.method === 'PUT') && UPLOAD.test(pathname)
  if (!isUpload || !request.headers.get('content-type')?.startsWith('multipart/form-data')) return request
  const form = await request.formData()
  const file = form.get('') ?? form.get('file')
  const headers = new Headers(request.headers)
  headers.delete('content-length')
  if (!(file instanceof Blob)) return new Request(request, { body: null, headers })
  headers.set('content-type', file.type || 'application/octet-stream')
  headers.set('content-length', String(file.size))
  const cacheControl = form.get('cacheControl')
  if (typeof cacheControl === 'string') headers.set('cache-control', `max-age=${cacheControl}`)
  const metadata = form.get('metadata')
  if (typeof metadata === 'string') headers.set('x-metadata', toBase64(metadata))
  return new Request(request.url, { method: request.method, headers, body: await file.arrayBuffer() })
}

const relative = (url: string) => (url.startsWith(PREFIX) ? url.slice(PREFIX.length) : url)

function withSignedUrl(entry: unknown): unknown {
  if (typeof entry !== 'object' || entry === null || !('signedUrl' in entry) || 'signedURL' in entry) return entry
  const { signedUrl, ...rest } = entry
  const url = typeof signedUrl === 'string' && signedUrl ? relative(signedUrl) : null
  return { ...rest, signedURL: url, url }
}

export async function bridgeSignedUrls(request: Request, response: Response): Promise<Response> {
  if (request.method !== 'POST' || !response.ok || !SIGN.test(new URL(request.url).pathname)) return response
  const body: unknown = await response.json()
  const headers = new Headers(response.headers)
  headers.delete('content-length')
  return new Response(JSON.stringify(Array.isArray(body) ? body.map(withSignedUrl) : withSignedUrl(body)), {
    status: response.status,
    headers,
  })
}
