/** Accounts without the sign-up of the API: an invitation is used by a row of its user. */
import type pg from 'pg'
import { demoPeople } from '../seed/demo-people.ts'
import { invite, type Invitee } from '../seed/invite.ts'
import { siteProfile } from '../seed/sites.ts'
import { uuidOf } from '../seed/uuid-of.ts'
import { passwordSession } from './people.ts'

export async function addPerson(db: pg.ClientBase, one: Invitee & { id: string }): Promise<void> {
  const code = await invite(db, one)
  await db.query(
    `insert into auth.users (id, aud, role, email, raw_user_meta_data) values ($1, 'authenticated', 'authenticated', $2, jsonb_build_object('invitation_code', $3::text))`,
    [one.id, one.email, code],
  )
  // Signed in twice: with both factors, and with the password alone.
  await db.query(`insert into auth.sessions (id, user_id, aal) values ($1, $1, 'aal2'), ($2, $1, 'aal1')`, [one.id, passwordSession(one.id)])
}

/** Those of the demo, beside the people of the tests. */
export async function addDemoPeople(db: pg.ClientBase): Promise<void> {
  for (const one of demoPeople(siteProfile('anhui'))) await addPerson(db, { ...one, id: uuidOf(one.email) })
}
