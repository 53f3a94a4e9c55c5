/** The stack's own Postgres: created or opened, kept running, brought up to date. */
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { withClient } from './connections.ts'
import type { DataDir } from './data-dir.ts'
import { keepRotating } from './log-rotation.ts'
import { editedSinceApplied, pushMigrations } from './migrate.ts'
import { applyPlatform, setPasswords } from './platform.ts'
import { startCluster, type Cluster } from './postgres.ts'
import type { Secrets } from './secrets.ts'
import { supervise } from './supervise.ts'

export interface Database {
  readonly pid: number | undefined
  /** Connection URLs stay valid across restarts: the port is kept. */
  adminUrl: string
  url: string
  authenticatorUrl: string
  /** How many migrations this start applied. */
  applied: number
  stop(): Promise<void>
}

export interface DatabaseOptions {
  data: DataDir
  secrets: Secrets
  /** Another folder with supabase/migrations, for tests. */
  workdir: string
  log: (line: string) => void
  onGiveUp: (error: Error) => void
}

/** Children of a killed server hold its memory for a moment longer. */
async function startPatiently(start: () => Promise<Cluster>): Promise<Cluster> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await start()
    } catch (error) {
      if (attempt >= 5 || !(error instanceof Error) || !/shared memory block|lock file/.test(error.message)) throw error
      await delay(500 * attempt)
    }
  }
}

export async function startDatabase({ data, secrets, workdir, log, onGiveUp }: DatabaseOptions): Promise<Database> {
  let port = 0
  const logFile = data.file('postgres.log')
  const start = async () => {
    const settingsFile = data.file('postgres.conf')
    const cluster = await startPatiently(() =>
      startCluster({ dataDir: data.file('postgres'), password: secrets.supabaseAdmin, port, logFile, settingsFile }),
    )
    port = cluster.port
    return cluster
  }
  const stopRotating = keepRotating(logFile)
  const host = await supervise({ name: '数据库', start, log, onGiveUp })
  const cluster = host.current
  if (!cluster) throw new Error('the database ended while starting')
  try {
    const adminUrl = cluster.adminUrl()
    await applyPlatform(adminUrl)
    await setPasswords(adminUrl, { postgres: secrets.postgres, authenticator: secrets.authenticator })
    const url = cluster.url('postgres', secrets.postgres)
    const applied = await pushMigrations(url, workdir)
    const edited = editedSinceApplied(data.file('migrations.json'), path.join(workdir, 'supabase/migrations'))
    if (edited.length > 0) {
      log(`⚠ 迁移文件 ${edited.join('、')} 在应用之后被修改，现有数据库不含这些改动；开发环境请停止后运行 npm run db:reset。`)
    }
    return {
      get pid() {
        return host.current?.pid
      },
      adminUrl,
      url,
      authenticatorUrl: cluster.url('authenticator', secrets.authenticator),
      applied,
      async stop() {
        await host.stop()
        stopRotating()
      },
    }
  } catch (error) {
    await host.stop()
    throw error
  }
}

/** Where SQL finds the functions and the key to call them with; the migrations define the table. */
export async function writeSettings(url: string, settings: Record<string, string>): Promise<void> {
  await withClient(url, async (client) => {
    const { rows } = await client.query<{ present: string | null }>("select to_regclass('private.settings')::text as present")
    if (!rows[0]?.present) return
    for (const [key, value] of Object.entries(settings)) {
      await client.query(
        'insert into private.settings (key, value) values ($1, $2) on conflict (key) do update set value = excluded.value where private.settings.value <> excluded.value',
        [key, value],
      )
    }
  })
}
