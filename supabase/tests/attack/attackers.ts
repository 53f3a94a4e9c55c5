/** Who attacks, and the tokens: every one is made here. */
import { createHmac } from 'node:crypto'
import { claimsFor } from '../people.ts'
import { principals, type World } from '../proof/world.ts'
import type { Attacker } from './types.ts'

export const SECRET = 'the-secret-of-the-attacked-api-long-enough'

/** The three administrators of a county have rights there alone; those of the province reach the whole site. */
const always = [
  'anon',
  'token without subject',
  'stranger',
  'norole.county-market',
  'disabled.county-market',
  'expired.county-market',
  'signed out:handler.county-market',
  'owes:factored.county-market',
  'password:handler.county-market',
  'handler.sibling-market',
  'lead.othercity-market',
  'handler.county-environment',
  'system_admin.sibling-market',
  'security_admin.sibling-market',
  'audit_admin.sibling-market',
]

/** Everybody of the matrix but the service itself, whose key no attacker has. */
export const everybody: Attacker[] = principals.filter(({ role }) => role !== 'service_role')

/** A body that had the matter and passed it on: what was lent to it is all that it may still see. */
function formerHolder(world: World): Attacker[] {
  const places = new Set(world.grants.map(({ org_id }) => world.orgs.get(org_id)).map((place) => place && `${place.regionCode}|${place.lineCode}`))
  const found = everybody.find(
    ({ key, person }) => key === person?.key && person.role === 'handler' && places.has(`${person.regionCode}|${person.lineCode}`),
  )
  return found ? [found] : []
}

export function attackerOf(key: string): Attacker {
  const found = everybody.find((one) => one.key === key)
  if (!found) throw new Error(`no attacker "${key}"`)
  return found
}

export function attackersOf(world: World): Attacker[] {
  return [...new Set([...always.map(attackerOf), ...formerHolder(world)])]
}

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')

export function signed(claims: object, secret = SECRET, header: object = { alg: 'HS256', typ: 'JWT' }): string {
  const text = `${part(header)}.${part(claims)}`
  return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`
}

export function claimsOf({ role, sub, claims }: Attacker, now = Date.now()): Record<string, unknown> {
  const second = Math.floor(now / 1000)
  const own = claims ?? (sub ? claimsFor(sub) : {})
  return { aud: 'authenticated', iss: 'supabase', role, iat: second, exp: second + 3600, aal: 'aal2', ...own }
}

/** The token with which an attacker asks; a stranger has none. */
export const tokenOf = (attacker: Attacker): string | null => (attacker.role === 'anon' ? null : signed(claimsOf(attacker)))
