/** Named people of the tests: every role, at every position from which it could look at a county's case. */
import type { Invitee } from '../seed/invite.ts'
import { uuidOf } from '../seed/uuid-of.ts'

export const places = {
  province: 340000000,
  city: 340100000,
  county: 340103000,
  sibling: 340104000,
  otherCity: 340200000,
  otherCounty: 340202000,
  town: 340103001,
} as const

export const roles = [
  'handler',
  'reviewer',
  'lead',
  'line_supervisor',
  'coordinator',
  'leader',
  'system_admin',
  'security_admin',
  'audit_admin',
] as const
export type Role = (typeof roles)[number]

export const positions = [
  { key: 'county-market', regionCode: places.county, lineCode: 'market' },
  { key: 'county-environment', regionCode: places.county, lineCode: 'environment' },
  { key: 'county-coordination', regionCode: places.county, lineCode: 'coordination' },
  { key: 'sibling-market', regionCode: places.sibling, lineCode: 'market' },
  { key: 'city-market', regionCode: places.city, lineCode: 'market' },
  { key: 'city-coordination', regionCode: places.city, lineCode: 'coordination' },
  { key: 'othercity-market', regionCode: places.otherCity, lineCode: 'market' },
  { key: 'province-coordination', regionCode: places.province, lineCode: 'coordination' },
] as const
export type PositionKey = (typeof positions)[number]['key']

/** What a token says of somebody who signed in with both factors; the session has the number of its user. */
export const claimsFor = (id: string) => ({ sub: id, role: 'authenticated', session_id: id })

/** Number of the session that somebody opened with the password alone. */
export const passwordSession = (id: string) => uuidOf(`password session of ${id}`)

export interface Person extends Invitee {
  key: string
  id: string
  role: Role | null
  position: PositionKey
}

function person(key: string, role: Role | null, position: (typeof positions)[number]): Person {
  return {
    key,
    id: uuidOf(key),
    role,
    position: position.key,
    email: `${key}@test.local`,
    name: '测试员',
    title: '',
    regionCode: position.regionCode,
    lineCode: position.lineCode,
    roles: role ? [role] : [],
  }
}

/** `handler.county-market`, `coordinator.province-coordination` …; and a second handler, one without any role, one disabled, one expired. */
export const people: Person[] = [
  ...roles.flatMap((role) => positions.map((position) => person(`${role}.${position.key}`, role, position))),
  // A colleague of the same rights: only between the two does it show whose item is whose.
  person('second.county-market', 'handler', positions[0]),
  // Has a second factor: signed in with the password alone, nothing opens.
  person('factored.county-market', 'handler', positions[0]),
  person('norole.county-market', null, positions[0]),
  person('disabled.county-market', 'handler', positions[0]),
  person('expired.county-market', 'handler', positions[0]),
  // Asked for something while they were in office.
  person('expired-asker.county-market', 'handler', positions[0]),
]

export function personOf(key: string): Person {
  const found = people.find((one) => one.key === key)
  if (!found) throw new Error(`no test person "${key}"`)
  return found
}

/** Signed in to the platform, but no officer. */
export const strangerId = uuidOf('stranger')
