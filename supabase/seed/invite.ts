/** Opens accounts the way a site does: an invitation, then a sign-up with its code. Works the same on hosted Supabase. */
import { createHash, randomBytes } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import type pg from 'pg'

export interface Invitee {
  email: string
  name: string
  title: string
  regionCode: number
  lineCode: string
  roles: string[]
  /** The roles are a proposal to the security administrator, and give nothing. */
  isProposal?: true
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
    `insert into public.officer_invitations (org_id, email, name, title, role_codes, code_hash, has_roles)
     select o.id, $1, $2, $3, $4, $5, $8 from public.orgs as o where o.region_code = $6 and o.line_code = $7`,
    [
      invitee.email,
      invitee.name,
      invitee.title,
      invitee.roles,
      createHash('sha256').update(code).digest('hex'),
      invitee.regionCode,
      invitee.lineCode,
      !invitee.isProposal,
    ],
  )
  await db.query('commit')
  return code
}

export type AuthCall = <Answer>(path: string, body: object, token?: string) => Promise<Answer>

/** The auth service of an installation, as everybody reaches it. */
export function authOf(url: string, publishableKey: string): AuthCall {
  return async <Answer>(path: string, body: object, token?: string) => {
    const response = await fetch(`${url}/auth/v1/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', apikey: publishableKey, ...(token ? { authorization: `Bearer ${token}` } : {}) },
      body: JSON.stringify(body),
    })
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
    return (await response.json()) as Answer
  }
}

/** Returns the token of the new account. */
export async function signUp(auth: AuthCall, email: string, password: string, code: string): Promise<string> {
  const { access_token: token } = await auth<{ access_token: string }>('signup', { email, password, data: { invitation_code: code } })
  return token
}

/** Sets a second factor up, as the page does, and returns its secret. */
export async function setUpSecondFactor(auth: AuthCall, token: string): Promise<string> {
  const factor = await auth<{ id: string; totp: { secret: string } }>('factors', { factor_type: 'totp', friendly_name: '动态码验证器' }, token)
  const { id: challenge } = await auth<{ id: string }>(`factors/${factor.id}/challenge`, {}, token)
  await auth(`factors/${factor.id}/verify`, { challenge_id: challenge, code: codeOf(factor.totp.secret) }, token)
  return factor.totp.secret
}

/** What a device with this secret shows now. */
export const codeOf = (secret: string) => new TOTP({ secret: Secret.fromBase32(secret) }).generate()
