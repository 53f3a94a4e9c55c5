/** Fills the template database of the tests: a site, people of every role and position, cases at several bodies. */
import { readFileSync } from 'node:fs'
import pg from 'pg'
import { loadSiteData } from '../seed/site.ts'
import { addPerson } from './accounts.ts'
import { people } from './people.ts'
import { loadProofs } from './proof/modules.ts'

export async function loadFixture(url: string): Promise<void> {
  await loadSiteData(url, 'anhui')
  const { modules } = await loadProofs()
  const db = new pg.Client({ connectionString: url })
  await db.connect()
  try {
    // A module of the tests alone brings its own file, after all the others.
    for (const { migration } of modules) if (migration) await db.query(`begin; ${readFileSync(migration, 'utf8')}; commit`)
    for (const one of people) await addPerson(db, one)
    await db.query('begin')
    await db.query(`select private.act_as('system:fixture')`)
    await db.query(`update public.officers set is_active = false where id = (select id from auth.users where email like 'disabled.%')`)
    await db.query(
      `update public.officer_role_grants set expires_at = now() - interval '1 day' where officer_id = (select id from auth.users where email like 'expired.%')`,
    )
    await db.query(
      `insert into auth.mfa_factors (id, user_id, factor_type, status, secret, created_at, updated_at)
       select id, id, 'totp', 'verified', 'JBSWY3DPEHPK3PXP', now(), now() from auth.users where email like 'factored.%'`,
    )
    await db.query(
      `insert into private.officer_recovery_codes (officer_id, code_hash) select id, 'of no code' from auth.users where email like 'factored.%'`,
    )
    await db.query('commit')
    // A module's rows hang on those of lower bands, the core's own on those of the modules.
    for (const module of modules.toSorted((a, b) => Number(a.id === 'core') - Number(b.id === 'core'))) await module.fixture?.(db)
    await db.query(`select private.audit_seal()`)
  } finally {
    await db.end()
  }
}
