/**
 * The one wrapper of every edge function: CORS, who may call, clients with exactly those rights, one error shape.
 * `auth`: public = anybody; user = an officer's token, whose rights the database checks; service = our own outbox.
 */
import { AsyncLocalStorage } from 'node:async_hooks'
import { createClient, type SupabaseClient } from '@supabase/supabase-js'
import type { Database } from './contract/database.types.ts'
import { FunctionError } from './errors.ts'
import { networkOf } from './network.ts'

export type Client = SupabaseClient<Database>

export interface Context {
  /** Acts with the service key; public functions use it for the few RPCs that are granted to it. */
  service: Client
  /** Acts with the caller's own token. */
  caller: Client
  /** The caller's network as the gateway saw it; what quotas count. */
  network: string
  requestId: string
  env: (name: string) => string
  /** What an installation may leave out. */
  option: (name: string) => string | undefined
}

export type Handler = (request: Request, context: Context) => Promise<unknown>

const corsHeaders = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': 'authorization, apikey, content-type, idempotency-key, x-proof, x-client-info, x-request-id',
  'access-control-expose-headers': 'x-request-id',
  'access-control-allow-methods': 'POST, OPTIONS',
}

function env(name: string): string {
  const value = Deno.env.get(name)
  if (!value) throw new Error(`environment variable ${name} is missing`)
  return value
}

function answer(status: number, body: unknown, requestId: string): Response {
  return Response.json(body, { status, headers: { ...corsHeaders, 'cache-control': 'no-store', 'x-request-id': requestId } })
}

function isSame(a: string, b: string): boolean {
  const [x, y] = [new TextEncoder().encode(a), new TextEncoder().encode(b)]
  let difference = x.length ^ y.length
  for (let i = 0; i < x.length; i += 1) difference |= (x[i] ?? 0) ^ (y[i % y.length] ?? 0)
  return difference === 0
}

/** Whose request is being answered, wherever in the function that is. */
const requests = new AsyncLocalStorage<string>()

/** One client serves many requests; each call carries the identity of the one it is made for, into the audit log. */
const identified: typeof fetch = (input, init) => {
  const headers = new Headers(init?.headers ?? (input instanceof Request ? input.headers : undefined))
  const id = requests.getStore()
  if (id) headers.set('x-request-id', id)
  return fetch(input, { ...init, headers })
}

function clientFor(key: string, token: string | null): Client {
  return createClient<Database>(env('SUPABASE_URL'), key, {
    auth: { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false },
    global: { fetch: identified, headers: token ? { authorization: token } : {} },
  })
}

let serviceClient: Client | undefined

/** Made when they are asked for: most functions need one of the two. */
function contextOf(request: Request, requestId: string, token: string | null): Context {
  let caller: Client | undefined
  return {
    get service() {
      return (serviceClient ??= clientFor(env('SUPABASE_SERVICE_ROLE_KEY'), null))
    },
    get caller() {
      return (caller ??= clientFor(env('SUPABASE_ANON_KEY'), token))
    },
    network: networkOf(request.headers.get('x-forwarded-for')?.split(',')[0]?.trim() ?? 'unknown'),
    requestId,
    env,
    option: (name) => Deno.env.get(name) || undefined,
  }
}

export function serve(auth: 'public' | 'user' | 'service', handler: Handler): void {
  Deno.serve(async (request: Request) => {
    const requestId = request.headers.get('x-request-id') ?? crypto.randomUUID()
    if (request.method === 'OPTIONS') return new Response(null, { status: 204, headers: corsHeaders })
    try {
      if (request.method !== 'POST') throw new FunctionError(405, 'method.not_allowed', '请使用 POST 方法')
      const token = request.headers.get('authorization')
      if (auth === 'service' && !isSame(token ?? '', `Bearer ${env('SUPABASE_SERVICE_ROLE_KEY')}`))
        throw new FunctionError(401, 'auth.required', '该接口只供系统内部调用')
      if (auth === 'user' && !token) throw new FunctionError(401, 'auth.required', '请登录后再操作')
      const context = contextOf(request, requestId, auth === 'user' ? token : null)
      const body = await requests.run(requestId, () => handler(request, context))
      return answer(200, body, requestId)
    } catch (error) {
      if (error instanceof FunctionError) {
        // Shown with its number, so that is where it is looked for.
        if (error.status >= 500) console.error(JSON.stringify({ requestId, error: error.code }))
        return answer(error.status, { error: { code: error.code, message: error.message, field: error.field, params: error.params } }, requestId)
      }
      console.error(JSON.stringify({ requestId, error: error instanceof Error ? (error.stack ?? error.message) : String(error) }))
      return answer(500, { error: { code: 'service.failed', message: '系统出错，请稍后重试；如仍不成功请联系平台管理人员' } }, requestId)
    }
  })
}
