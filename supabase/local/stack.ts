/** The whole of Supabase on one port of one machine, from npm packages only. */
import fs from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'
import { startApiHost } from './api-host.ts'
import { makeApiSockets } from './api-sockets.ts'
import { withClient } from './connections.ts'
import { startCron } from './cron.ts'
import { openDataDir } from './data-dir.ts'
import { startDatabase, writeSettings } from './database.ts'
import { hasRoom } from './disk.ts'
import { messageOf } from './errors.ts'
import { startFunctions } from './functions-host.ts'
import { startGateway, type Routes } from './gateway.ts'
import { dismiss } from './http.ts'
import { healthResponse, type Check } from './health.ts'
import { apiProcesses, thisMachine } from './machine.ts'
import { messageGateway } from './message-gateway.ts'
import { projectDir } from './migrate.ts'
import { startNet } from './net.ts'
import { startRealtime } from './realtime/server.ts'
import { loadSecrets, PUBLISHABLE_KEY, type Secrets } from './secrets.ts'
import { runSeed, type SeedResult } from './seeding.ts'
import { builtSite, devSite, type Site } from './site.ts'

export interface StackOptions {
  dataDir: string
  /** 0: any free port. */
  port: number
  host?: string
  /** Undefined: the site the folder has, or the default one. */
  site?: string
  /** No demo data. */
  empty?: boolean
  dev?: boolean
  /** A folder with its own supabase/ (migrations, functions, seed), for tests. */
  workdir?: string
  /** What to wait for before answering pages, e.g. a build under way. */
  siteReady?: Promise<void>
  log?: (line: string) => void
  /** A part could not be kept running; the stack has stopped. */
  onFailure?: (error: Error) => void
}

export interface Stack {
  readonly url: string
  /** As `postgres`. */
  readonly dbUrl: string
  readonly adminUrl: string
  readonly site: string
  readonly secrets: Secrets
  readonly publishableKey: string
  readonly seed: SeedResult
  readonly isNew: boolean
  pids(): { postgres: number | undefined; deno: number | undefined; api: number[] }
  stop(): Promise<void>
}

type Stopper = () => Promise<void>

const STOP_LIMIT_MS = 20_000

/** Where this machine reaches itself. */
const localHost = (host: string) => (/^(0\.0\.0\.0|::|localhost|127\..*|::1)$/.test(host) ? '127.0.0.1' : host)

const starting = () =>
  Response.json({ error: { code: 'starting', message: '系统正在启动，请稍候' } }, { status: 503, headers: { 'retry-after': '2' } })

const isWritable = async (folder: string) => fs.promises.access(folder, fs.constants.W_OK).then(() => true)

export async function startStack(options: StackOptions): Promise<Stack> {
  const { host = '127.0.0.1', empty = false, dev = false, workdir = projectDir, log = () => undefined } = options
  const stoppers: Stopper[] = []
  let stopping: Promise<void> | undefined
  /** In reverse: who uses a part stops before it. */
  async function drain(): Promise<void> {
    for (let stopper = stoppers.pop(); stopper; stopper = stoppers.pop()) {
      // A part that will not end must not keep the others from ending.
      await Promise.race([stopper(), delay(STOP_LIMIT_MS, undefined, { ref: false })]).catch((error: unknown) => log(messageOf(error)))
    }
  }
  /** Once more for what was started while the first round was under way. */
  const stop = () => (stopping ??= drain()).then(drain)
  const onGiveUp = (error: Error) => {
    void stop().then(() => options.onFailure?.(error))
  }

  const data = await openDataDir({ dir: options.dataDir, site: options.site, log })
  stoppers.push(async () => data.release())
  try {
    const pages: { site?: Site } = {}
    const checks: Record<string, Check> = { startup: () => false }
    const routes: Routes = {
      api: async () => starting(),
      functions: async () => starting(),
      broadcast: async () => starting(),
      health: () => healthResponse(checks),
      site: async (incoming, outgoing, at) => {
        await options.siteReady
        return pages.site ? pages.site.respond(incoming, outgoing, at) : starting()
      },
      realtime: (_incoming, socket) => dismiss(socket, '503 Service Unavailable'),
      isDevUpgrade: (incoming) => dev && String(incoming.headers['sec-websocket-protocol'] ?? '').startsWith('vite'),
      log,
    }
    const gateway = await startGateway({ host, port: options.port, routes })
    stoppers.push(() => gateway.close())
    const ownHost = localHost(host)
    const url = `http://${ownHost}:${gateway.port}`

    const secrets = loadSecrets(data.path)
    const messages = messageGateway(url)
    fs.mkdirSync(data.file('storage'), { recursive: true, mode: 0o700 })
    const database = await startDatabase({ data, secrets, workdir, log, onGiveUp })
    stoppers.push(() => database.stop())
    await writeSettings(database.url, { functions_url: `${url}/functions/v1`, service_key: secrets.secretKey })

    const sockets = makeApiSockets(apiProcesses(thisMachine()))
    stoppers.push(async () => sockets.remove())
    const functions = await startFunctions({
      folder: `${workdir}/supabase/functions`,
      env: {
        SUPABASE_URL: url,
        SUPABASE_ANON_KEY: PUBLISHABLE_KEY,
        SUPABASE_SERVICE_ROLE_KEY: secrets.secretKey,
        REPORTER_KEY: secrets.reporterKey,
        ...messages.env,
      },
      cacheDir: data.file('deno'),
      allowNet: [`${ownHost}:${gateway.port}`, ...messages.allowNet],
      api: { url, sockets: sockets.paths },
      log,
      onGiveUp,
    })
    stoppers.push(() => functions.stop())
    const api = await startApiHost(
      {
        dbUrl: database.authenticatorUrl,
        catalogueUrl: database.url,
        storageDir: data.file('storage'),
        siteUrl: url,
        secrets: { jwtSecret: secrets.jwtSecret, secretKey: secrets.secretKey },
        log,
        onGiveUp,
      },
      sockets,
    )
    stoppers.push(() => api.stop())
    const realtime = await startRealtime({
      dbUrl: database.url,
      secrets,
      onSchemaChange: () => api.reloadSchema(),
    })
    stoppers.push(() => realtime.stop())

    routes.api = api.handle
    routes.functions = functions.handle
    routes.broadcast = realtime.broadcast
    routes.realtime = realtime.upgrade
    const site = dev ? await devSite(gateway.server) : builtSite()
    pages.site = site
    stoppers.push(() => site.close())
    if (dev) {
      const watcher = watchFunctions(`${workdir}/supabase/functions`, () => void functions.restart())
      stoppers.push(async () => watcher.close())
    }

    const seed = await runSeed(workdir, data.file('demo-accounts.json'), {
      dbUrl: database.url,
      url,
      site: data.site,
      demo: !empty,
      first: data.isNew,
      secrets,
      log,
    })

    const cron = startCron({ adminUrl: database.adminUrl, dbUrl: database.url })
    stoppers.push(() => cron.stop())
    const net = startNet(database.adminUrl, ownHost)
    stoppers.push(() => net.stop())

    delete checks.startup
    Object.assign(checks, {
      database: () => withClient(database.authenticatorUrl, (client) => client.query('select 1')).then(() => true),
      api: () => api.healthy(),
      functions: () => functions.healthy(),
      realtime: () => realtime.healthy(),
      storage: () => isWritable(data.file('storage')),
      disk: () => hasRoom(data.path),
      cron: () => cron.healthy(),
      net: () => net.healthy(),
    } satisfies Record<string, Check>)
    await options.siteReady
    data.announce({ url, dbUrl: database.url })
    data.markReady()

    return {
      url,
      dbUrl: database.url,
      adminUrl: database.adminUrl,
      site: data.site,
      secrets,
      publishableKey: PUBLISHABLE_KEY,
      seed,
      isNew: data.isNew,
      pids: () => ({ postgres: database.pid, deno: functions.pid, api: api.pids }),
      stop,
    }
  } catch (error) {
    await stop()
    throw error
  }
}

/** Several events of one save become one restart. */
function watchFunctions(folder: string, onChange: () => void): { close(): void } {
  if (!fs.existsSync(folder)) return { close: () => undefined }
  let timer: NodeJS.Timeout | undefined
  const watcher = fs.watch(folder, { recursive: true }, () => {
    clearTimeout(timer)
    timer = setTimeout(onChange, 200)
  })
  return watcher
}
