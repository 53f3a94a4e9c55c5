/** For test files: the API of the stack, and lite as it comes, on a database of the fixture. */
import { App, setExperimental } from '@supabase/lite'
import { createPostgresConnection } from '@supabase/lite/postgres'
import { createClient, type SupabaseClient } from '@supabase/supabase-js'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll } from 'vitest'
import { startApi, type Api } from '../api.ts'
import { createFileStorage } from '../bridges/storage-files.ts'
import { PUBLISHABLE_KEY } from '../secrets.ts'
import { fixtureDir } from './fixture-dir.ts'
import { clusterUrl, createTestDatabase, startTestCluster, type TestDatabase } from '../testing.ts'

export { fixtureDir }
export const SECRET_KEY = 'sb_secret_of_the_tests'
export const JWT_SECRET = 'a-secret-of-the-tests-that-is-long-enough'
export const SITE_URL = 'http://127.0.0.1:1'

export type Fetch = (request: Request) => Promise<Response>

/** supabase-js on a handler, no network in between. */
export function clientOf(handler: Fetch, key = PUBLISHABLE_KEY): SupabaseClient {
  return createClient(SITE_URL, key, {
    auth: { persistSession: false, autoRefreshToken: false },
    global: { fetch: (input, init) => handler(new Request(input, init)) },
  })
}

export interface Fixture {
  database: TestDatabase
  api: Api
  /** lite without our bridges, to see whether a gap is still there. */
  bare: Fetch
}

export async function useFixture(): Promise<Fixture> {
  const cluster = await startTestCluster({ migrations: path.join(fixtureDir, 'supabase/migrations') })
  const database = await createTestDatabase(cluster.port)
  const storageDir = fs.mkdtempSync(path.join(os.tmpdir(), 'storage-test-'))
  const dbUrl = clusterUrl(cluster.port, 'authenticator', database.name)
  const secrets = { jwtSecret: JWT_SECRET, secretKey: SECRET_KEY }
  const api = await startApi({ dbUrl, catalogueUrl: database.url, storageDir, siteUrl: SITE_URL, secrets })

  // On a database of its own, as the superuser: bare lite grants what it likes.
  const playground = await createTestDatabase(cluster.port)
  setExperimental('storage', true)
  const connection = createPostgresConnection({ url: playground.adminUrl, postgresOptions: { max: 2, onnotice: () => undefined } })
  const app = new App({
    connection,
    auth: {
      enabled: true,
      jwt_secret: JWT_SECRET,
      publishable_key: PUBLISHABLE_KEY,
      secret_key: SECRET_KEY,
      email: { enable_confirmations: false },
    },
    storage: { enabled: true },
  })
  app._storageAdapter = createFileStorage(storageDir)

  afterAll(async () => {
    await Promise.all([api.close(), connection.close()])
    await cluster.stop()
    fs.rmSync(storageDir, { recursive: true, force: true })
  })
  return { database, api, bare: (request) => app.fetch(request) }
}
