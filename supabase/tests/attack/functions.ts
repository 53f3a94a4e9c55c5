/** The edge functions in this process: each is imported once, and asks whichever API its request came in by. */
import { AsyncLocalStorage } from 'node:async_hooks'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { PUBLISHABLE_KEY } from '../../local/secrets.ts'

type Ask = (request: Request) => Promise<Response>

const folder = path.resolve(import.meta.dirname, '../../functions')
const behind = new AsyncLocalStorage<Ask>()
const known = new Map<string, Ask>()

export const functionNames = readdirSync(folder).filter((name) => existsSync(path.join(folder, name, 'index.ts')))

/** Fields that a function reads, by the words of its own text and of what all share. */
export function fieldsOf(name: string): string[] {
  const text = [path.join(name, 'handler.ts'), '_shared/citizen.ts'].map((file) => readFileSync(path.join(folder, file), 'utf8')).join('\n')
  return [...new Set([...text.matchAll(/\b(\w+): z\./g)].map(([, field]) => field ?? ''))]
}

/** What Deno gives them: a place to serve and an environment. */
async function load(siteUrl: string, serviceKey: string): Promise<void> {
  const env: Record<string, string> = {
    SUPABASE_URL: siteUrl,
    SUPABASE_ANON_KEY: PUBLISHABLE_KEY,
    SUPABASE_SERVICE_ROLE_KEY: serviceKey,
    REPORTER_KEY: Buffer.alloc(32, 7).toString('base64'),
  }
  const { fetch } = globalThis
  globalThis.fetch = (input, init) => {
    const ask = behind.getStore()
    return ask ? ask(new Request(input, init)) : fetch(input, init)
  }
  let name = ''
  const deno = { serve: (ask: Ask) => void known.set(name, ask), env: { get: (key: string) => env[key] } }
  Object.assign(globalThis, { Deno: deno })
  for (name of functionNames) await import(/* @vite-ignore */ pathToFileURL(path.join(folder, name, 'index.ts')).href)
}

let loading: Promise<void> | undefined

export async function askFunction(request: Request, api: Ask, siteUrl: string, serviceKey: string): Promise<Response> {
  await (loading ??= load(siteUrl, serviceKey))
  const ask = known.get(new URL(request.url).pathname.split('/')[3] ?? '')
  return ask ? behind.run(api, () => ask(request)) : new Response('', { status: 404 })
}
