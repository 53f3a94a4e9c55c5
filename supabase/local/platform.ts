/** Gives a database what every Supabase database has before the first migration. */
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { getAuthSchemaSql, getStorageSchemaSql } from '@supabase/lite'
import { withClient } from './connections.ts'

const folder = path.join(import.meta.dirname, 'platform')
const read = (name: string) => fs.readFileSync(path.join(folder, name), 'utf8')

/** The services' own tables come from the services and belong to their roles. */
const asRole = (role: string, sql: string) => `set role ${role};\n${sql}\nreset role;`

function platformSql(): string {
  return [
    read('01_roles.sql'),
    read('02_schemas.sql'),
    asRole('supabase_auth_admin', getAuthSchemaSql()),
    asRole('supabase_auth_admin', read('03_auth_mfa.sql')),
    read('03_auth.sql'),
    // The API role owns neither table afterwards, so a repeated run must not touch them as that role.
    asRole('supabase_admin', getStorageSchemaSql()),
    read('04_storage.sql'),
    read('05_realtime.sql'),
    read('06_cron.sql'),
    read('07_net.sql'),
    read('08_guard.sql'),
    read('09_realtime_authorize.sql'),
  ].join('\n')
}

/** Repeats only when the platform files have changed; all or nothing. */
export async function applyPlatform(adminUrl: string): Promise<void> {
  const sql = platformSql()
  const digest = createHash('sha256').update(sql).digest('hex')
  await withClient(adminUrl, async (client) => {
    const known = await client.query<{ present: string | null }>("select to_regclass('_stack.platform')::text as present")
    if (known.rows[0]?.present) {
      const applied = await client.query('select from _stack.platform where digest = $1', [digest])
      if (applied.rowCount) return
    }
    await client.query('begin')
    await client.query(sql)
    await client.query('create table if not exists _stack.platform (digest text primary key, applied_at timestamptz not null default now())')
    await client.query('insert into _stack.platform (digest) values ($1) on conflict do nothing', [digest])
    await client.query('commit')
  })
}

/** Passwords are made at the first start, not written in the platform files. */
export async function setPasswords(adminUrl: string, passwords: Record<string, string>): Promise<void> {
  await withClient(adminUrl, async (client) => {
    for (const [role, password] of Object.entries(passwords)) {
      await client.query(`alter role ${client.escapeIdentifier(role)} password ${client.escapeLiteral(password)}`)
    }
  })
}
