/**
 * What is attacked: the API of the embedded stack without a network, on a database that marks its texts and notes every
 * row that is written, with the request that wrote it.
 */
import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { startApi } from '../../local/api.ts'
import { PUBLISHABLE_KEY } from '../../local/secrets.ts'
import { clusterUrl, createTestDatabase } from '../../local/testing.ts'
import { SECRET, tokenOf } from './attackers.ts'
import { askFunction } from './functions.ts'
import type { Answer, Change, Try } from './types.ts'

const SITE = 'http://127.0.0.1:1'
export const SERVICE_KEY = 'sb_secret_of_the_attacked_api'

/** Noted by the number of the request, so that tries may run side by side. */
const NOTES = `
  create schema stage;
  create table stage.changes (id bigint generated always as identity, try text, relation text, operation text, "row" text);
  create function stage.note() returns trigger language plpgsql security definer set search_path = '' as $$
  begin
    insert into stage.changes (try, relation, operation, "row")
    values (coalesce(nullif(current_setting('request.headers', true), '')::json ->> 'x-request-id', ''),
      tg_table_schema || '.' || tg_table_name, tg_op, coalesce(to_jsonb(old)::text, '') || coalesce(to_jsonb(new)::text, ''));
    return null;
  end $$;
  do $$
  declare one record;
  begin
    for one in
      select c.oid::regclass::text as name from pg_catalog.pg_class as c join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
      where n.nspname in ('public', 'private', 'auth', 'storage', 'realtime', 'cron', 'net') and c.relkind in ('r', 'p') and not c.relispartition
    loop
      execute format('create trigger zzz_stage after insert or update or delete on %s for each row execute function stage.note()', one.name);
    end loop;
  end $$;
`

/** A sign at the end of every free text, different in every row: who reads the text reads the sign. */
const MARKS = `
  set session_replication_role = replica;
  do $$
  declare one record;
  begin
    for one in
      select c.oid::regclass::text as relation, c.relname, quote_ident(a.attname) as col
      from pg_catalog.pg_class as c join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
        join pg_catalog.pg_attribute as a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.atttypid = 'text'::regtype and a.attgenerated = ''
      where c.relkind in ('r', 'p') and (n.nspname = 'public'
          -- What is private about flows and rules are words that everybody reads in the end.
          or n.nspname = 'private' and exists (select from pg_catalog.pg_attribute as i where i.attrelid = c.oid and i.atttypid = 'uuid'::regtype))
        -- Names that other tables and functions go by are no free texts.
        and not exists (select from pg_catalog.pg_constraint as k where k.contype in ('f', 'p', 'u') and k.conrelid = c.oid and a.attnum = any (k.conkey))
        and not exists (select from pg_catalog.pg_constraint as k where k.contype = 'f' and k.confrelid = c.oid and a.attnum = any (k.confkey))
    loop
      begin
        execute format($q$update %1$s set %2$s = %2$s || ' §' || left(md5(%3$L || ctid::text), 12) where %2$s ~ '[一-龥]'$q$, one.relation, one.col, one.relname);
      exception when check_violation or unique_violation or string_data_right_truncation or exclusion_violation then null;
      end;
    end loop;
  end $$;
  reset session_replication_role;
`

async function execute<T>(url: string, work: (db: pg.Client) => Promise<T>): Promise<T> {
  const db = new pg.Client({ connectionString: url })
  await db.connect()
  try {
    return await work(db)
  } finally {
    await db.end()
  }
}

export interface Base {
  port: number
  name: string
  url: string
  drop(): Promise<void>
}

/** The database from which each attacker gets a copy. */
export async function createBase(port: number): Promise<Base> {
  const { name, url, adminUrl, drop } = await createTestDatabase(port)
  await execute(adminUrl, (db) => db.query(MARKS))
  await execute(adminUrl, (db) => db.query(NOTES))
  return { port, name, url, drop }
}

/** lite prints every refusal, here by the thousand. */
function quieten(): void {
  console.error = () => undefined
  console.warn = () => undefined
}

const answerOf = async (response: Response): Promise<Answer> => ({
  status: response.status,
  headers: response.headers,
  text: await response.text(),
})

const PATIENCE_MS = 30_000

/** What never answers holds a connection for ever: told as an answer of its own. */
async function inTime(asked: Promise<Answer>): Promise<Answer> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<Answer>((resolve) => {
    timer = setTimeout(() => resolve({ status: 599, headers: new Headers(), text: 'no answer' }), PATIENCE_MS)
  })
  const broken = (error: unknown): Answer => ({ status: 598, headers: new Headers(), text: error instanceof Error ? error.message : 'broken' })
  const answer = await Promise.race([asked.catch(broken), late])
  clearTimeout(timer)
  return answer
}

export interface Stage {
  db: pg.Client
  send(one: Try): Promise<{ id: string; answer: Answer }>
  /** What was written since the last time. */
  changes(): Promise<Change[]>
  close(): Promise<void>
}

/** A copy of the base with an API of its own; `weaken` changes it before anybody asks. */
export async function openStage(base: Base, weaken = ''): Promise<Stage> {
  quieten()
  const name = `attack_${randomBytes(6).toString('hex')}`
  const maintenance = clusterUrl(base.port, 'supabase_admin', 'postgres')
  await execute(maintenance, (db) => db.query(`create database ${name} template ${base.name} owner postgres strategy file_copy`))
  const url = clusterUrl(base.port, 'postgres', name)
  if (weaken) await execute(url, (db) => db.query(weaken))
  const storageDir = fs.mkdtempSync(path.join(os.tmpdir(), 'attack-'))
  const api = await startApi({
    dbUrl: clusterUrl(base.port, 'authenticator', name),
    catalogueUrl: url,
    storageDir,
    siteUrl: SITE,
    secrets: { jwtSecret: SECRET, secretKey: SERVICE_KEY },
  })
  const db = new pg.Client({ connectionString: clusterUrl(base.port, 'supabase_admin', name) })
  await db.connect()
  let sent = 0
  return {
    db,
    async send({ attacker, token = tokenOf(attacker), method, path: at, headers, body }) {
      sent += 1
      const id = `00000000-0000-4000-8000-${sent.toString(16).padStart(12, '0')}`
      const given = new Headers({
        apikey: PUBLISHABLE_KEY,
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
        'x-request-id': id,
        // What one address may ask is counted; the next door is tried from another.
        'x-forwarded-for': `198.18.${(sent >> 8) & 255}.${sent & 255}`,
      })
      const request = new Request(`${SITE}${at}`, { method, headers: given, ...(body === undefined ? {} : { body }) })
      const asked = at.startsWith('/functions/') ? askFunction(request, (one) => api.fetch(one), SITE, SERVICE_KEY) : api.fetch(request)
      return { id, answer: await inTime(asked.then(answerOf)) }
    },
    async changes() {
      const { rows } = await db.query<Change>(
        `with gone as (delete from stage.changes returning *) select try, relation, operation, "row" from gone order by id`,
      )
      return rows
    },
    async close() {
      await api.close()
      await db.end()
      fs.rmSync(storageDir, { recursive: true, force: true })
      await execute(maintenance, (one) => one.query(`drop database if exists ${name} with (force)`))
    },
  }
}
