/** Serves the built single-page app: hashed assets for ever, everything else revalidated, unknown paths the index. */
import { createHash } from 'node:crypto'
import fs from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.geojson': 'application/geo+json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
}

const COMPRESSIBLE = /^(text\/|application\/(json|geo\+json|manifest\+json|wasm)|image\/svg)/
const compressBrotli = promisify(brotliCompress)
const compressGzip = promisify(gzip)

type Encoding = 'br' | 'gzip' | 'identity'

interface Entry {
  stamp: string
  etag: string
  type: string
  raw: Buffer
  encoded: Map<Encoding, Promise<Buffer>>
  /** Hashes of the inline scripts of a page, for its content policy. */
  scripts: string[]
}

function inlineScripts(html: string): string[] {
  const found = html.matchAll(/<script(?![^>]*\ssrc=)([^>]*)>([\s\S]*?)<\/script>/g)
  return [...found].map(
    (match) =>
      `'sha256-${createHash('sha256')
        .update(match[2] ?? '')
        .digest('base64')}'`,
  )
}

/** Strict but for styles: antd writes its styles into the page. `'self'` alone does not cover wss in older browsers. */
function contentPolicy(scripts: string[], host: string): string {
  return [
    "default-src 'self'",
    ["script-src 'self'", ...scripts].join(' '),
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    `connect-src 'self' ws://${host} wss://${host}`,
    "worker-src 'self' blob:",
    "manifest-src 'self'",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}

export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(self), geolocation=(self), microphone=(), payment=(), usb=()',
}

export interface StaticSite {
  respond(method: string, pathname: string, headers: { accept: string; encoding: string; etag: string }, host: string): Promise<Response>
}

export function createStaticSite(folder: string): StaticSite {
  const cache = new Map<string, Entry>()

  async function load(relative: string): Promise<Entry | undefined> {
    const file = path.join(folder, relative)
    if (file !== folder && !file.startsWith(folder + path.sep)) return undefined
    const stat = await fs.stat(file).catch(() => undefined)
    if (!stat?.isFile()) return undefined
    const stamp = `${stat.mtimeMs}-${stat.size}`
    // By the file, however the way to it was spelt.
    const known = cache.get(file)
    if (known?.stamp === stamp) return known
    const raw = await fs.readFile(file)
    const type = TYPES[path.extname(file).toLowerCase()] ?? 'application/octet-stream'
    const entry: Entry = {
      stamp,
      etag: `"${createHash('sha256').update(raw).digest('base64url').slice(0, 22)}"`,
      type,
      raw,
      encoded: new Map(),
      scripts: type.startsWith('text/html') ? inlineScripts(raw.toString('utf8')) : [],
    }
    cache.set(file, entry)
    return entry
  }

  /** Compressed at the first request and kept. */
  function encode(entry: Entry, encoding: Encoding): Promise<Buffer> {
    const known = entry.encoded.get(encoding)
    if (known) return known
    const made =
      encoding === 'br'
        ? compressBrotli(entry.raw, {
            params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: entry.raw.length },
          })
        : encoding === 'gzip'
          ? compressGzip(entry.raw)
          : Promise.resolve(entry.raw)
    entry.encoded.set(encoding, made)
    return made
  }

  function chooseEncoding(entry: Entry, accepted: string): Encoding {
    if (entry.raw.length < 1024 || !COMPRESSIBLE.test(entry.type)) return 'identity'
    if (/\bbr\b/.test(accepted)) return 'br'
    return /\bgzip\b/.test(accepted) ? 'gzip' : 'identity'
  }

  return {
    async respond(method, pathname, { accept, encoding: accepted, etag }, host) {
      if (method !== 'GET' && method !== 'HEAD') return new Response('method not allowed', { status: 405, headers: { allow: 'GET, HEAD' } })
      let decoded: string
      try {
        decoded = decodeURIComponent(pathname)
      } catch {
        return new Response('bad request', { status: 400 })
      }
      const asked = decoded.includes('\0') ? undefined : await load(decoded)
      const looksLikeFile = /\.[a-z0-9]{2,12}$/i.test(decoded)
      // A missing asset is missing: answering the page would only confuse the browser that runs an older build.
      const entry = asked ?? (looksLikeFile && !accept.includes('text/html') ? undefined : await load('index.html'))
      if (!entry) return new Response('not found', { status: 404, headers: { 'content-type': 'text/plain; charset=utf-8', ...SECURITY_HEADERS } })
      const headers = new Headers(SECURITY_HEADERS)
      headers.set('content-type', entry.type)
      headers.set('etag', entry.etag)
      headers.set('vary', 'accept-encoding')
      headers.set('cross-origin-resource-policy', 'same-origin')
      headers.set('cache-control', asked && decoded.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache')
      if (entry.type.startsWith('text/html')) headers.set('content-security-policy', contentPolicy(entry.scripts, host))
      if (etag && etag.split(/\s*,\s*/).some((tag) => tag.replace(/^W\//, '') === entry.etag)) return new Response(null, { status: 304, headers })
      const encoding = chooseEncoding(entry, accepted)
      const body = await encode(entry, encoding)
      if (encoding !== 'identity') headers.set('content-encoding', encoding)
      headers.set('content-length', String(body.length))
      return new Response(new Uint8Array(body.buffer, body.byteOffset, body.byteLength) as Uint8Array<ArrayBuffer>, {
        status: 200,
        headers,
      })
    },
  }
}
