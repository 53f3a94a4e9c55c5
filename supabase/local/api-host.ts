/** Keeps the processes of the API running and hands them what the gateway receives, in turn. */
import { fork } from 'node:child_process'
import http from 'node:http'
import path from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import type { ApiOptions } from './api.ts'
import type { ApiSockets } from './api-sockets.ts'
import { limitSignIns, isSignIn } from './auth-limits.ts'
import { StackError } from './errors.ts'
import type { Passage } from './gateway.ts'
import { privacy, toRequest } from './http.ts'
import { createAttemptHook } from './password-attempts.ts'
import { ask, createProxy, Unanswered, type Upstream } from './proxy.ts'
import { endWhenSilent, supervise, type Running, type Supervised } from './supervise.ts'

export interface ToWorker {
  start?: { options: ApiOptions; socketPath: string; patienceMs: number }
  reload?: true
  stop?: true
}

export interface FromWorker {
  listening?: true
  failed?: string
}

export interface ApiHost {
  /** /rest, /auth, /storage */
  handle: Passage
  /** Has every process read the catalogue again, e.g. after migrations. */
  reloadSchema(): void
  healthy(): Promise<boolean>
  readonly pids: number[]
  stop(): Promise<void>
}

export interface ApiHostOptions extends ApiOptions {
  log: (line: string) => void
  onGiveUp: (error: Error) => void
}

interface Worker extends Running {
  readonly pid: number
  readonly upstream: Upstream
  tell(message: ToWorker): void
  kill(): void
}

const script = path.join(import.meta.dirname, 'api-worker.ts')
/** How long a new process waits for a database that is away; the first one finds it there. */
const PATIENCE_MS = 60_000

interface Start extends NonNullable<ToWorker['start']> {
  log: (line: string) => void
  /** Ends even a process that is still waiting for its database. */
  stopping: AbortSignal
}

async function startWorker({ log, stopping, ...start }: Start): Promise<Worker> {
  // Its own session: Ctrl-C in the terminal reaches us, and we stop it in order.
  const child = fork(script, { execArgv: [], stdio: ['ignore', 'pipe', 'pipe', 'ipc'], detached: true })
  const exited = new Promise<void>((resolve) => {
    child.once('exit', () => resolve())
    child.once('error', () => resolve())
  })
  for (const output of [child.stdout, child.stderr] as Readable[]) createInterface({ input: output }).on('line', (line) => log(`[api] ${line}`))
  const tell = (message: ToWorker) => void (child.connected && child.send(message, () => undefined))
  const agent = new http.Agent({ keepAlive: true, maxFreeSockets: 64 })
  void exited.then(() => agent.destroy())
  let onStop = () => undefined as void
  await new Promise<void>((resolve, reject) => {
    const fail = (reason = '') => reject(new StackError(`接口进程没有启动成功。${reason}`, '详情见上方日志。'))
    child.on('message', ({ listening, failed }: FromWorker) => (listening ? resolve() : fail(failed)))
    void exited.then(() => fail())
    onStop = () => fail()
    stopping.addEventListener('abort', onStop)
    tell({ start })
  })
    .catch((error: unknown) => {
      child.kill('SIGKILL')
      throw error
    })
    .finally(() => stopping.removeEventListener('abort', onStop))
  return {
    pid: child.pid ?? 0,
    upstream: { agent, socketPath: start.socketPath },
    exited,
    tell,
    kill: () => void child.kill('SIGKILL'),
    async stop() {
      tell({ stop: true })
      const late = setTimeout(() => child.kill('SIGKILL'), 5000)
      await exited
      clearTimeout(late)
    },
  }
}

const isAlive = ({ upstream }: Worker, limitMs: number) =>
  ask(upstream, new Request('http://localhost/_alive', { signal: AbortSignal.timeout(limitMs) }))
    .then(({ ok }) => ok)
    .catch(() => false)

const away = () =>
  Response.json(
    { code: 'PGRST000', message: '服务正在恢复，请稍后再试', details: null, hint: null },
    { status: 503, headers: { 'retry-after': '1' } },
  )

export async function startApiHost({ log, onGiveUp, ...options }: ApiHostOptions, sockets: ApiSockets): Promise<ApiHost> {
  const workers: Supervised<Worker>[] = []
  const stopping = new AbortController()
  const stop = async () => {
    stopping.abort()
    await Promise.all(workers.map((worker) => worker.stop()))
    sockets.remove()
  }
  const startOne = async (socketPath: string, index: number) => {
    let patienceMs = 0
    const name = sockets.paths.length > 1 ? `接口 ${index + 1}` : '接口'
    const start = async () => {
      const worker = await startWorker({ options, socketPath, patienceMs, log, stopping: stopping.signal })
      patienceMs = PATIENCE_MS
      endWhenSilent(worker, isAlive, () => log(`${name} 长时间没有响应，正在结束它`))
      return worker
    }
    workers.push(await supervise({ name, start, log, onGiveUp }))
  }
  try {
    await Promise.all(sockets.paths.map(startOne))
  } catch (error) {
    await stop()
    throw error
  }

  let turn = 0
  async function upstream(): Promise<Upstream | undefined> {
    turn = (turn + 1) % workers.length
    const next = workers[turn]?.current ?? workers.find(({ current }) => current)?.current ?? (await workers[turn]?.ready(5000))
    return next?.upstream
  }
  const pass = createProxy({ upstream, path: (url) => url.pathname + url.search, answerHeaders: privacy, away })
  const attempted = createAttemptHook(options.catalogueUrl, log)
  const signIn = limitSignIns(async (request) => {
    const next = await upstream()
    if (!next) return away()
    const kept = request.clone()
    try {
      const response = await ask(next, request)
      await attempted(kept, response.status)
      return response
    } catch (error) {
      if (error instanceof Unanswered) return away()
      throw error
    }
  })

  return {
    async handle(incoming, outgoing, asked) {
      // Counted in one place, whichever process answers.
      if (!isSignIn(incoming.method ?? '', asked.url)) return pass(incoming, outgoing, asked)
      const response = await signIn(toRequest(incoming, outgoing, asked))
      for (const [name, value] of Object.entries(privacy(asked))) response.headers.set(name, value)
      return response
    },
    reloadSchema: () => workers.forEach(({ current }) => current?.tell({ reload: true })),
    async healthy() {
      return (await Promise.all(workers.map(({ current }) => current !== undefined && isAlive(current, 2000)))).every(Boolean)
    },
    get pids() {
      return workers.flatMap(({ current }) => current?.pid ?? [])
    },
    stop,
  }
}
