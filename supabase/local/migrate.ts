/** Brings a database up to the newest migration: by the official CLI, or in one go for throw-away databases. */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { withClient } from './connections.ts'
import { messageOf, StackError } from './errors.ts'

export const projectDir = path.resolve(import.meta.dirname, '../..')
export const migrationsDir = path.join(projectDir, 'supabase/migrations')

interface Migration {
  version: string
  name: string
  file: string
}

export function listMigrations(folder = migrationsDir): Migration[] {
  if (!fs.existsSync(folder)) return []
  return fs
    .readdirSync(folder)
    .sort()
    .flatMap((file) => {
      const match = /^(\d{14})_(.+)\.sql$/.exec(file)
      return match?.[1] && match[2] ? [{ version: match[1], name: match[2], file: path.join(folder, file) }] : []
    })
}

export interface CliResult {
  code: number
  stdout: string
  stderr: string
}

/** The `supabase` command, silent about us: no telemetry, no update check, no home folder. */
export function runCli(args: string[], cwd = projectDir): Promise<CliResult> {
  const bin = path.join(projectDir, 'node_modules/.bin/supabase')
  return new Promise((resolve, reject) => {
    const child = spawn(bin, args, {
      cwd,
      env: { ...process.env, DO_NOT_TRACK: '1', SUPABASE_TELEMETRY_DISABLED: '1', NO_UPDATE_NOTIFIER: '1', CI: '1', PGSSLMODE: 'disable' },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let stdout = ''
    let stderr = ''
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => (stdout += chunk))
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => (stderr += chunk))
    child.once('error', reject)
    child.once('close', (code) => resolve({ code: code ?? 1, stdout, stderr }))
  })
}

async function pendingMigrations(dbUrl: string, folder: string): Promise<Migration[]> {
  return withClient(dbUrl, async (client) => {
    const known = await client.query<{ present: string | null }>("select to_regclass('supabase_migrations.schema_migrations')::text as present")
    if (!known.rows[0]?.present) return listMigrations(folder)
    const applied = await client.query<{ version: string }>('select version from supabase_migrations.schema_migrations')
    const versions = new Set(applied.rows.map((row) => row.version))
    return listMigrations(folder).filter((migration) => !versions.has(migration.version))
  })
}

/** `supabase db push`; not called at all when nothing is pending, which keeps a second start quick. */
export async function pushMigrations(dbUrl: string, workdir = projectDir): Promise<number> {
  const pending = await pendingMigrations(dbUrl, path.join(workdir, 'supabase/migrations'))
  if (pending.length === 0) return 0
  const result = await runCli(['db', 'push', `--remote=${dbUrl}`, '--include-all', '--yes', '--workdir', workdir])
  if (result.code !== 0) {
    throw new StackError(
      `数据库结构升级失败：\n${(result.stderr || result.stdout).trim()}`,
      '数据未被删除。请修正迁移文件后重新启动；开发环境可用 npm run db:reset 重建。',
    )
  }
  return pending.length
}

/**
 * A migration edited after it was applied changes nothing in this database. Said at the start, because in development
 * the baseline files are edited in place. `known` is the folder's memory of what it applied.
 */
export function editedSinceApplied(file: string, folder: string): string[] {
  const known: Record<string, string> = fs.existsSync(file) ? (JSON.parse(fs.readFileSync(file, 'utf8')) as Record<string, string>) : {}
  const current = Object.fromEntries(
    listMigrations(folder).map((migration) => [migration.version, createHash('sha256').update(fs.readFileSync(migration.file)).digest('hex')]),
  )
  fs.writeFileSync(file, JSON.stringify({ ...current, ...known }, null, 2), { mode: 0o600 })
  return Object.keys(current).filter((version) => known[version] !== undefined && known[version] !== current[version])
}

/** The same files through one connection, for test templates: a file is one transaction and is named when it fails. */
export async function applyMigrationFiles(dbUrl: string, folder = migrationsDir): Promise<void> {
  await withClient(dbUrl, async (client) => {
    await client.query(`
      create schema if not exists supabase_migrations;
      create table if not exists supabase_migrations.schema_migrations (version text primary key, statements text[], name text)
    `)
    for (const migration of listMigrations(folder)) {
      const sql = fs.readFileSync(migration.file, 'utf8')
      try {
        await client.query('begin')
        await client.query(sql)
        await client.query('insert into supabase_migrations.schema_migrations (version, name) values ($1, $2)', [migration.version, migration.name])
        await client.query('commit')
      } catch (error) {
        const position = error instanceof pg.DatabaseError ? Number(error.position ?? 0) : 0
        const line = position > 0 ? `:${sql.slice(0, position).split('\n').length}` : ''
        throw new Error(`${path.basename(migration.file)}${line}: ${messageOf(error)}`, { cause: error })
      }
    }
  })
}
