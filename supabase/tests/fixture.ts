/** Fills the template database of the tests: a site, people of every role and position, cases at several bodies. */
import { readFileSync } from 'node:fs'
import pg from 'pg'
import { invite } from '../seed/invite.ts'
import { loadSiteData } from '../seed/site.ts'
import { fillDefinitions } from './definition-fixture.ts'
import { fileCase } from './filing.ts'
import { callAs, enrich } from './fixture-rows.ts'
import { people, places } from './people.ts'
import { fillTrial } from './trial/fixture.ts'

/** What people open by themselves, so that every kind has items at several bodies. */
const openings: [who: string, sql: string][] = [
  ['handler.city-market', `select private.trial_open('试验通知二', '请办理并反馈。')`],
  // A new module's come before this line.
]

async function addPerson(db: pg.ClientBase, one: (typeof people)[number]): Promise<void> {
  const code = await invite(db, one)
  await db.query(
    `insert into auth.users (id, aud, role, email, raw_user_meta_data) values ($1, 'authenticated', 'authenticated', $2, jsonb_build_object('invitation_code', $3::text))`,
    [one.id, one.email, code],
  )
}

export async function loadFixture(url: string): Promise<void> {
  await loadSiteData(url, 'anhui')
  const db = new pg.Client({ connectionString: url })
  await db.connect()
  try {
    // The flow of the tests is a module like any other: its own file after all the others.
    await db.query(`begin; ${readFileSync(new URL('./trial/trial.sql', import.meta.url), 'utf8')}; commit`)
    for (const one of people) await addPerson(db, one)
    await db.query('begin')
    await db.query(`select private.act_as('system:fixture')`)
    await db.query(`update public.officers set is_active = false where id = (select id from auth.users where email like 'disabled.%')`)
    await db.query(
      `update public.officer_role_grants set expires_at = now() - interval '1 day' where officer_id = (select id from auth.users where email like 'expired.%')`,
    )
    await db.query('commit')
    await fileCase(db, { name: 'county-market-complaint', types: ['complaint'], matter: 'food', region: places.town, dispatchTo: 'market' })
    await fileCase(db, { name: 'county-market-tip', types: ['tip'], matter: 'food', region: places.county, dispatchTo: 'market' })
    await fileCase(db, { name: 'county-environment', types: ['tip'], matter: 'pollution', region: places.county, dispatchTo: 'environment' })
    await fileCase(db, { name: 'county-desk', types: ['complaint', 'tip'], matter: 'other', region: places.county })
    await fileCase(db, { name: 'sibling-market', types: ['complaint'], matter: 'goods', region: places.sibling, dispatchTo: 'market' })
    await fileCase(db, { name: 'city-desk', types: ['complaint'], matter: 'goods', region: places.city })
    await fileCase(db, { name: 'othercity-market', types: ['complaint'], matter: 'goods', region: places.otherCounty, dispatchTo: 'market' })
    await enrich(db)
    await fillDefinitions(db)
    for (const [who, sql] of openings) await callAs(db, who, sql)
    await fillTrial(db)
    await db.query(`select private.audit_seal()`)
  } finally {
    await db.end()
  }
}
