/** Runs the edge functions in one Deno process that may reach this stack, read the sources, and nothing else. */
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import http from 'node:http'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { StackError } from './errors.ts'
import type { Passage } from './gateway.ts'
import { projectDir } from './migrate.ts'
import { createProxy, type Upstream } from './proxy.ts'
import { endWhenSilent, supervise, type Running, type Supervised } from './supervise.ts'

export const functionsDir = path.join(projectDir, 'supabase/functions')

export interface FunctionsOptions {
  folder?: string
  /** What `Deno.env.get` sees; nothing of our own environment does. */
  env: Record<string, string>
  /** Where Deno keeps what it has compiled. */
  cacheDir: string
  /** host:port pairs the functions may call. */
  allowNet: string[]
  /** What they ask of the API there goes to its sockets, and not once more through the gateway. */
  api: { url: string; sockets: string[] }
  log: (line: string) => void
  onGiveUp: (error: Error) => void
}

interface DenoProcess extends Running {
  kill(): void
  readonly port: number
  readonly pid: number
  readonly upstream: Upstream
}

const router = path.join(import.meta.dirname, 'functions/router.ts')
const START_TIMEOUT_MS = 30_000

/** The real program: the npm wrapper would be a second process between us and it. */
function denoProgram(): string {
  const name = `${process.platform}-${process.arch}`
  const suffix = process.platform === 'linux' ? '-glibc' : ''
  const native = path.join(projectDir, 'node_modules/@deno', `${name}${suffix}`, 'deno')
  return fs.existsSync(native) ? native : path.join(projectDir, 'node_modules/.bin/deno')
}

async function startDeno({ folder = functionsDir, env, cacheDir, allowNet, api, log }: FunctionsOptions): Promise<DenoProcess> {
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
      `--allow-net=${['127.0.0.1:0', ...allowNet, ...api.sockets.map((socket) => `unix:${socket}`)].join(',')}`,
      `--allow-read=${[folder, functionsDir, path.join(projectDir, 'node_modules'), path.join(projectDir, 'package.json'), ...api.sockets].join(',')}`,
      // Deno counts sending to a socket as writing.
      `--allow-write=${api.sockets.join(',')}`,
      `--allow-env`,
      '--v8-flags=--max-old-space-size=512',
      router,
      folder,
      api.url,
      ...api.sockets,
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
  const agent = new http.Agent({ keepAlive: true, maxFreeSockets: 64 })
  void exited.then(() => agent.destroy())
  return {
    port,
    pid: child.pid ?? 0,
    upstream: { agent, port },
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

const isAnswering = async ({ port }: DenoProcess, limitMs: number) => {
  try {
    return (await fetch(`http://127.0.0.1:${port}/_health`, { signal: AbortSignal.timeout(limitMs) })).ok
  } catch {
    return false
  }
}

export interface Functions {
  /** /functions/v1 */
  handle: Passage
  healthy(): Promise<boolean>
  readonly pid: number | undefined
  /** Starts the process anew, to pick up changed sources. */
  restart(): Promise<void>
  stop(): Promise<void>
}

const away = () =>
  Response.json({ error: { code: 'function.unavailable', message: '服务正在恢复，请稍后再试' } }, { status: 503, headers: { 'retry-after': '1' } })

export async function startFunctions(options: FunctionsOptions): Promise<Functions> {
  const host: Supervised<DenoProcess> = await supervise({
    name: '边缘函数',
    async start() {
      const deno = await startDeno(options)
      // Hosted ends a function after two seconds of work.
      endWhenSilent(deno, isAnswering, () => options.log('边缘函数进程长时间没有响应，正在结束它'))
      return deno
    },
    log: options.log,
    onGiveUp: options.onGiveUp,
  })
  return {
    handle: createProxy({
      upstream: async () => (await host.ready(5000))?.upstream,
      // /functions/v1/<name>/rest is /<name>/rest on the process.
      path: ({ pathname, search }) => pathname.replace(/^\/functions\/v1/, '') + search,
      requestHeaders: ({ url }) => ({ 'x-forwarded-host': url.host }),
      away,
    }),
    healthy: async () => (host.current ? isAnswering(host.current, 2000) : false),
    get pid() {
      return host.current?.pid
    },
    restart: () => host.restart(),
    stop: () => host.stop(),
  }
}
