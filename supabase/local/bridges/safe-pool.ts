/**
 * The postgres.js pool under @supabase/lite, replaced. When the server goes away, postgres.js writes the rollback of a
 * reserved connection to a socket that is gone and takes the process with it; and a connection it reopens by itself
 * in the middle of a transaction would run the rest of it without the role of the request. Here a lost connection is
 * lost: whatever still uses it is refused, and the next request gets a new one.
 *
 * What opens a transaction is kept and sent with the statement it is for, on the same connection and in the same
 * packet: one wait instead of three. The server answers in order, so the statement reports whatever failed before it.
 */
import postgres from 'postgres'
import { withJsonAsText, withSureText } from './values.ts'

export interface Reserved {
  unsafe(sql: string, parameters: unknown[]): Promise<unknown>
  release(): void
}

interface Member {
  sql: postgres.Sql
  lost: boolean
  generation: number
}

interface Statement {
  sql: string
  parameters: unknown[]
}

export interface Manner {
  /** Sent before everything else. */
  first?: Statement | undefined
  /** Sent with the next statement, which cannot go well without it. */
  isKept?: (sql: string) => boolean
  /** Sent at once, and nobody waits for the answer. */
  isLast?: (sql: string) => boolean
  /** What is sent instead. */
  rename?: (sql: string) => string
}

export interface SafePool {
  reserve(manner?: Manner): Promise<Reserved>
  /** Connections made before are not used again: their prepared statements belong to the schema of then. */
  renew(): void
  /** Reads the array types of the database; once before the first request, and again after a change. */
  learnTypes(): Promise<void>
  close(): Promise<void>
}

interface Waiter {
  resolve(member: Member): void
  reject(error: Error): void
  timer: NodeJS.Timeout
}

const ACQUIRE_LIMIT_MS = 10_000
/** As an answer without rows. */
const NOTHING: readonly never[] = Object.freeze([])
const LOST = /^(CONNECTION_|CONNECT_TIMEOUT|ECONN|EPIPE|57P0[123])/

const no = () => false
const connectionError = (code: string, message: string) => Object.assign(new Error(message), { code })
const isLoss = (error: unknown) =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' && LOST.test(error.code)

/** `options` are those the driver has parsed, so values are read and written as lite wants them. */
export function createSafePool(options: object, max: number): SafePool {
  const members = new Set<Member>()
  let idle: Member[] = []
  let waiters: Waiter[] = []
  let closed = false
  let generation = 0

  function discard(member: Member): void {
    member.lost = true
    if (!members.delete(member)) return
    idle = idle.filter((other) => other !== member)
    void member.sql.end({ timeout: 0 }).catch(() => undefined)
    if (waiters.length > 0 && !closed) give(open())
  }

  const sure =
    'serializers' in options ? { ...options, serializers: withSureText(options.serializers as Parameters<typeof withSureText>[0]) } : options

  /** The parsed options of the driver, which the type does not know. */
  const connectWith = (extra: object) =>
    postgres({ ...sure, max: 1, idle_timeout: 0, max_lifetime: 0, ...extra } as postgres.Options<Record<string, postgres.PostgresType>>)

  function open(): Member {
    const member: Member = { lost: false, generation, sql: undefined as unknown as postgres.Sql }
    // A connection that is lost while it reads the types of arrays raises an error nobody can catch: `learnTypes` reads them.
    member.sql = connectWith({ fetch_types: false, onclose: () => discard(member) })
    members.add(member)
    return member
  }

  /** What is learned goes into the shared options, for every connection. */
  async function learnTypes(): Promise<void> {
    const sql = connectWith({ fetch_types: true })
    try {
      await sql.unsafe('select 1')
    } finally {
      await sql.end({ timeout: 1 }).catch(() => undefined)
    }
  }

  function give(member: Member): void {
    const [waiter, ...rest] = waiters
    if (!waiter) {
      idle.push(member)
      return
    }
    waiters = rest
    clearTimeout(waiter.timer)
    waiter.resolve(member)
  }

  function acquire(): Promise<Member> {
    if (closed) return Promise.reject(connectionError('CONNECTION_ENDED', 'the pool is closed'))
    const known = idle.pop()
    if (known) return Promise.resolve(known)
    if (members.size < max) return Promise.resolve(open())
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        waiters = waiters.filter((other) => other.timer !== timer)
        reject(connectionError('CONNECT_TIMEOUT', 'no connection became free'))
      }, ACQUIRE_LIMIT_MS)
      waiters.push({ resolve, reject, timer })
    })
  }

  return {
    async reserve({ first, isKept = no, isLast = no, rename = (sql) => sql }: Manner = {}) {
      const member = await acquire()
      let held = true
      let kept: Statement[] = first ? [first] : []
      async function send({ sql, parameters }: Statement): Promise<unknown> {
        try {
          const query = withJsonAsText(rename(sql), parameters)
          return await member.sql.unsafe(query.sql, query.parameters as postgres.ParameterOrJSON<never>[], { prepare: true })
        } catch (error) {
          if (isLoss(error)) discard(member)
          throw error
        }
      }
      return {
        async unsafe(sql, parameters) {
          if (member.lost || !held) throw connectionError('CONNECTION_CLOSED', 'the connection was lost')
          const statements = [...kept, { sql, parameters }]
          if (isKept(sql)) {
            kept = statements
            return NOTHING
          }
          kept = []
          const answers = statements.map(send)
          answers.forEach((answer) => answer.catch(() => undefined))
          if (isLast(sql)) return NOTHING
          // In the order they were sent: the first failure is the cause of the others.
          let last: unknown
          for (const answer of answers) last = await answer
          return last
        },
        release() {
          held = false
          if (member.lost) return
          if (member.generation === generation) give(member)
          else discard(member)
        },
      }
    },
    learnTypes,
    renew() {
      generation += 1
      idle.forEach(discard)
    },
    async close() {
      closed = true
      waiters.forEach(({ reject, timer }) => {
        clearTimeout(timer)
        reject(connectionError('CONNECTION_ENDED', 'the pool is closed'))
      })
      waiters = []
      await Promise.all([...members].map((member) => member.sql.end({ timeout: 2 }).catch(() => undefined)))
    },
  }
}
