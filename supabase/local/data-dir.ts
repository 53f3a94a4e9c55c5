/**
 * The data folder of one installation: what it is (stack.json), who is using it (running.json), and the refusals
 * that keep it from harm.
 */
import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { messageOf, StackError } from './errors.ts'
import { POSTGRES_MAJOR } from './postgres-binaries.ts'
import { isAlive, processStart } from './processes.ts'

const FORMAT = 1

interface Description {
  format: number
  postgres: string
  /** `creating` until the first start has come to its end: such a folder holds nothing anybody was told is kept. */
  state: 'creating' | 'ready'
  site: string
  createdAt: string
}

export interface RunningInfo {
  pid: number
  processStart: string
  url?: string
  dbUrl?: string
}

export interface DataDir {
  readonly path: string
  readonly isNew: boolean
  readonly site: string
  file(name: string): string
  markReady(): void
  announce(info: { url: string; dbUrl: string }): void
  release(): void
}

function readJson<T>(file: string): T | undefined {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8')) as T
  } catch {
    return undefined
  }
}

function writeJson(file: string, value: object): void {
  fs.writeFileSync(`${file}.new`, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 })
  fs.renameSync(`${file}.new`, file)
}

export function readRunning(dir: string): RunningInfo | undefined {
  const running = readJson<RunningInfo>(path.join(dir, 'running.json'))
  return running && isAlive(running.pid, running.processStart) ? running : undefined
}

function assertWritable(dir: string): void {
  try {
    fs.mkdirSync(dir, { recursive: true, mode: 0o700 })
    const probe = path.join(dir, `.probe-${process.pid}`)
    fs.writeFileSync(probe, '')
    fs.rmSync(probe)
  } catch (error) {
    throw new StackError(
      `数据目录 ${dir} 无法写入（${messageOf(error)}）。`,
      '请修正目录权限，或用 DATA_DIR 指定一个可写的目录，例如：DATA_DIR=/var/lib/supervision npm start',
      error,
    )
  }
}

function lock(dir: string): void {
  const file = path.join(dir, 'running.json')
  const mine: RunningInfo = { pid: process.pid, processStart: processStart(process.pid) }
  for (;;) {
    try {
      fs.writeFileSync(file, JSON.stringify(mine), { flag: 'wx', mode: 0o600 })
      return
    } catch {
      const other = readRunning(dir)
      if (other) {
        throw new StackError(
          `系统已在使用数据目录 ${dir}（进程 ${other.pid}${other.url ? `，地址 ${other.url}` : ''}）。`,
          '请直接访问上述地址；需要再开一套时，用 DATA_DIR 和 PORT 另行指定。',
        )
      }
      fs.rmSync(file, { force: true })
    }
  }
}

/** The contents of a start that never came to its end; `secrets.json` may stay, everything else is made again. */
function clearUnfinished(dir: string): void {
  for (const name of fs.readdirSync(dir)) {
    if (/^(postgres(\.log.*|\.new-.*)?|storage|migrations\.json)$/.test(name))
      fs.rmSync(path.join(dir, name), { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  }
}

function checkDescription(dir: string, found: Description): void {
  if (found.format > FORMAT) {
    throw new StackError(
      `数据目录 ${dir} 由更新版本的系统创建（格式 ${found.format}，本版本支持 ${FORMAT}），未作任何改动。`,
      '请改用较新的版本启动，或用 DATA_DIR 指定另一个目录。',
    )
  }
  if (found.postgres !== POSTGRES_MAJOR) {
    throw new StackError(
      `数据目录 ${dir} 属于 PostgreSQL ${found.postgres}，本系统使用 PostgreSQL ${POSTGRES_MAJOR}，未作任何改动。`,
      '请用原版本导出数据后再导入，或用 DATA_DIR 指定另一个目录。',
    )
  }
}

function checkCluster(dir: string): void {
  const file = path.join(dir, 'postgres/PG_VERSION')
  if (!fs.existsSync(file)) {
    throw new StackError(
      `数据目录 ${dir} 不完整：缺少数据库文件，未作任何改动。`,
      '请从备份恢复 postgres 目录；确认数据不再需要时，运行 npm run db:reset 重新创建。',
    )
  }
  const version = fs.readFileSync(file, 'utf8').trim()
  if (version !== POSTGRES_MAJOR) {
    throw new StackError(
      `数据目录 ${dir} 属于 PostgreSQL ${version}，本系统使用 PostgreSQL ${POSTGRES_MAJOR}，未作任何改动。`,
      '请用原版本导出数据后再导入，或用 DATA_DIR 指定另一个目录。',
    )
  }
}

/** After a kill the old server may still be ending; two on one folder must never be. */
export async function stopLeftover(dir: string, log: (line: string) => void): Promise<void> {
  const cluster = path.join(dir, 'postgres')
  const pidFile = path.join(cluster, 'postmaster.pid')
  const pid = fs.existsSync(pidFile) ? Number(fs.readFileSync(pidFile, 'utf8').split('\n', 1)[0]) : Number.NaN
  if (!Number.isInteger(pid) || pid <= 1) return
  const isOurs = () => {
    if (!isAlive(pid)) return false
    if (process.platform !== 'linux') return true
    const cwd = fs.statSync(`/proc/${pid}/cwd`, { throwIfNoEntry: false })
    const own = fs.statSync(cluster)
    return cwd?.ino === own.ino && cwd.dev === own.dev
  }
  if (!isOurs()) {
    // Somebody else has that number now; Postgres would take it for its predecessor.
    fs.rmSync(pidFile, { force: true })
    return
  }
  log('正在停止上次遗留的数据库进程…')
  process.kill(pid, 'SIGINT')
  for (let waited = 0; isOurs(); waited += 50) {
    if (waited === 10_000) process.kill(pid, 'SIGQUIT')
    if (waited > 20_000) throw new StackError(`上次遗留的数据库进程 ${pid} 无法停止。`, `请先结束该进程（kill ${pid}），再重新启动。`)
    await delay(50)
  }
}

export interface OpenOptions {
  dir: string
  /** The wanted site; undefined takes the one the folder has. */
  site: string | undefined
  log: (line: string) => void
}

export const DEFAULT_SITE = 'anhui'

export async function openDataDir({ dir: given, site, log }: OpenOptions): Promise<DataDir> {
  const dir = path.resolve(given)
  assertWritable(dir)
  const stackFile = path.join(dir, 'stack.json')
  const found = readJson<Description>(stackFile)
  if (!found) {
    const strangers = fs.readdirSync(dir).filter((name) => !/^(running\.json|secrets\.json|postgres\.conf)$/.test(name))
    if (strangers.length > 0) {
      throw new StackError(
        `目录 ${dir} 不是本系统的数据目录，里面已有其他文件（${strangers.slice(0, 3).join('、')}…），未作任何改动。`,
        '请用 DATA_DIR 指定一个空目录。',
      )
    }
  } else {
    checkDescription(dir, found)
  }
  lock(dir)
  const release = () => fs.rmSync(path.join(dir, 'running.json'), { force: true })
  try {
    await stopLeftover(dir, log)
    const isNew = found?.state !== 'ready'
    if (found?.state === 'creating') {
      log('上次首次启动没有完成，正在重新创建数据…')
      clearUnfinished(dir)
    } else if (found) {
      checkCluster(dir)
      if (site && site !== found.site) {
        throw new StackError(
          `数据目录 ${dir} 属于站点 ${found.site}，与 SITE=${site} 不符，未作任何改动。`,
          `请去掉 SITE，或用 DATA_DIR 为 ${site} 指定另一个目录。`,
        )
      }
    }
    const description: Description = isNew
      ? { format: FORMAT, postgres: POSTGRES_MAJOR, state: 'creating', site: site ?? DEFAULT_SITE, createdAt: new Date().toISOString() }
      : (found as Description)
    if (isNew) writeJson(stackFile, description)
    return {
      path: dir,
      isNew,
      site: description.site,
      file: (name) => path.join(dir, name),
      markReady: () => writeJson(stackFile, { ...description, state: 'ready' }),
      announce: (info) => writeJson(path.join(dir, 'running.json'), { pid: process.pid, processStart: processStart(process.pid), ...info }),
      release,
    }
  } catch (error) {
    release()
    throw error
  }
}
