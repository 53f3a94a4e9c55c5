/**
 * The edge runtime's stand-in, run by Deno: imports supabase/functions/<name>/index.ts at the first call, takes the
 * handler it gives to `Deno.serve`, and answers /<name>. Ends when its parent does (standard input closes).
 */
declare const Deno: {
  args: string[]
  exit(code: number): never
  stdin: { readable: ReadableStream<Uint8Array> }
  serve: unknown
  createHttpClient(options: { proxy: { transport: 'unix'; path: string } }): object
}

import process from 'node:process'

type Handler = (request: Request, info: object) => Response | Promise<Response>
type Serve = (options: object, handler: Handler) => { addr: { port: number } }

// Libraries that may write files ask for it as they load; to answer, Deno would have to show them all of the machine.
process.umask = () => 0o22

const [folder = '', apiUrl = '', ...sockets] = Deno.args
const realServe = Deno.serve as Serve
const handlers = new Map<string, Promise<Handler>>()

/** Signing in is left to the gateway, which counts the attempts. */
const ofApi = [`${apiUrl}/rest/v1/`, `${apiUrl}/storage/v1/`]
const clients = sockets.map((path) => Deno.createHttpClient({ proxy: { transport: 'unix', path } }))
const realFetch = globalThis.fetch
let turn = 0

/** Straight to the processes of the API, in turn. One that is just starting again is waited for by the gateway. */
const nearFetch: typeof fetch = async (input, init) => {
  const client = clients[turn++ % clients.length]
  if (!client || input instanceof Request || !ofApi.some((start) => String(input).startsWith(start))) return realFetch(input, init)
  try {
    return await realFetch(input, { ...init, client } as RequestInit)
  } catch (error) {
    // A write may be asked for once more only if nothing of it was sent.
    const isRead = /^(GET|HEAD)$/i.test(init?.method ?? 'GET')
    if (error instanceof TypeError && (isRead || error.message.includes('(Connect)'))) return realFetch(input, init)
    throw error
  }
}
globalThis.fetch = nearFetch

let capture: ((handler: Handler) => void) | undefined

const isHandler = (value: unknown): value is Handler => typeof value === 'function'

/** `Deno.serve(handler)`, `Deno.serve(options, handler)` and `Deno.serve({ handler })` are all in use. */
function handlerOf(args: unknown[]): Handler | undefined {
  const direct = args.find(isHandler)
  if (direct) return direct
  const options = args[0]
  return typeof options === 'object' && options !== null && 'handler' in options && isHandler(options.handler) ? options.handler : undefined
}

Object.defineProperty(Deno, 'serve', {
  value(...args: unknown[]) {
    const handler = handlerOf(args)
    if (handler) capture?.(handler)
    return { finished: Promise.resolve(), shutdown: () => Promise.resolve(), ref() {}, unref() {}, addr: { port: 0 } }
  },
})

// Imports run one after the other, so each handler belongs to the module that is being imported.
let queue: Promise<unknown> = Promise.resolve()

function load(name: string): Promise<Handler> {
  const known = handlers.get(name)
  if (known) return known
  const loading = queue.then(async () => {
    let found: Handler | undefined
    capture = (handler) => {
      found ??= handler
    }
    try {
      const module: { default?: unknown } = await import(`${folder}/${name}/index.ts`)
      found ??= isHandler(module.default) ? module.default : undefined
    } finally {
      capture = undefined
    }
    if (!found) throw new Error(`${name} serves nothing`)
    return found
  })
  queue = loading.catch(() => undefined)
  handlers.set(name, loading)
  loading.catch(() => handlers.delete(name))
  return loading
}

const json = (status: number, code: string, message: string) =>
  new Response(JSON.stringify({ error: { code, message } }), { status, headers: { 'content-type': 'application/json; charset=utf-8' } })

async function answer(request: Request, info: object): Promise<Response> {
  const name = new URL(request.url).pathname.split('/')[1] ?? ''
  if (name === '_health') return new Response('ok')
  if (!/^[a-z0-9][a-z0-9-]{0,62}$/.test(name)) return json(404, 'function.not_found', '接口不存在')
  let handler: Handler
  try {
    handler = await load(name)
  } catch (error) {
    const missing = error instanceof Error && error.message.includes('Module not found') && error.message.includes(`${name}/index.ts`)
    if (missing) return json(404, 'function.not_found', '接口不存在')
    console.error(`function ${name} failed to load:`, error)
    return json(503, 'function.boot_error', '服务暂时不可用，请稍后再试')
  }
  try {
    return await handler(request, info)
  } catch (error) {
    console.error(`function ${name} failed:`, error)
    return json(500, 'function.crashed', '服务出错，请稍后再试')
  }
}

realServe(
  {
    hostname: '127.0.0.1',
    port: 0,
    onListen: ({ port }: { port: number }) => console.log(JSON.stringify({ listening: port })),
    onError: (error: unknown) => {
      console.error('functions:', error)
      return json(500, 'function.crashed', '服务出错，请稍后再试')
    },
  },
  answer,
)

for await (const _chunk of Deno.stdin.readable);
Deno.exit(0)
