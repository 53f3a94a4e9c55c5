/** Opens accounts the way a site does: an invitation, then a sign-up with its code. Works the same on hosted Supabase. */
import { createHash, randomBytes } from 'node:crypto'
import type pg from 'pg'

export interface Invitee {
  email: string
  name: string
  title: string
  regionCode: number
  lineCode: string
  roles: string[]
}

const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

function newCode(): string {
  const characters = [...randomBytes(24)].map((byte) => alphabet[byte & 31])
  return Array.from({ length: 6 }, (_, i) => characters.slice(i * 4, i * 4 + 4).join('')).join('-')
}

/** Leaves an unused invitation and returns its code; null when the e-mail has an account already. */
export async function invite(db: pg.ClientBase, invitee: Invitee): Promise<string | null> {
  const taken = await db.query('select 1 from auth.users where email = $1', [invitee.email])
  if (taken.rowCount) return null
  const code = newCode()
  await db.query('begin')
  await db.query(`select private.act_as('system:seed')`)
  await db.query(
    `insert into public.officer_invitations (org_id, email, name, title, role_codes, code_hash)
     select o.id, $1, $2, $3, $4, $5 from public.orgs as o where o.region_code = $6 and o.line_code = $7`,
    [
      invitee.email,
      invitee.name,
      invitee.title,
      invitee.roles,
      createHash('sha256').update(code).digest('hex'),
      invitee.regionCode,
      invitee.lineCode,
    ],
  )
  await db.query('commit')
  return code
}

export async function signUp(url: string, publishableKey: string, email: string, password: string, code: string): Promise<void> {
  const response = await fetch(`${url}/auth/v1/signup`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', apikey: publishableKey },
    body: JSON.stringify({ email, password, data: { invitation_code: code } }),
  })
  if (!response.ok) throw new Error(`sign-up of ${email}: ${response.status} ${await response.text()}`)
}
