/** The single-page app: the built one, or the dev server in this process with hot reload. */
import fs from 'node:fs'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import path from 'node:path'
import { projectDir } from './migrate.ts'
import { createStaticSite } from './static.ts'

export interface Site {
  respond(incoming: IncomingMessage, outgoing: ServerResponse, host: string): Promise<Response | undefined>
  close(): Promise<void>
}

export const distDir = path.join(projectDir, 'dist')

export function builtSite(folder = distDir): Site {
  const site = createStaticSite(folder)
  return {
    respond(incoming, _outgoing, host) {
      const { headers } = incoming
      const encoding = Array.isArray(headers['accept-encoding']) ? headers['accept-encoding'].join(',') : (headers['accept-encoding'] ?? '')
      const pathname = (incoming.url ?? '/').split('?', 1)[0] ?? '/'
      return site.respond(incoming.method ?? 'GET', pathname, { accept: headers.accept ?? '', encoding, etag: headers['if-none-match'] ?? '' }, host)
    },
    close: async () => undefined,
  }
}

export async function devSite(server: Server): Promise<Site> {
  const { createServer } = await import('vite')
  const vite = await createServer({
    configFile: path.join(projectDir, 'vite.config.ts'),
    server: { middlewareMode: true, ws: { server }, allowedHosts: true },
    appType: 'spa',
  })
  return {
    respond: (incoming, outgoing) =>
      new Promise((resolve) => {
        outgoing.once('finish', () => resolve(undefined))
        outgoing.once('close', () => resolve(undefined))
        vite.middlewares(incoming, outgoing, () => resolve(new Response('not found', { status: 404 })))
      }),
    close: () => vite.close(),
  }
}

function newest(target: string): number {
  const stat = fs.statSync(target, { throwIfNoEntry: false })
  if (!stat) return 0
  if (!stat.isDirectory()) return stat.mtimeMs
  return Math.max(
    0,
    ...fs
      .readdirSync(target)
      .filter((name) => name !== 'node_modules')
      .map((name) => newest(path.join(target, name))),
  )
}

const SOURCES = ['web', 'public', 'supabase/functions/_shared', 'supabase/seed/sites.ts', 'vite.config.ts', 'package-lock.json']

export function isBuildStale(): boolean {
  const built = fs.statSync(path.join(distDir, 'index.html'), { throwIfNoEntry: false })?.mtimeMs ?? 0
  return SOURCES.some((source) => newest(path.join(projectDir, source)) > built)
}
