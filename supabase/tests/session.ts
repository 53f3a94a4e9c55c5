/** A connection whose every step is one transaction, taken as a named person and rolled back unless it is to stay. */
import { afterAll } from 'vitest'
import pg from 'pg'
import { useTestDatabase } from '../local/testing/database.ts'
import { claimsFor, passwordSession, personOf } from './people.ts'

export type Rows = Record<string, unknown>[]

/** 'postgres', 'anon', 'service', 'stranger:<uuid>', a person's key, or `password:` and a key for who gave no second factor. */
export type Who = string

export function claimsOf(who: Who): { role: string; sub?: string; session_id?: string } {
  if (who === 'anon') return { role: 'anon' }
  if (who === 'service') return { role: 'service_role' }
  if (who.startsWith('stranger:')) return claimsFor(who.slice(9))
  if (!who.startsWith('password:')) return claimsFor(personOf(who).id)
  const { id } = personOf(who.slice(9))
  return { ...claimsFor(id), session_id: passwordSession(id) }
}

export async function become(db: pg.ClientBase, who: Who): Promise<void> {
  if (who === 'postgres') {
    await db.query(`select private.act_as('system:test')`)
    return
  }
  const claims = claimsOf(who)
  await db.query(`select set_config('request.jwt.claims', $1, true), set_config('app.actor', '', true)`, [JSON.stringify(claims)])
  await db.query(`set local role ${claims.role}`)
}

export class Session {
  readonly db: pg.Client
  private readonly connect: () => Promise<pg.Client>

  constructor(db: pg.Client, connect: () => Promise<pg.Client>) {
    this.db = db
    this.connect = connect
  }

  /** A second connection to the same database, for what happens at the same time. */
  async another(): Promise<pg.Client> {
    return this.connect()
  }

  private async step<T>(who: Who, end: 'commit' | 'rollback', work: (db: pg.Client) => Promise<T>): Promise<T> {
    await this.db.query('begin')
    try {
      await become(this.db, who)
      const result = await work(this.db)
      await this.db.query(end)
      return result
    } catch (error) {
      await this.db.query('rollback')
      throw error
    }
  }

  /** Looks; whatever it writes is rolled back. */
  async read(who: Who, sql: string, params: unknown[] = []): Promise<Rows> {
    return this.step(who, 'rollback', async (db) => (await db.query(sql, params)).rows as Rows)
  }

  /** Acts; stays. */
  async act(who: Who, sql: string, params: unknown[] = []): Promise<Rows> {
    return this.step(who, 'commit', async (db) => (await db.query(sql, params)).rows as Rows)
  }

  /** Several statements as one act; stays. */
  async within<T>(who: Who, work: (db: pg.Client) => Promise<T>): Promise<T> {
    return this.step(who, 'commit', work)
  }

  /** SQLSTATE and message of what is refused, 'ok' of what is not (and then rolled back). */
  async refusal(who: Who, sql: string, params: unknown[] = []): Promise<string> {
    try {
      await this.step(who, 'rollback', (db) => db.query(sql, params))
      return 'ok'
    } catch (error) {
      if (error instanceof pg.DatabaseError) return `${error.code} ${error.message}`
      throw error
    }
  }
}

export async function openSession(): Promise<Session> {
  const database = await useTestDatabase()
  const open: pg.Client[] = []
  afterAll(() => Promise.all(open.map((client) => client.end())))
  const connect = async () => {
    const client = new pg.Client({ connectionString: database.url })
    await client.connect()
    open.push(client)
    return client
  }
  return new Session(await connect(), connect)
}
