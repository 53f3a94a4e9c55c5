/** Runs the edge functions in one Deno process that may reach this stack, read the sources, and nothing else. */
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as delay } from 'node:timers/promises'
import { StackError } from './errors.ts'
import { projectDir } from './migrate.ts'
import { supervise, type Running, type Supervised } from './supervise.ts'

export const functionsDir = path.join(projectDir, 'supabase/functions')

export interface FunctionsOptions {
  folder?: string
  /** What `Deno.env.get` sees; nothing of our own environment does. */
  env: Record<string, string>
  /** Where Deno keeps what it has compiled. */
  cacheDir: string
  /** host:port pairs the functions may call. */
  allowNet: string[]
  log: (line: string) => void
  onGiveUp: (error: Error) => void
}

interface DenoProcess extends Running {
  kill(): void
  readonly port: number
  readonly pid: number
}

const router = path.join(import.meta.dirname, 'functions/router.ts')
const START_TIMEOUT_MS = 30_000
const HANG_MS = 5000

/** The real program: the npm wrapper would be a second process between us and it. */
function denoProgram(): string {
  const name = `${process.platform}-${process.arch}`
  const suffix = process.platform === 'linux' ? '-glibc' : ''
  const native = path.join(projectDir, 'node_modules/@deno', `${name}${suffix}`, 'deno')
  return fs.existsSync(native) ? native : path.join(projectDir, 'node_modules/.bin/deno')
}

async function startDeno({ folder = functionsDir, env, cacheDir, allowNet, log }: FunctionsOptions): Promise<DenoProcess> {
  const config = path.join(functionsDir, 'deno.json')
  const child = spawn(
    denoProgram(),
    [
      'run',
      '--quiet',
      '--no-prompt',
      '--cached-only',
      '--no-lock',
      '--node-modules-dir=manual',
      ...(fs.existsSync(config) ? [`--config=${config}`] : []),
      `--allow-net=127.0.0.1:0,${allowNet.join(',')}`,
      `--allow-read=${[folder, functionsDir, path.join(projectDir, 'node_modules'), path.join(projectDir, 'package.json')].join(',')}`,
      `--allow-env`,
      '--v8-flags=--max-old-space-size=512',
      router,
      folder,
    ],
    {
      cwd: projectDir,
      env: { PATH: process.env.PATH ?? '', DENO_DIR: cacheDir, DENO_NO_UPDATE_CHECK: '1', DO_NOT_TRACK: '1', NO_COLOR: '1', ...env },
      stdio: ['pipe', 'pipe', 'pipe'],
      detached: true,
    },
  )
  const exited = new Promise<void>((resolve) => {
    child.once('exit', () => resolve())
    child.once('error', () => resolve())
  })
  child.stdin.on('error', () => undefined)
  createInterface({ input: child.stderr }).on('line', (line) => log(`[functions] ${line}`))
  const lines = createInterface({ input: child.stdout })
  const port = await new Promise<number>((resolve, reject) => {
    const fail = () => reject(new StackError('边缘函数进程（Deno）没有启动成功。', '请在项目目录重新运行 npm ci；详情见上方日志。'))
    const timer = setTimeout(fail, START_TIMEOUT_MS)
    lines.on('line', (line) => {
      const match = /^\{"listening":(\d+)\}$/.exec(line)
      if (!match) return log(`[functions] ${line}`)
      clearTimeout(timer)
      resolve(Number(match[1]))
    })
    void exited.then(fail)
  }).catch((error: unknown) => {
    child.kill('SIGKILL')
    throw error
  })
  return {
    port,
    pid: child.pid ?? 0,
    exited,
    kill: () => void child.kill('SIGKILL'),
    async stop() {
      child.stdin.end()
      child.kill('SIGTERM')
      const late = setTimeout(() => child.kill('SIGKILL'), 3000)
      await exited
      clearTimeout(late)
    },
  }
}

const isAnswering = async (port: number, limitMs: number) => {
  try {
    return (await fetch(`http://127.0.0.1:${port}/_health`, { signal: AbortSignal.timeout(limitMs) })).ok
  } catch {
    return false
  }
}

/** A function that never lets go of the processor stops all others; hosted ends it after two seconds of work. */
function watch(deno: DenoProcess, log: (line: string) => void): void {
  let misses = 0
  const timer = setInterval(async () => {
    misses = (await isAnswering(deno.port, HANG_MS)) ? 0 : misses + 1
    if (misses < 2) return
    clearInterval(timer)
    log('边缘函数进程长时间没有响应，正在结束它')
    deno.kill()
  }, HANG_MS)
  timer.unref()
  void deno.exited.then(() => clearInterval(timer))
}

export interface Functions {
  fetch(request: Request): Promise<Response>
  healthy(): Promise<boolean>
  readonly pid: number | undefined
  /** Starts the process anew, to pick up changed sources. */
  restart(): Promise<void>
  stop(): Promise<void>
}

const away = () =>
  Response.json({ error: { code: 'function.unavailable', message: '服务正在恢复，请稍后再试' } }, { status: 503, headers: { 'retry-after': '1' } })

/** /functions/v1/<name>/rest → /<name>/rest on the process. */
function forwarded(request: Request, port: number): Request {
  const url = new URL(request.url)
  const target = `http://127.0.0.1:${port}${url.pathname.replace(/^\/functions\/v1/, '')}${url.search}`
  const headers = new Headers(request.headers)
  headers.delete('connection')
  headers.delete('content-length')
  headers.delete('transfer-encoding')
  headers.set('x-forwarded-host', url.host)
  const init: RequestInit & { duplex: 'half' } = {
    method: request.method,
    headers,
    body: request.body,
    signal: request.signal,
    redirect: 'manual',
    duplex: 'half',
  }
  return new Request(target, init)
}

/** The body arrives decoded already. */
function received(response: Response): Response {
  const headers = new Headers(response.headers)
  headers.delete('content-encoding')
  headers.delete('content-length')
  return new Response(response.body, { status: response.status, headers })
}

export async function startFunctions(options: FunctionsOptions): Promise<Functions> {
  const host: Supervised<DenoProcess> = await supervise({
    name: '边缘函数',
    async start() {
      const deno = await startDeno(options)
      watch(deno, options.log)
      return deno
    },
    log: options.log,
    onGiveUp: options.onGiveUp,
  })
  return {
    async fetch(request) {
      // A request without a body may be sent again when the process ends under it; the caller repeats the others.
      for (let attempt = 1; attempt <= 2; attempt += 1) {
        const deno = await host.ready(5000)
        if (!deno) break
        try {
          return received(await fetch(forwarded(request, deno.port)))
        } catch (error) {
          if (request.signal.aborted) throw error
          if (request.body) break
          await delay(50)
        }
      }
      return away()
    },
    healthy: async () => (host.current ? isAnswering(host.current.port, 2000) : false),
    get pid() {
      return host.current?.pid
    },
    restart: () => host.restart(),
    stop: () => host.stop(),
  }
}
