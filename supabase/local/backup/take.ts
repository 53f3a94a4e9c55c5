/**
 * A backup of one data folder: database, files, keys, the copy of the seals. While the system is running the database is
 * copied as it works, between `pg_backup_start` and `pg_backup_stop`, with the log that makes the copy whole: everything
 * acknowledged before the end is in it.
 */
import fs from 'node:fs'
import path from 'node:path'
import type pg from 'pg'
import { withClient } from '../connections.ts'
import { openDataDir, readRunning } from '../data-dir.ts'
import { hasRoom } from '../disk.ts'
import { StackError } from '../errors.ts'
import { copyFile, copyTree, flush, listTree } from './copy-files.ts'
import { bytesOf, MANIFEST, newManifest, readManifest, type Manifest } from './manifest.ts'

/** Of this run of the server only, or made again at a start. */
const OF_THE_RUN = /\/(postmaster\.(pid|opts)|pg_internal\.init[^/]*|stack\.conf|backup_label\.old)$|\/pgsql_tmp/
/** Their folders must be there, their contents must not (PostgreSQL manual, 25.3.4). */
const EMPTIED = /^postgres\/(pg_replslot|pg_dynshmem|pg_notify|pg_serial|pg_snapshots|pg_stat_tmp|pg_subtrans)\//
const LOG_SEGMENT = /^postgres\/pg_wal\//
/** Beside database and files; none of them must be there. */
const SINGLE_FILES = ['secrets.json', 'stack.json', 'migrations.json', 'postgres.conf', 'demo-accounts.json']

export interface TakeOptions {
  dataDir: string
  /** Where backups are gathered; this one becomes a folder of its own in it. */
  folder: string
  log: (line: string) => void
  now?: Date
}

export interface Taken {
  path: string
  manifest: Manifest
}

interface Work {
  from: string
  to: string
  manifest: Manifest
  progress: (what: string) => (done: number, total: number) => void
}

const readJson = <T>(file: string) => JSON.parse(fs.readFileSync(file, 'utf8')) as T

/** Throws StackError: not the folder of an installation, or one that was never finished. */
function descriptionOf(dataDir: string): { site: string } {
  const file = path.join(dataDir, 'stack.json')
  const found = fs.existsSync(file) ? readJson<{ site: string; state: string }>(file) : undefined
  if (found?.state !== 'ready') throw new StackError(`${dataDir} 不是已启用的数据目录。`, '请用 DATA_DIR 指明数据目录。')
  return found
}

async function copyStorage({ from, to, manifest, progress }: Work): Promise<void> {
  // Half-written files have a name of three parts and no digest yet.
  const skip = (name: string) => /\.[0-9a-f]{8}-[0-9a-f-]{27}$/.test(name)
  await copyTree(from, to, listTree(from, 'storage', skip), manifest, progress('附件'))
}

async function copySingle({ from, to, manifest }: Work, names: string[]): Promise<void> {
  for (const name of names) {
    const copied = await copyFile(from, to, name)
    if (copied) manifest.files.push(copied)
  }
}

/** The segments of the log between the two places; a slot has kept them there. */
function segmentsBetween(from: string, first: string, last: string): string[] {
  return listTree(from, 'postgres/pg_wal').files.filter((name) => {
    const segment = path.basename(name)
    return /^[0-9A-F]{24}$/.test(segment) && path.dirname(name) === 'postgres/pg_wal' && segment >= first && segment <= last
  })
}

async function copyRunning(client: pg.Client, { from, to, manifest, progress }: Work): Promise<void> {
  await client.query(`select pg_create_physical_replication_slot('backup_' || pg_backend_pid(), true, true)`)
  await client.query(`select pg_backup_start('backup', true)`)
  const skip = (name: string) => OF_THE_RUN.test(name) || EMPTIED.test(name) || LOG_SEGMENT.test(name)
  await copyTree(from, to, listTree(from, 'postgres', skip), manifest, progress('数据库'))
  const { rows } = await client.query<{ label: string; last: string }>(
    'select s.labelfile as label, pg_walfile_name(s.lsn) as last from pg_backup_stop(false) as s',
  )
  const { label = '', last = '' } = rows[0] ?? {}
  const first = /\(file ([0-9A-F]{24})\)/.exec(label)?.[1] ?? last
  const folders = ['postgres/pg_wal', 'postgres/pg_wal/archive_status', 'postgres/pg_wal/summaries']
  await copyTree(from, to, { folders, files: segmentsBetween(from, first, last) }, manifest, progress('数据库日志'))
  // By way of a file, like all the others, so that its digest is that of what was written.
  fs.writeFileSync(path.join(to, 'backup_label'), label, { mode: 0o600, flush: true })
  const copied = await copyFile(to, path.join(to, 'postgres'), 'backup_label')
  fs.rmSync(path.join(to, 'backup_label'))
  if (copied) manifest.files.push({ ...copied, path: 'postgres/backup_label' })
}

/** As the superuser, whom the address of the running database does not name. */
function adminUrl(dataDir: string, dbUrl: string): string {
  const url = new URL(dbUrl)
  url.username = 'supabase_admin'
  url.password = encodeURIComponent(readJson<{ supabaseAdmin: string }>(path.join(dataDir, 'secrets.json')).supabaseAdmin)
  return url.href
}

async function copyAll(work: Work, dbUrl: string | undefined): Promise<void> {
  // The copy of the seals first: a database that lacks a seal of its copy would look as if it had lost one.
  await copySingle(work, [...SINGLE_FILES, 'seals.jsonl'])
  // Files before the database, and those that came meanwhile after it: no row is without its file.
  await copyStorage(work)
  if (dbUrl === undefined) {
    const skip = (name: string) => OF_THE_RUN.test(name) || EMPTIED.test(name)
    await copyTree(work.from, work.to, listTree(work.from, 'postgres', skip), work.manifest, work.progress('数据库'))
  } else {
    await withClient(adminUrl(work.from, dbUrl), (client) => copyRunning(client, work))
    await copyStorage(work)
  }
}

async function assertRoom(dataDir: string, folder: string): Promise<void> {
  const names = ['postgres', 'storage'].flatMap((name) => listTree(dataDir, name).files)
  const needed = names.reduce((sum, name) => sum + (fs.statSync(path.join(dataDir, name), { throwIfNoEntry: false })?.size ?? 0), 0)
  if (!(await hasRoom(folder, needed + 64 * 2 ** 20)))
    throw new StackError(
      `备份目录 ${folder} 的空间不足，约需 ${Math.ceil(needed / 2 ** 20)} MB。`,
      '请清理旧备份（--keep），或用 --to 指定另一块盘。',
    )
}

const stampOf = (now: Date) => now.toISOString().replaceAll(/[-:]/g, '').slice(0, 15).replace('T', '-')

/** Throws StackError. The folder appears under its name only when all of it is written. */
export async function takeBackup({ dataDir: given, folder: wanted, log, now = new Date() }: TakeOptions): Promise<Taken> {
  const [dataDir, folder] = [path.resolve(given), path.resolve(wanted)]
  const { site } = descriptionOf(dataDir)
  if (`${folder}/`.startsWith(`${dataDir}/`)) throw new StackError('备份不能放在数据目录里面。', '请用 --to 指定另一个目录，最好在另一块盘上。')
  const running = readRunning(dataDir)
  if (running && !running.dbUrl) throw new StackError('系统正在启动或升级。', '请等启动完成后再备份。')
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 })
  await assertRoom(dataDir, folder)
  const target = path.join(folder, `${site}-${stampOf(now)}`)
  const staging = `${target}.partial`
  if (fs.existsSync(target)) throw new StackError(`备份 ${target} 已存在。`, '请稍后再试。')
  fs.rmSync(staging, { recursive: true, force: true })
  fs.mkdirSync(staging, { mode: 0o700 })
  const secrets = readJson<{ reporterKey?: string }>(path.join(dataDir, 'secrets.json'))
  const manifest = newManifest({ site, takenAt: now.toISOString(), isOnline: running !== undefined, hasReporterKey: Boolean(secrets.reporterKey) })
  let last = Date.now()
  const progress = (what: string) => (done: number, total: number) => {
    if (Date.now() - last < 5_000) return
    last = Date.now()
    log(`${what} ${done} / ${total} 个文件`)
  }
  // Nobody may start the system on files that are being copied.
  const held = running ? undefined : await openDataDir({ dir: dataDir, site: undefined, log })
  try {
    await copyAll({ from: dataDir, to: staging, manifest, progress }, running?.dbUrl)
    await flush(
      staging,
      manifest.files.map((kept) => kept.path),
    )
    fs.writeFileSync(path.join(staging, MANIFEST), JSON.stringify(manifest), { mode: 0o600, flush: true })
    fs.renameSync(staging, target)
    return { path: target, manifest }
  } catch (error) {
    fs.rmSync(staging, { recursive: true, force: true })
    throw error
  } finally {
    held?.release()
  }
}

/** Leaves the newest so many of a site; only what is a whole backup of it counts and is removed. */
export function pruneBackups(folder: string, site: string, keep: number): string[] {
  const found = fs.readdirSync(folder).flatMap((name) => {
    if (!name.startsWith(`${site}-`) || !fs.existsSync(path.join(folder, name, MANIFEST))) return []
    return [{ name, takenAt: readManifest(path.join(folder, name)).takenAt }]
  })
  const old = found.toSorted((a, b) => b.takenAt.localeCompare(a.takenAt)).slice(keep)
  for (const { name } of old) fs.rmSync(path.join(folder, name), { recursive: true, force: true })
  return old.map(({ name }) => name)
}

export const sizeText = (manifest: Manifest) => `${Math.ceil(bytesOf(manifest) / 2 ** 20)} MB、${manifest.files.length} 个文件`
