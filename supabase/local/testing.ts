/**
 * Databases for tests: one throw-away cluster a run, the platform and all migrations in a template, a clone a worker.
 *
 * In vitest, name `supabase/local/global-setup.ts` as `globalSetup` of the project and call
 * `createTestDatabase()` in the test file.
 */
import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { withClient } from './connections.ts'
import { applyMigrationFiles, migrationsDir } from './migrate.ts'
import { applyPlatform, setPasswords } from './platform.ts'
import { startCluster } from './postgres.ts'

const TEMPLATE = 'template_migrated'
const PASSWORD = 'throw-away'

export interface TestCluster {
  port: number
  /** Logs in as `postgres`, the role of the migrations. */
  url(database?: string): string
  /** Logs in as the superuser. */
  adminUrl(database?: string): string
  stop(): Promise<void>
}

export interface TestClusterOptions {
  migrations?: string
  /** Runs once on the template (as `postgres`), e.g. to load seeds. */
  prepare?: (urls: { url: string; adminUrl: string }) => Promise<void>
}

export interface TestDatabase {
  name: string
  /** As `postgres`. */
  url: string
  /** As `supabase_admin`. */
  adminUrl: string
  drop(): Promise<void>
}

const execute = (url: string, sql: string) => withClient(url, (client) => client.query(sql).then(() => undefined))

export function clusterUrl(port: number, role: string, database: string): string {
  return `postgresql://${role}:${PASSWORD}@127.0.0.1:${port}/${database}`
}

/** Starts the cluster of a test run. `stop()` leaves nothing behind. */
export async function startTestCluster({ migrations = migrationsDir, prepare }: TestClusterOptions = {}): Promise<TestCluster> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'supabase-test-'))
  // The server may run as another user, who must be able to pass through.
  fs.chmodSync(folder, 0o711)
  const cluster = await startCluster({
    dataDir: path.join(folder, 'postgres'),
    password: PASSWORD,
    durable: false,
    settings: { shared_buffers: '128MB', max_connections: '200', max_prepared_transactions: '0' },
  })
  const stop = async () => {
    await cluster.stop()
    fs.rmSync(folder, { recursive: true, force: true })
  }
  const url = (database = TEMPLATE) => cluster.url('postgres', PASSWORD, database)
  const adminUrl = (database = TEMPLATE) => cluster.adminUrl(database)
  try {
    await applyPlatform(adminUrl('postgres'))
    await setPasswords(adminUrl('postgres'), { postgres: PASSWORD, authenticator: PASSWORD })
    await execute(adminUrl('postgres'), `create database ${TEMPLATE} owner postgres`)
    await applyPlatform(adminUrl())
    await applyMigrationFiles(url(), migrations)
    await prepare?.({ url: url(), adminUrl: adminUrl() })
  } catch (error) {
    await stop()
    throw error
  }
  return { port: cluster.port, url, adminUrl, stop }
}

/** A fresh copy of the template: about 50 ms. */
export async function createTestDatabase(port: number): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`
  const maintenance = clusterUrl(port, 'supabase_admin', 'postgres')
  await execute(maintenance, `create database ${name} template ${TEMPLATE} owner postgres strategy file_copy`)
  return {
    name,
    url: clusterUrl(port, 'postgres', name),
    adminUrl: clusterUrl(port, 'supabase_admin', name),
    drop: () => execute(maintenance, `drop database if exists ${name} with (force)`),
  }
}
