/**
 * The embedded Postgres 17 cluster: create, start, stop, and restart after a crash.
 * The superuser is `supabase_admin`; everybody else is made by platform/*.sql.
 */
import { spawn, type ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import fs from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { StackError } from './errors.ts'
import { POSTGRES_MAJOR, postgresFolder, serviceUser, type ServiceUser } from './postgres-binaries.ts'
import { FIXED, writeSettingsFiles } from './postgres-settings.ts'

export interface ClusterOptions {
  /** The cluster's own folder; created when missing. */
  dataDir: string
  /** Password of the superuser, set when the cluster is created. */
  password: string
  /** 0 or absent: any free port. */
  port?: number
  /** False: faster, and lost with the power. */
  durable?: boolean
  /** Where the server writes its log; default `<dataDir>.log`. */
  logFile?: string
  settings?: Record<string, string>
  /** The operator's own settings, stronger than ours; need not exist. */
  settingsFile?: string
}

export interface Cluster {
  readonly port: number
  readonly pid: number
  url(user: string, password: string, database?: string): string
  adminUrl(database?: string): string
  /** Resolves when the server process has ended, asked for or not. */
  readonly exited: Promise<void>
  stop(): Promise<void>
}

export async function freePort(host = '127.0.0.1'): Promise<number> {
  const server = net.createServer()
  server.listen(0, host)
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  server.close()
  await once(server, 'close')
  return port
}

export const isCluster = (dataDir: string): boolean => fs.existsSync(path.join(dataDir, 'PG_VERSION'))

function assertVersion(dataDir: string): void {
  const version = fs.readFileSync(path.join(dataDir, 'PG_VERSION'), 'utf8').trim()
  if (version === POSTGRES_MAJOR) return
  throw new StackError(
    `数据目录 ${dataDir} 属于 PostgreSQL ${version}，本系统使用 PostgreSQL ${POSTGRES_MAJOR}，未作任何改动。`,
    '请用原版本导出数据后再导入，或用 DATA_DIR 指定另一个目录。',
  )
}

/**
 * On Linux a process dropped from root reaches its data through an inherited descriptor, so the folders
 * above the data need not let it in. Elsewhere the plain path has to do.
 */
function dataAccess(dataDir: string, user: ServiceUser | undefined): { path: string; fd: number | undefined } {
  if (!user || process.platform !== 'linux') return { path: dataDir, fd: undefined }
  return { path: '/proc/self/fd/3', fd: fs.openSync(dataDir, fs.constants.O_RDONLY | fs.constants.O_DIRECTORY) }
}

/** Only what Postgres needs: a stray PG* or LC_* variable of the caller must not steer the server. */
const childEnv = { PATH: process.env.PATH ?? '/usr/bin:/bin', LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8' }

/** Kills the server when this process vanishes: the pipe closes, the shell wakes up. */
function guard(pid: number): ChildProcess {
  const shell = spawn('sh', ['-c', 'read -r _; kill -INT "$1" 2>/dev/null', 'guard', String(pid)], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  })
  shell.on('error', () => undefined)
  shell.stdin.on('error', () => undefined)
  shell.unref()
  return shell
}

/** Made aside and renamed, so a folder with a cluster always holds a whole one; a killed start leaves only the aside. */
export async function createCluster({ dataDir, password, durable = true }: ClusterOptions): Promise<void> {
  const staging = `${dataDir}.new-${randomBytes(4).toString('hex')}`
  fs.mkdirSync(staging, { recursive: true, mode: 0o700 })
  const user = serviceUser(staging)
  if (user) fs.chownSync(staging, user.uid, user.gid)
  const passwordFile = path.join(os.tmpdir(), `pg-${randomBytes(8).toString('hex')}`)
  fs.writeFileSync(passwordFile, `${password}\n`, { mode: 0o600, flag: 'wx' })
  if (user) fs.chownSync(passwordFile, user.uid, user.gid)
  const access = dataAccess(staging, user)
  // On Linux the file has no name any more when the program reads it, so a kill leaves no password behind.
  const secret = process.platform === 'linux' ? fs.openSync(passwordFile, 'r') : undefined
  if (secret !== undefined) fs.rmSync(passwordFile)
  try {
    const child = spawn(
      path.join(postgresFolder(user), 'bin', 'initdb'),
      [
        `--pgdata=${access.path}`,
        '--username=supabase_admin',
        `--pwfile=${secret === undefined ? passwordFile : '/proc/self/fd/4'}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale=C.UTF-8',
        '--data-checksums',
        ...(durable ? [] : ['--no-sync']),
      ],
      { ...user, cwd: '/', env: childEnv, stdio: ['ignore', 'ignore', 'pipe', access.fd ?? 'ignore', secret ?? 'ignore'], detached: true },
    )
    let complaint = ''
    child.stderr?.setEncoding('utf8').on('data', (chunk: string) => (complaint += chunk))
    const watcher = child.pid === undefined ? undefined : guard(child.pid)
    const code = await new Promise<number | null>((resolve) => {
      child.once('close', resolve)
      child.once('error', (error) => {
        complaint += error.message
        resolve(null)
      })
    })
    watcher?.kill('SIGKILL')
    if (code !== 0) throw new StackError(`无法创建数据库：${complaint.trim()}`, '请检查数据目录是否可写、磁盘空间是否充足。')
    fs.renameSync(staging, dataDir)
  } finally {
    fs.rmSync(passwordFile, { force: true })
    fs.rmSync(staging, { recursive: true, force: true, maxRetries: 3 })
    if (access.fd !== undefined) fs.closeSync(access.fd)
    if (secret !== undefined) fs.closeSync(secret)
  }
}

async function untilReady(dataDir: string, child: ChildProcess, logFile: string): Promise<void> {
  const pidFile = path.join(dataDir, 'postmaster.pid')
  const deadline = Date.now() + 60_000
  while (Date.now() < deadline) {
    if (child.exitCode !== null || child.signalCode !== null) break
    const lines = fs.existsSync(pidFile) ? fs.readFileSync(pidFile, 'utf8').split('\n') : []
    if (lines[0] === String(child.pid) && lines[7]?.trim() === 'ready') return
    await delay(15)
  }
  child.kill('SIGQUIT')
  const log = fs.existsSync(logFile) ? fs.readFileSync(logFile, 'utf8').trim().split('\n').slice(-4).join('\n') : ''
  throw new StackError(`数据库没有启动成功：\n${log}`, `详情见 ${logFile}。`)
}

export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  const dataDir = path.resolve(options.dataDir)
  const logFile = options.logFile ?? `${dataDir}.log`
  if (!isCluster(dataDir)) await createCluster({ ...options, dataDir })
  assertVersion(dataDir)

  const user = serviceUser(dataDir)
  const port = options.port || (await freePort())
  const { durable = true, settings = {}, settingsFile: operatorFile } = options
  writeSettingsFiles({ dataDir, user, durable, settings, operatorFile })
  const access = dataAccess(dataDir, user)
  const log = fs.openSync(logFile, 'a', 0o600)
  const child = spawn(
    path.join(postgresFolder(user), 'bin', 'postgres'),
    ['-D', access.path, '-p', String(port), ...Object.entries(FIXED).flatMap(([key, value]) => ['-c', `${key}=${value}`])],
    // Its own session: Ctrl-C in the terminal reaches us, and we stop it in order.
    { ...user, cwd: '/', env: childEnv, stdio: ['ignore', log, log, access.fd ?? 'ignore'], detached: true },
  )
  const exited = new Promise<void>((resolve) => {
    child.once('exit', () => resolve())
    child.once('error', () => resolve())
  })
  fs.closeSync(log)
  if (access.fd !== undefined) fs.closeSync(access.fd)
  const pid = child.pid
  if (pid === undefined) throw new StackError('无法启动内置数据库程序。', '请在项目目录重新运行 npm ci。')
  const watcher = guard(pid)
  void exited.then(() => watcher.kill('SIGKILL'))
  await untilReady(dataDir, child, logFile)

  const url = (role: string, secret: string, database = 'postgres') =>
    `postgresql://${role}:${encodeURIComponent(secret)}@127.0.0.1:${port}/${encodeURIComponent(database)}`
  return {
    port,
    pid,
    exited,
    url,
    adminUrl: (database) => url('supabase_admin', options.password, database),
    async stop() {
      child.kill('SIGINT')
      const late = setTimeout(() => child.kill('SIGQUIT'), 15_000)
      await exited
      clearTimeout(late)
    },
  }
}
