/**
 * The database connection of @supabase/lite, brought to PostgREST's behaviour:
 * - lite grants everything in every schema with row-level security to anon and authenticated; here nothing is
 *   granted but by migrations;
 * - the statement limits of the API roles hold (a role setting does not apply to `set role`);
 * - the whole context of a request, its identity included, is set by one statement instead of eleven, which is sent
 *   ahead of the request's own; what reads does so in a transaction that cannot write;
 * - the catalogue is read by a role that sees all of it: lite asks information_schema, which shows the login role of
 *   the API nothing.
 */
import { createPostgresConnection, type PostgresConnection } from '@supabase/lite/postgres'
import { isRead, noteRefusal, whoAsked, type Asked } from './asked.ts'
import { normalizeDatabaseError } from './database-errors.ts'
import { createSafePool, type Manner, type Reserved } from './safe-pool.ts'
import { VALUE_TYPES } from './values.ts'

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
    set_config('request.method', $6, true),
    set_config('request.path', $7, true),
    set_config('request.headers', $8, true),
    set_config('response.status', '', true),
    set_config('response.headers', '', true),
    set_config('role', $1, true)
`

/** The auth service works without a context, on the bare connection; the audit log asks there too. */
const IDENTITY = `select set_config('request.headers', $1, false)`

/** What SQL has no business to know. */
const SECRET = new Set(['authorization', 'apikey', 'cookie'])

function requestOf(asked: Asked | undefined): string[] {
  if (!asked) return ['', '', '{}']
  const headers = [...asked.headers].filter(([name]) => !SECRET.has(name))
  return [asked.method, asked.path, JSON.stringify(Object.fromEntries(headers))]
}

async function applyContext(runner: QueryRunner, vars: RequestVars): Promise<void> {
  const role = vars.auth?.role ?? 'anon'
  const timeout = STATEMENT_TIMEOUTS[role]
  if (timeout === undefined) throw Object.assign(new Error(`role "${role}" is not an API role`), { code: '42501' })
  const claims = vars.auth?.jwt ?? { role }
  await runner.executeQuery({
    sql: CONTEXT,
    parameters: [role, vars.auth?.uid ?? '', JSON.stringify(claims), vars.storage?.operation ?? '', timeout, ...requestOf(whoAsked())],
    query: { kind: 'RawNode', sqlFragments: [CONTEXT], parameters: [] },
    queryId: { queryId: 'request-context' },
  })
}

export interface ApiConnection {
  connection: PostgresConnection
  reloadSchema(): Promise<void>
  close(): Promise<void>
}

/** For each process of the API. */
const MAX_READERS = 12
const MAX_WRITERS = 8
/** Of the auth and storage services. */
const MAX_CONNECTIONS = 4

const COMMON = {
  connect_timeout: 5,
  // Notices of functions belong to the server's log.
  onnotice: () => undefined,
}

/** Puts the safe pool where lite takes its connections from. */
function open(url: string, max: number, connection: Record<string, string>) {
  const opened = createPostgresConnection({ url, postgresOptions: { ...COMMON, max, connection, types: VALUE_TYPES } })
  const pool = createSafePool(opened.driver.options, max)
  Object.assign(opened.driver, { reserve: pool.reserve })
  return {
    connection: opened,
    pool,
    async close() {
      await pool.close()
      await opened.close()
    },
  }
}

const READ: Manner = {
  isKept: (sql) => sql === 'begin' || sql === CONTEXT,
  isLast: (sql) => sql === 'commit',
  rename: (sql) => (sql === 'begin' ? 'begin read only' : sql),
}
const WRITE: Manner = { isKept: (sql) => sql === 'begin' || sql === CONTEXT }
const OTHER: Manner = { isKept: (sql) => sql === CONTEXT }
const identityOf = ({ headers }: Asked): Manner => ({
  first: { sql: IDENTITY, parameters: [JSON.stringify({ 'x-request-id': headers.get('x-request-id') })] },
})

/**
 * Nobody who asks PostgREST waits until the transaction has begun. Should that fail, what follows runs outside of it, as
 * the role of the connection: there, a role that may do nothing, while everybody else's is the role of the auth service.
 */
function openForRequests(url: string) {
  const settings = { TimeZone: 'UTC', application_name: 'api', search_path: '"$user", public, extensions' }
  const { connection, pool, close } = open(url, MAX_CONNECTIONS, settings)
  const { options } = connection.driver
  const powerless = { ...options, connection: { ...options.connection, role: 'api_reader' } }
  const readers = createSafePool(powerless, MAX_READERS)
  const writers = createSafePool(powerless, MAX_WRITERS)
  const choose = (asked: Asked | undefined, sql: string): Promise<Reserved> => {
    if (!asked) return pool.reserve()
    if (!asked.isRest) return pool.reserve(identityOf(asked))
    if (sql !== 'begin') return pool.reserve(OTHER)
    return isRead(asked) ? readers.reserve(READ) : writers.reserve(WRITE)
  }
  // The first statement says what the connection is for.
  const reserve = async () => {
    let chosen: Promise<Reserved> | undefined
    return {
      unsafe: async (sql: string, parameters: unknown[]) => {
        try {
          return await (await (chosen ??= choose(whoAsked(), sql))).unsafe(sql, parameters)
        } catch (error) {
          noteRefusal(error)
          throw error
        }
      },
      release: () => void chosen?.then((reserved) => reserved.release()).catch(() => undefined),
    }
  }
  Object.assign(connection.driver, { reserve })
  return {
    connection,
    learnTypes: pool.learnTypes,
    renew() {
      pool.renew()
      readers.renew()
      writers.renew()
    },
    async close() {
      await Promise.all([close(), readers.close(), writers.close()])
    },
  }
}

/** lite looks for types in the text of a view, column by column, and scans all of it each time; Postgres has told them. */
const FROM = /\bfrom\s+[\w".$]+/i
const shortened = <View extends { sql?: string | null }>(view: View): View => ({ ...view, sql: FROM.exec(view.sql ?? '')?.[0] ?? '' })

/** One answer for all requests until the next reload succeeds. lite answers an empty one when the database is away. */
async function openCatalogue(url: string) {
  const { connection: reader, pool, close } = open(url, 1, { application_name: 'api-catalogue' })
  const read = async () => {
    const result = await reader.introspect()
    if (result.tables.length === 0) throw Object.assign(new Error('the catalogue could not be read'), { code: 'CONNECTION_CLOSED' })
    return { ...result, views: result.views.map(shortened) }
  }
  await pool.learnTypes()
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
  const { connection, renew, learnTypes, close } = openForRequests(url)
  await learnTypes()
  Object.assign(connection, {
    ensureRlsContext: async () => true,
    applyJwtSessionContext: applyContext,
    // It is part of the context.
    applyRpcRequestGucs: async () => undefined,
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
