/**
 * The database connection of @supabase/lite, brought to PostgREST's behaviour:
 * - lite grants everything in every schema with row-level security to anon and authenticated; here nothing is
 *   granted but by migrations;
 * - the statement limits of the API roles hold (a role setting does not apply to `set role`);
 * - the whole context of a request is set in one round trip instead of six;
 * - the catalogue is read by a role that sees all of it: lite asks information_schema, which shows the login role of
 *   the API nothing.
 */
import { createPostgresConnection, type PostgresConnection } from '@supabase/lite/postgres'
import { normalizeDatabaseError } from './database-errors.ts'
import { createSafePool } from './safe-pool.ts'
import { TIME_TYPES } from './values.ts'

interface RequestVars {
  auth?: { uid?: string | null; role?: string | null; jwt?: Record<string, unknown> | null }
  storage?: { operation?: string | null }
}

interface QueryRunner {
  executeQuery(query: { sql: string; parameters: readonly unknown[]; query: object; queryId: object }): Promise<unknown>
}

/** As set on the roles in platform/01_roles.sql, which a test compares. */
export const STATEMENT_TIMEOUTS: Readonly<Record<string, string>> = { anon: '3s', authenticated: '8s', service_role: '0' }

const CONTEXT = `
  select
    set_config('request.jwt.claim.sub', $2, true),
    set_config('request.jwt.claim.role', $1, true),
    set_config('request.jwt.claims', $3, true),
    set_config('storage.operation', $4, true),
    set_config('statement_timeout', $5, true),
    set_config('role', $1, true)
`

async function applyContext(runner: QueryRunner, vars: RequestVars): Promise<void> {
  const role = vars.auth?.role ?? 'anon'
  const timeout = STATEMENT_TIMEOUTS[role]
  if (timeout === undefined) throw Object.assign(new Error(`role "${role}" is not an API role`), { code: '42501' })
  const claims = vars.auth?.jwt ?? { role }
  await runner.executeQuery({
    sql: CONTEXT,
    parameters: [role, vars.auth?.uid ?? '', JSON.stringify(claims), vars.storage?.operation ?? '', timeout],
    query: { kind: 'RawNode', sqlFragments: [CONTEXT], parameters: [] },
    queryId: { queryId: 'request-context' },
  })
}

export interface ApiConnection {
  connection: PostgresConnection
  reloadSchema(): Promise<void>
  close(): Promise<void>
}

const MAX_CONNECTIONS = 20

const COMMON = {
  connect_timeout: 5,
  // Notices of functions belong to the server's log.
  onnotice: () => undefined,
}

/** Puts the safe pool where lite takes its connections from. */
function open(url: string, max: number, connection: Record<string, string>) {
  const opened = createPostgresConnection({ url, postgresOptions: { ...COMMON, max, connection, types: TIME_TYPES } })
  const pool = createSafePool(opened.driver.options, max)
  Object.assign(opened.driver, { reserve: pool.reserve })
  return {
    connection: opened,
    renew: pool.renew,
    learnTypes: pool.learnTypes,
    async close() {
      await pool.close()
      await opened.close()
    },
  }
}

/** One answer for all requests until the next reload succeeds. lite answers an empty one when the database is away. */
async function openCatalogue(url: string) {
  const { connection: reader, learnTypes, close } = open(url, 1, { application_name: 'api-catalogue' })
  const read = async () => {
    const result = await reader.introspect()
    if (result.tables.length === 0) throw Object.assign(new Error('the catalogue could not be read'), { code: 'CONNECTION_CLOSED' })
    return result
  }
  await learnTypes()
  let known = await read()
  return {
    introspect: async () => known,
    async reload() {
      known = await read()
    },
    close,
  }
}

export async function createApiConnection(url: string, catalogueUrl: string): Promise<ApiConnection> {
  const reader = await openCatalogue(catalogueUrl)
  const { connection, renew, learnTypes, close } = open(url, MAX_CONNECTIONS, {
    TimeZone: 'UTC',
    application_name: 'api',
    search_path: '"$user", public, extensions',
  })
  await learnTypes()
  Object.assign(connection, {
    ensureRlsContext: async () => true,
    applyJwtSessionContext: applyContext,
    normalizeDbError: normalizeDatabaseError,
    introspect: reader.introspect,
  })
  return {
    connection,
    async reloadSchema() {
      await reader.reload()
      await learnTypes()
      renew()
    },
    async close() {
      await Promise.all([close(), reader.close()])
    },
  }
}
